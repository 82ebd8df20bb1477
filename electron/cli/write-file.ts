/** Files that commands write. */
import { randomUUID } from 'node:crypto';
import { readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { Option } from 'commander';
import { backupFolder } from '#electron/engine/workspace/backup-files.ts';
import { WORKSPACE_ENDING } from '#shared/contract/workspace.ts';
import { Refusal, systemCode, UsageError } from './errors.ts';
import type { Common } from './options.ts';

/** How a file of several formats is asked for. */
export const formatOption = (formats: readonly string[]): Option =>
  new Option('--format <format>', 'how it is written; by the ending of the file when absent').choices(
    formats,
  );

/** The format named, or the one that the file's name ends in. */
export function formatOf<T extends string>(
  formats: readonly T[],
  { format, out }: { format?: T; out: string },
): T {
  const ending = extname(out).slice(1).toLowerCase();
  const found = format ?? formats.find((one) => one === ending);
  if (found !== undefined) return found;
  throw new UsageError(
    `Expected --format, or a file name that ends in one of ${formats.join(', ')}; found "${out}".`,
  );
}

/** What a file is, whatever it is called: the same through links, other spellings and names of another case. */
async function identityOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found && `${String(found.dev)}/${String(found.ino)}`;
}

const BESIDE = /^(-wal|-shm|-journal|\.before-\d+)$/;

/** The workspace, and what lies beside it under its name: its log, and copies made before migrations. */
async function workspaceFiles(workspace: string): Promise<string[]> {
  const [folder, own] = [dirname(workspace), basename(workspace).toLowerCase()];
  const names = await readdir(folder).catch(() => []);
  const beside = names.filter(
    (name) => name.toLowerCase().startsWith(own) && BESIDE.test(name.slice(own.length)),
  );
  return [workspace, ...beside.map((name) => join(folder, name))];
}

/** The folder that a file is to lie in, and all that this one lies in. */
async function foldersAbove(file: string): Promise<string[]> {
  const folders: string[] = [];
  let folder = await realpath(dirname(file)).catch(() => dirname(file));
  while (folders.at(-1) !== folder) {
    folders.push(folder);
    folder = dirname(folder);
  }
  return folders;
}

async function isAnyOf(path: string, others: readonly string[]): Promise<boolean> {
  const identity = await identityOf(path);
  if (identity === null) return false;
  for (const other of others) if ((await identityOf(other)) === identity) return true;
  return false;
}

/** What would be lost if a file were written there; null when nothing that is needed. */
async function lossAt(file: string, { workspace, passphraseFile }: Common): Promise<string | null> {
  if (passphraseFile !== undefined && (await isAnyOf(file, [passphraseFile])))
    return 'the file that holds the passphrase';
  if (workspace !== undefined) {
    const real = await realpath(workspace).catch(() => resolve(workspace));
    for (const path of new Set([resolve(workspace), real])) {
      if (await isAnyOf(file, await workspaceFiles(path))) return 'the workspace itself';
      for (const folder of await foldersAbove(file)) {
        if (await isAnyOf(folder, [backupFolder(path)])) return 'a place among the backups of the workspace';
      }
    }
  }
  const isThere = (await identityOf(file)) !== null;
  return isThere && extname(file).toLowerCase() === WORKSPACE_ENDING ? 'a workspace' : null;
}

/** Where a command may write. */
type OutFile = string & { readonly isOutFile: unique symbol };

/**
 * The file that `--out` names, before anything is done that the log would tell of.
 * @throws Refusal invalid-input when a workspace, a backup or the passphrase would be lost by it
 */
export async function outFile(options: Common & { out: string }): Promise<OutFile> {
  const file = resolve(options.out);
  const loss = await lossAt(file, options);
  if (loss === null) return file as OutFile;
  throw new Refusal(
    'invalid-input',
    `Expected --out to name a file that may be replaced; "${options.out}" is ${loss}. Choose another name. Nothing was written.`,
  );
}

/** Written whole before it takes the place of what stands there; a pipe or a device is written to as it is. */
async function replace(file: string, content: Uint8Array): Promise<void> {
  const isOther = await stat(file).then(
    (found) => !found.isFile(),
    () => false,
  );
  if (isOther) return writeFile(file, content);
  // A name of its own: what stands under any other is somebody's.
  const part = `${file}.${randomUUID()}.part`;
  try {
    await writeFile(part, content, { mode: 0o600, flag: 'wx' });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Replaces a file of that name, all of it or nothing; only its owner may read it. */
export async function write(file: OutFile, content: Uint8Array): Promise<void> {
  try {
    await replace(file, content);
  } catch (error) {
    const why = systemCode(error) ?? 'unknown reason';
    throw new Refusal('unavailable', `"${file}" could not be written (${why}). Choose another place.`);
  }
}
