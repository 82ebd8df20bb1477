/** Room on the disk, looked at before a copy is begun: a full disk is told, not met half-way. */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { showMegabytes } from '#shared/planning/figures.ts';
import { AppError } from '../errors.ts';

/** What a file system needs beside the bytes of the file itself. */
const SPARE = 256 * 1024;

/**
 * @param what names the work, as in "The backup"
 * @throws AppError disk-full when there is less room beside `target` than `bytes` and a little more
 */
export function requireRoom(target: string, bytes: number, what: string): void {
  const { bavail, bsize } = statfsSync(dirname(target));
  const free = bavail * bsize;
  const needed = bytes + SPARE;
  if (free >= needed) return;
  throw new AppError(
    'disk-full',
    `${what} needs ${showMegabytes(needed)} free in ${dirname(target)}; there are ${showMegabytes(free)}. Nothing was changed. Make room on the disk, or choose another folder, and try again.`,
    { needed, free },
  );
}
