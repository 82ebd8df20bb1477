/** What a register should not hold: data quality of a caseload, by team. */
import type { CaseRecord } from '#shared/domain/case.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { owes } from './rollout.ts';

type CaseQuality = {
  missingDue: boolean;
  contradictoryDates: boolean;
  unassessed: boolean;
  reactiveNotLow: boolean;
  dueBeforeDone: boolean;
  signedOffBeforeDone: boolean;
};

const qualityChecks = [
  'missingDue',
  'contradictoryDates',
  'unassessed',
  'reactiveNotLow',
  'dueBeforeDone',
  'signedOffBeforeDone',
] as const satisfies ReadonlyArray<keyof CaseQuality>;

const isBefore = (a: IsoDate | null, b: IsoDate | null): boolean => a !== null && b !== null && a < b;

/**
 * What is odd about one case.
 *
 * - `missingDue`: it owes a duty for which its snapshot holds due dates, and has none of its own.
 * - `contradictoryDates`: its notification ends before it starts, or ended before the as-at date.
 * - `reactiveNotLow`: managed reactively at another level than low (unassessed counts apart).
 * - `dueBeforeDone`: a duty falls due before the day it was last done.
 * - `signedOffBeforeDone`: a duty was signed off before the day it was last done.
 *
 * @param dated the duties for which the snapshot holds due dates
 */
export function qualityOf(record: CaseRecord, dated: readonly DutyStandard[], asAt: IsoDate): CaseQuality {
  const states = new Map(record.duties.map((state) => [state.duty, state]));
  const owed = dated.filter((duty) => owes(record, duty));
  const isAssessed = record.risk !== 'unassessed';
  return {
    missingDue: owed.some((duty) => (states.get(duty.key)?.nextDue ?? null) === null),
    contradictoryDates:
      isBefore(record.notificationEnd, record.notificationStart) || isBefore(record.notificationEnd, asAt),
    unassessed: !isAssessed,
    reactiveNotLow: record.mode === 'reactive' && isAssessed && record.risk !== 'low',
    dueBeforeDone: record.duties.some((state) => isBefore(state.nextDue, state.lastDone)),
    signedOffBeforeDone: record.duties.some((state) => isBefore(state.signedOff, state.lastDone)),
  };
}

/** A duty without any due date in the snapshot, by its name; `hasDone` where it tells at least when work was done. */
export type UndatedDuty = { duty: string; hasDone: boolean };

/** The duties that cases owe and of which the snapshot holds no due date: no check can say whether one is missing. */
export function undatedDuties(cases: readonly CaseRecord[], duties: readonly DutyStandard[]): UndatedDuty[] {
  const states = cases.flatMap((record) => record.duties);
  const due = new Set(states.filter((state) => state.nextDue !== null).map(({ duty }) => duty));
  const done = new Set(states.filter((state) => state.lastDone !== null).map(({ duty }) => duty));
  return duties
    .filter(
      (duty) => duty.follows === null && !due.has(duty.key) && cases.some((record) => owes(record, duty)),
    )
    .map(({ key, name }) => ({ duty: name, hasDone: done.has(key) }));
}

export type TeamQualityCounts = { team: string; cases: number; missingDue: number | null } & Record<
  Exclude<keyof CaseQuality, 'missingDue'>,
  number
>;

/**
 * Cases with something odd, by team in the order of their names. A case counts once under each check; a snapshot
 * without any due date says nothing of missing ones, and the count is then null.
 */
export function qualityByTeam(
  cases: readonly CaseRecord[],
  duties: readonly DutyStandard[],
  asAt: IsoDate,
): TeamQualityCounts[] {
  const held = new Set(
    cases.flatMap((record) =>
      record.duties.filter((state) => state.nextDue !== null).map(({ duty }) => duty),
    ),
  );
  const dated = duties.filter((duty) => held.has(duty.key));
  const teams = new Map<string, TeamQualityCounts>();
  for (const record of cases) {
    const counts = teams.get(record.team) ?? {
      team: record.team,
      cases: 0,
      missingDue: dated.length === 0 ? null : 0,
      contradictoryDates: 0,
      unassessed: 0,
      reactiveNotLow: 0,
      dueBeforeDone: 0,
      signedOffBeforeDone: 0,
    };
    counts.cases++;
    const quality = qualityOf(record, dated, asAt);
    for (const check of qualityChecks) if (quality[check]) counts[check] = (counts[check] ?? 0) + 1;
    teams.set(record.team, counts);
  }
  return [...teams.values()].sort((a, b) => (a.team < b.team ? -1 : 1));
}
