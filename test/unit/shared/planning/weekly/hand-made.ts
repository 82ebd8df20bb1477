/** A team's page of the pack, made by hand. */
import type { TeamAction } from '#shared/domain/action.ts';
import { isoDate, type Month } from '#shared/domain/dates.ts';
import { hours, utilisation } from '#shared/domain/units.ts';
import type { WeeklyBacklog, WeeklyPack, WeeklyPeak, WeeklyTeam } from '#shared/domain/weekly-pack.ts';

export const month = (text: string): Month => text as Month;

/** A month over capacity, by either share. */
export const peak = (of: string, share: number | null, withPlan: number | null = null): WeeklyPeak => ({
  month: month(of),
  utilisation: share === null ? null : utilisation(share),
  planned: withPlan === null ? null : utilisation(withPlan),
  isOver: share === null || share > 1,
  isOverPlanned: withPlan === null ? null : withPlan > 1,
});

export const action = (changes: Partial<TeamAction> = {}): TeamAction => ({
  id: 1,
  team: 'Harbour',
  text: 'Ask for cover in March',
  owner: 'Sgt 3010',
  due: isoDate('2026-12-02'),
  madeOn: isoDate('2026-11-25'),
  closedOn: null,
  closedNote: null,
  isOverdue: false,
  ...changes,
});

export const visits: WeeklyBacklog = {
  duty: 'visit',
  name: 'Visit',
  owing: 40,
  outstanding: 3,
  share: 0.075,
  isOverTolerance: true,
  bands: { 'due-that-day': 0, '1-7': 1, '8-28': 2, '29-90': 0, 'over-90': 0 },
  rows: [
    {
      risk: 'high',
      owing: 10,
      outstanding: 3,
      share: 0.3,
      isOverTolerance: true,
      bands: { 'due-that-day': 0, '1-7': 1, '8-28': 2, '29-90': 0, 'over-90': 0 },
    },
    {
      risk: 'low',
      owing: 30,
      outstanding: 0,
      share: 0,
      isOverTolerance: false,
      bands: { 'due-that-day': 0, '1-7': 0, '8-28': 0, '29-90': 0, 'over-90': 0 },
    },
  ],
  hours: hours(21),
  oldestDue: isoDate('2026-10-10'),
  before: {
    asAt: isoDate('2026-09-30'),
    outstanding: 5,
    change: {
      fellDue: 3,
      joined: 0,
      movedIn: 0,
      done: 4,
      left: 1,
      movedOut: 0,
      noLongerOwed: 0,
      redated: 0,
    },
  },
};

export const team = (changes: Partial<WeeklyTeam> = {}): WeeklyTeam => ({
  team: 'Harbour',
  cases: 41,
  peaks: [peak('2027-03', 1.234), peak('2027-04', 1.02)],
  backlog: [visits],
  clearing: { hours: hours(21), state: 'by', month: month('2026-12') },
  moves: null,
  abstractions: { toReview: 0, overdue: 0, regular: [] },
  signOffs: { waiting: 0, overLimit: 0, bySupervisor: [], untold: [] },
  checks: [],
  actions: [action()],
  ...changes,
});

export const pack = (...teams: WeeklyTeam[]): WeeklyPack => ({
  snapshotId: 2,
  asAt: isoDate('2026-10-31'),
  rosterAsAt: isoDate('2026-10-31'),
  madeOn: isoDate('2026-11-25'),
  month: month('2026-11'),
  monthsAhead: 24,
  tolerance: 0.05,
  reviewDays: 28,
  smallCounts: { handling: 'show', below: 5 },
  teams,
  otherActions: [],
  unconfirmed: ['Visit hours'],
});
