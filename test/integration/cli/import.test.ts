/** What a command that loads a file tells of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textSheet, workbook } from '../../fixtures/xlsx.ts';
import { run } from './evenkeel.ts';

let folder: string;
let open: string[];

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const start = (...args: string[]) => run([...args, ...open], join(folder, 'data'));
const notesOf = (out: string): string[] => (JSON.parse(out) as { notes: string[] }).notes;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-cli-import-'));
  const key = file('key.txt', 'correct horse battery\n');
  open = ['--workspace', join(folder, 'force.evenkeel'), '--passphrase-file', key];
  expect((await start('init')).code).toBe(0);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('says which sheet of several alike is read, and warns of the others', async () => {
  const sheet = (name: string) =>
    textSheet(name, [
      ['ViSOR Ref', 'Team', 'Risk Level'],
      [`${name}1`, name, 'High'],
    ]);
  const book = file('caseload-2026-10-31.xlsx', workbook([sheet('Harbour'), sheet('Moor')]));
  const warning = 'Only the sheet “Harbour” is read. “Moor” (1 row) has the same headings';

  const loaded = await start('import', 'caseload', book);
  expect([loaded.code, loaded.err]).toEqual([0, expect.stringContaining(`Note: ${warning}`)]);
  expect(loaded.out).toContain('Loaded caseload-2026-10-31.xlsx, sheet “Harbour”, as at 2026-10-31');
  const again = await start('import', 'caseload', book, '--json');
  expect(notesOf(again.out)).toContainEqual(expect.stringContaining(warning));
});

it('warns of columns that nobody has said the meaning of, and stores the rest', async () => {
  const rows = Array.from({ length: 6 }, (_, at) => `D${String(at)},Harbour,21/08/2026,21/02/2027`);
  const extract = file('caseload-2026-09-30.csv', ['ViSOR Ref,Team,Last,Next due', ...rows, ''].join('\n'));
  const loaded = await start('import', 'caseload', extract, '--json');
  expect(loaded.code).toBe(0);
  const warning = expect.stringContaining('Not read, as nobody has said what they are: “Last”') as string;
  expect(notesOf(loaded.out)).toContainEqual(warning);
  expect(loaded.err).toEqual(warning);
});
