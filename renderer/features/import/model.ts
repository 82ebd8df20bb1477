/** The account of a file in words and sums. */
import type {
  AbstractionListHeld,
  ColumnUse,
  ImportAccount,
  ImportIssue,
  Roster,
  TeamQuality,
} from '#shared/contract/imports.ts';
import type { PlanSummary } from '#shared/contract/plans.ts';
import type { FileKind } from '#shared/contract/mapping.ts';
import type { RollbackPreview } from '#shared/contract/snapshots.ts';
import { showDate } from '#shared/domain/dates.ts';
import { counted, listed } from '#shared/planning/wording.ts';
import type { SumPart } from '../../components/sum.tsx';

type KindWords = {
  title: string;
  /** With its article, within a sentence. */
  a: string;
  what: string;
  need: string;
  /** What a row of it is: one, many. */
  rows: [one: string, many: string];
};

export const kindWords: Record<FileKind, KindWords> = {
  caseload: {
    title: 'Caseload snapshot',
    a: 'a caseload snapshot',
    what: 'The monthly extract of the register, one line a case, or one a case and duty',
    rows: ['case', 'cases'],
    need: 'A reference and a team are needed; every other column is optional.',
  },
  staff: {
    title: 'Staff roster',
    a: 'a staff roster',
    what: 'Officers and staff, one line a person',
    rows: ['person', 'people'],
    need: 'Collar number, team, role and FTE are needed; every other column is optional.',
  },
  abstractions: {
    title: 'Abstractions',
    a: 'a list of abstractions',
    what: 'Time taken away from the team’s work, one line an abstraction',
    rows: ['abstraction', 'abstractions'],
    need: 'Collar number, first day, hours and a reason group are needed; the rest is optional.',
  },
};

/** Every row accounted for, as a sum that a reader can check. */
export function rowSum(account: ImportAccount): SumPart[] {
  const further: SumPart[] =
    account.furtherRows > 0
      ? [{ label: 'further duties of a case', count: account.furtherRows, sign: '+' }]
      : [];
  return [
    { label: 'rows read', count: account.rowsRead, sign: '' },
    { label: 'accepted', count: account.accepted, sign: '=' },
    ...further,
    { label: 'exact duplicates', count: account.duplicates.exact, sign: '+' },
    { label: 'conflicting duplicates', count: account.duplicates.conflicting, sign: '+' },
    { label: 'rejected', count: account.rejected.length, sign: '+' },
  ];
}

/** True when the parts add up to the rows read. */
export function isSumRight(account: ImportAccount): boolean {
  const [whole, ...parts] = rowSum(account);
  return whole?.count === parts.reduce((sum, { count }) => sum + count, 0);
}

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

const asAtWords: Record<ImportAccount['asAtFrom'], string> = {
  given: 'as given',
  'file-name': 'from the file’s name',
  title: 'from the file’s title',
  'last-day': 'the latest day past in the file',
};

/** What the file is and speaks of. */
export function fileSentence(account: ImportAccount): string {
  const sheet = account.sheet === null ? '' : ` Sheet “${account.sheet}”.`;
  const form =
    account.sheet !== null || account.delimiter === ''
      ? account.encoding
      : `${account.encoding}, fields separated by ${account.delimiter}`;
  const columns = counted(account.columns.length, 'column');
  return `${asAtWords[account.asAtFrom]}.${sheet} ${[form, columns].filter((part) => part !== '').join(', ')}.`;
}

/** The same bytes read by another mapping are not stored over what is held: what to do instead. */
export const heldOtherwise = (kind: FileKind): string =>
  `This file is held as another mapping read it. To have it as it is read now, roll back ${
    kind === 'caseload' ? 'its snapshot' : 'its list'
  } first, then import it again.`;

/** What an import has changed. */
export function storedSentence(
  kind: FileKind,
  outcome: {
    account: ImportAccount;
    alreadyLoaded: boolean;
    readsDifferently: boolean;
    alreadyHeld: number | null;
    stored: number | null;
  },
): string {
  const { account, alreadyHeld, stored } = outcome;
  if (outcome.readsDifferently) return `Nothing has changed. ${heldOtherwise(kind)}`;
  if (outcome.alreadyLoaded) return `${account.fileName} was loaded before. Nothing has changed.`;
  const count = counted(stored ?? account.accepted, ...kindWords[kind].rows);
  if (stored === null) {
    return `${kindWords[kind].title} as at ${showDate(account.asAt)} is stored: ${count}.`;
  }
  const held = alreadyHeld === null || alreadyHeld === 0 ? '' : `; ${String(alreadyHeld)} held already`;
  const asAt = account.asAtFrom === 'last-day' ? '' : ` as at ${showDate(account.asAt)}`;
  return `Stored${asAt}: ${count}${held}.`;
}

type Measure = Exclude<keyof TeamQuality, 'team' | 'cases'>;

/** Stands for a count that the file cannot give. */
export const NOT_HELD = 'not held';

/** What a register should not hold, in the order of the table. */
export const qualityMeasures: ReadonlyArray<{ key: Measure; label: string }> = [
  { key: 'missingDue', label: 'No due date for a duty owed' },
  { key: 'contradictoryDates', label: 'Notification ends too early' },
  { key: 'unassessed', label: 'Risk not assessed' },
  { key: 'reactiveNotLow', label: 'Reactive, not low risk' },
  { key: 'dueBeforeDone', label: 'Due before it was done' },
  { key: 'signedOffBeforeDone', label: 'Signed off before done' },
];

/** The duties that no count of missing due dates speaks of; null where it speaks of all. */
export const undatedSentence = ({ undated }: Pick<ImportAccount, 'undated'>): string | null =>
  undated.length === 0
    ? null
    : `Due dates not held: ${listed(undated.map(({ duty }) => duty))}. No case counts as lacking one of these.`;

/** All teams together. */
export function qualityTotal(quality: readonly TeamQuality[]): TeamQuality {
  const sum = (key: Exclude<Measure, 'missingDue'> | 'cases') =>
    quality.reduce((total, team) => total + team[key], 0);
  const missing = quality.map(({ missingDue }) => missingDue).filter((count) => count !== null);
  return {
    team: 'All teams',
    cases: sum('cases'),
    missingDue: missing.length === 0 ? null : missing.reduce((total, count) => total + count, 0),
    contradictoryDates: sum('contradictoryDates'),
    unassessed: sum('unassessed'),
    reactiveNotLow: sum('reactiveNotLow'),
    dueBeforeDone: sum('dueBeforeDone'),
    signedOffBeforeDone: sum('signedOffBeforeDone'),
  };
}

/** The plans that are not undone, which a snapshot takes along only when that is said. */
export const standingPlans = ({ plans }: RollbackPreview): PlanSummary[] =>
  plans.filter(({ undoneAt }) => undoneAt === null);

/** What goes when a snapshot is rolled back. */
export function rollbackConsequences(preview: RollbackPreview): string[] {
  const { snapshot, isNewest, newestAfter, plans, teams } = preview;
  const standing = standingPlans(preview);
  const undone = plans.length - standing.length;
  const names = [...new Set(standing.map(({ team }) => team))].sort();
  return [
    `${counted(snapshot.cases, 'case')} loaded from “${snapshot.fileName}” ${snapshot.cases === 1 ? 'is' : 'are'} removed.`,
    ...(standing.length === 0
      ? ['No accepted plan rests on it.']
      : [
          `${counted(standing.length, 'accepted plan')} (${listed(names)}) ${standing.length === 1 ? 'rests' : 'rest'} on it and ${standing.length === 1 ? 'goes' : 'go'} too. This cannot be undone.`,
        ]),
    ...(undone === 0 ? [] : [`${counted(undone, 'undone plan')} of it ${undone === 1 ? 'goes' : 'go'} too.`]),
    ...(isNewest
      ? [newestWords(newestAfter)]
      : ['It is not the newest: overview, demand and levelling stay as they are.']),
    ...(teams.length === 0
      ? []
      : [
          `Nothing else speaks of ${listed(teams)}: ${teams.length === 1 ? 'the team goes' : 'these teams go'} too.`,
        ]),
  ];
}

const newestWords = (next: RollbackPreview['newestAfter']): string =>
  next === null
    ? 'It is the only one: no caseload is left to plan from.'
    : `It is the newest: overview, demand, levelling and the plans in force then rest on ${showDate(next.asAt)}.`;

/** The days that a list of abstractions speaks of. */
export const periodOf = ({ from, to }: Pick<AbstractionListHeld, 'from' | 'to'>): string =>
  from === null || to === null ? 'all held by others' : `${showDate(from)} to ${showDate(to)}`;

/** What goes when a staff roster is rolled back, and what stands in its place. */
export function rosterRollback(roster: Roster, held: readonly Roster[]): string {
  const rest = held.filter(({ id }) => id !== roster.id);
  const oldest = rest.at(-1)?.asAt;
  const next = rest.find(({ asAt }) => asAt <= roster.asAt) ?? rest.find(({ asAt }) => asAt === oldest);
  const removed = `${counted(roster.people, ...kindWords.staff.rows)} loaded from “${roster.fileName}” ${
    roster.people === 1 ? 'is' : 'are'
  } removed.`;
  const then =
    next === undefined
      ? 'It is the only one: capacity, ratio and scenarios are not known until another is loaded.'
      : `What rests on it rests on the roster as at ${showDate(next.asAt)} (“${next.fileName}”) then.`;
  return `${removed} ${then} Accepted plans stay as they are.`;
}

/** What goes when a list of abstractions is rolled back. */
export const listRollback = ({ fileName, records }: AbstractionListHeld): string =>
  `${counted(records, ...kindWords.abstractions.rows)} loaded from “${fileName}” ${
    records === 1 ? 'is' : 'are'
  } removed, and capacity is counted without. What an earlier list held as well stays.`;
