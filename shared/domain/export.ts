/**
 * What every file that leaves the tool holds to: the marking, cells that no spreadsheet takes for a formula, a name
 * that says nothing of anybody. `exportFile` is the one door: only what has passed it can be saved.
 */

/** Stands on everything that goes out. */
export const MARKING = 'OFFICIAL-SENSITIVE';

/** Tells a spreadsheet that the text after it is UTF-8. */
const UTF8_MARK = '\uFEFF';

/** A sign that starts a formula, full-width ones too, behind whatever a spreadsheet strips or unquotes first. */
const FORMULA = /^[\s"']*[=+\-@＝＋－＠]|^\s*[\t\r]/;

/** True for a text that a spreadsheet might take for a formula. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);

/** One cell. Values come from a file that somebody else made: an apostrophe makes a formula text. */
export function csvCell(text: string): string {
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type CsvRow = ReadonlyArray<string | number | null>;

/** Rows as CSV, each ended by a line break. A missing value is an empty cell; a number is no formula, below zero too. */
const csvText = (rows: readonly CsvRow[]): string =>
  rows
    .map(
      (row) =>
        `${row.map((cell) => (typeof cell === 'number' ? String(cell) : csvCell(cell ?? ''))).join(',')}\r\n`,
    )
    .join('');

/** A whole CSV file's text: the marking stands on its first line. */
export const markedCsv = (rows: readonly CsvRow[]): string => UTF8_MARK + csvText([[MARKING], ...rows]);

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar',
  json: 'application/json',
} as const;

declare const hasPassed: unique symbol;

/** A file that may leave the tool. */
export type ExportFile = {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly [hasPassed]: true;
};

/** What the file is, in words that are ours, then figures: never a name, a reference or a title from an extract. */
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*\.(csv|xlsx|docx|ics|json)$/;

/** The marking stands where somebody who opens the file sees it first. */
const MARKED_WITHIN = 400;

const startOf = (content: ExportFile['content']): string =>
  typeof content === 'string'
    ? content.slice(0, MARKED_WITHIN)
    : String.fromCharCode(...content.subarray(0, MARKED_WITHIN));

/**
 * Lets a file out.
 * @throws Error when its name may say too much or the marking is missing: a fault of ours, not of the person
 */
export function exportFile({ name, content }: Pick<ExportFile, 'name' | 'content'>): ExportFile {
  const [, , ending] = NAME.exec(name) ?? [];
  if (ending === undefined) {
    throw new Error(`Expected a file name of small letters, figures and hyphens, found one of another kind.`);
  }
  // A workbook or document is compressed: its writer puts the marking in, whatever it is given.
  const isMarked = ending === 'xlsx' || ending === 'docx' || startOf(content).includes(MARKING);
  if (!isMarked) {
    throw new Error(`Expected the marking ${MARKING} at the top of ${name}, found none.`);
  }
  const type = mediaTypes[ending as keyof typeof mediaTypes];
  return { name, type, content } as ExportFile;
}
