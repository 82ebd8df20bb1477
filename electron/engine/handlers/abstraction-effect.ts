/** What abstractions take: assumed against actual, expected ahead, and beside the work that fell overdue. */
import {
  addMonths,
  firstDayOf,
  lastDayOf,
  monthRange,
  monthZero,
  type IsoDate,
  type Month,
} from '#shared/domain/dates.ts';
import { unconfirmedValues } from '#shared/domain/standard-values.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { hours } from '#shared/domain/units.ts';
import {
  countedInWords,
  effectByMonth,
  fellOverdue,
  hoursPerOccurrence,
  type SnapshotCases,
} from '#shared/planning/abstractions/effect.ts';
import { expectedByKind } from '#shared/planning/abstractions/expected.ts';
import { absenceCautions } from '#shared/planning/abstractions/held-to.ts';
import { abstractionRates } from '#shared/planning/abstractions/rate.ts';
import { movingTogether } from '#shared/planning/abstractions/together.ts';
import { sum } from '#shared/planning/sum.ts';
import type { HandlersOf } from '../context.ts';
import { readPeople } from '../store/rosters.ts';
import { readFellDue } from '../store/cases.ts';
import type { Store } from '../store/store.ts';
import { peopleOfTeam, readCountedWithin } from './abstraction-facts.ts';
import { lastOfEachMonth } from './case-history.ts';
import { readSituation, requireTeam } from './situation.ts';

const A_YEAR = 12;
const ROLE = 'offender-manager' as const;

/** The last whole months of which absence is held, a year unless said otherwise, the one before, and their days. */
function lookBack(heldTo: IsoDate, count = A_YEAR) {
  const zero = monthZero(heldTo);
  const first = addMonths(zero, -count);
  return {
    months: monthRange(first, count),
    before: addMonths(first, -1),
    period: { from: firstDayOf(first), to: lastDayOf(addMonths(zero, -1)) },
  };
}

/** The last snapshot of each month, with what may have fallen overdue since the last of the month before. */
async function overdueFacts(
  store: Store,
  months: readonly Month[],
  newest: IsoDate,
): Promise<SnapshotCases[]> {
  const last = await lastOfEachMonth(store, newest);
  const facts: SnapshotCases[] = [];
  for (const month of months) {
    const own = last.get(month);
    if (!own) continue;
    const before = last.get(addMonths(month, -1));
    const cases = before ? await readFellDue(store, own.id, before.asAt, own.asAt) : [];
    facts.push({ asAt: own.asAt, cases });
  }
  return facts;
}

export const abstractionEffectHandlers: HandlersOf<'abstractions.rate' | 'abstractions.effect'> = {
  async 'abstractions.rate'({ snapshotId, team, months: count }, { store }) {
    const own = team === undefined ? undefined : await requireTeam(store, team);
    const { snapshot, officers, abstractions, absencesHeldTo, standards, settings } = await readSituation(
      store,
      {
        snapshotId,
        team: own?.name,
        withoutCases: true,
      },
    );
    const { assumptions } = standards;
    const { asAt } = snapshot;
    const { months, period } = lookBack(absencesHeldTo, count);
    const everyone = await readPeople(store);
    const people = own ? peopleOfTeam(everyone, own.name) : everyone;
    const rates = abstractionRates({
      people: people.filter(({ role }) => role === ROLE),
      abstractions: abstractions.filter(({ from, to }) => to >= period.from && from <= period.to),
      assumptions,
      months,
    });
    const expected = expectedByKind({
      officers,
      abstractions,
      assumptions,
      role: ROLE,
      absencesHeldTo,
      months: monthRange(monthZero(asAt), settings.horizonMonths),
    });
    return {
      team: own?.name ?? null,
      asAt,
      ...rates,
      ahead: expected.months,
      restsOnMonths: expected.rate.months,
      warnings: absenceCautions({ abstractions, absencesHeldTo, asAt }),
      unconfirmed: unconfirmedValues(standards),
    };
  },

  async 'abstractions.effect'({ snapshotId, team, months: count }, { store }) {
    const own = team === undefined ? undefined : await requireTeam(store, team);
    const situation = await readSituation(store, { snapshotId, team: own?.name });
    const { cases, standards, settings, absencesHeldTo } = situation;
    const { asAt } = situation.snapshot;
    const { months, before, period } = lookBack(absencesHeldTo, count);
    const after = addMonths(before, months.length + 1);
    const abstractions = await readCountedWithin(store, period);
    // A month that the snapshot cuts short does not tell what fell overdue in it.
    const told = [before, ...months, after].filter((month) => month < monthZero(asAt));
    const overdue = await store.remember(`fell overdue ${asAt} ${told.join()}`, async () =>
      fellOverdue(await overdueFacts(store, told, asAt), standards, settings.unassessedAs),
    );
    const everyone = (await readPeople(store)).filter(({ role }) => role === ROLE);
    const names = own
      ? [own.name]
      : [...new Set([...everyone, ...cases].map((one) => one.team))].sort((a, b) => (a < b ? -1 : 1));
    const scheduledShare = standards.assumptions.scheduledShare.value;
    const teams = names.map((name) => {
      const ofTeam = cases.filter((record) => isSameTeam(record.team, name));
      const perOccurrence = hoursPerOccurrence(ofTeam, standards, settings.unassessedAs);
      const rows = effectByMonth({
        team: name,
        people: peopleOfTeam(everyone, name),
        abstractions,
        months,
        overdue,
        hoursPerOccurrence: perOccurrence,
        scheduledShare,
      });
      const total = hours(sum(rows.map((row) => row.lost)));
      return {
        team: name,
        months: rows,
        total,
        hoursPerOccurrence: perOccurrence,
        together: movingTogether(rows),
      };
    });
    return {
      asAt,
      teams,
      scheduledShare,
      countedWork: countedInWords(standards),
      warnings: absenceCautions({ abstractions: situation.abstractions, absencesHeldTo, asAt }),
      unconfirmed: unconfirmedValues(standards),
    };
  },
};
