/** Errors of the engine: thrown as AppError, converted once by the dispatcher. */
import { randomUUID } from 'node:crypto';
import type { ErrorCode, ErrorReply } from '#shared/contract/errors.ts';

/** An error a person can act on: what was expected, what was found, what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

const systemErrors = {
  full: {
    code: 'disk-full',
    message: 'The disk is full, so nothing was stored. Make room on the disk and try again.',
  },
  readOnly: {
    code: 'read-only',
    message:
      'The file or its folder may not be written to. Check that it is not write-protected, or use another folder.',
  },
  busy: {
    code: 'workspace-busy',
    message:
      'Expected a workspace that nobody else has open; this one is open in another window or program. Nothing was changed. Close it there and try again.',
  },
  corrupt: {
    code: 'workspace-corrupt',
    message: 'The workspace file is damaged and cannot be read. Restore it from a backup.',
  },
  key: {
    code: 'key-wrong',
    message: 'This passphrase does not open the workspace.',
  },
  place: {
    code: 'not-found',
    message:
      'No file of that name can be there: the name is too long, or part of the path is not a folder. Choose another name or folder.',
  },
  drive: {
    code: 'unavailable',
    message:
      'The drive that holds the workspace could not be read or written. Check that it is connected, then open the workspace again.',
  },
} satisfies Record<string, { code: ErrorCode; message: string }>;

export const damaged = (): AppError => new AppError(systemErrors.corrupt.code, systemErrors.corrupt.message);

const kindByCode: Record<string, keyof typeof systemErrors> = {
  SQLITE_FULL: 'full',
  ENOSPC: 'full',
  EDQUOT: 'full',
  SQLITE_READONLY: 'readOnly',
  SQLITE_CANTOPEN: 'readOnly',
  SQLITE_PERM: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  EROFS: 'readOnly',
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_CORRUPT: 'corrupt',
  SQLITE_NOTADB: 'key',
  SQLITE_IOERR: 'drive',
  EIO: 'drive',
  ENOTDIR: 'place',
  EEXIST: 'place',
  ENAMETOOLONG: 'place',
  ENOENT: 'place',
};

/** The system's or SQLite's code of an error, `SQLITE_IOERR_WRITE` and the like; null when it has none. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The error as an AppError where it is of a known kind; null where it is unexpected. */
export function classify(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  if (code === null) return null;
  const kind = kindByCode[code] ?? kindByCode[code.split('_').slice(0, 2).join('_')];
  const known = kind === undefined ? undefined : systemErrors[kind];
  return known ? new AppError(known.code, known.message) : null;
}

/** Short enough to be read out over a telephone, random enough to be found in the log. */
export const newReference = (): string => randomUUID().slice(0, 8);

export function toReply(error: AppError, reference: string = newReference()): ErrorReply {
  return { code: error.code, message: error.message, details: error.details, reference };
}
