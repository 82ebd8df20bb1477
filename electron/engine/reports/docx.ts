/**
 * A Word document out of headings, paragraphs, tables and pictures, A4 upright. The marking stands at the head of every
 * page, the title and the page's number at its foot. Headings are Word's own, so that readers and Word's outline find
 * them; a table's first row is its heading and comes again on each page. The same parts on the same day are the same
 * bytes. The package that writes it is loaded with the first document, as it is large.
 */
import type { ITableCellBorders, Paragraph as WordParagraph, Table as WordTableElement } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { IsoDate } from '#shared/domain/dates.ts';
import { MARKING } from '#shared/domain/export.ts';

type WordCell = string | number | null;

type WordTable = {
  columns: ReadonlyArray<{ heading: string; isNumber?: boolean }>;
  /** A strong row is a total, or the head of those below it. */
  rows: ReadonlyArray<{ cells: readonly WordCell[]; isStrong?: boolean }>;
};

type WordPicture = {
  png: Uint8Array;
  /** Shown so wide, and as high as its proportions make it; the page takes 640. */
  widthPx: number;
  heightPx: number;
  /** What it shows, for whoever cannot see it. */
  says: string;
};

export type WordPart =
  | { heading: string; level?: 1 | 2 | 3 }
  /** `quiet` is for sources and cautions. */
  | { text: string; look?: 'plain' | 'strong' | 'quiet' }
  | { table: WordTable }
  | { picture: WordPicture }
  /** What follows begins a page. */
  | { pageBreak: true };

type WordDocument = {
  title: string;
  /** The day in the file's properties. */
  madeOn: IsoDate;
  parts: readonly WordPart[];
};

type Docx = typeof import('docx');

/** Of A4 between its margins, in twentieths of a point. */
const MARGIN = 850;
const WIDTH = 11_906 - 2 * MARGIN;
const HEIGHT = 16_838;
const FONT = 'Calibri';
/** In half points. */
const TEXT_SIZE = 18;
const TABLE_SIZE = 16;
const QUIET = '595959';

export async function wordReport({ title, madeOn, parts }: WordDocument): Promise<Uint8Array<ArrayBuffer>> {
  const docx = await import('docx');
  const { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } = docx;
  const marking = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: MARKING, bold: true })],
  });
  const foot = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        size: TABLE_SIZE,
        children: [`${plain(title)} · page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
      }),
    ],
  });
  const document = new Document({
    title: plain(title),
    creator: 'Evenkeel',
    lastModifiedBy: 'Evenkeel',
    description: MARKING,
    styles: {
      default: {
        document: { run: { font: FONT, size: TEXT_SIZE, language: { value: 'en-GB' } } },
        heading1: headingLook(32, 0),
        heading2: headingLook(22, 140),
        heading3: headingLook(TEXT_SIZE, 100),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: WIDTH + 2 * MARGIN, height: HEIGHT },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, header: 400, footer: 400 },
          },
        },
        headers: { default: new Header({ children: [marking] }) },
        footers: { default: new Footer({ children: [foot] }) },
        children: blocksOf(docx, parts),
      },
    ],
  });
  return ofTheDay(new Uint8Array(await Packer.toArrayBuffer(document)), madeOn);
}

const headingLook = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: '000000' },
  paragraph: { spacing: { before, after: 40 }, keepNext: true },
});

/** A break is put on the part after it: a paragraph of its own would leave an empty line on top of the page. */
function blocksOf(docx: Docx, parts: readonly WordPart[]): Array<WordParagraph | WordTableElement> {
  let breaksBefore = false;
  const blocks: Array<WordParagraph | WordTableElement> = [];
  for (const part of parts) {
    if ('pageBreak' in part) {
      breaksBefore = blocks.length > 0;
      continue;
    }
    if (breaksBefore && 'table' in part) {
      blocks.push(new docx.Paragraph({ pageBreakBefore: true }));
      breaksBefore = false;
    }
    blocks.push(...blockOf(docx, part, breaksBefore));
    breaksBefore = false;
  }
  return blocks;
}

function blockOf(
  docx: Docx,
  part: Exclude<WordPart, { pageBreak: true }>,
  pageBreakBefore: boolean,
): Array<WordParagraph | WordTableElement> {
  const { HeadingLevel, ImageRun, Paragraph, TextRun } = docx;
  if ('heading' in part) {
    const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
    const heading = levels[part.level ?? 1];
    return [new Paragraph({ heading, pageBreakBefore, children: [new TextRun(plain(part.heading))] })];
  }
  if ('text' in part) {
    const look = {
      ...(part.look === 'strong' ? { bold: true } : {}),
      ...(part.look === 'quiet' ? { color: QUIET, size: TABLE_SIZE } : {}),
    };
    const children = [new TextRun({ text: plain(part.text), ...look })];
    return [new Paragraph({ pageBreakBefore, spacing: { after: 40 }, children })];
  }
  if ('table' in part)
    return [tableOf(docx, part.table), new Paragraph({ spacing: { after: 0, line: 120 } })];
  const { png, widthPx, heightPx, says } = part.picture;
  const altText = { name: plain(says), description: plain(says), title: plain(says) };
  const picture = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: widthPx, height: heightPx },
    altText,
  });
  return [new Paragraph({ pageBreakBefore, children: [picture] })];
}

function tableOf(docx: Docx, { columns, rows }: WordTable): WordTableElement {
  const { Table, TableLayoutType, TableRow, WidthType } = docx;
  const widths = columnWidths({ columns, rows });
  const line = (cells: readonly WordCell[], isHead: boolean, isStrong: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: columns.map(({ isNumber }, index) =>
        cellOf(docx, cells[index] ?? null, {
          isNumber: isNumber ?? false,
          isStrong: isHead || isStrong,
          isHead,
          width: widths[index] ?? 0,
        }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      line(
        columns.map(({ heading }) => heading),
        true,
        true,
      ),
      ...rows.map(({ cells, isStrong }) => line(cells, false, isStrong ?? false)),
    ],
  });
}

type CellLook = { isNumber: boolean; isStrong: boolean; isHead: boolean; width: number };

function cellOf(docx: Docx, cell: WordCell, { isNumber, isStrong, isHead, width }: CellLook) {
  const { AlignmentType, BorderStyle, Paragraph, ShadingType, TableCell, TextRun, WidthType } = docx;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const thin = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' };
  const borders: ITableCellBorders = { top: thin, bottom: thin, left: none, right: none };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders,
    margins: { top: 10, bottom: 10, left: 60, right: 60 },
    ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'EDEDED', color: 'auto' } } : {}),
    children: [
      new Paragraph({
        alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text: shown(cell), bold: isStrong, size: TABLE_SIZE })],
      }),
    ],
  });
}

/** A missing value is a dash, never a zero. */
const shown = (cell: WordCell): string => {
  if (cell === null) return '–';
  return typeof cell === 'number' ? cell.toLocaleString('en-GB', { maximumFractionDigits: 2 }) : plain(cell);
};

const NARROWEST = 7;
const WIDEST = 40;

/** Columns share the page by the longest text in each, within bounds. */
function columnWidths({ columns, rows }: WordTable): number[] {
  const weights = columns.map(({ heading }, index) => {
    const longest = Math.max(
      // A heading breaks between its words.
      ...heading.split(' ').map((word) => word.length + 1),
      ...rows.map(({ cells }) => shown(cells[index] ?? null).length),
    );
    return Math.min(WIDEST, Math.max(NARROWEST, longest));
  });
  const total = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => Math.floor((WIDTH * weight) / total));
}

/** What no XML may hold is left out: text comes from extracts and from people. */
const plain = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');

/** The writer puts in the time of day twice over; the day of the report stands in its place. */
function ofTheDay(written: Uint8Array, madeOn: IsoDate): Uint8Array<ArrayBuffer> {
  const files = unzipSync(written);
  const about = files['docProps/core.xml'];
  if (!about) throw new Error('A Word document was expected to hold its properties.');
  const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
  files['docProps/core.xml'] = strToU8(strFromU8(about).replace(time, `${madeOn}T00:00:00Z`));
  return zipSync(files, { mtime: new Date('2000-01-01T00:00:00Z') });
}
