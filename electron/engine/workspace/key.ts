/** The cipher and the key. A passphrase goes to SQLite as bytes, so that quotes and any script are safe in it. */
import { pbkdf2Sync } from 'node:crypto';
import Database from 'better-sqlite3';

export type Driver = Database.Database & {
  key(key: Buffer): number;
  rekey(key: Buffer): number;
};

/** What SQLCipher would take for a ready-made key and not as words to make one from. */
const RAW_KEY = /^x'/i;

/** The file's own key, as it is made from the passphrase; what a recovery key stands for. */
export type RawKey = { raw: Buffer };
export type Key = string | RawKey;

/** The same passphrase typed on another system may use other code points for the same letters. */
function keyOf(key: Key): Buffer {
  if (typeof key !== 'string') return Buffer.from(`x'${key.raw.toString('hex')}'`, 'utf8');
  const words = key.normalize('NFC');
  return Buffer.from(RAW_KEY.test(words) ? ` ${words}` : words, 'utf8');
}

/** SQLCipher's own derivation, with the parameters of its fourth version. */
const DERIVATION = { rounds: 256_000, bytes: 32, digest: 'sha512' };

/** The key that SQLCipher makes of the passphrase for this file, by the salt in it. */
export function rawKeyOf(driver: Driver, passphrase: string): RawKey {
  const salt = String(driver.prepare("SELECT sqlite3mc_codec_data('cipher_salt')").pluck().get());
  const { rounds, bytes, digest } = DERIVATION;
  return { raw: pbkdf2Sync(keyOf(passphrase), Buffer.from(salt, 'hex'), rounds, bytes, digest) };
}

/** Opens the file with cipher and key set; nothing has been read of it yet, so nothing is proven. */
export function openDriver(path: string, key: Key, options: { mustExist: boolean }): Driver {
  const driver = new Database(path, { fileMustExist: options.mustExist, timeout: 250 }) as Driver;
  try {
    driver.pragma(`cipher = 'sqlcipher'`);
    driver.key(keyOf(key));
    // The workspace belongs to one process: the lock is the system's, so it ends with the process, however it ends.
    driver.pragma('locking_mode = EXCLUSIVE');
  } catch (error) {
    driver.close();
    throw error;
  }
  return driver;
}

/**
 * Encrypts every page of a closed file anew with another passphrase, under a salt of its own. A crash half-way may
 * leave it unreadable: for copies only.
 */
export function encryptAnew(path: string, current: Key, next: string): void {
  const driver = openDriver(path, current, { mustExist: true });
  try {
    driver.pragma('journal_mode = DELETE');
    driver.rekey(keyOf(next));
  } finally {
    driver.close();
  }
}
