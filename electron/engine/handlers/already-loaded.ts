/** Whether a file is held already, and whether what is held is what it is read as now. */
import type { ImportAccount, Snapshot } from '#shared/contract/imports.ts';
import type { Abstraction } from '#shared/domain/abstraction.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import { isoDate, showDate, type IsoDate } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { teamKey } from '#shared/domain/team.ts';
import { showCount } from '#shared/planning/figures.ts';
import { listOrder, toldTwice } from '#shared/planning/abstractions/newer-list.ts';
import { AppError } from '../errors.ts';
import { absenceOf, abstractionKey, withHours, type AbstractionList } from '../import/abstractions.ts';
import { findAbstractionList, readImported, type Imported } from '../store/abstractions.ts';
import { findRosterByContent, readOfficers } from '../store/rosters.ts';
import {
  findSnapshotAsAt,
  findSnapshotByContent,
  listSnapshots,
  snapshotFingerprints,
} from '../store/snapshots.ts';
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

/** A register changes from month to month: of two days for the same bytes one is most likely wrong. */
async function noteOfSameFile(store: Store, hashOn: (day: IsoDate) => string): Promise<string[]> {
  const hashes = await snapshotFingerprints(store);
  const same = (await listSnapshots(store)).filter(({ id, asAt }) => hashes.get(id) === hashOn(asAt));
  return same.map(
    ({ asAt }) =>
      `The same file, byte for byte, is held as the snapshot as at ${showDate(asAt)}. Check which day is right, and roll the other snapshot back.`,
  );
}

/** @throws AppError conflict when there is a snapshot of that day with other content, or a purged one of this file */
export async function loadedCaseload(
  store: Store,
  {
    account,
    cases,
    hashOn,
  }: { account: ImportAccount; cases: readonly CaseRecord[]; hashOn: (day: IsoDate) => string },
): Promise<Loaded & { account: ImportAccount }> {
  const loaded = await findSnapshotByContent(store, hashOn(account.asAt));
  if (loaded) {
    refusePurged(loaded);
    const held = await readCases(store, loaded.id);
    const keyOf = (record: CaseRecord): string => record.reference;
    const readsDifferently = fingerprint(held, keyOf) !== fingerprint(cases, keyOf);
    return { id: loaded.id, alreadyLoaded: true, readsDifferently, account };
  }
  const other = await findSnapshotAsAt(store, account.asAt);
  if (!other) {
    const notes = [...account.notes, ...(await noteOfSameFile(store, hashOn))];
    return { ...notLoaded, account: { ...account, notes } };
  }
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

/** All that a list may say of a record held without saying anything new: as imported, and as a person has put it since. */
function saidOf(held: Imported): string[] {
  const asImported = keyAsImported(held);
  return [asImported, abstractionKey(held), withHours(asImported, held.hours)];
}

/** Looks up what a record is held as: with the same days and hours, or taken out, whatever its hours. */
function heldAs(held: readonly Imported[]): (one: Abstraction) => Imported[] {
  const said = Map.groupBy(
    held.flatMap((record) => saidOf(record).map((key) => ({ key, record }))),
    ({ key }) => key,
  );
  const removed = Map.groupBy(
    held.filter(({ isRemoved }) => isRemoved),
    (record) => absenceOf(keyAsImported(record)),
  );
  return (one) => {
    const key = abstractionKey(one);
    return [...(said.get(key) ?? []).map(({ record }) => record), ...(removed.get(absenceOf(key)) ?? [])];
  };
}

/**
 * The records of a list that are not held. One that is held, but of which another list has told otherwise since, is to
 * be held anew: the newest list stands.
 */
function missingOf(list: AbstractionList, held: readonly Imported[], own: string): Abstraction[] {
  const find = heldAs(held);
  const toldSince = new Set(
    toldTwice(held.filter(({ isRemoved }) => !isRemoved))
      .filter(([, newer]) => newer.list < own)
      .map(([older]) => older),
  );
  return list.abstractions.filter(
    (one) => !find(one).some((as) => as.isRemoved || as.list >= own || !toldSince.has(as)),
  );
}

/** The account with what becomes of absences that other lists have with other days or hours: the newest list stands. */
function accountOfMissing(
  account: ImportAccount,
  missing: readonly Abstraction[],
  held: readonly Imported[],
  own: string,
): ImportAccount {
  const mine = missing.map((one) => ({ ...one, list: own, isRemoved: false }));
  const pairs = toldTwice([...held, ...mine].filter(({ isRemoved }) => !isRemoved));
  const isMine = new Set<unknown>(mine);
  const updating = new Set(pairs.map(([, newer]) => newer).filter((one) => isMine.has(one))).size;
  const updated = new Set(pairs.map(([older]) => older).filter((one) => isMine.has(one))).size;
  const notes = [
    updating === 0
      ? []
      : `${updating === 1 ? 'One absence is' : `${showCount(updating)} absences are`} brought up to date: held with other days or hours from an older list, and counted from now on as in this one.`,
    updated === 0
      ? []
      : `${updated === 1 ? 'One absence is' : `${showCount(updated)} absences are`} held with other days or hours from a newer list, and counted as in that one.`,
  ].flat();
  return notes.length === 0 ? account : { ...account, notes: [...account.notes, ...notes] };
}

/**
 * A list whose own records are all read again is the same list. Records of it that an earlier list had, and that
 * went with that one, are then missing and may be stored. The day that it speaks of may be given anew.
 */
export async function loadedAbstractions(
  store: Store,
  read: AbstractionList & { contentHash: string },
): Promise<Loaded & { account: ImportAccount; fresh: Abstraction[]; isRedated: boolean }> {
  const { account, abstractions, asAt, toldOn, contentHash } = read;
  const held = await readImported(store);
  const list = await findAbstractionList(store, contentHash);
  const own = listOrder(toldOn, list?.id ?? null);
  const fresh = missingOf(read, held, own);
  const told = accountOfMissing(account, fresh, held, own);
  if (list === null) return { ...notLoaded, account: told, fresh, isRedated: false };
  const { id } = list;
  const keys = new Set(abstractions.map(abstractionKey));
  const readsDifferently = held.some((one) => one.listId === id && !keys.has(keyAsImported(one)));
  if (readsDifferently)
    return { id, alreadyLoaded: true, readsDifferently, account, fresh: [], isRedated: false };
  const isRedated = account.asAtFrom === 'given' && asAt !== list.asAt;
  const alreadyLoaded = fresh.length === 0 && !isRedated;
  return { id, alreadyLoaded, readsDifferently, account: told, fresh, isRedated };
}
