import { expect, it } from 'vitest';
import { AppError, classify, toReply } from '#electron/engine/errors.ts';

const withCode = (code: string): Error => Object.assign(new Error('inner text'), { code });

it.each([
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['SQLITE_READONLY_DIRECTORY', 'read-only'],
  ['EACCES', 'read-only'],
  ['EROFS', 'read-only'],
  ['SQLITE_BUSY', 'workspace-busy'],
  ['SQLITE_BUSY_SNAPSHOT', 'workspace-busy'],
  ['SQLITE_CORRUPT', 'workspace-corrupt'],
  ['SQLITE_CORRUPT_INDEX', 'workspace-corrupt'],
  ['SQLITE_NOTADB', 'key-wrong'],
])('%s becomes %s, without the words of the system', (code, expected) => {
  const error = classify(withCode(code));
  expect(error?.code).toBe(expected);
  expect(error?.message).not.toContain('inner text');
});

it.each([new Error('a bug'), withCode('SQLITE_CONSTRAINT_UNIQUE'), 'text', null, undefined])(
  'what is not known stays unexpected (%s)',
  (error) => {
    expect(classify(error)).toBeNull();
  },
);

it('a reply carries code, message, details and a reference, and no stack', () => {
  const reply = toReply(new AppError('conflict', 'There is one already.', { id: 1 }), 'abc');
  expect(reply).toEqual({
    code: 'conflict',
    message: 'There is one already.',
    details: { id: 1 },
    reference: 'abc',
  });
});
