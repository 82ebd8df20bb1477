/** A picture to draw lines and short labels on, written as PNG. Coordinates are pixels from the upper left corner. */
import { crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number];
export type Point = readonly [x: number, y: number];
export type Stroke = {
  colour: Colour;
  /** Half the width of the line. */
  radius: number;
  /** Pixels drawn and left out in turn; absent for a line without gaps. */
  dash?: readonly [on: number, off: number];
};

/** Five by seven dots, a byte a row: what axes and the ends of lines need. */
const glyphs: Record<string, string> = {
  0: '0e11131519110e',
  1: '040c040404040e',
  2: '0e11010204081f',
  3: '1f02040201110e',
  4: '02060a121f0202',
  5: '1f101e0101110e',
  6: '0608101e11110e',
  7: '1f010204080808',
  8: '0e11110e11110e',
  9: '0e11110f01020c',
  ':': '000c0c000c0c00',
  '%': '18190204081303',
  '/': '00010204081000',
  ',': '000000000c0408',
  '.': '0000000000000c',
  '-': '0000001f000000',
  A: '0e11111f111111',
  B: '1e11111e11111e',
  C: '0e11101010110e',
  D: '1c12111111121c',
  E: '1f10101e10101f',
  F: '1f10101e101010',
  G: '0e11101711110f',
  H: '1111111f111111',
  I: '0e04040404040e',
};
const GLYPH = { width: 5, height: 7, step: 6 };

export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#pixels = new Uint8Array(width * height * 3).fill(255);
  }

  fill(left: number, top: number, right: number, bottom: number, colour: Colour): void {
    for (let y = Math.max(0, Math.round(top)); y < Math.min(this.height, Math.round(bottom)); y++) {
      for (let x = Math.max(0, Math.round(left)); x < Math.min(this.width, Math.round(right)); x++) {
        this.#pixels.set(colour, (y * this.width + x) * 3);
      }
    }
  }

  #dot(x: number, y: number, { radius, colour }: Stroke): void {
    for (let row = Math.floor(y - radius); row <= y + radius; row++) {
      for (let column = Math.floor(x - radius); column <= x + radius; column++) {
        const isWithin = (column - x) ** 2 + (row - y) ** 2 <= radius ** 2;
        const isOnPicture = row >= 0 && column >= 0 && row < this.height && column < this.width;
        if (isWithin && isOnPicture) this.#pixels.set(colour, (row * this.width + column) * 3);
      }
    }
  }

  /** A line through the points; the dashes go on round its corners. */
  line(points: readonly Point[], stroke: Stroke): void {
    const [on, off] = stroke.dash ?? [1, 0];
    let along = 0;
    for (const [index, [x, y]] of points.entries()) {
      const [fromX, fromY] = points[index - 1] ?? [x, y];
      const length = Math.hypot(x - fromX, y - fromY);
      for (let step = 0; step <= length; step += 0.5) {
        const share = length === 0 ? 0 : step / length;
        if ((along + step) % (on + off) < on) {
          this.#dot(fromX + (x - fromX) * share, fromY + (y - fromY) * share, stroke);
        }
      }
      along += length;
    }
  }

  /** @param text of the signs above; others leave a gap */
  text(x: number, y: number, text: string, { size, colour }: { size: number; colour: Colour }): void {
    for (const [index, sign] of [...text].entries()) {
      const rows = glyphs[sign] ?? '';
      for (let row = 0; row * 2 < rows.length; row++) {
        const bits = Number.parseInt(rows.slice(row * 2, row * 2 + 2), 16);
        for (let column = 0; column < GLYPH.width; column++) {
          if ((bits & (1 << (GLYPH.width - 1 - column))) === 0) continue;
          const left = x + (index * GLYPH.step + column) * size;
          this.fill(left, y + row * size, left + size, y + (row + 1) * size, colour);
        }
      }
    }
  }

  png(): Uint8Array<ArrayBuffer> {
    const row = this.width * 3;
    // Each row begins with the number of its filter: none.
    const raw = new Uint8Array((row + 1) * this.height);
    for (let y = 0; y < this.height; y++) {
      raw.set(this.#pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
    }
    const head = Buffer.alloc(13);
    head.writeUInt32BE(this.width, 0);
    head.writeUInt32BE(this.height, 4);
    // Eight bits a colour, red, green and blue.
    head.set([8, 2, 0, 0, 0], 8);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return new Uint8Array(
      Buffer.concat([
        signature,
        chunk('IHDR', head),
        chunk('IDAT', deflateSync(raw, { level: 9 })),
        chunk('IEND', Buffer.alloc(0)),
      ]),
    );
  }
}

export const textWidth = (text: string, size: number): number => text.length * GLYPH.step * size;
export const textHeight = (size: number): number => GLYPH.height * size;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
