/** The answers at the head of the overview: which teams break, and what to do about it, in words made from figures. */
import type { Demand } from '#shared/contract/demand.ts';
import type { DemandOfTeam } from '#shared/domain/demand.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { PeakThresholds } from '#shared/domain/settings.ts';
import { showMonth } from '#shared/domain/dates.ts';
import { byFullness, fullestMonth, overCapacity, type FullestMonth } from '#shared/planning/demand/peaks.ts';
import { NOBODY, counted, listed, showFullness } from '#shared/planning/wording.ts';
import { showCount, showPercent } from '../../view/figures.ts';
import { countMoves } from '../../view/moves-said.ts';
import { isLower, isWornOut, plannedPeak } from '../../view/worn-out.ts';

export type Breaking = {
  team: string;
  /** Highest utilisation with the plan in force; null without one. */
  withPlan: number | null;
  /** The plan in force is. */
  isWornOut: boolean;
} & FullestMonth;

/** Teams that are over capacity in some month, each with its fullest month; the fullest team first. */
export const breakingTeams = (demand: Demand, team?: string): Breaking[] =>
  fullestFirst(demand, team, ({ peaks }) => overCapacity(peaks).length > 0);

function fullestFirst(
  demand: Demand,
  only: string | undefined,
  isWanted: (one: DemandOfTeam) => boolean,
): Breaking[] {
  const { teams, months } = demand;
  return teams
    .filter((one) => (only === undefined || one.team === only) && isWanted(one))
    .flatMap((one) => {
      const fullest = fullestMonth(months, one);
      if (fullest === null || one.team === null) return [];
      const { team, planned } = one;
      const withPlan = planned && plannedPeak(planned);
      return [{ team, ...fullest, withPlan, isWornOut: isWornOut(demand, one) }];
    })
    .sort((a, b) => byFullness(a, b) || a.team.localeCompare(b.team));
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
      ({ team: name, month, utilisation }) => `${name} in ${showMonth(month)} (${showFullness(utilisation)})`,
    );
  const rest = breaking.length - said.length;
  if (rest > 0) said.push(counted(rest, 'more team'));
  if (breaking.length === 1) {
    return `${first.team} breaks in ${showMonth(first.month)} (${showFullness(first.utilisation)}).`;
  }
  const isAll = team === undefined && breaking.length === demand.teams.length;
  const who = isAll ? `All ${String(breaking.length)} teams` : counted(breaking.length, 'team');
  return `${who} break: ${listed(said)}.`;
}

function calmSentence(demand: Demand, horizon: number, team?: string): string {
  const who = team ?? 'No team';
  const [fullest] = fullestFirst(demand, team, () => true);
  const start =
    team === undefined
      ? `${who} is over capacity in the next ${horizon} months.`
      : `${who} is not over capacity in the next ${horizon} months.`;
  if (!fullest) return start;
  return `${start} The fullest month is ${showMonth(fullest.month)} in ${fullest.team} (${showFullness(fullest.utilisation)}).`;
}

/** Said until the proposals are there; of one team there is nothing to count. */
export const workingOut = (done: number, teams: number): string =>
  teams === 1
    ? 'Working out what can be brought forward …'
    : `Working out what can be brought forward: ${showCount(done)} of ${counted(teams, 'team')} …`;

/** The teams for which a proposal is worth asking: no plan is in force, or the one that is, is worn out. */
export const teamsToLevel = (breaking: readonly Breaking[]): string[] =>
  breaking.filter(({ withPlan, isWornOut: isOut }) => withPlan === null || isOut).map(({ team }) => team);

/** A worn-out plan for which a new proposal does better. */
type Renewable = { team: string; withPlan: number; peakAfter: number };

export function renewableOf(
  breaking: readonly Breaking[],
  proposals: ReadonlyMap<string, Pick<Plan, 'peakAfter'>>,
): Renewable[] {
  return breaking.flatMap(({ team, withPlan, isWornOut: isOut }) => {
    const peakAfter = proposals.get(team)?.peakAfter;
    if (withPlan === null || !isOut || !isLower(peakAfter, withPlan)) return [];
    return [{ team, withPlan, peakAfter }];
  });
}

/** What to do about it: what the plans in force, and the proposals not yet accepted, come to. */
export function doSentence(
  breaking: readonly Breaking[],
  proposals: ReadonlyMap<string, Plan>,
  { peakOverCapacity }: Pick<PeakThresholds, 'peakOverCapacity'>,
): string | null {
  if (breaking.length === 0) return null;
  const renewable = renewableOf(breaking, proposals);
  const planned = breaking.flatMap(({ team, withPlan, isWornOut: isOut }) =>
    withPlan === null || renewable.some((one) => one.team === team) ? [] : [{ team, withPlan, isOut }],
  );
  const proposed = breaking.flatMap(({ team, withPlan }) => {
    const plan = proposals.get(team);
    const peakAfter = plan?.peakAfter ?? null;
    return plan && peakAfter !== null && withPlan === null ? [{ ...plan, peakAfter }] : [];
  });
  const sentences: string[] = [];
  if (planned.length > 0) sentences.push(plannedSentence(planned));
  if (renewable.length > 0) sentences.push(renewableSentence(renewable));
  if (proposed.length > 0) sentences.push(proposedSentence(proposed));
  const isStuck =
    [...renewable, ...proposed].some(({ peakAfter }) => peakAfter > peakOverCapacity) ||
    planned.some(({ team, isOut }) => isOut && proposals.has(team));
  const unmended = [
    ...(isStuck ? [`stays over ${showPercent(peakOverCapacity)}`] : []),
    ...(breaking.some(({ utilisation }) => utilisation === null) ? [`falls due with ${NOBODY}`] : []),
  ];
  if (unmended.length > 0) {
    sentences.push(`What ${unmended.join(' or ')} cannot be mended by timing alone.`);
  }
  return sentences.length === 0 ? null : sentences.join(' ');
}

function plannedSentence(planned: ReadonlyArray<{ team: string; withPlan: number }>): string {
  const peak = Math.max(...planned.map(({ withPlan }) => withPlan));
  const names = listed(planned.map((plan) => plan.team));
  return `With the ${planned.length === 1 ? 'plan' : 'plans'} in force, ${names} ${planned.length === 1 ? 'stays' : 'stay'} at or under ${showPercent(peak)}.`;
}

function renewableSentence(renewable: readonly Renewable[]): string {
  const names = listed(renewable.map(({ team }) => team));
  const now = showPercent(Math.max(...renewable.map(({ withPlan }) => withPlan)));
  const then = showPercent(Math.max(...renewable.map(({ peakAfter }) => peakAfter)));
  return renewable.length === 1
    ? `What is left of its plan leaves ${names} at ${now}; a new proposal would bring it to ${then}.`
    : `What is left of their plans leaves ${names} at up to ${now}; new proposals would bring them to at most ${then}.`;
}

function proposedSentence(
  proposed: ReadonlyArray<Pick<Plan, 'team' | 'moves'> & { peakAfter: number }>,
): string {
  const { early, overdue } = countMoves(proposed.flatMap((plan) => plan.moves));
  const peak = Math.max(...proposed.map((plan) => plan.peakAfter));
  const names =
    proposed.length > NAMED ? `${String(proposed.length)} teams` : listed(proposed.map((plan) => plan.team));
  if (early + overdue === 0) return `No piece of work in ${names} can be brought forward within the windows.`;
  const keeps = proposed.length === 1 ? 'brings its peak' : 'brings their peaks';
  const to = `${keeps} to ${proposed.length === 1 ? '' : 'at most '}${showPercent(peak)}`;
  return `${doing(early, overdue)} in ${names} ${to}.`;
}

/** Work done early and overdue work caught up are two things: only the first is brought forward. */
function doing(early: number, overdue: number): string {
  if (overdue === 0) return `Bringing ${counted(early, 'piece')} of work forward`;
  if (early === 0) return `Spreading ${counted(overdue, 'overdue piece')} of work over the catch-up`;
  const ones = overdue === 1 ? 'overdue one' : 'overdue ones';
  return `Bringing ${counted(early, 'piece')} of work forward and spreading ${counted(overdue, ones, ones)} over the catch-up`;
}
