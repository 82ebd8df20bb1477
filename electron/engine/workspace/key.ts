/** The cipher and the key. A passphrase goes to SQLite as bytes, so that quotes and any script are safe in it. */
import Database from 'better-sqlite3';

export type Driver = Database.Database & { key(key: Buffer): number };

/** What SQLCipher would take for a ready-made key and not as words to make one from. */
const RAW_KEY = /^x'/i;

/** The same passphrase typed on another system may use other code points for the same letters. */
function keyOf(passphrase: string): Buffer {
  const words = passphrase.normalize('NFC');
  return Buffer.from(RAW_KEY.test(words) ? ` ${words}` : words, 'utf8');
}

/** Opens the file with cipher and key set; nothing has been read of it yet, so nothing is proven. */
export function openDriver(path: string, passphrase: string, options: { mustExist: boolean }): Driver {
  const driver = new Database(path, { fileMustExist: options.mustExist, timeout: 250 }) as Driver;
  try {
    driver.pragma(`cipher = 'sqlcipher'`);
    driver.key(keyOf(passphrase));
    // The workspace belongs to one process: the lock is the system's, so it ends with the process, however it ends.
    driver.pragma('locking_mode = EXCLUSIVE');
  } catch (error) {
    driver.close();
    throw error;
  }
  return driver;
}

/** Encrypts a closed file with another passphrase. A crash half-way may leave it unreadable: for copies only. */
export function rekey(path: string, passphrase: string, newPassphrase: string): void {
  const driver = openDriver(path, passphrase, { mustExist: true });
  try {
    (driver as Driver & { rekey(key: Buffer): number }).rekey(keyOf(newPassphrase));
  } finally {
    driver.close();
  }
}
