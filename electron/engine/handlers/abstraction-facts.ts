/** Abstractions as planning takes them: with their kinds, an absence known twice once, and what was taken out left out. */
import type { LedgerRow } from '#shared/contract/abstractions.ts';
import type { AbstractionKind, AbstractionRecord } from '#shared/domain/abstraction.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { kindsOf } from '#shared/planning/abstractions/kind.ts';
import { isReviewOverdue } from '#shared/planning/abstractions/review.ts';
import { countedAbstractions, sameAbsences } from '#shared/planning/abstractions/same-absence.ts';
import { withinContract } from '#shared/planning/abstractions/within-contract.ts';
import type { EngineContext } from '../context.ts';
import { findRecords, reasonsHeld, type ReasonOf, type StoredRecord } from '../store/abstraction-records.ts';
import { readReasons } from '../store/abstraction-reasons.ts';
import { readPeople } from '../store/rosters.ts';
import { readSettings } from '../store/settings.ts';
import { readStandards } from '../store/standards.ts';
import type { Store } from '../store/store.ts';
import { todayOf } from './today.ts';

/** A record with its kind and the place of its list. */
type Held = StoredRecord & AbstractionRecord;

/** Gives records the kind that the force's list of reasons says. */
async function kindReader(store: Store): Promise<(record: StoredRecord) => Held> {
  const kindOf = kindsOf(await readReasons(store));
  return (record) => ({ ...record, kind: kindOf(record) });
}

type Absences = {
  /** The records that count, each hour of them once, and no more of them than their people are contracted for. */
  counted: Held[];
  /** By id: other records of the same absence. */
  same: ReadonlyMap<number, Held[]>;
  /** Of imported records of which nothing counts, as the same absence is recorded or a newer list tells of it. */
  uncounted: ReadonlySet<number>;
};

/** Of all people, or of some: an absence known twice is one person's. */
export async function absencesOf(store: Store, collars?: readonly string[]): Promise<Absences> {
  const kinded = await kindReader(store);
  const records = (await findRecords(store, { collars, removed: false })).map(kinded);
  const once = countedAbstractions(records);
  const uncounted = new Set(records.map(({ id }) => id));
  for (const { id } of once) uncounted.delete(id);
  const { assumptions } = await readStandards(store);
  const counted = withinContract(once, await readPeople(store), assumptions);
  return { counted, same: sameAbsences(records), uncounted };
}

/** Read once for the questions that rest on them, until something is written. */
export const allAbsences = (store: Store): Promise<Absences> =>
  store.remember('absences', () => absencesOf(store));

export const readAllCounted = async (store: Store): Promise<AbstractionRecord[]> =>
  (await allAbsences(store)).counted;

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

export const peopleOfTeam = (people: readonly Officer[], team: string): Officer[] =>
  people.filter((person) => isSameTeam(person.team, team));

/** Records as the ledger shows them: with team, other records of the same absence, and whether a review is late. */
export async function ledgerRows(
  store: Store,
  engine: EngineContext,
  records: readonly StoredRecord[],
  { same, uncounted }: Absences,
): Promise<LedgerRow[]> {
  const kinded = await kindReader(store);
  const settings = (await readSettings(store)).abstractions;
  const today = todayOf(engine);
  const teamOf = new Map((await readPeople(store)).map(({ collar, team }) => [collar, team]));
  return records.map(kinded).map((record) => {
    const isCounted = record.removed === null && !uncounted.has(record.id);
    return {
      ...record,
      team: teamOf.get(record.collar) ?? null,
      sameAs: (same.get(record.id) ?? []).map(({ id, hours, source }) => ({ id, hours, source })),
      isCounted,
      // What counts for nothing waits for no review, either: the queue leaves it out.
      isReviewOverdue: isCounted && isReviewOverdue(record, settings, today),
    };
  });
}
