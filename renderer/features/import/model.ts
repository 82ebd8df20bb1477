/** The account of a file in words and sums. */
import type { ColumnUse, ImportAccount, ImportIssue } from '#shared/contract/imports.ts';
import { counted } from '../../view/figures.ts';

export type FileKind = 'caseload' | 'staff';

export const kindWords: Record<FileKind, { title: string; what: string; rows: string; need: string }> = {
  caseload: {
    title: 'Caseload snapshot',
    what: 'The monthly extract of the register, one line a case',
    rows: 'case',
    need: 'A reference and a team are needed; every other column is optional.',
  },
  staff: {
    title: 'Staff roster',
    what: 'Officers and staff, one line a person',
    rows: 'person',
    need: 'A collar number and a team are needed; role, contract and FTE are best given.',
  },
};

export type SumPart = { label: string; count: number; sign: '' | '=' | '+' };

/** Every row accounted for, as a sum that a reader can check. */
export function rowSum(account: ImportAccount): SumPart[] {
  return [
    { label: 'rows read', count: account.rowsRead, sign: '' },
    { label: 'accepted', count: account.accepted, sign: '=' },
    { label: 'exact duplicates', count: account.duplicates.exact, sign: '+' },
    { label: 'conflicting duplicates', count: account.duplicates.conflicting, sign: '+' },
    { label: 'rejected', count: account.rejected.length, sign: '+' },
  ];
}

/** True when the parts add up to the rows read. */
export const isSumRight = (account: ImportAccount): boolean =>
  account.rowsRead ===
  account.accepted + account.duplicates.exact + account.duplicates.conflicting + account.rejected.length;

export type IssueGroup = { reason: string; column: string; issues: ImportIssue[] };

/** Issues of one column for one reason together, the most frequent first. */
export function groupIssues(issues: readonly ImportIssue[]): IssueGroup[] {
  const groups = new Map<string, IssueGroup>();
  for (const issue of issues) {
    const key = `${issue.column}\n${issue.reason}`;
    const group = groups.get(key);
    if (group) group.issues.push(issue);
    else groups.set(key, { reason: issue.reason, column: issue.column, issues: [issue] });
  }
  return [...groups.values()].sort(
    (a, b) => b.issues.length - a.issues.length || a.column.localeCompare(b.column),
  );
}

/** Numbers of rows, shortened: `12, 40, 41 and 9 more`. */
export function rowList(rows: readonly number[], most = 12): string {
  const shown = rows.slice(0, most).map(String);
  const rest = rows.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${String(rest)} more` : shown.join(', ');
}

const leftOutWords: Record<NonNullable<ColumnUse['leftOut']>, string> = {
  personal: 'personal, never stored',
  unknown: 'not recognised',
  repeated: 'a heading used already',
};

/** Columns that are read, and those that are left out with the reason. */
export function columnUse(account: ImportAccount): {
  used: Array<{ heading: string; field: string }>;
  leftOut: Array<{ heading: string; why: string }>;
} {
  return {
    used: account.columns.flatMap(({ heading, field }) => (field === null ? [] : [{ heading, field }])),
    leftOut: account.columns.flatMap(({ heading, field, leftOut }) =>
      field === null ? [{ heading, why: leftOut === null ? 'not recognised' : leftOutWords[leftOut] }] : [],
    ),
  };
}

/** What the file is, in one line. */
export function fileSentence(account: ImportAccount): string {
  return `${account.encoding}, fields separated by ${account.delimiter}, ${counted(account.columns.length, 'column')}`;
}
