/** From the rows of a file to its table. */
import { describe, expect, it } from 'vitest';
import { planBytes, readBytes } from './read-bytes.ts';

const TITLED = [
  'OFFICIAL-SENSITIVE',
  'ViSOR Ref;Team;Risk',
  'K1;Harbour;High',
  'K2;Harbour;Low',
  'Total;2',
  '',
].join('\n');

describe('where the table lies', () => {
  it('titles above the headings and totals below the rows are told from rows', async () => {
    const { table } = await planBytes(TITLED);
    expect(table).toMatchObject({
      headingLine: 2,
      titleLines: [{ row: 1, text: 'OFFICIAL-SENSITIVE' }],
      totalsLines: [{ row: 5, text: 'Total · 2' }],
    });
    expect(table.rows.map((row) => row.line)).toEqual([3, 4]);
  });

  it.each(['Total,,300', 'Report produced by: Information team,,'])(
    'blank lines of delimiters are no rows, and hide no closing line: %s',
    async (closing) => {
      const lines = [
        'ViSOR Ref,Team,Risk,MAPPA Level',
        'D1,Harbour,High,2',
        ',,,',
        ' , ,,',
        'D2,Harbour,Low,1',
      ];
      const { account } = await readBytes([...lines, closing, ',,,', ',,,', ''].join('\n'));
      expect(account).toMatchObject({ rowsRead: 2, accepted: 2, rejected: [], totalsLines: [{ row: 6 }] });
      expect(account.teams).toEqual([{ team: 'Harbour', accepted: 2 }]);
    },
  );

  it('the headings may stand anywhere in the first 20 lines', async () => {
    const titles = Array.from({ length: 18 }, (_, index) => `Note number ${String(index)}`);
    const { table } = await planBytes([...titles, 'ViSOR Ref,Team,Risk', 'D1,Harbour,High', ''].join('\n'));
    expect(table.headingLine).toBe(19);
    expect(table.titleLines).toHaveLength(18);
  });

  it('headings of another kind of file are found, though values below them are headings of this one', async () => {
    const people = Array.from({ length: 14 }, (_, at) => [
      `PC${String(at)}`,
      'Harbour',
      'Offender Manager',
      'Officer',
      '0.8',
    ]);
    people[10] = ['PS1', 'Harbour', 'Supervisor', 'Officer', '1'];
    const lines = [['Collar No', 'Team', 'Role', 'Contract', 'FTE'], ...people, []];
    const { table } = await planBytes(lines.map((cells) => cells.join(',')).join('\n'));
    expect(table).toMatchObject({ headingLine: 1, titleLines: [] });
    expect(table.rows).toHaveLength(14);
  });

  it('headings that are known may hold a number', async () => {
    const { table } = await planBytes('OFFICIAL\nViSOR Ref,Team,2026\nD1,Harbour,x\nD2,Moor,y\n');
    expect(table.headingLine).toBe(2);
  });

  it('a row whose reference is a word is a row, not a total', async () => {
    const { table } = await planBytes('ViSOR Ref,Team,Risk\nTotal1,Harbour,High\nD2,Harbour,Low\n');
    expect(table.rows).toHaveLength(2);
  });

  it('who made the report is not kept', async () => {
    const { table } = await planBytes('Prepared by Jane Doe\nViSOR Ref,Team\nD1,Harbour\n');
    expect(table.titleLines).toEqual([{ row: 1, text: '(not kept)' }]);
  });
});
