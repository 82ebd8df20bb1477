/** Plain tables for people at a terminal, and numbers as they read them. */
import { showPercent, showPercentExactly, showPounds, showRatio } from '#shared/planning/figures.ts';

export type Cell = string | number | null;

const show = (cell: Cell): string => (cell === null ? '–' : String(cell));

/** Columns padded to their widest cell; columns of numbers stand to the right. */
export function table(headings: readonly string[], rows: ReadonlyArray<readonly Cell[]>): string {
  const columns = headings.map((heading, index) => {
    const cells = rows.map((row) => row[index] ?? null);
    const texts = [heading, ...cells.map(show)];
    const isNumeric = cells.some((cell) => cell !== null) && cells.every(isNumberLike);
    const width = Math.max(...texts.map((text) => text.length));
    return texts.map((text) => (isNumeric ? text.padStart(width) : text.padEnd(width)));
  });
  return ['', ...rows]
    .map((_, line) =>
      columns
        .map((column) => column[line] ?? '')
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const isNumberLike = (cell: Cell): boolean =>
  cell === null || typeof cell === 'number' || /^[-−]?[\d.,:]+(\s(%|MB))?$/.test(cell);

const orNone =
  (show: (value: number) => string) =>
  (value: number | null | undefined): string | null =>
    value === null || value === undefined ? null : show(value);

/** `93 %`; none where there is no capacity to divide by. */
export const percent = orNone(showPercent);
/** `5.2 %`, for shares of a few per cent */
export const percentExactly = orNone(showPercentExactly);
/** `1:51.7` */
export const ratio = orNone(showRatio);
/** `£71,240` */
export const pounds = orNone(showPounds);

/** Rounded to `digits` places, with commas between thousands. */
export const number = (value: number | null, digits = 0): string | null =>
  value === null
    ? null
    : value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
