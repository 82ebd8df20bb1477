/** Passphrases kept on this computer, encrypted by the operating system for this person's account. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** What is used of Electron's `safeStorage`. */
export type SafeStorage = {
  isEncryptionAvailable(): boolean;
  /** On Linux only. */
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
};

/** Backends of Linux that keep a key nobody else can read. `basic_text` has one that is public. */
const SAFE_BACKENDS: readonly string[] = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'];

/** Why passphrases cannot be kept safely here, in words; null when they can. */
export function whyNotSafe(safe: SafeStorage, platform: NodeJS.Platform): string | null {
  if (!safe.isEncryptionAvailable()) {
    return 'The operating system offers no protected place for passphrases to this account.';
  }
  if (platform !== 'linux') return null;
  const backend = safe.getSelectedStorageBackend?.() ?? 'unknown';
  if (SAFE_BACKENDS.includes(backend)) return null;
  return 'This desktop has no keyring, so a passphrase kept here could be read by anybody who gets at the disk.';
}

const Kept = z.record(z.string(), z.string());

export type Remembered = {
  whyNot(): string | null;
  paths(): string[];
  /** Null when none is kept, or when it can no longer be read. */
  find(path: string): string | null;
  keep(path: string, passphrase: string): void;
  forget(path: string): void;
};

/** @param file in which the encrypted passphrases are kept, by path of the workspace */
export function openRemembered(file: string, safe: SafeStorage, platform: NodeJS.Platform): Remembered {
  const whyNot = (): string | null => whyNotSafe(safe, platform);
  const read = (): z.infer<typeof Kept> => {
    try {
      return Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return {};
    }
  };
  const write = (kept: z.infer<typeof Kept>): void => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const unfinished = `${file}.part`;
    writeFileSync(unfinished, JSON.stringify(kept), { mode: 0o600 });
    renameSync(unfinished, file);
  };

  return {
    whyNot,
    paths: () => (whyNot() === null ? Object.keys(read()) : []),
    find(path) {
      const encrypted = read()[path];
      if (encrypted === undefined || whyNot() !== null) return null;
      try {
        return safe.decryptString(Buffer.from(encrypted, 'base64'));
      } catch {
        // The account's keyring was made anew: the passphrase is asked for again.
        return null;
      }
    },
    keep(path, passphrase) {
      if (whyNot() !== null) return;
      write({ ...read(), [path]: safe.encryptString(passphrase).toString('base64') });
    },
    forget(path) {
      const { [path]: forgotten, ...others } = read();
      if (forgotten !== undefined) write(others);
    },
  };
}
