/** The plain bytes of an encrypted workspace, page by page, free pages and log included: what someone with the key could find. */
import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const PAGE = 4096;
const SALT = 16;
/** At the end of each page: the initialisation vector, then the authentication code. */
const RESERVED = 80;
const IV = 16;
const WAL_HEADER = 32;
const FRAME_HEADER = 24;

function plainPage(page: Buffer, key: Buffer, isFirst: boolean): Buffer {
  const iv = page.subarray(PAGE - RESERVED, PAGE - RESERVED + IV);
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const body = page.subarray(isFirst ? SALT : 0, PAGE - RESERVED);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/** Pages of the file, and of its log where it has one. */
export function plainPages(path: string, passphrase: string): Buffer {
  const bytes = readFileSync(path);
  const key = pbkdf2Sync(passphrase, bytes.subarray(0, SALT), 256_000, 32, 'sha512');
  const pages: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += PAGE) {
    pages.push(plainPage(bytes.subarray(at, at + PAGE), key, at === 0));
  }
  if (existsSync(`${path}-wal`)) {
    const log = readFileSync(`${path}-wal`);
    for (let at = WAL_HEADER; at + FRAME_HEADER + PAGE <= log.length; at += FRAME_HEADER + PAGE) {
      const start = at + FRAME_HEADER;
      const isFirst = log.readUInt32BE(at) === 1;
      pages.push(plainPage(log.subarray(start, start + PAGE), key, isFirst));
    }
  }
  return Buffer.concat(pages);
}
