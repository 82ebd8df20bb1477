import { describe, expect, it } from 'vitest';
import { readCsv } from '#electron/engine/import/csv.ts';
import { decode } from '#electron/engine/import/decode.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readCsv(bytes(text), () => 0);

describe('encodings', () => {
  const text = 'Ref,Team\r\nD1,St Piran’s café\r\n';

  it('UTF-8, with and without its mark', () => {
    expect(decode(bytes(text))).toEqual({ text, encoding: 'UTF-8' });
    expect(decode(bytes(`\ufeff${text}`))).toEqual({ text, encoding: 'UTF-8' });
  });

  it('Windows-1252 where it is not UTF-8', () => {
    const latin = Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x92, 0x73]);
    expect(decode(latin)).toEqual({ text: 'Café’s', encoding: 'Windows-1252' });
  });

  it.each([
    ['little-endian with its mark', true, false, 'UTF-16LE'],
    ['little-endian without', false, false, 'UTF-16LE'],
    ['big-endian with its mark', true, true, 'UTF-16BE'],
    ['big-endian without', false, true, 'UTF-16BE'],
  ])('UTF-16 %s', (_, hasMark, isBigEndian, encoding) => {
    const buffer = Buffer.from(`${hasMark ? '\ufeff' : ''}${text}`, 'utf16le');
    expect(decode(isBigEndian ? buffer.swap16() : buffer)).toEqual({ text, encoding });
  });

  it('refuses what is not text', () => {
    expect(() => decode(new Uint8Array())).toThrow('empty file');
    expect(() => decode(bytes(' \r\n\r\n'))).toThrow('nothing but blank lines');
    expect(() => decode(Uint8Array.from([65, 0, 0, 1, 66]))).toThrow('not text');
  });
});

describe('rows', () => {
  it('carry the line on which they start, blank lines and lines inside cells counted', () => {
    const table = read('Ref,Note\n\nD1,"two\nlines"\r\nD2,"three\r\nlines\r\nhere"\n\n\nD3,x\n');
    expect(table.headings).toEqual(['Ref', 'Note']);
    expect(table.rows.map((row) => [row.line, row.cells[0]])).toEqual([
      [3, 'D1'],
      [5, 'D2'],
      [10, 'D3'],
    ]);
  });

  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ])('are parted by %s', (name, mark) => {
    const table = read(`Ref${mark}Team\nD1${mark}Harbour\n`);
    expect(table).toMatchObject({
      delimiter: name,
      headings: ['Ref', 'Team'],
      rows: [{ cells: ['D1', 'Harbour'] }],
    });
  });

  it('are parted by the mark under which most headings are known', () => {
    const known = (headings: string[]): number => headings.filter((heading) => heading === 'Ref').length;
    expect(readCsv(bytes('Ref;"a,b,c,d";Team\n1;2;3\n'), known).delimiter).toBe('semicolon');
  });

  it('may hold stray quotation marks', () => {
    expect(read('Ref,Note\nD1,5" wide\n').rows[0]?.cells).toEqual(['D1', '5" wide']);
  });

  it('of only empty cells are rows; a blank line is none', () => {
    expect(read('Ref,Team\n,\n\nD1,x\n').rows).toHaveLength(2);
  });
});

describe('a quotation mark opened by mistake', () => {
  const headings = 'Ref,Surname,Team,Risk,Status';
  const row = (reference: string, surname = 'x'): string => `${reference},${surname},a,b,c`;

  it('is refused where it hides rows, as these would be lost without a word', () => {
    const text = [headings, row('D1'), row('D2', '"Row'), row('D3'), row('D4'), row('D5', '"Elm"'), ''];
    expect(() => read(text.join('\n'))).toThrow('Row 3 hides other rows');
    const closed = [headings, row('D1', '"Row'), row('D2'), 'D3,x",a,b,c', ''];
    expect(() => read(closed.join('\r\n'))).toThrow('Row 2 hides other rows');
  });

  it('is no matter in one row, and prose over several lines is none', () => {
    const text = [headings, row('D1', '"one, two,\nthree, four\nfive"'), row('D2', 'R"ow'), ''];
    expect(read(text.join('\n')).rows).toHaveLength(2);
  });
});

it('the delimiter may be named in a line of its own, as Excel does', () => {
  expect(read('sep=;\r\nRef;Team\r\nD1;a,b\r\n')).toMatchObject({
    delimiter: 'semicolon',
    headings: ['Ref', 'Team'],
    rows: [{ line: 3, cells: ['D1', 'a,b'] }],
  });
});

describe('a file cut off', () => {
  it('shows by a short last row without a line break', () => {
    expect(() => read('Ref,Team,Risk\nD1,x,y\nD2,x')).toThrow('middle of row 3');
  });

  it('is not suspected where short rows are usual, nor where the last row ends properly', () => {
    expect(read('Ref,Team,Risk\nD1,x\nD2,x').rows).toHaveLength(2);
    expect(read('Ref,Team,Risk\nD1,x,y\nD2,x\n').rows).toHaveLength(2);
    expect(read('Ref,Team,Risk\nD1,x,y\nD2,x,y').rows).toHaveLength(2);
  });

  it('shows by a quotation mark that is never closed', () => {
    expect(() => read('Ref,Team\nD1,x\nD2,"y\nD3,z\n')).toThrow('middle of row 3');
  });
});

it('too many columns are refused', () => {
  expect(() => read(`${'a,'.repeat(300)}\n`)).toThrow('at most 200');
});
