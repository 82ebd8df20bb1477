/** Plain tables for people at a terminal, and numbers as they read them. */

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
  cell === null || typeof cell === 'number' || /^[-−]?[\d.,:]+( %)?$/.test(cell);

/** `93 %`; a dash where there is no capacity to divide by. */
export const percent = (share: number | null): string | null =>
  share === null ? null : `${String(Math.round(share * 100))} %`;

/** Rounded to `digits` places, with commas between thousands. */
export const number = (value: number | null, digits = 0): string | null =>
  value === null
    ? null
    : value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
