import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, exportFile, markedCsv } from '#shared/domain/export.ts';

const STARTS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

describe('a cell of a CSV file', () => {
  it.each(['=1+1', '+44', '-2', '@sum', ' =1', '\t=1', '\r=1', '\tx', '"=1', "' =1", ' "+1"', '＝1', '\n@x'])(
    'that might be taken for a formula is text: %j',
    (text) => {
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it.each(['A-1', 'a=b', '12', 'Smith+Jones', ''])('that cannot be one stays as it is: %j', (text) => {
    expect(csvCell(text)).toBe(text);
  });

  it('whatever it holds, comes back as one cell that starts no formula', () => {
    const texts = fc.array(
      fc.oneof(
        fc.string(),
        fc.tuple(fc.constantFrom(...STARTS), fc.string()).map((two) => two.join('')),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(texts, (cells) => {
        const [, read]: string[][] = parse(markedCsv([cells]), { bom: true, relax_column_count: true });
        expect(read).toHaveLength(cells.length);
        for (const [index, cell] of cells.entries()) expect([cell, `'${cell}`]).toContain(read?.[index]);
        for (const cell of read ?? []) expect(STARTS).not.toContain(cell.trimStart().charAt(0));
        for (const cell of read ?? []) expect(STARTS).not.toContain(cell.charAt(0));
      }),
      // Has an apostrophe of its own before the one it is given.
      { examples: [[["'-"]]] },
    );
  });

  it('that is a number stays one, below zero too', () => {
    expect(markedCsv([[-2, 3, null, '-2']])).toBe("\uFEFFOFFICIAL-SENSITIVE\r\n-2,3,,'-2\r\n");
  });
});

describe('the way out', () => {
  it('lets a marked file pass, and says what kind it is', () => {
    const file = exportFile({ name: 'account-caseload-2026-10-31.csv', content: markedCsv([['a']]) });
    expect(file).toMatchObject({ name: 'account-caseload-2026-10-31.csv', type: 'text/csv' });
  });

  it('takes the word of a workbook’s and a document’s writer, as both are compressed', () => {
    const content = new Uint8Array([0x50, 0x4b, 3, 4]);
    expect(exportFile({ name: 'work-list-plan-1.xlsx', content }).type).toContain('spreadsheetml');
    expect(exportFile({ name: 'weekly-pack-2026-11-25.docx', content }).type).toContain('wordprocessingml');
  });

  it.each([
    ['a.csv', 'reference,team\r\n'],
    ['a.json', '{"name":"x"}'],
    ['a.ics', `BEGIN:VCALENDAR${' '.repeat(500)}OFFICIAL-SENSITIVE`],
  ])('stops a file without the marking at its top: %s', (name, content) => {
    expect(() => exportFile({ name, content })).toThrow('marking OFFICIAL-SENSITIVE');
    expect(() => exportFile({ name, content: new TextEncoder().encode(content) })).toThrow('marking');
  });

  it.each([
    'Smith, John.csv',
    'Work list.csv',
    '../a.csv',
    'a.exe',
    'a',
    'D100001.csv',
    'a..csv',
    'con:.csv',
  ])('stops a name that may say more than what the file is: %s', (name) => {
    expect(() => exportFile({ name, content: markedCsv([]) })).toThrow('file name');
  });
});
