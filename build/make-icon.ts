/**
 * Draws the application's icon, the same waterline and hull as the page's icon.svg, as a PNG for the packages:
 * `node build/make-icon.ts`. The result is kept in the repository.
 */
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 1024;
/** The drawing's own units. */
const UNITS = 32;
const SCALE = SIZE / UNITS;
const CORNER = 6;
const HALF_STROKE = 1.2;
const GROUND = [0x1f, 0x5f, 0xa8] as const;
const INK = [0xff, 0xff, 0xff] as const;

type Point = readonly [x: number, y: number];
const strokes: ReadonlyArray<readonly [Point, Point]> = [
  [
    [5, 12],
    [27, 12],
  ],
  [
    [7, 16],
    [25, 16],
  ],
  [
    [25, 16],
    [22, 23],
  ],
  [
    [22, 23],
    [10, 23],
  ],
  [
    [10, 23],
    [7, 16],
  ],
];

function distanceToStroke([x, y]: Point, [[ax, ay], [bx, by]]: readonly [Point, Point]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

function distanceToGround([x, y]: Point): number {
  const half = UNITS / 2;
  const dx = Math.abs(x - half) - (half - CORNER);
  const dy = Math.abs(y - half) - (half - CORNER);
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - CORNER;
}

/** Share of the pixel that lies inside, from the distance of its middle to the edge. */
const coverage = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance * SCALE));

function pixels(): Buffer {
  const rows = Buffer.alloc(SIZE * (1 + SIZE * 4));
  let at = 0;
  for (let row = 0; row < SIZE; row++) {
    // Each row of a PNG starts with its filter: none.
    rows[at++] = 0;
    for (let column = 0; column < SIZE; column++) {
      const point: Point = [(column + 0.5) / SCALE, (row + 0.5) / SCALE];
      const ink = coverage(
        Math.min(...strokes.map((stroke) => distanceToStroke(point, stroke))) - HALF_STROKE,
      );
      for (const channel of [0, 1, 2] as const) {
        rows[at++] = Math.round(GROUND[channel] + (INK[channel] - GROUND[channel]) * ink);
      }
      rows[at++] = Math.round(255 * coverage(distanceToGround(point)));
    }
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
// Eight bits a channel; red, green, blue and alpha.
header.set([8, 6, 0, 0, 0], 8);

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
writeFileSync(
  new URL('icons/icon.png', import.meta.url),
  Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels(), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
