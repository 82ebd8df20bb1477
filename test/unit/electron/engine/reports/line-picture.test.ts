import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { linePicture, PICTURE } from '#electron/engine/reports/line-picture.ts';
import { Canvas } from '#electron/engine/reports/png.ts';
import { monthRange, Month } from '#shared/domain/dates.ts';

type Rgb = [number, number, number];

/** Reads a PNG back: its size and the colour at a point. */
function read(png: Uint8Array) {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    expect(crc32(body)).toBe(bytes.readUInt32BE(at + 8 + length));
    chunks.set(body.subarray(0, 4).toString(), body.subarray(4));
    at += 12 + length;
  }
  const head = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const raw = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  expect(raw.length).toBe((width * 3 + 1) * height);
  const at = (x: number, y: number): Rgb => {
    const from = y * (width * 3 + 1) + 1 + x * 3;
    return [raw[from] ?? 0, raw[from + 1] ?? 0, raw[from + 2] ?? 0];
  };
  return { width, height, at };
}

describe('a picture', () => {
  it('holds what was drawn where it was drawn', () => {
    const canvas = new Canvas(40, 20);
    canvas.line(
      [
        [5, 10],
        [30, 10],
      ],
      { colour: [200, 0, 0], radius: 1, dash: [10, 5] },
    );
    const { width, height, at } = read(canvas.png());
    expect([width, height]).toEqual([40, 20]);
    expect(at(10, 10)).toEqual([200, 0, 0]);
    // between two dashes, and beside the line
    expect(at(17, 10)).toEqual([255, 255, 255]);
    expect(at(10, 15)).toEqual([255, 255, 255]);
  });
});

describe('lines over months', () => {
  const months = monthRange(Month.parse('2026-11'), 24);
  const picture = {
    months,
    lines: [
      { letter: 'A', values: months.map((_, at) => (at === 12 ? null : 50 + at)) },
      { letter: 'B', values: months.map(() => 50) },
    ],
    limit: 60,
    band: { low: months.map(() => 45), high: months.map(() => 80) },
    show: (value: number) => String(value),
  };

  it('are a picture of the size said, the same each time', () => {
    const png = linePicture(picture);
    expect(read(png)).toMatchObject(PICTURE);
    expect(Buffer.from(linePicture(picture)).equals(Buffer.from(png))).toBe(true);
  });

  it('may have no value at all', () => {
    const lines = [{ letter: 'A', values: months.map(() => null) }];
    expect(read(linePicture({ months, lines, limit: null, show: String })).width).toBe(PICTURE.width);
  });
});
