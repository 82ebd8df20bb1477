/** Whether a file is held already, and whether what is held is what it is read as now. */
import type { ImportAccount, ImportIssue, Snapshot } from '#shared/contract/imports.ts';
import type { Abstraction } from '#shared/domain/abstraction.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import { isoDate, showDate } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { teamKey } from '#shared/domain/team.ts';
import { showCount, showHoursExactly } from '#shared/planning/figures.ts';
import { AppError } from '../errors.ts';
import { absenceOf, abstractionKey, type AbstractionList } from '../import/abstractions.ts';
import { findAbstractionList, readImported, type Imported } from '../store/abstractions.ts';
import { findRosterByContent, readOfficers } from '../store/rosters.ts';
import { findSnapshotAsAt, findSnapshotByContent } from '../store/snapshots.ts';
import { readCases } from '../store/cases.ts';
import type { Store } from '../store/store.ts';

export type Loaded = {
  /** What is held of the file; null when it has not been loaded. */
  id: number | null;
  alreadyLoaded: boolean;
  readsDifferently: boolean;
};

const notLoaded: Loaded = { id: null, alreadyLoaded: false, readsDifferently: false };

/** One text for the same records in any order; a team by its key, as its spelling belongs to the workspace. */
function fingerprint<T extends CaseRecord | Officer>(
  records: readonly T[],
  keyOf: (record: T) => string,
): string {
  const texts = records.map((record) => {
    const duties = 'duties' in record ? [...record.duties].sort((a, b) => (a.duty < b.duty ? -1 : 1)) : [];
    const rest = {
      ...record,
      team: teamKey(record.team),
      duties: duties.map((duty) => Object.entries(duty).sort()),
    };
    return `${keyOf(record)} ${JSON.stringify(Object.entries(rest).sort())}`;
  });
  return texts.sort().join('\n');
}

/** What was purged on purpose does not come back by itself. */
function refusePurged({ id, asAt, purgedAt }: Snapshot): void {
  if (purgedAt === null) return;
  throw new AppError(
    'conflict',
    `This file was loaded as the snapshot as at ${showDate(asAt)}, which was purged on ${showDate(isoDate(purgedAt.slice(0, 10)))}, counts only. To load it again on purpose, roll that snapshot back first.`,
    { snapshotId: id, asAt },
  );
}

/** @throws AppError conflict when there is a snapshot of that day with other content, or a purged one of this file */
export async function loadedCaseload(
  store: Store,
  {
    account,
    cases,
    contentHash,
  }: { account: ImportAccount; cases: readonly CaseRecord[]; contentHash: string },
): Promise<Loaded> {
  const loaded = await findSnapshotByContent(store, contentHash);
  if (loaded) {
    refusePurged(loaded);
    const held = await readCases(store, loaded.id);
    const keyOf = (record: CaseRecord): string => record.reference;
    const readsDifferently = fingerprint(held, keyOf) !== fingerprint(cases, keyOf);
    return { id: loaded.id, alreadyLoaded: true, readsDifferently };
  }
  const other = await findSnapshotAsAt(store, account.asAt);
  if (!other) return notLoaded;
  throw new AppError(
    'conflict',
    `There is already a snapshot as at ${showDate(account.asAt)} with other content (${other.fileName}, ${String(other.cases)} cases). Two snapshots of one day cannot stand side by side: roll back the first, or check the date of this file.`,
    { snapshotId: other.id, asAt: account.asAt },
  );
}

/** Of two rosters for a day the later stands: a list that reads differently now is simply loaded once more. */
export async function loadedStaff(
  store: Store,
  {
    account,
    officers,
    contentHash,
  }: { account: ImportAccount; officers: readonly Officer[]; contentHash: string },
): Promise<Loaded> {
  const loaded = await findRosterByContent(store, account.asAt, contentHash);
  if (!loaded) return notLoaded;
  const keyOf = (officer: Officer): string => officer.collar;
  const held = await readOfficers(store, loaded.id);
  return fingerprint(held, keyOf) === fingerprint(officers, keyOf)
    ? { id: loaded.id, alreadyLoaded: true, readsDifferently: false }
    : notLoaded;
}

const keyAsImported = (one: Imported): string => one.importKey ?? abstractionKey(one);

/** Of each absence held, the hours that imports brought and those that a person has put since. */
function hoursHeld(held: readonly Imported[]): Map<string, Set<unknown>> {
  const found = new Map<string, Set<unknown>>();
  for (const one of held) {
    const { absence, hours: brought } = absenceOf(keyAsImported(one));
    found.set(absence, (found.get(absence) ?? new Set()).add(brought).add(one.hours));
  }
  return found;
}

/** The account with what it holds of absences that are held with other hours: no absence counts twice, the first stands. */
function accountOfHeld(
  list: AbstractionList,
  held: ReadonlyMap<string, ReadonlySet<unknown>>,
): ImportAccount {
  const { account } = list;
  const column = account.columns.find(({ field }) => field === 'hours')?.heading ?? 'hours';
  const issues = list.abstractions.flatMap((one, index): ImportIssue[] => {
    const before = held.get(absenceOf(abstractionKey(one)).absence);
    if (!before || before.has(one.hours)) return [];
    const reason = `held already with ${[...before].map((lost) => showHoursExactly(Number(lost))).join(' and ')}, which stand`;
    return [{ row: list.rows[index] ?? 0, column, value: String(one.hours), reason }];
  });
  if (issues.length === 0) return account;
  const what = issues.length === 1 ? 'One absence is' : `${showCount(issues.length)} absences are`;
  const note = `${what} held already with other hours, which stand and are not counted again. Where this file is right, roll back the list that brought them, and import this file once more.`;
  return { ...account, issues: [...account.issues, ...issues], notes: [...account.notes, note] };
}

/**
 * A list whose own records are all read again is the same list. Records of it that an earlier list had, and that
 * went with that one, are then missing and may be stored. The day that it speaks of may be given anew.
 */
export async function loadedAbstractions(
  store: Store,
  read: AbstractionList & { contentHash: string },
): Promise<Loaded & { account: ImportAccount; fresh: Abstraction[]; isRedated: boolean }> {
  const { account, abstractions, asAt, contentHash } = read;
  const held = hoursHeld(await readImported(store));
  const missing = abstractions.filter((one) => !held.has(absenceOf(abstractionKey(one)).absence));
  const told = accountOfHeld(read, held);
  const list = await findAbstractionList(store, contentHash);
  if (list === null) return { ...notLoaded, account: told, fresh: missing, isRedated: false };
  const { id } = list;
  const keys = new Set(abstractions.map(abstractionKey));
  const own = await readImported(store, id);
  const readsDifferently = own.some((one) => !keys.has(keyAsImported(one)));
  if (readsDifferently)
    return { id, alreadyLoaded: true, readsDifferently, account, fresh: [], isRedated: false };
  const isRedated = account.asAtFrom === 'given' && asAt !== list.asAt;
  const alreadyLoaded = missing.length === 0 && !isRedated;
  return { id, alreadyLoaded, readsDifferently, account: told, fresh: missing, isRedated };
}
