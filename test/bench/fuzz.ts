/**
 * `npm run fuzz`: 5,000 damaged extracts, each read with every row accounted for or refused in words; then every
 * operation of the contract.
 */
import { AppError } from '#electron/engine/errors.ts';
import { randomFrom } from '#electron/engine/demo/random.ts';
import { caseloadCsv } from '../fixtures/extracts.ts';
import { inventForce } from '#electron/engine/demo/force.ts';
import { readCaseload } from '#electron/engine/import/caseload.ts';
import { openBook } from '#electron/engine/import/open.ts';
import { planReading } from '#electron/engine/import/reading.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { workbook } from '../fixtures/xlsx.ts';
import { fuzzEveryOperation } from './fuzz-contract.ts';

const FILES = 5000;
const ODD = [
  '"',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '\0',
  '“',
  '00/00/0000',
  'Total',
  'ViSOR Ref',
  '\ufeff',
  'x'.repeat(999),
];

const random = randomFrom(20261031);
const [snapshot] = inventForce({ seed: 2, snapshots: 1 }).snapshots;
const text = caseloadCsv((snapshot?.cases ?? []).slice(0, 40)).text;
const cells = (line: string, row: number): string =>
  line
    .split(',')
    .map(
      (cell, column) =>
        `<c r="${String.fromCharCode(65 + column)}${String(row)}" t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    .join('');
const lines = text
  .trimEnd()
  .split('\r\n')
  .map((line) => line.split(',').slice(0, 20).join(','));
const xml = lines
  .map((line, index) => `<row r="${String(index + 1)}">${cells(line, index + 1)}</row>`)
  .join('');
const sources = [new TextEncoder().encode(text), workbook([{ name: 'Extract', rows: xml }])];
const { duties } = exampleStandards();

/** Bytes changed, cut, doubled, or something odd put between them. */
function damaged(bytes: Uint8Array): Uint8Array {
  let result = Buffer.from(bytes);
  for (let times = random.int(1, 6); times > 0; times--) {
    const at = random.int(0, Math.max(0, result.length - 1));
    const kind = random.int(0, 4);
    if (kind === 0) result[at] = random.int(0, 255);
    if (kind === 1) result = result.subarray(0, at);
    if (kind === 2) result = Buffer.concat([result.subarray(0, at), result.subarray(Math.floor(at / 2))]);
    if (kind > 2) {
      const odd = Buffer.from(ODD[random.int(0, ODD.length - 1)] ?? '');
      result = Buffer.concat([result.subarray(0, at), odd, result.subarray(at)]);
    }
  }
  return new Uint8Array(result);
}

async function readOne(bytes: Uint8Array): Promise<'read' | 'refused'> {
  try {
    const book = await openBook({ fileName: 'a', bytes }, duties);
    const reading = planReading({ book, kind: 'caseload', duties, kept: [], choice: {}, isForShow: false });
    const dated = { asAt: isoDate('2026-10-31'), asAtFrom: 'given' as const };
    const pace = (): Promise<void> => Promise.resolve();
    const { account, cases } = await readCaseload({
      fileName: 'a',
      reading,
      duties,
      dated,
      today: dated.asAt,
      pace,
    });
    const { accepted, furtherRows, duplicates, rejected, rowsRead } = account;
    const sum = accepted + furtherRows + duplicates.exact + duplicates.conflicting + rejected.length;
    if (sum !== rowsRead || cases.length !== accepted) throw new Error('The rows do not reconcile.');
    return 'read';
  } catch (error) {
    if (error instanceof AppError) return 'refused';
    throw error;
  }
}

const counts = { read: 0, refused: 0 };
let slowest = 0;
for (let index = 0; index < FILES; index++) {
  const bytes = damaged(sources[index % sources.length] ?? new Uint8Array());
  const start = performance.now();
  counts[await readOne(bytes)]++;
  slowest = Math.max(slowest, performance.now() - start);
}
console.log(
  `${String(FILES)} damaged files: ${String(counts.read)} read with every row accounted for, ` +
    `${String(counts.refused)} refused in words; the slowest took ${slowest.toFixed(0)} ms.`,
);
await fuzzEveryOperation();
