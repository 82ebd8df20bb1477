/** What is told of a file as a whole. */
import { describe, expect, it } from 'vitest';
import { inspect } from '#electron/engine/import/inspect.ts';
import { textSheet, workbook } from '../../../../fixtures/xlsx.ts';
import { planBytes, readBytes } from './read-bytes.ts';

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
    expect(account.notes).toEqual([
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
    expect((await readBytes(workbook([sheet('Harbour', 3), other]))).account.notes).toEqual([]);
  });
});
