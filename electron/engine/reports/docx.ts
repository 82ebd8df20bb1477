/**
 * A Word document out of headings, paragraphs, tables and charts, A4 upright. The marking stands at the head of every
 * page, the title and the page's number at its foot. Headings are Word's own, so that readers and Word's outline find
 * them; a table's first row is its heading and comes again on each page. The same parts on the same day are the same
 * bytes. The package that writes it is loaded with the first document, as it is large.
 */
import type * as DocxPackage from 'docx';
import type * as DocxCharts from 'docx/charts';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { DocumentCell, DocumentPart, DocumentTable } from '#shared/domain/document.ts';
import { MARKING } from '#shared/domain/export.ts';
import { showNumber } from '#shared/planning/figures.ts';

/** Lines over equal steps, drawn by Word itself, which keeps their figures with them: "Edit data" opens these. */
export type WordChart = {
  /** What each step is called. */
  steps: readonly string[];
  /** A value for each step; null leaves a gap. */
  lines: ReadonlyArray<{ name: string; values: ReadonlyArray<number | null>; look: LineLook }>;
  /** `format` as a spreadsheet writes one. */
  axis: { minimum: number; maximum: number; interval: number; format: string };
  /** What it shows, for whoever cannot see it. */
  says: string;
};
export type LineLook = Required<Pick<DocxCharts.ChartLine, 'color' | 'width' | 'dash'>>;

export type WordPart =
  | DocumentPart
  | { chart: WordChart }
  /** What follows begins a page. */
  | { pageBreak: true };

type WordDocument = {
  title: string;
  /** The day in the file's properties. */
  madeOn: IsoDate;
  parts: readonly WordPart[];
};

type Docx = typeof DocxPackage & Pick<typeof DocxCharts, 'ChartRun'>;
type Block = DocxPackage.Paragraph | DocxPackage.Table;

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
  const docx: Docx = { ...(await import('docx')), ...(await import('docx/charts')) };
  const { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph } = docx;
  const marking = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [textRun(docx, { text: MARKING, bold: true })],
  });
  const foot = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      textRun(docx, {
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

const textRun = (docx: Docx, options: DocxPackage.IRunOptions) => new docx.TextRun(options);

const headingLook = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: '000000' },
  paragraph: { spacing: { before, after: 40 }, keepNext: true },
});

/** A break is put on the part after it: a paragraph of its own would leave an empty line on top of the page. */
function blocksOf(docx: Docx, parts: readonly WordPart[]): Block[] {
  let breaksBefore = false;
  const blocks: Block[] = [];
  for (const part of parts) {
    if ('pageBreak' in part) {
      breaksBefore = blocks.length > 0;
      continue;
    }
    if (breaksBefore && 'table' in part) {
      blocks.push(new docx.Paragraph({ pageBreakBefore: true }));
      breaksBefore = false;
    }
    blocks.push(...blockOf(docx, part, { breaksBefore, place: blocks.length + 1 }));
    breaksBefore = false;
  }
  return blocks;
}

function blockOf(
  docx: Docx,
  part: Exclude<WordPart, { pageBreak: true }>,
  { breaksBefore: pageBreakBefore, place }: { breaksBefore: boolean; place: number },
): Block[] {
  const { HeadingLevel, Paragraph } = docx;
  if ('heading' in part) {
    const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
    const heading = levels[part.level ?? 1];
    return [
      new Paragraph({ heading, pageBreakBefore, children: [textRun(docx, { text: plain(part.heading) })] }),
    ];
  }
  if ('text' in part) {
    const look = {
      ...(part.look === 'strong' ? { bold: true } : {}),
      ...(part.look === 'quiet' ? { color: QUIET, size: TABLE_SIZE } : {}),
    };
    const children = [textRun(docx, { text: plain(part.text), ...look })];
    return [new Paragraph({ pageBreakBefore, spacing: { after: 40 }, children })];
  }
  if ('table' in part)
    return [tableOf(docx, part.table), new Paragraph({ spacing: { after: 0, line: 120 } })];
  // The package's own list of what a paragraph takes leaves its charts out.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  return [new Paragraph({ pageBreakBefore, children: [chartOf(docx, part.chart, place)] })];
}

/** In pixels; the page takes 640. */
const CHART = { width: 640, height: 300 };

/** @param place its own in the document, or Word calls the file damaged */
function chartOf(
  { ChartRun }: Docx,
  { steps, lines, axis, says }: WordChart,
  place: number,
): DocxCharts.ChartRun {
  const { minimum, maximum, interval, format } = axis;
  return new ChartRun({
    type: 'line',
    categories: steps.map(plain),
    series: lines.map(({ name, values, look }) => ({
      name: plain(name),
      values,
      color: look.color,
      line: look,
    })),
    categoryAxis: { labelRotation: 0 },
    valueAxis: { minimum, maximum, interval, numberFormat: format },
    font: { name: FONT, color: '000000' },
    chartArea: { border: 'none' },
    transformation: CHART,
    altText: { id: String(place), name: plain(says), description: plain(says), title: plain(says) },
  });
}

function tableOf(docx: Docx, { columns, rows }: DocumentTable): DocxPackage.Table {
  const { Table, TableLayoutType, TableRow, WidthType } = docx;
  const widths = columnWidths({ columns, rows });
  const line = (cells: readonly DocumentCell[], isHead: boolean, isStrong: boolean) =>
    new TableRow({
      cantSplit: true,
      ...(isHead ? { tableHeader: true } : {}),
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

function cellOf(docx: Docx, cell: DocumentCell, { isNumber, isStrong, isHead, width }: CellLook) {
  const { AlignmentType, BorderStyle, Paragraph, ShadingType, TableCell, WidthType } = docx;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const thin = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' };
  const borders: DocxPackage.ITableCellBorders = { top: thin, bottom: thin, left: none, right: none };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders,
    margins: { top: 10, bottom: 10, left: 60, right: 60 },
    ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'EDEDED', color: 'auto' } } : {}),
    children: [
      new Paragraph({
        alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [textRun(docx, { text: shown(cell), bold: isStrong, size: TABLE_SIZE })],
      }),
    ],
  });
}

/** A missing value is a dash, never a zero. */
const shown = (cell: DocumentCell): string => {
  if (cell === null) return '–';
  return typeof cell === 'number' ? showNumber(cell) : plain(cell);
};

const NARROWEST = 7;
const WIDEST = 40;

/** Columns share the page by the longest text in each, within bounds. */
function columnWidths({ columns, rows }: DocumentTable): number[] {
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

/** The writer puts in the time of day and names of chance; the day of the report and numbers stand in their place. */
function ofTheDay(written: Uint8Array, madeOn: IsoDate): Uint8Array<ArrayBuffer> {
  const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
  const numbers = new Map<string, number>();
  const numbered = (byChance: string): string => {
    const number = numbers.get(byChance) ?? numbers.size + 1;
    numbers.set(byChance, number);
    return `rIdNamed${String(number)}`;
  };
  return zipAnew(written, (name, bytes) => {
    if (name.endsWith('.xlsx')) return zipAnew(bytes, (_, own) => own);
    const text = strFromU8(bytes).replace(/rId[\w-]{21}(?=")/g, numbered);
    return strToU8(name === 'docProps/core.xml' ? text.replace(time, `${madeOn}T00:00:00Z`) : text);
  });
}

function zipAnew(
  written: Uint8Array,
  change: (name: string, bytes: Uint8Array) => Uint8Array,
): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(unzipSync(written))) files[name] = change(name, bytes);
  return zipSync(files, { mtime: new Date('2000-01-01T00:00:00Z') });
}
