/**
 * A workbook of one sheet, as Excel and its likes open it: headings that stay and filter, numbers as numbers, months
 * as dates. All text stands inline as text, so that no cell is ever a formula; what looks like one carries Excel's own
 * sign for text, so that it stays text when somebody edits the cell or saves it as CSV. The marking stands on the first
 * line and on every printed page.
 */
import { strToU8, zipSync } from 'fflate';
import { daysBetween, firstDayOf, isoDate, type Month } from '#shared/domain/dates.ts';
import { looksLikeFormula, MARKING } from '#shared/domain/export.ts';
import type { ReportCell, ReportTable } from './report-table.ts';

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

/** A day and its number in a sheet. Before it the numbers are off by one: Excel has a 29 February 1900. */
const ANCHOR = { day: isoDate('1900-03-01'), number: 61 };

export function xlsxReport(table: ReportTable): Uint8Array<ArrayBuffer> {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(sheetName(table.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="mmm\\ yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf quotePrefix="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet(table),
  };
  // One time of day for every file, so that the same report is the same bytes.
  const mtime = new Date('2000-01-01T00:00:00Z');
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(XML + text)])),
    { mtime },
  );
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
  if (typeof cell === 'object') {
    return `<c r="${at}" s="${String(MONTH)}"><v>${String(dayNumber(cell.month))}</v></c>`;
  }
  const look = looksLikeFormula(cell) ? QUOTED : (style ?? (cell.length > 40 ? WRAPPED : 0));
  return `<c r="${at}" s="${String(look)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

const dayNumber = (month: Month): number => ANCHOR.number + daysBetween(ANCHOR.day, firstDayOf(month));

/** `A` to `Z`: a report has no more columns than that. */
const columnName = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

/** A sheet's name has at most 31 characters, and none of these. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters, which XML does not know, are left out; what Excel would read as an escape is escaped. */
const escapeXml = (text: string): string =>
  text

    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
