/** From an upload to its rows, read once however often it is asked for. */
import type { FileKind } from '#shared/contract/mapping.ts';
import type { Upload } from '../uploads.ts';
import { fieldsOf, fieldTable, type Duty } from './fields.ts';
import { readBook, type Book } from './readers/book.ts';
import { countKnown } from './table.ts';

const books = new WeakMap<Upload, Promise<Book>>();

const kinds: readonly FileKind[] = ['caseload', 'staff', 'abstractions'];

/** @throws AppError import-rejected when the file cannot be read */
export function openBook(upload: Upload, duties: readonly Duty[]): Promise<Book> {
  const held = books.get(upload);
  if (held) return held;
  const known = countKnown(fieldTable(kinds.flatMap((kind) => fieldsOf(kind, duties))));
  const book = readBook(upload.bytes, known);
  books.set(upload, book);
  return book;
}
