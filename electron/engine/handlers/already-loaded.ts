/** Whether a file is held already, and whether what is held is what it is read as now. */
import type { ImportAccount, Snapshot } from '#shared/contract/imports.ts';
import type { Abstraction } from '#shared/domain/abstraction.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import { isoDate, showDate } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { teamKey } from '#shared/domain/team.ts';
import { AppError } from '../errors.ts';
import { abstractionKey, type AbstractionList } from '../import/abstractions.ts';
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

/**
 * A list whose own records are all read again is the same list. Records of it that an earlier list had, and that
 * went with that one, are then missing and may be stored. The day that it speaks of may be given anew.
 */
export async function loadedAbstractions(
  store: Store,
  { account, abstractions, asAt, contentHash }: AbstractionList & { contentHash: string },
): Promise<Loaded & { fresh: Abstraction[]; isRedated: boolean }> {
  const held = new Set((await readImported(store)).map(keyAsImported));
  const missing = abstractions.filter((one) => !held.has(abstractionKey(one)));
  const list = await findAbstractionList(store, contentHash);
  if (list === null) return { ...notLoaded, fresh: missing, isRedated: false };
  const { id } = list;
  const read = new Set(abstractions.map(abstractionKey));
  const own = await readImported(store, id);
  const readsDifferently = own.some((one) => !read.has(keyAsImported(one)));
  const fresh = readsDifferently ? [] : missing;
  const isRedated = !readsDifferently && account.asAtFrom === 'given' && asAt !== list.asAt;
  return { id, alreadyLoaded: fresh.length === 0 && !isRedated, readsDifferently, fresh, isRedated };
}
