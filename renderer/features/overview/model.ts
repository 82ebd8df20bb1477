/** What the overview says, made from figures only. */
import type { Backlog } from '#shared/contract/backlog.ts';
import type { Demand } from '#shared/contract/demand.ts';
import type { DemandOfTeam } from '#shared/domain/demand.ts';
import type { PlanSummary } from '#shared/contract/plans.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { showMonth, type Month } from '#shared/domain/dates.ts';
import { counted, listed, showPercent } from '../../view/figures.ts';
import { countMoves } from '../../view/moves-said.ts';
import { teamsOver } from '../../view/overdue-said.ts';
import { heatLevel, type HeatLevel } from '../../view/heat.ts';

export type Breaking = { team: string; month: Month; utilisation: number; monthsOver: number };

/** Teams that are over capacity in some month, each with its fullest month; the fullest team first. */
export function breakingTeams(demand: Demand, team?: string): Breaking[] {
  const breaking: Breaking[] = [];
  for (const one of demand.teams) {
    if (one.team === null || (team !== undefined && one.team !== team)) continue;
    const worst = fullestMonth(one, demand.months);
    if (!worst || worst.utilisation <= 1) continue;
    const monthsOver = one.utilisation.filter((share) => share !== null && share > 1).length;
    breaking.push({ team: one.team, ...worst, monthsOver });
  }
  return breaking.sort((a, b) => b.utilisation - a.utilisation || a.team.localeCompare(b.team));
}

function fullestMonth(team: DemandOfTeam, months: readonly Month[]) {
  let worst: { month: Month; utilisation: number } | null = null;
  team.utilisation.forEach((share, index) => {
    const month = months[index];
    if (share === null || month === undefined) return;
    if (worst === null || share > worst.utilisation) worst = { month, utilisation: share };
  });
  return worst as { month: Month; utilisation: number } | null;
}

/** Teams named in the headline before the rest are counted. */
const NAMED = 3;

/** Which teams break, when, by how much: one sentence. */
export function breaksSentence(demand: Demand, team?: string): string {
  const horizon = demand.months.length;
  if (demand.rosterAsAt === null) return 'Load is known; capacity is not, until a staff roster is loaded.';
  const breaking = breakingTeams(demand, team);
  const [first] = breaking;
  if (!first) return calmSentence(demand, horizon, team);
  const said = breaking
    .slice(0, NAMED)
    .map(
      ({ team: name, month, utilisation }) => `${name} in ${showMonth(month)} (${showPercent(utilisation)})`,
    );
  const rest = breaking.length - said.length;
  if (rest > 0) said.push(counted(rest, 'more team'));
  if (breaking.length === 1) {
    return `${first.team} breaks in ${showMonth(first.month)} (${showPercent(first.utilisation)}).`;
  }
  const isAll = team === undefined && breaking.length === demand.teams.length;
  const who = isAll ? `All ${String(breaking.length)} teams` : counted(breaking.length, 'team');
  return `${who} break: ${listed(said)}.`;
}

function calmSentence(demand: Demand, horizon: number, team?: string): string {
  const who = team ?? 'No team';
  const all = demand.teams
    .filter((one) => team === undefined || one.team === team)
    .flatMap((one) => {
      const worst = fullestMonth(one, demand.months);
      return worst && one.team !== null ? [{ team: one.team, ...worst }] : [];
    })
    .sort((a, b) => b.utilisation - a.utilisation);
  const [fullest] = all;
  const start =
    team === undefined
      ? `${who} is over capacity in the next ${horizon} months.`
      : `${who} is not over capacity in the next ${horizon} months.`;
  if (!fullest) return start;
  return `${start} The fullest month is ${showMonth(fullest.month)} in ${fullest.team} (${showPercent(fullest.utilisation)}).`;
}

/** What to do about it: what the plans in force, and the proposals not yet accepted, come to. */
export function doSentence(
  breaking: readonly Breaking[],
  inForce: readonly PlanSummary[],
  proposals: ReadonlyMap<string, Plan>,
): string | null {
  if (breaking.length === 0) return null;
  const teams = new Set(breaking.map(({ team }) => team));
  const planned = inForce.filter((plan) => teams.has(plan.team));
  const proposed = breaking.flatMap(({ team }) => {
    const plan = proposals.get(team);
    return plan && !planned.some((one) => one.team === team) ? [plan] : [];
  });
  const sentences: string[] = [];
  if (planned.length > 0) sentences.push(plannedSentence(planned));
  if (proposed.length > 0) sentences.push(proposedSentence(proposed));
  return sentences.length === 0 ? null : sentences.join(' ');
}

function plannedSentence(planned: readonly PlanSummary[]): string {
  const peak = Math.max(...planned.map((plan) => plan.peakAfter ?? 0));
  const names = listed(planned.map((plan) => plan.team));
  return `With the ${planned.length === 1 ? 'plan' : 'plans'} in force, ${names} ${planned.length === 1 ? 'stays' : 'stay'} at or under ${showPercent(peak)}.`;
}

function proposedSentence(proposed: readonly Plan[]): string {
  const { early, overdue } = countMoves(proposed.flatMap((plan) => plan.moves));
  const peak = Math.max(...proposed.map((plan) => plan.peakAfter ?? 0));
  const names =
    proposed.length > NAMED ? `${String(proposed.length)} teams` : listed(proposed.map((plan) => plan.team));
  if (early + overdue === 0) return `No piece of work in ${names} can be brought forward within the windows.`;
  const keeps = proposed.length === 1 ? 'brings its peak' : 'brings their peaks';
  const to = `${keeps} to ${proposed.length === 1 ? '' : 'at most '}${showPercent(peak)}`;
  const short = peak > 1 ? '; what stays over 100 % cannot be mended by timing alone' : '';
  return `${doing(early, overdue)} in ${names} ${to}${short}.`;
}

/** Work done early and overdue work caught up are two things: only the first is brought forward. */
function doing(early: number, overdue: number): string {
  if (overdue === 0) return `Bringing ${counted(early, 'piece')} of work forward`;
  if (early === 0) return `Spreading ${counted(overdue, 'overdue piece')} of work over the catch-up`;
  const ones = overdue === 1 ? 'overdue one' : 'overdue ones';
  return `Bringing ${counted(early, 'piece')} of work forward and spreading ${counted(overdue, ones, ones)} over the catch-up`;
}

type HeatCell = {
  month: Month;
  utilisation: number | null;
  /** What the cell shows: the figure without its unit. */
  text: string;
  level: HeatLevel;
  isOver: boolean;
  /** Well above the team's mean over its next twelve months: marked, whether over capacity or not. */
  isStandingOut: boolean;
  /** In words, for the link on the cell. */
  label: string;
};

export type HeatRow = { team: string; isForce: boolean; cells: HeatCell[]; planned: boolean };

/** Teams × months, the force last. */
export function heatRows(demand: Demand, isPlanned: boolean): HeatRow[] {
  return [...demand.teams, demand.force].map((one) => heatRow(one, demand.months, isPlanned));
}

function heatRow(one: DemandOfTeam, months: readonly Month[], isPlanned: boolean): HeatRow {
  const planned = isPlanned ? one.planned : null;
  const peaks = planned ? [] : one.peaks;
  const standingOut = new Set(
    peaks.filter((peak) => peak.tests.includes('above-mean')).map((peak) => peak.month),
  );
  const shares = planned?.utilisation ?? one.utilisation;
  const team = one.team ?? 'Force';
  return {
    team,
    isForce: one.team === null,
    planned: planned !== null,
    cells: months.map((month, index) => {
      const share = shares[index] ?? null;
      const isOver = share !== null && share > 1;
      const isStandingOut = standingOut.has(month);
      const marks = [
        ...(isOver ? ['over capacity'] : []),
        ...(isStandingOut ? ['well above the team’s mean'] : []),
      ];
      const figure = share === null ? 'no capacity known' : showPercent(share);
      return {
        month,
        utilisation: share,
        text: share === null ? '–' : String(Math.round(share * 100)),
        level: heatLevel(share),
        isOver,
        isStandingOut,
        label: [`${team}, ${showMonth(month)}: ${figure}`, ...marks].join(', '),
      };
    }),
  };
}

/** Years over the months of a heading, each with how many months it spans. */
export function yearSpans(months: readonly Month[]): Array<{ year: string; span: number }> {
  const spans: Array<{ year: string; span: number }> = [];
  for (const month of months) {
    const year = month.slice(0, 4);
    const last = spans[spans.length - 1];
    if (last?.year === year) last.span++;
    else spans.push({ year, span: 1 });
  }
  return spans;
}

export type OverdueRow = {
  duty: string;
  name: string;
  outstanding: number;
  share: number | null;
  isOver: boolean;
  /** Over the tolerance, the highest share first. */
  teams: string[];
};

/** One row a duty that any case owes: what is overdue of it, and in which teams it is over the tolerance. */
export const overdueRows = (backlog: Pick<Backlog, 'duties' | 'teams'>): OverdueRow[] =>
  backlog.duties
    .filter(({ owing }) => owing > 0)
    .map(({ duty, name, outstanding, share, isOverTolerance }) => ({
      duty,
      name,
      outstanding,
      share,
      isOver: isOverTolerance,
      teams: teamsOver(backlog, duty),
    }));
