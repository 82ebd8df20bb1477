/** Abstractions reviewed, those that are regular, and the reasons to choose from. */
import type { Parsed } from '#shared/contract/registry.ts';
import type { AbstractionSettings, RegularFinding } from '#shared/domain/abstraction.ts';
import { addDays, type IsoDate } from '#shared/domain/dates.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { kindsOf, reasonKey } from '#shared/planning/abstractions/kind.ts';
import { regularAbstractions, regularFrom } from '#shared/planning/abstractions/regular.ts';
import { sum } from '#shared/planning/sum.ts';
import type { HandlersOf, Tools } from '../context.ts';
import { AppError } from '../errors.ts';
import {
  countByCollar,
  findRecords,
  reasonsHeld,
  reviewRecords,
  takeBackReviews,
  type Waiting,
} from '../store/abstraction-records.ts';
import {
  readDismissals,
  readReasons,
  writeDismissal,
  writeReasons,
  type Dismissal,
} from '../store/abstraction-reasons.ts';
import { readPeople } from '../store/rosters.ts';
import { readSettings } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { allAbsences, ledgerRows, readCountedWithin, reasonsOfKinds } from './abstraction-facts.ts';
import { filterOf, pageOf, stampOf } from './abstractions.ts';
import { requireTeam } from './situation.ts';
import { todayOf } from './today.ts';

/** A dismissal stands until taken back; what came since is told. */
function dismissedAs(
  dates: RegularFinding['dates'],
  dismissal: Dismissal | undefined,
): RegularFinding['dismissed'] {
  if (!dismissal) return null;
  return { ...dismissal, since: dates.filter((day) => day > dismissal.at.slice(0, 10)).length };
}

/** What waits for a review among what was asked for, and from which day on a review is late. */
async function waitingOf(input: Parsed<'abstractions.queue'>, { store, engine }: Tools) {
  const { reviewDays, reviewKinds } = (await readSettings(store)).abstractions;
  const today = todayOf(engine);
  const kinds = input.kind === undefined ? reviewKinds : reviewKinds.filter((kind) => kind === input.kind);
  const filter = {
    ...(await filterOf(store, input)),
    reasons: await reasonsOfKinds(store, kinds),
    reviewed: false,
    removed: false,
    begunBy: today,
    except: [...(await allAbsences(store)).uncounted],
  };
  return { filter, reviewDays, lateBefore: addDays(today, -reviewDays) };
}

/** How many reviews wait, and how many of them are late: of each person by collar. */
export function waitingByCollar(tools: Tools): Promise<ReadonlyMap<string, Waiting>> {
  const { store, engine } = tools;
  return store.remember(`reviews that wait ${todayOf(engine)}`, async () => {
    const { filter, lateBefore } = await waitingOf({}, tools);
    const counts = await countByCollar(store, filter, lateBefore);
    return new Map(counts.map(({ collar, ...count }) => [collar, count]));
  });
}

async function regularOfForce(
  store: Store,
  thresholds: AbstractionSettings,
  asAt: IsoDate,
): Promise<RegularFinding[]> {
  const people = await readPeople(store);
  const period = { from: regularFrom(thresholds, asAt), to: asAt };
  const abstractions = await readCountedWithin(store, period);
  const dismissals = await readDismissals(store);
  return regularAbstractions({ abstractions, people, thresholds, asAt }).map((one) => ({
    ...one,
    dismissed: dismissedAs(one.dates, dismissals.get(one.key)),
  }));
}

type Names =
  | 'abstractions.review'
  | 'abstractions.takeBackReview'
  | 'abstractions.queue'
  | 'abstractions.regular'
  | 'abstractions.dismiss'
  | 'abstractions.reasons'
  | 'abstractions.saveReasons';

export const abstractionReviewHandlers: HandlersOf<Names> = {
  async 'abstractions.review'({ ids, note }, tools) {
    const distinct = [...new Set(ids)];
    const done = await reviewRecords(tools.store, distinct, note, stampOf(tools));
    return { reviewed: done.length, leftAlone: distinct.length - done.length, ids: done };
  },

  async 'abstractions.takeBackReview'({ ids }, tools) {
    const distinct = [...new Set(ids)];
    const done = await takeBackReviews(tools.store, distinct, stampOf(tools));
    return { takenBack: done.length, leftAlone: distinct.length - done.length };
  },

  async 'abstractions.queue'(input, tools) {
    const { store, engine } = tools;
    const { filter, reviewDays, lateBefore } = await waitingOf(input, tools);
    const counts = await countByCollar(store, filter, lateBefore);
    const records = await findRecords(store, filter, { ...pageOf(input), oldestFirst: true });
    return {
      total: sum(counts.map(({ total }) => total)),
      overdue: sum(counts.map(({ late }) => late)),
      reviewDays,
      rows: await ledgerRows(store, engine, records, await allAbsences(store)),
    };
  },

  async 'abstractions.regular'(input, { store, engine }) {
    const team = input.team === undefined ? null : (await requireTeam(store, input.team)).name;
    const thresholds = (await readSettings(store)).abstractions;
    const asAt = input.asAt ?? todayOf(engine);
    const from = regularFrom(thresholds, asAt);
    const found = await store.remember(`regular ${asAt}`, () => regularOfForce(store, thresholds, asAt));
    // Of one team the same is found as of the force: what chance brings does not hang on what is looked at.
    const findings = found.filter((one) => team === null || isSameTeam(one.team, team));
    return { asAt, from, thresholds, findings };
  },

  async 'abstractions.dismiss'({ key, why }, tools) {
    await writeDismissal(tools.store, key, why === null ? null : { ...stampOf(tools), why });
    return {};
  },

  async 'abstractions.reasons'(_, { store }) {
    const listed = await readReasons(store);
    const held = await reasonsHeld(store);
    const records = new Map<string, number>(listed.map((one) => [reasonKey(one), 0]));
    const kindOf = kindsOf(listed);
    const unlisted = held
      .filter((one) => !records.has(reasonKey(one)))
      .map((one) => ({ ...one, kind: kindOf(one) }))
      .sort((a, b) => b.records - a.records || (reasonKey(a) < reasonKey(b) ? -1 : 1));
    for (const one of held) {
      const key = reasonKey(one);
      records.set(key, (records.get(key) ?? 0) + one.records);
    }
    const reasons = listed.map((one) => ({ ...one, records: records.get(reasonKey(one)) ?? 0 }));
    return { reasons, unlisted };
  },

  async 'abstractions.saveReasons'({ reasons }, { store }) {
    if (new Set(reasons.map(reasonKey)).size < reasons.length)
      throw new AppError('invalid-input', 'Two reasons have the same group and activity. Keep one of them.');
    await writeReasons(store, reasons);
    return {};
  },
};
