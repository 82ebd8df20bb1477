/** What is told of a file as a whole. */
import { describe, expect, it } from 'vitest';
import { ofGivenDay } from '#electron/engine/import/notes.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { inspect } from '#electron/engine/import/inspect.ts';
import { textSheet, workbook } from '../../../../fixtures/xlsx.ts';
import type { KeptMapping } from '#shared/contract/mapping.ts';
import { planBytes, readBytes } from './read-bytes.ts';

/** Those of how the file was read; these small files hold no dates of most duties, which is a note of its own. */
const ofReading = ({ notes }: { notes: string[] }): string[] =>
  notes.filter((note) => !note.startsWith('No date of'));

const undated = { dated: null, doubt: null };
const HEADINGS = ['ViSOR Ref', 'Team', 'Risk Level', 'Next Visit Due'];
const sheet = (name: string, count: number, headings = HEADINGS) =>
  textSheet(name, [
    headings,
    ...Array.from({ length: count }, (_, index) => [`${name}${String(index)}`, name, 'High', '21/12/2026']),
  ]);

describe('a workbook of several sheets with the same headings', () => {
  const book = workbook([
    sheet('Harbour', 3),
    sheet('Moor', 2),
    sheet('North', 1, HEADINGS.toReversed()),
    textSheet('Summary', [
      ['Team', 'Cases'],
      ['Harbour', '3'],
    ]),
  ]);

  it('is told as read in part, with the rows that are left', async () => {
    const { account } = await readBytes(book);
    expect(account).toMatchObject({ sheet: 'Harbour', rowsRead: 3 });
    expect(ofReading(account)).toEqual([
      'Only the sheet “Harbour” is read. “Moor” (2 rows) and “North” (1 row) have the same headings and are not read: choose the sheet that is meant, or put all rows on one sheet and load that.',
    ]);
  });

  it('is asked about until a sheet is chosen', async () => {
    const asked = async (sheet?: string) =>
      inspect('a.xlsx', 'caseload', await planBytes(book, { choice: { sheet } }), undated, null);
    const open = await asked();
    expect(open.questions).toContain('sheet');
    expect(open.alikeSheets.map(({ name }) => name)).toEqual(['Moor', 'North']);
    expect((await asked('Moor')).questions).not.toContain('sheet');
  });

  it('is no matter where the other sheets hold something else', async () => {
    const other = textSheet('Key', [
      ['Code', 'Meaning'],
      ['H', 'High'],
    ]);
    const { account } = await readBytes(workbook([sheet('Harbour', 3), other]));
    expect(ofReading(account)).toEqual([]);
  });
});

describe('what is usually read and was not', () => {
  const rows = (cells: string, count = 6) =>
    Array.from({ length: count }, (_, index) => `D${String(index)},Harbour,${cells}`);

  it('is told of columns that nobody was asked about, as under headings of two levels', async () => {
    const lines = [
      ',,Visit,,ARMS,',
      'ViSOR Ref,Team,Last,Next due,Last,Next due',
      ...rows('21/08/2026,21/02/2027,22/08/2026,22/02/2027'),
    ];
    const { account, cases } = await readBytes(lines.join('\n'));
    expect(cases[0]?.duties).toEqual([]);
    expect(ofReading(account)).toEqual([
      expect.stringMatching(
        /^Not read, as nobody has said what they are: “Last” \(perhaps .+\) and “Next due” \(perhaps .+\)\./,
      ),
    ]);
  });

  it('is told of columns of a kept mapping that are gone', async () => {
    const columns = ['ViSOR Ref', 'Team', 'Stufe'].map((heading, at) => ({
      heading,
      field: ['reference', 'team', 'risk'][at] ?? null,
      dateOrder: null,
    }));
    const mapping = { shape: 'record' as const, columns, codes: [] };
    const kept: KeptMapping[] = [{ id: 1, kind: 'caseload', name: 'ours', mapping, keptAt: '2026-10-31' }];
    const { account } = await readBytes(['ViSOR Ref,Team,Level', ...rows('High')].join('\n'), { kept });
    expect(ofReading(account)).toEqual([
      'The kept mapping “ours” reads “Stufe”, which this file does not have: what stood there is missing. Check the headings of the file.',
    ]);
  });

  it('is told of codes that nobody explains, but for slips of the pen', async () => {
    const lines = ['ViSOR Ref,Team,Risk Level', ...rows('S1'), ...rows('S2', 1).map((row) => `X${row}`)];
    const { account } = await readBytes(lines.join('\n'));
    expect(ofReading(account)).toEqual([
      expect.stringMatching(/^Not understood, as nobody has said what they mean: “S1” in “Risk Level”\./),
    ]);
  });
});

it('a duty of which no date is held is told, as planning takes its work as never done', async () => {
  const lines = ['ViSOR Ref,Team,Next Visit Due,Last ARMS', 'D1,Harbour,21/02/2027,21/08/2026', ''];
  const { account } = await readBytes(lines.join('\n'));
  expect(account.undated).toContainEqual({ duty: 'ARMS', hasDone: true });
  expect(account.notes).toEqual([
    expect.stringMatching(/^No date of RMP review.* is held, neither due nor done/),
  ]);
});

it('a day given otherwise than the file says is told, with what the file says', () => {
  const reading = (title: string) => planBytes(`${title}\nViSOR Ref,Team\nD1,Harbour\n`);
  const told = async (title: string, asAtFrom: 'given' | 'title') =>
    ofGivenDay('caseload.csv', await reading(title), { asAt: isoDate('2026-10-30'), asAtFrom });
  return Promise.all([
    expect(told('Caseload as at 31/10/2026', 'given')).resolves.toEqual([
      expect.stringContaining('as at 30 Oct 2026, as given, but the title in it says 31 Oct 2026.'),
    ]),
    expect(told('Caseload as at 30/10/2026', 'given')).resolves.toEqual([]),
    expect(told('Caseload as at 31/10/2026', 'title')).resolves.toEqual([]),
  ]);
});
