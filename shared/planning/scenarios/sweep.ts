/** A scenario with further posts: 0 … n of them, or the fewest that keep a limit. */
import { addMonths, showMonth, type Month } from '#shared/domain/dates.ts';
import type { Contract } from '#shared/domain/officer.ts';
import type { ChangeOf, ScenarioChange } from '#shared/domain/scenario.ts';
import type { Sought, Sweep, SweepPoint } from '#shared/domain/scenario-result.ts';
import { showPercent } from '../figures.ts';
import { counted } from '../wording.ts';
import { assumedBy } from './assumed.ts';
import type { ScenarioBase } from './base.ts';
import { highest } from './figures.ts';
import { costOfScenario, prepareScenario, resultOfTeam, runScenario, type Outcome } from './result.ts';
import { chances } from './team-result.ts';

export type NewPosts = {
  changes: readonly ScenarioChange[];
  /** Index of the base's team; their number for the force. */
  team: number;
  contract: Contract;
  /** Month from which recruiting may begin. */
  from: Month;
  leadMonths: number;
  trainingMonths: number;
  productivity: number;
  /** Month indices in which limits are looked at. */
  window: { first: number; last: number };
};

/** The posts as a change like any other, so that a sweep's n-th point is the scenario with n posts. */
export const newPosts = (
  base: ScenarioBase,
  input: NewPosts,
  posts: number,
  from: Month,
): ChangeOf<'posts'> => ({
  kind: 'posts',
  team: base.teams[input.team]?.team ?? null,
  posts,
  role: 'offender-manager',
  contract: input.contract,
  from,
  leadMonths: input.leadMonths,
  trainingMonths: input.trainingMonths,
  productivity: input.productivity,
  until: null,
});

type WithPosts = (posts: number, from: Month) => Outcome;

/** Runs the scenario with so many posts. Posts change no case and, without levelling, no work: futures are added up once. */
function runner(base: ScenarioBase, input: NewPosts): WithPosts {
  let shared: Pick<Outcome, 'middle' | 'all'> | null = null;
  return (posts, from) => {
    const changes = posts === 0 ? input.changes : [...input.changes, newPosts(base, input, posts, from)];
    const assumed = assumedBy(changes, base);
    if (assumed.levelling.includes(true)) return runScenario(base, assumed, true);
    if (shared) return { ...prepareScenario(base, assumed), ...shared };
    const { middle, all, ...prepared } = runScenario(base, assumed, true);
    shared = { middle, all };
    return { ...prepared, middle, all };
  };
}

/** Share of futures within the limit in every month of the window. */
function chanceWithin(base: ScenarioBase, input: NewPosts, outcome: Outcome, goal: Sought['goal']): number {
  const { all, staffing } = outcome;
  const own = staffing[input.team];
  const row = goal === 'ratio' ? all?.counted[input.team] : all?.load[input.team];
  if (!all || !own || !row) return 0;
  const most = goal === 'ratio' ? own.divisor.map((value) => value * base.settings.ratioLimit) : own.capacity;
  return chances(row, all.runs, most, input.window).within;
}

function pointOf(base: ScenarioBase, input: NewPosts, posts: number, run: WithPosts): SweepPoint {
  const outcome = run(posts, input.from);
  // The middle path alone: chances are taken over the window, ranges are not asked for.
  const { ratio, utilisation, ...team } = resultOfTeam(base, { ...outcome, all: null }, input.team);
  return {
    posts,
    ratioWorst: highest(ratio.middle),
    ratioEnd: ratio.middle.at(-1) ?? null,
    peakUtilisation: highest(utilisation.middle),
    peakLookedAt: highest(utilisation.middle.slice(input.window.first, input.window.last + 1)),
    monthsOverLimit: team.monthsOverLimit,
    monthsOverCapacity: team.monthsOverCapacity,
    chanceWithinLimit: chanceWithin(base, input, outcome, 'ratio'),
    chanceWithinCapacity: chanceWithin(base, input, outcome, 'capacity'),
    costAdded: costOfScenario(base, outcome).years.at(-1)?.cumulativeAdded ?? null,
  };
}

const monthAt = (base: ScenarioBase, at: number): Month => addMonths(base.month0, at);

/**
 * What each number of further posts, from none to `most`, comes to.
 *
 * @param onStep told each number of posts before it is worked out
 */
export function sweep(
  base: ScenarioBase,
  input: NewPosts,
  most: number,
  onStep: (posts: number) => void = () => undefined,
): Sweep {
  const run = runner(base, input);
  return {
    team: base.teams[input.team]?.team ?? null,
    first: monthAt(base, input.window.first),
    last: monthAt(base, input.window.last),
    points: Array.from({ length: most + 1 }, (_, posts) => {
      onStep(posts);
      return pointOf(base, input, posts, run);
    }),
  };
}

export type SeekInput = NewPosts & { goal: Sought['goal']; probability: number; most: number };

type Found = { posts: number; chance: number; oneFewer: number | null };

/** The fewest posts from the earliest start. One by one: with levelling on, more posts need not always help. */
function fewest(
  base: ScenarioBase,
  input: SeekInput,
  run: WithPosts,
  onStep: (posts: number) => void,
): Found | { most: number } {
  let before: number | null = null;
  for (let posts = 0; posts <= input.most; posts++) {
    onStep(posts);
    const chance = chanceWithin(base, input, run(posts, input.from), input.goal);
    if (chance >= input.probability) return { posts, chance, oneFewer: before };
    before = chance;
  }
  return { most: before ?? 0 };
}

/** The latest start that still does: months are tried until the first that does not. */
function latest(
  base: ScenarioBase,
  input: SeekInput,
  posts: number,
  chance: number,
  run: WithPosts,
): { start: Month; chance: number } {
  let found = { start: input.from, chance };
  for (let later = 1; later <= input.window.last; later++) {
    const from = addMonths(input.from, later);
    const next = chanceWithin(base, input, run(posts, from), input.goal);
    if (next < input.probability) return found;
    found = { start: from, chance: next };
  }
  return found;
}

/** Fewest posts, and latest start, that keep a limit in every month of the window in so many of the futures. */
export function seek(
  base: ScenarioBase,
  input: SeekInput,
  onStep: (posts: number) => void = () => undefined,
): Sought {
  const told = {
    goal: input.goal,
    team: base.teams[input.team]?.team ?? null,
    probability: input.probability,
    first: monthAt(base, input.window.first),
    last: monthAt(base, input.window.last),
    earliest: input.from,
    mostTried: input.most,
  };
  const run = runner(base, input);
  const found = fewest(base, input, run, onStep);
  if ('most' in found) {
    const answer =
      `Even ${counted(input.most, 'further post')} recruited from ${showMonth(input.from)} ${keeps(base, input)} ` +
      `in only ${showPercent(found.most)} of the futures.`;
    return {
      ...told,
      posts: null,
      latestStart: null,
      chance: null,
      chanceOneFewer: null,
      chanceOfMost: found.most,
      answer,
    };
  }
  const { posts, oneFewer } = found;
  const start = posts === 0 ? null : latest(base, input, posts, found.chance, run);
  const chance = start?.chance ?? found.chance;
  const who =
    start === null
      ? 'No further post is needed: as it is, the scenario'
      : `${counted(posts, 'further post')}, recruited from ${showMonth(start.start)} at the latest,`;
  return {
    ...told,
    posts,
    latestStart: start?.start ?? null,
    chance,
    chanceOneFewer: oneFewer,
    chanceOfMost: null,
    answer: `${who} ${keeps(base, input, start === null || posts === 1)} in ${showPercent(chance)} of the futures.`,
  };
}

/** `keep the force as a whole to 1:50 in every month from April 2027 to October 2031` */
function keeps(base: ScenarioBase, { goal, window, team }: SeekInput, isOne = false): string {
  const limit = goal === 'ratio' ? `to 1:${String(base.settings.ratioLimit)}` : 'within capacity';
  const months = `${showMonth(monthAt(base, window.first))} to ${showMonth(monthAt(base, window.last))}`;
  const whom = base.teams[team]?.team ?? 'the force as a whole';
  return `${isOne ? 'keeps' : 'keep'} ${whom} ${limit} in every month from ${months}`;
}
