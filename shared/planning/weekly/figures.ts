/** What the weekly pack takes from each page's figures: counts, and no case. */
import type { TeamAction } from '#shared/domain/action.ts';
import type { RegularFinding } from '#shared/domain/abstraction.ts';
import type {
  BacklogPoint,
  DutyBacklog,
  PracticeCheck,
  SupervisorSignOffs,
  WaitingSignOff,
} from '#shared/domain/backlog.ts';
import type { Month } from '#shared/domain/dates.ts';
import type { DemandOfTeam } from '#shared/domain/demand.ts';
import type { PeakThresholds } from '#shared/domain/settings.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { hours } from '#shared/domain/units.ts';
import type {
  WeeklyBacklog,
  WeeklyCheck,
  WeeklyMoves,
  WeeklyPack,
  WeeklyPeak,
  WeeklyRegular,
  WeeklySignOffs,
} from '#shared/domain/weekly-pack.ts';
import type { ListedMove } from '#shared/domain/work-list.ts';
import { overCapacity, peaksWith } from '../demand/peaks.ts';
import { sum } from '../sum.ts';

/** The months over capacity as Demand has them, as the work falls due and with the plan in force: either is to be met. */
export function peaksAhead(
  one: DemandOfTeam,
  demand: { months: readonly Month[]; thresholds: PeakThresholds },
): WeeklyPeak[] {
  const { utilisation, planned } = one;
  const over = (isPlanned: boolean): ReadonlySet<Month> =>
    new Set(overCapacity(peaksWith(demand, one, isPlanned)).map(({ month }) => month));
  const asDue = over(false);
  const withPlan = planned === null ? null : over(true);
  return demand.months.flatMap((month, index): WeeklyPeak[] => {
    const isOver = asDue.has(month);
    const isOverPlanned = withPlan?.has(month) ?? null;
    if (!isOver && isOverPlanned !== true) return [];
    return [
      {
        month,
        utilisation: utilisation[index] ?? null,
        planned: planned?.utilisation[index] ?? null,
        isOver,
        isOverPlanned,
      },
    ];
  });
}

/** @param points the trend of the duty: the snapshot before, if one is held, and this one */
export function weeklyBacklog(
  { oldest, ...duty }: DutyBacklog,
  points: readonly BacklogPoint[],
): WeeklyBacklog {
  const change = points.at(-1)?.change;
  const before = points.at(-2);
  return {
    ...duty,
    oldestDue: oldest?.dueDate ?? null,
    before: before && change ? { asAt: before.asAt, outstanding: before.outstanding, change } : null,
  };
}

type Plan = Pick<WeeklyMoves, 'planId' | 'asAt' | 'isStale'>;

/** @param items every move of the plan that is still to be done */
export function movesDue(
  plan: Plan,
  items: readonly ListedMove[],
  month: Month,
  withCases: boolean,
): WeeklyMoves {
  const due = items.filter(({ to }) => to === month);
  const duties = [...new Set(due.map(({ duty }) => duty))].sort();
  const time = (moves: readonly ListedMove[]) => hours(sum(moves.map((move) => move.hours)));
  return {
    ...plan,
    byDuty: duties.map((duty) => {
      const own = due.filter((move) => move.duty === duty);
      return {
        duty,
        name: own[0]?.dutyName ?? duty,
        count: own.length,
        hours: time(own),
        catchUp: own.filter(({ isOverdue }) => isOverdue).length,
      };
    }),
    listed: due.length,
    hours: time(due),
    missed: items.filter(({ to, isMissed }) => isMissed && to < month).length,
    cases: withCases ? due : null,
  };
}

/** Those not set aside, without their dates. */
export const regularOnes = (findings: readonly RegularFinding[]): WeeklyRegular[] =>
  findings
    .filter(({ dismissed }) => dismissed === null)
    .map(({ key, level, collar, group, activity, rule, weekday, times, of, hours: lost }) => ({
      key,
      level,
      collar,
      group,
      activity,
      rule,
      weekday,
      times,
      of,
      hours: lost,
    }));

/** Sign-offs as the pack tells them: counts, and of the supervisors only those with some over the limit. */
export function signOffsWaiting(found: {
  waiting: readonly WaitingSignOff[];
  overLimit: number;
  bySupervisor: readonly SupervisorSignOffs[];
  untold: readonly string[];
}): WeeklySignOffs {
  return {
    waiting: found.waiting.length,
    overLimit: found.overLimit,
    bySupervisor: found.bySupervisor
      .map(({ supervisor, waiting, bands }) => ({ supervisor, waiting, overLimit: bands['over-limit'] }))
      .filter(({ overLimit }) => overLimit > 0),
    untold: [...found.untold],
  };
}

/**
 * The pack with these actions, each on its team's page. The page asks for actions by themselves, so that a word about
 * one does not have every figure worked out again.
 */
export function withActions(pack: WeeklyPack, actions: readonly TeamAction[]): WeeklyPack {
  const isNamed = (action: TeamAction): boolean =>
    pack.teams.some(({ team }) => isSameTeam(action.team, team));
  return {
    ...pack,
    teams: pack.teams.map((one) => ({
      ...one,
      actions: actions.filter((action) => isSameTeam(action.team, one.team)),
    })),
    otherActions: actions.filter((action) => !isNamed(action)),
  };
}

/** Practice checks as the pack tells them: their counts, without the cases behind these. */
export const withoutCases = (checks: readonly PracticeCheck[]): WeeklyCheck[] =>
  checks.map(({ key, name, about, isHeld, found, of, missing, target }) => ({
    key,
    name,
    about,
    isHeld,
    found,
    of,
    missing,
    target,
  }));
