/** Extracts that no word list knows: headings and codes of a made-up register, from a seed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '#electron/engine/demo/random.ts';
import type { Host } from './fixtures.ts';

const teams = ['Nordhafen', 'Suedtal', 'Westmoor'];
const levels = ['S1', 'S2', 'S3', 'S4'];
const CASES = 120;

const two = (value: number): string => String(value).padStart(2, '0');

/** `Kennung;Dienststelle;…`: what each column is, only a person can say. The day is in the file's name. */
export function writeUnknownLayout(host: Host, asAt: string, seed: number): string {
  const random = randomFrom(seed);
  const lines = Array.from({ length: CASES }, (_, index) =>
    [
      `K${String(40_000 + index)}`,
      teams[index % teams.length],
      levels[random.int(0, levels.length - 1)],
      `${two(random.int(13, 28))}.${two(random.int(1, 12))}.2027`,
      `Akte ${String(random.int(100, 999))}`,
    ].join(';'),
  );
  return write(host, `kennungen-${asAt}.csv`, ['Kennung;Dienststelle;Stufe;Termin;Ablage', ...lines]);
}

/** Known headings, and dates of which every one could be read either way. */
export function writeOpenDates(host: Host): string {
  const lines = Array.from(
    { length: CASES },
    (_, index) =>
      `V${String(index)},${teams[index % teams.length] ?? ''},High,${two(1 + (index % 6))}/${two(7 + (index % 5))}/2027`,
  );
  return write(host, 'open-dates-2026-10-31.csv', ['ViSOR Ref,Team,Risk Level,Next Visit Due', ...lines]);
}

function write(host: Host, name: string, lines: readonly string[]): string {
  const path = join(host.dataFolder, name);
  writeFileSync(path, `${lines.join('\r\n')}\r\n`);
  return path;
}
