/** Small, whole pieces of demand for the page's models. */
import type { Demand } from '#shared/contract/demand.ts';
import type { DemandOfTeam, PlannedDemand } from '#shared/domain/demand.ts';
import { isoDate, monthRange, type Month } from '#shared/domain/dates.ts';
import type { Move, Plan } from '#shared/domain/plan.ts';
import { hours, utilisation } from '#shared/domain/units.ts';
import { peakMonths } from '#shared/planning/demand/peaks.ts';

export const month = (text: string): Month => text as Month;

const months = monthRange(month('2026-11'), 3);

/** Few months are so far above a mean that only those over capacity are peaks, unless a test says otherwise. */
const thresholds = { peakOverCapacity: 1, peakAboveMean: 2 };

/** A team whose visits fill its months to the shares given, of 100 hours each. Null: 50 hours, and no capacity. */
/** Of a capacity of 100 h; with nobody in post there is work all the same. */
const hoursAt = (shares: ReadonlyArray<number | null>) =>
  shares.map((share) => hours(Math.round((share ?? 0.5) * 100)));

export function team(name: string | null, shares: ReadonlyArray<number | null>): DemandOfTeam {
  const load = hoursAt(shares);
  const capacity = shares.map((share) => hours(share === null ? 0 : 100));
  return {
    team: name,
    cases: 40,
    load,
    capacity,
    utilisation: shares.map((share) => (share === null ? null : utilisation(share))),
    occurrences: { visit: load.map((value) => value / 10), pnd: [0, 4, 0] },
    loadByDuty: { visit: load },
    supervisor: { load: load.map(() => hours(5)), capacity: load.map(() => hours(20)) },
    meanUtilisation: null,
    peaks: peakMonths({ months, load, capacity, thresholds }).map((peak) => ({ ...peak, because: [] })),
    planned: null,
  };
}

/** A plan of 41 moves of which 30 stand, that brings months to the shares given. */
export const planned = (shares: ReadonlyArray<number | null>): PlannedDemand => ({
  planId: 3,
  asAt: isoDate('2026-09-30'),
  counts: { 'as-planned': 7, 'other-month': 1, 'due-month': 0, late: 0, open: 30, missed: 2, overtaken: 1 },
  load: hoursAt(shares),
  loadByDuty: {},
  utilisation: shares.map((share) => (share === null ? null : utilisation(share))),
});

export function demand(teams: DemandOfTeam[], changes: Partial<Demand> = {}): Demand {
  return {
    snapshotId: 7,
    asAt: isoDate('2026-10-31'),
    months,
    rosterAsAt: isoDate('2026-10-31'),
    duties: [
      { key: 'visit', name: 'Visit', hoursOf: 'offender-manager', movable: true },
      { key: 'pnd', name: 'PND check', hoursOf: 'other-unit', movable: true },
    ],
    thresholds,
    teams,
    force: team(null, [0.5, 0.5, 0.5]),
    unconfirmed: [],
    warnings: [],
    ...changes,
  };
}

export function move(changes: Partial<Move> = {}): Move {
  return {
    id: 'V1/visit',
    reference: 'V1',
    duty: 'visit',
    risk: 'medium',
    officer: '3001',
    due: month('2027-01'),
    to: month('2026-12'),
    dueIndex: 2,
    toIndex: 1,
    monthsEarly: 1,
    hours: hours(7),
    reason: 'January 2027 goes from 130\u00a0% to 98\u00a0%.',
    ...changes,
  };
}

export function plan(changes: Partial<Plan> = {}): Plan {
  return {
    team: 'Plymouth',
    months,
    status: 'levelled',
    target: null,
    capacity: [hours(100), hours(100), hours(0)],
    before: [hours(123), hours(50), hours(10)],
    after: [hours(86), hours(87), hours(10)],
    peakBefore: utilisation(1.23),
    peakAfter: utilisation(0.87),
    lowerBound: utilisation(0.853),
    gap: 0.02,
    moves: [move()],
    occurrencesBefore: 20,
    occurrencesAfter: 20,
    extraOccurrences: 0,
    extraHoursPerYear: hours(0),
    echo: { months: [], capacity: [], before: [], after: [], isAbovePresent: false, text: null },
    notMended: [],
    officers: [],
    price: [],
    predictable: [],
    certificate: null,
    ...changes,
  };
}
