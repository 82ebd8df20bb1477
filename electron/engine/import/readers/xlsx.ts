/** An Excel workbook as sheets of rows. */
import type { Book, Sheet } from './rows.ts';
import { SAVE_AS, wrongKind } from './kind.ts';
import { isEmptyText } from './limits.ts';
import { findWorkbook, readParts } from './xlsx-parts.ts';
import { readSheet } from './xlsx-sheet.ts';
import { openZip, type Zip } from './zip.ts';

function otherKind(zip: Zip): string {
  if (zip.has('xl/workbook.bin')) return `a binary Excel workbook (.xlsb). Open it in Excel, and ${SAVE_AS}.`;
  if (zip.has('word/document.xml')) return `a Word file. Copy the table in it into Excel, and ${SAVE_AS}.`;
  if (zip.has('mimetype') && zip.has('content.xml'))
    return `an OpenDocument file (.ods). Open it in LibreOffice or Excel, and ${SAVE_AS}.`;
  if (zip.names.some((name) => /\.(csv|xlsx|txt)$/i.test(name)))
    return 'a ZIP archive. Unpack it and choose the extract in it.';
  return `another ZIP archive. Open what is in it in Excel, and ${SAVE_AS}.`;
}

/**
 * Reads the sheets that are visible and not empty.
 * @throws AppError import-rejected for other archives, damaged workbooks, and those without a filled sheet
 */
export async function readXlsx(bytes: Uint8Array): Promise<Book> {
  const zip = openZip(bytes);
  const workbook = await findWorkbook(zip);
  if (workbook === null) throw wrongKind(otherKind(zip));
  const parts = await readParts(zip, workbook);
  const sheets: Sheet[] = [];
  for (const { name, path, isHidden } of parts.sheets) {
    if (isHidden) continue;
    const rows = await readSheet(zip.read(path), parts);
    const filled = rows.filter((row) => !row.cells.every(isEmptyText));
    if (filled.length > 0) sheets.push({ name, rows: filled });
  }
  if (sheets.length === 0)
    throw wrongKind(
      'a workbook in which every sheet is empty or hidden. Show the sheet with the rows in Excel, and save it again.',
    );
  return { format: 'xlsx', encoding: 'Excel', delimiter: 'none', sheets };
}
