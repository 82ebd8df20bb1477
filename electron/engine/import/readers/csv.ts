/** From a CSV file to rows, each with the line of the file on which it starts. */
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { Book, CountKnown, Row } from './rows.ts';
import { breaksIn, refuseCutOff, refuseHiddenRows, usualWidth } from './damage.ts';
import { decode } from './decode.ts';
import { delimiterNames, findDelimiter, namedDelimiter, parseOptions, type Delimiter } from './delimiter.ts';
import { wrongKind } from './kind.ts';
import { createSharer, isEmptyText, reject, RowCollector } from './limits.ts';

/** Spreadsheets leave lines of delimiters only, between the rows and below them: these say as little as an empty one. */
const isBlank = (cells: readonly string[]): boolean => cells.every(isEmptyText);

/** What csv-parse could not read, in words; `line` is where the record that failed starts. */
function unreadable(error: CsvError, line: number): Error {
  const row = String(line);
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return reject(
      `Row ${row} is longer than a megabyte; a row of an extract has a few hundred characters. Either a quotation mark is never closed, or this is another kind of file. Nothing was stored.`,
      { row: line },
    );
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return reject(
      `The file is cut off in the middle of row ${row}: a quotation mark that opens in it is never closed. Export or copy the file again. Nothing was stored.`,
      { row: line },
    );
  }
  return reject(`Row ${row} cannot be read as CSV. Export the file again. Nothing was stored.`, {
    row: line,
  });
}

type Parsed = { rows: Row[]; endsWithBreak: boolean };

async function parsePieces(
  pieces: Generator<string, void>,
  delimiter: Delimiter,
  skipFirst: boolean,
): Promise<Parsed> {
  const collector = new RowCollector();
  const share = createSharer();
  let line = 1;
  let last = '';
  const take = (cells: string[]): null => {
    if (!isBlank(cells) && !(skipFirst && line === 1)) collector.add({ line, cells: cells.map(share) });
    line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
    return null;
  };
  const parser = parse({ ...parseOptions(delimiter), on_record: take });
  parser.resume();
  try {
    await pipeline(function* () {
      for (const piece of pieces) {
        if (piece !== '') last = piece.at(-1) ?? '';
        yield Buffer.from(piece);
      }
    }, parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(error, line);
  }
  return { rows: collector.rows, endsWithBreak: last === '\n' || last === '\r' };
}

/**
 * Reads a CSV file into one sheet.
 * @throws AppError import-rejected, saying what is wrong and in which row
 */
export async function readCsv(bytes: Uint8Array, countKnown: CountKnown): Promise<Book> {
  const { encoding, pieces } = decode(bytes);
  const sample = pieces().next().value ?? '';
  const named = namedDelimiter(sample);
  const delimiter = named ?? findDelimiter(sample, countKnown);
  const { rows, endsWithBreak } = await parsePieces(pieces(), delimiter, named !== null);
  if (rows.length === 0) {
    throw wrongKind('a file with nothing but blank lines. Export the extract again.');
  }
  const width = usualWidth(rows);
  refuseHiddenRows(delimiter, width, rows);
  if (!endsWithBreak) refuseCutOff(width, rows);
  return {
    format: 'csv',
    encoding,
    delimiter: delimiterNames[delimiter],
    sheets: [{ name: null, rows }],
  };
}
