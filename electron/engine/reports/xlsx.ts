/**
 * A workbook, a sheet for each table, as Excel and its likes open it: headings that stay and filter, numbers as numbers,
 * months as dates. A formula stands only where our own code wrote one, with the value it comes to. All text stands
 * inline as text; what looks like a formula carries Excel's own sign for text, so that it stays text when somebody edits
 * the cell or saves it as CSV. The marking stands on each sheet's first line and on every printed page.
 */
import { strToU8, zipSync } from 'fflate';
import { daysBetween, firstDayOf, isoDate, type Month } from '#shared/domain/dates.ts';
import { looksLikeFormula, MARKING } from '#shared/domain/export.ts';
import type { MonthCell, NumberCell, NumberLook, ReportCell, ReportTable } from './report-table.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Numbers of the formats in `xl/styles.xml`. */
const BOLD = 1;
const MONTH = 2;
const WRAPPED = 3;
const QUOTED = 4;
/** The formats of numbers come after these, in this order. */
const FIRST_NUMBER = 5;
const numberFormats: Record<NumberLook, string> = {
  whole: '#,##0',
  tenth: '#,##0.0',
  share: '0.0\\ %',
  pounds: '"£"#,##0;\\−"£"#,##0',
  ratio: '"1:"0.0',
};
const looks = Object.keys(numberFormats) as NumberLook[];
const styleOf = (look: NumberLook): number => FIRST_NUMBER + looks.indexOf(look);

/** A day and its number in a sheet. Before it the numbers are off by one: Excel has a 29 February 1900. */
const ANCHOR = { day: isoDate('1900-03-01'), number: 61 };

export const xlsxReport = (table: ReportTable): Uint8Array<ArrayBuffer> => xlsxBook([table]);

/** @param tables each a sheet, under names that differ */
export function xlsxBook(tables: readonly ReportTable[]): Uint8Array<ArrayBuffer> {
  const parts = tables.map((table, index) => ({ table, file: `sheet${String(index + 1)}.xml` }));
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(parts.map(({ file }) => file)),
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': workbook(tables),
    'xl/_rels/workbook.xml.rels': relations(
      ...parts.map(({ file }): [string, string] => ['worksheet', `worksheets/${file}`]),
      ['styles', 'styles.xml'],
    ),
    'xl/styles.xml': styles(),
    ...Object.fromEntries(parts.map(({ table, file }) => [`xl/worksheets/${file}`, sheet(table)])),
  };
  // One time of day for every file, so that the same report is the same bytes.
  const mtime = new Date('2000-01-01T00:00:00Z');
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(XML + text)])),
    { mtime },
  );
}

function contentTypes(sheets: readonly string[]): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}" ContentType="${TYPE}.${type}+xml"/>`;
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook.xml', 'sheet.main')}${sheets.map((file) => part(`worksheets/${file}`, 'worksheet')).join('')}${part('styles.xml', 'styles')}</Types>`;
}

/** Formulas are worked out again as the workbook is opened: what is shown is never older than what it rests on. */
function workbook(tables: readonly ReportTable[]): string {
  const sheets = tables.map(({ name }, index) => {
    const number = String(index + 1);
    return `<sheet name="${escapeXml(sheetName(name))}" sheetId="${number}" r:id="rId${number}"/>`;
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets><calcPr fullCalcOnLoad="1"/></workbook>`;
}

const MONTH_FORMAT = 164;

function styles(): string {
  const formats = ['mmm\\ yyyy', ...looks.map((look) => numberFormats[look])];
  const numbers = formats.map(
    (code, index) => `<numFmt numFmtId="${String(MONTH_FORMAT + index)}" formatCode="${escapeXml(code)}"/>`,
  );
  const shown = looks.map(
    (_, index) => `<xf numFmtId="${String(MONTH_FORMAT + 1 + index)}" applyNumberFormat="1"/>`,
  );
  return `<styleSheet xmlns="${MAIN}"><numFmts count="${String(formats.length)}">${numbers.join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${String(FIRST_NUMBER + looks.length)}"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="${String(MONTH_FORMAT)}" applyNumberFormat="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf quotePrefix="1"/>${shown.join('')}</cellXfs></styleSheet>`;
}

const relations = (...targets: Array<[type: string, target: string]>): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], index) => `<Relationship Id="rId${String(index + 1)}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

function sheet({ titles: own, columns, rows }: ReportTable): string {
  const titles = [MARKING, ...own];
  const head = titles.length + 1;
  const last = columnName(columns.length - 1);
  const lines = [
    ...titles.map((title, index) => row(index + 1, [title], BOLD)),
    row(
      head,
      columns.map(({ heading }) => heading),
      BOLD,
    ),
    ...rows.map((cells, index) => row(head + 1 + index, cells)),
  ];
  const widths = columns
    .map(({ width }, index) => {
      const at = String(index + 1);
      return `<col min="${at}" max="${at}" width="${String(width)}" customWidth="1"/>`;
    })
    .join('');
  const pane = `<pane ySplit="${String(head)}" topLeftCell="A${String(head + 1)}" activePane="bottomLeft" state="frozen"/>`;
  const area = `A${String(head)}:${last}${String(head + rows.length)}`;
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="${area}"/><pageSetup orientation="landscape" fitToHeight="0"/><headerFooter><oddHeader>&amp;C${escapeXml(MARKING)}</oddHeader></headerFooter></worksheet>`;
}

const row = (number: number, cells: readonly ReportCell[], style?: number): string =>
  `<row r="${String(number)}">${cells.map((cell, index) => cellXml(`${columnName(index)}${String(number)}`, cell, style)).join('')}</row>`;

function cellXml(at: string, cell: ReportCell, style?: number): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${String(cell)}</v></c>`;
  if (typeof cell === 'object') return valueXml(at, cell);
  const look = looksLikeFormula(cell) ? QUOTED : (style ?? (cell.length > 40 ? WRAPPED : 0));
  return `<c r="${at}" s="${String(look)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

/** A formula that comes to nothing shows an empty text. */
function valueXml(at: string, cell: MonthCell | NumberCell): string {
  const [value, look] =
    'month' in cell
      ? [cell.month === null ? null : dayNumber(cell.month), MONTH]
      : [cell.number, styleOf(cell.look)];
  if (cell.formula === undefined) {
    return value === null ? '' : `<c r="${at}" s="${String(look)}"><v>${String(value)}</v></c>`;
  }
  const kind = value === null ? ' t="str"' : '';
  return `<c r="${at}" s="${String(look)}"${kind}><f>${escapeXml(cell.formula)}</f><v>${value === null ? '' : String(value)}</v></c>`;
}

const dayNumber = (month: Month): number => ANCHOR.number + daysBetween(ANCHOR.day, firstDayOf(month));

const LETTERS = 26;

/** `A` to `Z`, then `AA` to `ZZ`. */
export function columnName(index: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (index % LETTERS));
  return index < LETTERS ? letter : columnName(Math.floor(index / LETTERS) - 1) + letter;
}

/** The sheet's row in which a table's rows begin: under the marking, the title lines and the headings. */
export const firstRow = ({ titles }: Pick<ReportTable, 'titles'>): number => titles.length + 3;

/** A sheet's name has at most 31 characters, and none of these. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters, which XML does not know, are left out; what Excel would read as an escape is escaped. */
const escapeXml = (text: string): string =>
  text

    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
