/** What kind of file it is, by its first bytes. A name ends in anything. */
import { reject } from './limits.ts';

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

/** An error that says what was expected, what was found, and what to do. */
export const wrongKind = (found: string) =>
  reject(`A CSV file or an Excel workbook (.xlsx) was expected, found ${found}`);

export const SAVE_AS = 'save it as Excel workbook (.xlsx) or CSV';

/** Old Office files and those under a password are small file systems; the names in them are UTF-16. */
function oldOffice(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string): boolean => file.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage'))
    return `a file under a password. Open it in Excel, take the password off (File, Info, Protect Workbook), and ${SAVE_AS}.`;
  if (holds('WordDocument')) return `an old Word file. Copy the table in it into Excel, and ${SAVE_AS}.`;
  return `an old Excel workbook (.xls) or another old Office file. Open it in Excel, and ${SAVE_AS}.`;
}

/**
 * Tells a workbook, which is a ZIP archive, from text.
 * @throws AppError import-rejected for an empty file and for kinds that are never an extract
 */
export function kindOf(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.byteLength === 0) throw wrongKind('an empty file. Export the extract again and check its size.');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw wrongKind(oldOffice(bytes));
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    throw wrongKind('a PDF. Ask for the extract as Excel workbook (.xlsx) or CSV.');
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff))
    throw wrongKind('a picture. Choose the extract that was saved as Excel workbook (.xlsx) or CSV.');
  return 'text';
}
