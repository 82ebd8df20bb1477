/** Abstractions as planning takes them: with their kinds, an absence known twice once, and what was taken out left out. */
import type { LedgerRow } from '#shared/contract/abstractions.ts';
import type { AbstractionKind, AbstractionRecord } from '#shared/domain/abstraction.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { kindsOf } from '#shared/planning/abstractions/kind.ts';
import { isReviewOverdue } from '#shared/planning/abstractions/review.ts';
import { countedAbstractions, sameAbsences } from '#shared/planning/abstractions/same-absence.ts';
import type { EngineContext } from '../context.ts';
import {
  findRecords,
  reasonsHeld,
  recordsKnownTwice,
  type ReasonOf,
  type StoredRecord,
} from '../store/abstraction-records.ts';
import { readReasons } from '../store/abstraction-reasons.ts';
import { readPeople } from '../store/rosters.ts';
import { readSettings } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { todayOf } from './today.ts';

/** Gives records the kind that the force's list of reasons says. */
async function kindReader(store: Store): Promise<(record: StoredRecord) => AbstractionRecord> {
  const kindOf = kindsOf(await readReasons(store));
  return (record) => ({ ...record, kind: kindOf(record) });
}

/** The records that count in a period, or in all time, each hour of them once. */
export async function readCounted(
  store: Store,
  period: { from?: IsoDate | undefined; to?: IsoDate | undefined } = {},
): Promise<AbstractionRecord[]> {
  const kinded = await kindReader(store);
  const records = await findRecords(store, { ...period, removed: false });
  return countedAbstractions(records.map(kinded));
}

/** All records that count; read once for the questions that rest on them, until something is written. */
export const readAllCounted = (store: Store): Promise<AbstractionRecord[]> =>
  store.remember('counted abstractions', () => readCounted(store));

/** Those that touch a period of many months: of a page's questions the first reads for all. */
export async function readCountedWithin(
  store: Store,
  { from, to }: { from: IsoDate; to: IsoDate },
): Promise<AbstractionRecord[]> {
  return (await readAllCounted(store)).filter((record) => record.to >= from && record.from <= to);
}

/** Reasons held whose kind is one of these. */
export async function reasonsOfKinds(store: Store, kinds: readonly AbstractionKind[]): Promise<ReasonOf[]> {
  const kindOf = kindsOf(await readReasons(store));
  return (await reasonsHeld(store)).filter((reason) => kinds.includes(kindOf(reason)));
}

/** Imported records of which nothing counts, as the same absence is recorded. */
export async function uncountedIds(store: Store): Promise<number[]> {
  const records = (await recordsKnownTwice(store)).map(await kindReader(store));
  const counted = new Set(countedAbstractions(records).map(({ id }) => id));
  return records.filter(({ id }) => !counted.has(id)).map(({ id }) => id);
}

export const peopleOfTeam = (people: readonly Officer[], team: string): Officer[] =>
  people.filter((person) => isSameTeam(person.team, team));

/** Records as the ledger shows them: with team, the same absence from the other source, and whether a review is late. */
export async function ledgerRows(
  store: Store,
  engine: EngineContext,
  records: readonly StoredRecord[],
): Promise<LedgerRow[]> {
  const kinded = await kindReader(store);
  const settings = (await readSettings(store)).abstractions;
  const today = todayOf(engine);
  const teamOf = new Map((await readPeople(store)).map(({ collar, team }) => [collar, team]));
  const around = (await recordsKnownTwice(store)).map(kinded);
  const same = sameAbsences(around);
  const counted = new Set(countedAbstractions(around).map(({ id }) => id));
  const known = new Set(around.map(({ id }) => id));
  return records.map(kinded).map((record) => {
    const isCounted = record.removed === null && (!known.has(record.id) || counted.has(record.id));
    return {
      ...record,
      team: teamOf.get(record.collar) ?? null,
      sameAs: (same.get(record.id) ?? []).map(({ id, hours }) => ({ id, hours })),
      isCounted,
      // What counts for nothing waits for no review, either: the queue leaves it out.
      isReviewOverdue: isCounted && isReviewOverdue(record, settings, today),
    };
  });
}
