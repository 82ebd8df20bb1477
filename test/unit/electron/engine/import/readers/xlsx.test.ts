import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#electron/engine/errors.ts';
import { readBook } from '#electron/engine/import/readers/book.ts';
import { asZip64, workbook, zip, type SheetXml } from '../../../../../fixtures/xlsx.ts';

const read = (bytes: Uint8Array) => readBook(bytes, () => 0);
const sheet = (rows: string, more: Partial<SheetXml> = {}): SheetXml => ({ name: 'A', rows, ...more });
const cellsOf = async (cells: string, strings: string[] = [], properties = '') =>
  (await read(workbook([sheet(`<row r="1">${cells}</row>`)], strings, properties))).sheets[0]?.rows[0]?.cells;

describe('cells', () => {
  it('hold texts, shared, rich, in place, or computed, untrimmed', async () => {
    const strings = [
      '<t xml:space="preserve"> a &amp; b </t>',
      '<r><t>ri</t></r><r><t>ch</t></r><rPh><t>x</t></rPh>',
    ];
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>in_x000A_line</t></is></c><c r="D1" t="str"><f>1</f><v>computed &#128512;</v></c><c r="E1" t="inlineStr"><is><t>0012</t></is></c>';
    expect(await cellsOf(cells, strings)).toEqual([' a & b ', 'rich', 'in\nline', 'computed 😀', '0012']);
  });

  it('hold numbers as plain text', async () => {
    const values = ['0.8', '46326', '1E5', '0.30000000000000004', '1e-7', '-0', '-2.50'];
    expect(await cellsOf(values.map((value) => `<c><v>${value}</v></c>`).join(''))).toEqual([
      '0.8',
      '46326',
      '100000',
      '0.3',
      '0.0000001',
      '0',
      '-2.5',
    ]);
  });

  it('hold dates by their format, also with a time of day; other formats stay numbers', async () => {
    const cells =
      '<c s="1"><v>46326</v></c><c s="2"><v>46326.999999</v></c><c s="3"><v>0.5</v></c><c s="4"><v>0.8</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c><c t="d"><v>2026-10-31T10:00:00</v></c>';
    expect(await cellsOf(cells)).toEqual([
      '2026-10-31',
      '2026-10-31',
      '0.5',
      '0.8',
      '1900-02-28',
      '1900-03-01',
      '2026-10-31',
    ]);
  });

  it('hold dates counted from 1904', async () => {
    expect(await cellsOf('<c s="1"><v>44864</v></c>', [], 'date1904="1"')).toEqual(['2026-10-31']);
  });

  it('hold Yes, No, errors, and computed values', async () => {
    const cells =
      '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f><v>2</v></c><c t="str"><f>""</f></c><c s="1"/><c><v>3</v></c>';
    expect(await cellsOf(cells)).toEqual(['Yes', 'No', '#N/A', '2', '', '', '3']);
  });
});

describe('rows', () => {
  it('carry the number of the sheet, below titles and blank rows, and are as wide as the widest', async () => {
    const rows =
      '<row r="2"><c r="B2"><v>1</v></c></row><row r="4"><c r="A4" s="1"/></row><row r="9"><c r="A9"><v>1</v></c><c r="D9"><v>4</v></c></row><row><c><v>5</v></c></row>';
    expect((await read(workbook([sheet(rows)]))).sheets[0]?.rows).toEqual([
      { line: 2, cells: ['', '1', '', ''] },
      { line: 9, cells: ['1', '', '', '4'] },
      { line: 10, cells: ['5', '', '', ''] },
    ]);
  });

  it('of a false number, or more columns than an extract has, are refused', async () => {
    const row = (r: string, c: string) =>
      read(workbook([sheet(`<row r="${r}"><c r="${c}"><v>1</v></c></row>`)]));
    await expect(row('999999999999', 'A1')).rejects.toThrow('not in order');
    await expect(row('1', 'XFD1')).rejects.toThrow('16384 columns; at most 200');
  });
});

it('sheets that are hidden or empty are left out', async () => {
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const sheets = [
    sheet(row, { name: 'Cases &amp; more' }),
    sheet(row, { state: 'hidden' }),
    sheet(row, { state: 'veryHidden' }),
    sheet(''),
    sheet(row, { name: 'Staff' }),
  ];
  const book = await read(workbook(sheets));
  expect(book).toMatchObject({ format: 'xlsx', encoding: 'Excel', delimiter: 'none' });
  expect(book.sheets.map(({ name }) => name)).toEqual(['Cases & more', 'Staff']);
  await expect(read(workbook([sheet(row, { state: 'hidden' })]))).rejects.toThrow('empty or hidden');
});

describe('other files', () => {
  const ole = (name: string): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(name, 'utf16le')]);

  it.each([
    ['an old workbook', ole('Workbook'), '.xls'],
    ['a workbook under a password', ole('EncryptedPackage'), 'under a password'],
    ['an old Word file', ole('WordDocument'), 'old Word file'],
    ['OpenDocument', zip({ mimetype: 'application/vnd.oasis', 'content.xml': '<a/>' }), '.ods'],
    ['a binary workbook', zip({ 'xl/workbook.bin': 'x' }), '.xlsb'],
    ['a Word file', zip({ 'word/document.xml': '<a/>' }), 'a Word file'],
    ['another archive', zip({ 'a.bin': 'x' }), 'another ZIP archive'],
  ])('%s: said what to save it as', async (_, bytes, found) => {
    await expect(read(bytes)).rejects.toThrow(found);
    await expect(read(bytes)).rejects.toThrow('save it as Excel workbook (.xlsx) or CSV');
  });
});

describe('a workbook in an archive with wide sizes (ZIP64)', () => {
  const wide = () => asZip64(workbook([sheet('<row r="1"><c><v>1</v></c><c><v>2</v></c></row>')]));

  it('is read like any other', async () => {
    expect((await read(wide())).sheets).toEqual([{ name: 'A', rows: [{ line: 1, cells: ['1', '2'] }] }]);
  });

  it('is refused where its wide records lead nowhere', async () => {
    const bytes = Buffer.from(wide());
    bytes.writeBigUInt64LE(BigInt(bytes.length), bytes.length - 22 - 20 + 8);
    await expect(read(bytes)).rejects.toThrow('damaged');
  });
});

describe('archives that would fill the memory are refused', () => {
  const small = workbook([sheet('<row r="1"><c r="A1"><v>1</v></c></row>')]);
  /** Rewrites the declared size of every entry in the table of contents. */
  const declare = (size: number): Uint8Array => {
    const file = Buffer.from(small);
    for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 4))
      file.writeUInt32LE(size, at + 24);
    return file;
  };

  it('by what they declare', async () => {
    await expect(read(declare(400 * 1024 * 1024))).rejects.toThrow('more than 512\u00a0MB');
    await expect(read(declare(60 * 1024 * 1024))).rejects.toThrow('200 times');
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`f${String(index)}`, '']));
    await expect(read(zip(many))).rejects.toThrow('holds 2001 files');
  });

  it('by unpacking to more than they declare', async () => {
    await expect(read(declare(10))).rejects.toThrow('more than it declares');
  });
});

it('a damaged workbook is read or refused, never anything else', async () => {
  const rows = Array.from(
    { length: 20 },
    (_, index) => `<row r="${String(index + 1)}"><c s="1"><v>46326</v></c></row>`,
  );
  const whole = workbook([sheet(rows.join(''))], ['<t>a</t>']);
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 5 }),
      fc.nat(whole.length),
      async (changes, cut) => {
        const bytes = Uint8Array.from(cut % 3 === 0 ? whole.subarray(0, cut) : whole);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const outcome = await read(bytes).catch((error: unknown) => error);
        expect(
          outcome instanceof AppError ||
            (typeof outcome === 'object' && outcome !== null && 'sheets' in outcome),
        ).toBe(true);
      },
    ),
  );
});

const shared = new URL('../../../../../../../shared/data/extracts/caseload-2026-10-31.xlsx', import.meta.url);
it.skipIf(!existsSync(shared))('reads the extract of a real export whole', async () => {
  const { sheets } = await read(readFileSync(shared));
  expect(sheets[0]?.name).toBe('Extract');
  const headings = sheets[0]?.rows.findIndex((row) => row.line === 2) ?? -1;
  expect(sheets[0]?.rows.slice(headings + 1)).toHaveLength(2232);
});
