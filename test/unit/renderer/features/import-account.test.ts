import { describe, expect, it } from 'vitest';
import { ImportAccount, type ImportIssue, type Roster, type TeamQuality } from '#shared/contract/imports.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { csvCell } from '#shared/domain/export.ts';
import { accountCsv, accountFileName } from '../../../../renderer/features/import/account-csv.ts';
import {
  columnUse,
  fileSentence,
  groupIssues,
  isSumRight,
  qualityTotal,
  rowList,
  rowSum,
  rosterRollback,
  storedSentence,
  undatedSentence,
} from '../../../../renderer/features/import/model.ts';

const issue = (row: number, column: string, reason: string): ImportIssue => ({
  row,
  column,
  value: 'x',
  reason,
});

const account: ImportAccount = ImportAccount.parse({
  fileName: 'caseload.csv',
  asAt: '2026-10-31',
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
  notes: [],
  teams: [],
});

const quality = (team: string, missingDue: number | null): TeamQuality => ({
  team,
  cases: 40,
  missingDue,
  contradictoryDates: 1,
  unassessed: 0,
  reactiveNotLow: 0,
  dueBeforeDone: 0,
  signedOffBeforeDone: 2,
});

describe('the account of a file', () => {
  it('adds up in sight, and says so when it does not', () => {
    const [whole, ...parts] = rowSum(account).map((part) => part.count);
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(whole);
    expect(isSumRight(account)).toBe(true);
    expect(isSumRight({ ...account, accepted: 2229 })).toBe(false);
  });

  it('counts rows that add a duty to a case as a part of the sum', () => {
    const long = { ...account, accepted: 230, furtherRows: 2000 };
    expect(rowSum(long).map(({ label }) => label)).toContain('further duties of a case');
    expect(isSumRight(long)).toBe(true);
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

  it('says where its day comes from and which sheet it was', () => {
    expect(fileSentence(account)).toBe('from the file’s name. UTF-8, fields separated by comma, 3 columns.');
    expect(fileSentence({ ...account, asAtFrom: 'title', sheet: 'Oct', delimiter: '', encoding: '' })).toBe(
      'from the file’s title. Sheet “Oct”. 3 columns.',
    );
    const workbook = { ...account, sheet: 'Oct', encoding: 'Excel', delimiter: 'none' };
    expect(fileSentence(workbook)).toBe('from the file’s name. Sheet “Oct”. Excel, 3 columns.');
  });

  it('sums what teams have to put right', () => {
    const total = qualityTotal([quality('Harbour', 3), quality('Moor', 4)]);
    expect(total).toMatchObject({ cases: 80, missingDue: 7, contradictoryDates: 2, signedOffBeforeDone: 4 });
    expect(qualityTotal([quality('Harbour', null), quality('Moor', null)])).toMatchObject({
      missingDue: null,
    });
    expect(undatedSentence(account)).toBeNull();
    expect(undatedSentence({ undated: [{ duty: 'ARMS', hasDone: false }] })).toContain('not held: ARMS.');
  });

  it('says what an import has changed', () => {
    const whole = { account, alreadyLoaded: false, readsDifferently: false, alreadyHeld: null, stored: null };
    expect(storedSentence('caseload', whole)).toContain('is stored: 2,230 cases.');
    expect(storedSentence('caseload', { ...whole, alreadyLoaded: true })).toContain('Nothing has changed');
    const otherwise = { ...whole, alreadyLoaded: true, readsDifferently: true };
    expect(storedSentence('caseload', otherwise)).toContain('roll back its snapshot first');
    expect(storedSentence('abstractions', { ...whole, alreadyHeld: 7, stored: 1 })).toBe(
      'Stored as at 31 Oct 2026: 1 abstraction; 7 held already.',
    );
    const undated = { ...whole, account: { ...account, asAtFrom: 'last-day' as const }, stored: 2 };
    expect(storedSentence('abstractions', undated)).toBe('Stored: 2 abstractions.');
  });
});

describe('rolling a staff roster back', () => {
  const roster = (id: number, asAt: string, people = 49): Roster => ({
    id,
    asAt: isoDate(asAt),
    fileName: `staff-${asAt}.csv`,
    importedAt: '2026-11-02T09:00:00Z',
    people,
  });
  const [late, again, early] = [
    roster(3, '2026-10-31', 1),
    roster(2, '2026-10-31'),
    roster(1, '2026-06-30'),
  ] as const;

  it('says which roster stands then: that of the day loaded before, an older one, else the oldest', () => {
    const held = [late, again, early];
    expect(rosterRollback(late, held)).toBe(
      '1 person loaded from “staff-2026-10-31.csv” is removed. What rests on it rests on the roster as at 31 Oct 2026 (“staff-2026-10-31.csv”) then. Accepted plans stay as they are.',
    );
    expect(rosterRollback(again, [again, early])).toContain('as at 30 Jun 2026');
    expect(rosterRollback(early, held)).toContain('as at 31 Oct 2026');
    expect(rosterRollback(early, [early])).toContain('It is the only one');
  });
});

describe('the account as a file', () => {
  it('starts with the marking and holds one line per finding', () => {
    const text = accountCsv({
      ...account,
      issues: [{ row: 9, column: 'Risk, level', value: 'say "high"', reason: 'not a level' }],
      totalsLines: [{ row: 2250, text: 'Total' }],
      notes: ['Nobody was away since July'],
      quality: [quality('Harbour', 3)],
    });
    const lines = text.split('\r\n');
    expect(lines.slice(0, 3)).toEqual([
      '\uFEFFOFFICIAL-SENSITIVE',
      'part,row,column,value,reason',
      'sum,,rows read,2244,',
    ]);
    expect(lines).toContain('issue,9,"Risk, level","say ""high""",not a level');
    expect(lines).toContain('totals line,2250,,Total,');
    expect(lines).toContain('rejected,3,,,no team');
    expect(lines).toContain('column left out,,Surname,,"personal, never stored"');
    expect(lines).toContain('data quality,,Harbour,3,No due date for a duty owed');
  });

  it('gives a spreadsheet no formula to run', () => {
    for (const text of ['=1+1', '+44', '-2', '@sum', ' =1', '\t=1']) {
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
    }
    expect(csvCell('A-1')).toBe('A-1');
    expect(csvCell('two\nlines')).toBe('"two\nlines"');
  });

  it('is named by kind and day, not by the file, which may say more', () => {
    expect(accountFileName({ ...account, fileName: 'Smith.csv' }, 'caseload')).toBe(
      'account-caseload-2026-10-31.csv',
    );
  });
});
