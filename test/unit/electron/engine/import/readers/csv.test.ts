import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { AppError } from '#electron/engine/errors.ts';
import { readBook, type CountKnown, type Sheet } from '#electron/engine/import/readers/book.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const readAll = async (input: Uint8Array, known: CountKnown = () => 0) => {
  const { sheets, ...rest } = await readBook(input, known);
  const sheet: Sheet | undefined = sheets[0];
  const [headings, ...rows] = sheet?.rows ?? [];
  return { ...rest, headings: headings?.cells, rows };
};
const read = (text: string) => readAll(bytes(text));
const utf16 = (text: string, isBigEndian: boolean): Buffer => {
  const buffer = Buffer.from(text, 'utf16le');
  return isBigEndian ? buffer.swap16() : buffer;
};

describe('encodings', () => {
  const text = 'Ref,Team\r\nD1,St Piran’s café\r\n';
  const rows = [{ line: 2, cells: ['D1', 'St Piran’s café'] }];

  it('UTF-8, with and without its mark', async () => {
    expect(await read(text)).toMatchObject({ encoding: 'UTF-8', headings: ['Ref', 'Team'], rows });
    expect(await read(`\ufeff${text}`)).toMatchObject({ encoding: 'UTF-8', headings: ['Ref', 'Team'], rows });
  });

  it.each([
    ['little-endian with its mark', true, false, 'UTF-16LE'],
    ['little-endian without', false, false, 'UTF-16LE'],
    ['big-endian with its mark', true, true, 'UTF-16BE'],
    ['big-endian without', false, true, 'UTF-16BE'],
  ])('UTF-16 %s', async (_, hasMark, isBigEndian, encoding) => {
    const input = utf16(`${hasMark ? '\ufeff' : ''}${text}`, isBigEndian);
    expect(await readAll(input)).toMatchObject({ encoding, headings: ['Ref', 'Team'], rows });
  });

  it('Windows-1252 where it is not UTF-8, with titles and totals around the table', async () => {
    const lines = 'OFFICIAL-SENSITIVE;;\rCaf\xe9 list\rRef;Team;Risk\rD1;a\x92s, b;x\rD2;a;x\rTotal;2';
    expect(await readAll(Buffer.from(lines, 'latin1'))).toMatchObject({
      encoding: 'Windows-1252',
      delimiter: 'semicolon',
      rows: [
        { line: 2, cells: ['Café list'] },
        { line: 3, cells: ['Ref', 'Team', 'Risk'] },
        { line: 4, cells: ['D1', 'a’s, b', 'x'] },
        { line: 5 },
        { line: 6, cells: ['Total', '2'] },
      ],
    });
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty file'],
    ['blank lines', bytes(' \r\n\r\n'), 'nothing but blank lines'],
    ['bytes', Uint8Array.from([65, 0, 0, 1, 66]), 'not text'],
    ['a PDF', bytes('%PDF-1.7'), 'a PDF'],
    ['a picture', Uint8Array.from([0xff, 0xd8, 0xff]), 'a picture'],
  ])('%s: refused', async (_, input, found) => {
    await expect(readAll(input)).rejects.toThrow(found);
  });
});

describe('rows', () => {
  it('carry the line on which they start, blank lines and lines inside cells counted', async () => {
    const table = await read('Ref,Note\n\nD1,"two\nlines"\r\nD2,"three\r\nlines\r\nhere"\n\n\nD3,x\n');
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
  ])('are parted by %s', async (name, mark) => {
    const table = await read(`Ref${mark}Team\nD1${mark}Harbour\n`);
    expect(table).toMatchObject({
      delimiter: name,
      headings: ['Ref', 'Team'],
      rows: [{ cells: ['D1', 'Harbour'] }],
    });
  });

  it('are parted by the mark under which most headings are known', async () => {
    const known = (headings: readonly string[]): number =>
      headings.filter((heading) => heading === 'Ref').length;
    expect((await readAll(bytes('Ref;"a,b,c,d";Team\n1;2;3\n'), known)).delimiter).toBe('semicolon');
  });

  it('may hold stray quotation marks', async () => {
    expect((await read('Ref,Note\nD1,5" wide\n')).rows[0]?.cells).toEqual(['D1', '5" wide']);
  });

  it('of only empty cells are none, as a blank line is', async () => {
    expect((await read('Ref,Team\n,\n\n , \nD1,x\n,')).rows).toEqual([{ line: 5, cells: ['D1', 'x'] }]);
  });
});

describe('a quotation mark opened by mistake', () => {
  const headings = 'Ref,Surname,Team,Risk,Status';
  const row = (reference: string, surname = 'x'): string => `${reference},${surname},a,b,c`;

  it('is refused where it hides rows, as these would be lost without a word', async () => {
    const text = [headings, row('D1'), row('D2', '"Row'), row('D3'), row('D4'), row('D5', '"Elm"'), ''];
    await expect(read(text.join('\n'))).rejects.toThrow('Row 3 hides other rows');
    const closed = [headings, row('D1', '"Row'), row('D2'), 'D3,x",a,b,c', ''];
    await expect(read(closed.join('\r\n'))).rejects.toThrow('Row 2 hides other rows');
  });

  it('is no matter in one row, and prose over several lines is none', async () => {
    const text = [headings, row('D1', '"one, two,\nthree, four\nfive"'), row('D2', 'R"ow'), ''];
    expect((await read(text.join('\n'))).rows).toHaveLength(2);
  });
});

it('the delimiter may be named in a line of its own, as Excel does', async () => {
  expect(await read('sep=;\r\nRef;Team\r\nD1;a,b\r\n')).toMatchObject({
    delimiter: 'semicolon',
    headings: ['Ref', 'Team'],
    rows: [{ line: 3, cells: ['D1', 'a,b'] }],
  });
});

describe('a file cut off', () => {
  it('shows by a short last row without a line break', async () => {
    await expect(read('Ref,Team,Risk\nD1,x,y\nD2,x')).rejects.toThrow('middle of row 3');
  });

  it('is not suspected where short rows are usual, nor where the last row ends properly', async () => {
    expect((await read('Ref,Team,Risk\nD1,x\nD2,x')).rows).toHaveLength(2);
    expect((await read('Ref,Team,Risk\nD1,x,y\nD2,x\n')).rows).toHaveLength(2);
    expect((await read('Ref,Team,Risk\nD1,x,y\nD2,x,y')).rows).toHaveLength(2);
  });

  it('shows by a quotation mark that is never closed', async () => {
    await expect(read('Ref,Team\nD1,x\nD2,"y\nD3,z\n')).rejects.toThrow('middle of row 3');
  });
});

it('too many columns are refused', async () => {
  await expect(read(`${'a,'.repeat(300)}\n`)).rejects.toThrow('at most 200');
});

it('a row of over a megabyte is refused', async () => {
  await expect(read(`a,b\n1,"${'x'.repeat(1_100_000)}"\n`)).rejects.toThrow('longer than a megabyte');
});

it('what is written by the rules of CSV comes back cell for cell, but for blank rows', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '|', '\n', '\r', ' ', '7') });
  const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 });
  const mark = fc.constantFrom(',', ';', '\t', '|');
  const end = fc.constantFrom('\n', '\r', '\r\n');
  const encode = fc.constantFrom<(text: string) => Uint8Array>(
    bytes,
    (text) => utf16(`\ufeff${text}`, false),
    (text) => utf16(`\ufeff${text}`, true),
    (text) => Buffer.from(text, 'latin1'),
  );
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(rows, mark, end, encode, async (cells, delimiter, lineEnd, toBytes) => {
      const lines = [['Ref', 'Team', 'Risk'], ...cells].map(
        (row) => row.map(quote).join(delimiter) + lineEnd,
      );
      const known = (line: readonly string[]): number => (line.join() === 'Ref,Team,Risk' ? 3 : 0);
      const book = await readAll(toBytes(lines.join('')), known);
      expect(book.rows.map((row) => row.cells)).toEqual(
        cells.filter((row) => row.some((cell) => cell.trim() !== '')),
      );
    }),
  );
});

it('any bytes are read or refused, never anything else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (input) => {
      const outcome = await readAll(input).catch((error: unknown) => error);
      expect(outcome instanceof AppError || Array.isArray((outcome as { rows?: unknown }).rows)).toBe(true);
    }),
  );
});
