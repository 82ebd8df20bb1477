import { describe, expect, it } from 'vitest';
import type { ImportAccount, ImportIssue } from '#shared/contract/imports.ts';
import { isoDate } from '#shared/domain/dates.ts';
import {
  columnUse,
  groupIssues,
  isSumRight,
  rowList,
  rowSum,
} from '../../../../renderer/features/import/model.ts';
import {
  nameProblem,
  passphraseProblem,
  triesSentence,
  workspacePath,
} from '../../../../renderer/features/start/model.ts';

const issue = (row: number, column: string, reason: string): ImportIssue => ({
  row,
  column,
  value: 'x',
  reason,
});

const account: ImportAccount = {
  fileName: 'caseload.csv',
  asAt: isoDate('2026-10-31'),
  asAtFrom: 'file-name',
  encoding: 'UTF-8',
  delimiter: 'comma',
  mapping: 'standard',
  columns: [
    { heading: 'ViSOR Ref', field: 'reference', leftOut: null },
    { heading: 'Surname', field: null, leftOut: 'personal' },
    { heading: 'Shoe size', field: null, leftOut: 'unknown' },
  ],
  rowsRead: 2244,
  accepted: 2230,
  duplicates: { exact: 5, conflicting: 4 },
  conflicts: [],
  rejected: [1, 2, 3, 4, 5].map((row) => ({ row, reason: 'no team' })),
  issues: [],
  teams: [],
};

describe('the account of a file', () => {
  it('adds up in sight, and says so when it does not', () => {
    const [whole, ...parts] = rowSum(account).map((part) => part.count);
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(whole);
    expect(isSumRight(account)).toBe(true);
    expect(isSumRight({ ...account, accepted: 2229 })).toBe(false);
  });

  it('groups issues by column and reason, the most frequent first', () => {
    const groups = groupIssues([
      issue(4, 'Risk Level', 'not a level'),
      issue(9, 'Next Visit Due', 'not a date'),
      issue(12, 'Next Visit Due', 'not a date'),
    ]);
    expect(groups.map((group) => [group.column, group.issues.map((one) => one.row)])).toEqual([
      ['Next Visit Due', [9, 12]],
      ['Risk Level', [4]],
    ]);
  });

  it('shortens a long list of rows', () => {
    expect(rowList([1, 2, 3])).toBe('1, 2, 3');
    expect(rowList([1, 2, 3, 4, 5], 3)).toBe('1, 2, 3 and 2 more');
  });

  it('tells columns that are read from those left out, with the reason', () => {
    const { used, leftOut } = columnUse(account);
    expect(used).toEqual([{ heading: 'ViSOR Ref', field: 'reference' }]);
    expect(leftOut).toEqual([
      { heading: 'Surname', why: 'personal, never stored' },
      { heading: 'Shoe size', why: 'not recognised' },
    ]);
  });
});

describe('a new workspace', () => {
  it('is a file in the folder, written as the folder is', () => {
    expect(workspacePath('/home/di/Documents', 'Devon')).toBe('/home/di/Documents/Devon.evenkeel');
    expect(workspacePath('C:\\Users\\di\\', 'Devon')).toBe('C:\\Users\\di\\Devon.evenkeel');
    expect(workspacePath('/a', 'Devon.evenkeel')).toBe('/a/Devon.evenkeel');
  });

  it('needs a name that a file can have', () => {
    expect(nameProblem('Devon & Cornwall')).toBeNull();
    expect(nameProblem('  ')).not.toBeNull();
    expect(nameProblem('a/b')).not.toBeNull();
  });

  it('needs a passphrase long enough and typed twice alike', () => {
    expect(passphraseProblem('short', 'short')).toContain('At least 10');
    expect(passphraseProblem('correct horse', 'correct hors')).toContain('differ');
    expect(passphraseProblem('correct horse', 'correct horse')).toBeNull();
  });
});

describe('a wrong passphrase', () => {
  it('says how many tries it has been', () => {
    expect(triesSentence({ tries: 1 })).toBe('The passphrase is wrong. One try so far.');
    expect(triesSentence({ tries: 3 })).toBe('The passphrase is wrong. 3 tries so far.');
    expect(triesSentence({})).toBe('The passphrase is wrong.');
  });
});
