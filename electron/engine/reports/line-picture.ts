/** Lines over months as a picture for a document: told apart by letter and dash as well as by colour, for printing. */
import type { Month } from '#shared/domain/dates.ts';
import { Canvas, textHeight, textWidth, type Colour, type Point, type Stroke } from './png.ts';

type PictureLine = { letter: string; values: ReadonlyArray<number | null> };

export type LinePicture = {
  months: readonly Month[];
  lines: readonly PictureLine[];
  /** A horizontal line. */
  limit: number | null;
  /** Shaded behind the lines. */
  band?: { low: readonly number[]; high: readonly number[] };
  /** As the axis writes a value: figures, `:`, `%`, `,` and `.`. */
  show: (value: number) => string;
};

/** Twice as many pixels as are shown, so that print is sharp. */
export const PICTURE = { width: 1280, height: 520 };
const AREA = { left: 110, right: 1210, top: 20, bottom: 470 };
const SIZE = 3;

const ink: Colour = [40, 40, 40];
const grid: Colour = [222, 222, 222];
const shade: Colour = [222, 231, 243];
const limitColour: Colour = [190, 30, 30];

const looks: ReadonlyArray<Pick<Stroke, 'colour' | 'dash'>> = [
  { colour: [20, 20, 20] },
  { colour: [0, 94, 165], dash: [24, 12] },
  { colour: [0, 122, 78], dash: [6, 10] },
  { colour: [178, 84, 0] },
  { colour: [110, 60, 150], dash: [30, 8] },
  { colour: [120, 120, 120], dash: [12, 12] },
];

/** Words for the legend: `black`, `blue, dashed`. */
export const lookInWords = (index: number): string =>
  ['black', 'blue, dashed', 'green, dotted', 'orange', 'violet, dashed', 'grey, dashed'][
    index % looks.length
  ] ?? '';

/** A step of 1, 2 or 5 times a power of ten, so that there are about five. */
function stepOf(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const factor = [1, 2, 5, 10].find((one) => span / (one * power) <= 6) ?? 10;
  return factor * power;
}

type Scale = { ticks: number[]; y: (value: number) => number };

function scaleOf({ lines, limit, band }: LinePicture): Scale {
  const values = [
    ...lines.flatMap((line) => line.values.filter((value) => value !== null)),
    ...(limit === null ? [] : [limit]),
    ...(band ? [...band.low, ...band.high] : []),
  ];
  const low = values.length === 0 ? 0 : Math.min(...values);
  const high = values.length === 0 ? 1 : Math.max(...values);
  const step = stepOf(high > low ? high - low : Math.max(1, high));
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  const share = (value: number): number => (value - first * step) / ((last - first) * step);
  return { ticks, y: (value) => AREA.bottom - share(value) * (AREA.bottom - AREA.top) };
}

export function linePicture(picture: LinePicture): Uint8Array<ArrayBuffer> {
  const { months, lines, limit, band, show } = picture;
  const canvas = new Canvas(PICTURE.width, PICTURE.height);
  const { ticks, y } = scaleOf(picture);
  const x = (month: number): number =>
    AREA.left + (month / Math.max(1, months.length - 1)) * (AREA.right - AREA.left);
  if (band) shadeBand(canvas, band, x, y);
  drawGrid(canvas, { months, ticks, x, y, show });
  if (limit !== null) {
    const points: Point[] = [
      [AREA.left, y(limit)],
      [AREA.right, y(limit)],
    ];
    canvas.line(points, { colour: limitColour, radius: 1.5, dash: [14, 6] });
  }
  for (const [index, line] of lines.entries()) {
    const look = looks[index % looks.length] ?? { colour: ink };
    for (const points of stretches(line.values, x, y)) canvas.line(points, { ...look, radius: 2.5 });
  }
  labelEnds(canvas, lines, y);
  return canvas.png();
}

function shadeBand(
  canvas: Canvas,
  { low, high }: { low: readonly number[]; high: readonly number[] },
  x: (month: number) => number,
  y: (value: number) => number,
): void {
  const at = (values: readonly number[], month: number): number => {
    const before = values[Math.floor(month)] ?? 0;
    const after = values[Math.ceil(month)] ?? before;
    return before + (after - before) * (month % 1);
  };
  const last = low.length - 1;
  for (let column = AREA.left; column < AREA.right; column++) {
    const month = ((column - AREA.left) / (x(last) - AREA.left)) * last;
    canvas.fill(column, y(at(high, month)), column + 1, y(at(low, month)), shade);
  }
}

type Grid = Pick<LinePicture, 'months' | 'show'> & Scale & { x: (month: number) => number };

/** A line at each tick, and where a financial year begins. */
function drawGrid(canvas: Canvas, { months, ticks, x, y, show }: Grid): void {
  for (const tick of ticks) {
    canvas.fill(AREA.left, y(tick) - 1, AREA.right, y(tick) + 1, grid);
    const text = show(tick);
    const left = AREA.left - 12 - textWidth(text, SIZE);
    canvas.text(left, y(tick) - textHeight(SIZE) / 2, text, { size: SIZE, colour: ink });
  }
  for (const [index, month] of months.entries()) {
    if (!month.endsWith('-04')) continue;
    canvas.fill(x(index) - 1, AREA.top, x(index) + 1, AREA.bottom, grid);
    const label = `${month.slice(5)}/${month.slice(0, 4)}`;
    const left = Math.min(x(index) - textWidth(label, SIZE) / 2, PICTURE.width - textWidth(label, SIZE));
    canvas.text(left, AREA.bottom + 16, label, { size: SIZE, colour: ink });
  }
  canvas.fill(AREA.left - 1, AREA.top, AREA.left + 1, AREA.bottom, ink);
  canvas.fill(AREA.left, AREA.bottom - 1, AREA.right, AREA.bottom + 1, ink);
}

/** The line's parts between months that have no value. */
function stretches(
  values: ReadonlyArray<number | null>,
  x: (month: number) => number,
  y: (value: number) => number,
): Point[][] {
  const parts: Point[][] = [[]];
  for (const [month, value] of values.entries()) {
    if (value === null) parts.push([]);
    else parts.at(-1)?.push([x(month), y(value)]);
  }
  return parts.filter((points) => points.length > 0);
}

/** Letters at the ends of lines, set apart where lines end together. */
function labelEnds(canvas: Canvas, lines: readonly PictureLine[], y: (value: number) => number): void {
  const height = textHeight(SIZE) + 4;
  let free = 0;
  const ends = lines
    .flatMap(({ letter, values }, index) => {
      const last = values.findLast((value) => value !== null);
      return last === undefined ? [] : [{ letter, index, at: y(last) - textHeight(SIZE) / 2 }];
    })
    .sort((a, b) => a.at - b.at);
  for (const { letter, index, at } of ends) {
    const top = Math.max(at, free);
    free = top + height;
    const colour = looks[index % looks.length]?.colour ?? ink;
    canvas.text(AREA.right + 14, top, letter, { size: SIZE, colour });
  }
}
