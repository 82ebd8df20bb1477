/** A file of any kind we read, as sheets of rows. Nothing here knows what a heading or a case is. */
import { readCsv } from './csv.ts';
import { kindOf } from './kind.ts';
import type { Book, CountKnown } from './rows.ts';
import { readXlsx } from './xlsx.ts';

export type { Book, CountKnown, Row, Sheet } from './rows.ts';

/**
 * Reads an extract whole: a CSV file or an Excel workbook. There is at least one sheet, and in each at least one row.
 * @throws AppError import-rejected, saying what is wrong and in which row
 */
export async function readBook(bytes: Uint8Array, countKnown: CountKnown): Promise<Book> {
  return kindOf(bytes) === 'zip' ? readXlsx(bytes) : readCsv(bytes, countKnown);
}
