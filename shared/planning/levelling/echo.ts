/** The echo: the year beyond the horizon as a plan leaves it. Flattening now must not build a peak for later. */
import { addMonths, monthRange, showMonth, type Month } from '#shared/domain/dates.ts';
import type { Occurrence, Problem } from '#shared/domain/problem.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { hours, type Hours } from '#shared/domain/units.ts';
import { showHours, showPercent } from '../figures.ts';
import { loadOf, replay } from '../rollout.ts';
import { assignmentKey, fromAssignment } from './naming.ts';

/** Months beyond the horizon. */
export const ECHO_MONTHS = 12;

/** By how much a month must stand out to be spoken of. */
const MARGIN = 1.01;

type Top = { month: number; height: number };
type Measure = { show: (height: number) => string; of: (load: readonly number[], from: number) => Top };

const highest = (heights: readonly number[], from: number): Top =>
  heights.reduce<Top>((top, height, index) => (height > top.height ? { month: from + index, height } : top), {
    month: from,
    height: 0,
  });

/** Utilisation where the capacity beyond the horizon is known, else hours. */
function measureOf(problem: Problem): Measure {
  const { capacity, months, beyond } = problem;
  const all = [...capacity, ...(beyond?.capacity ?? [])];
  const isKnown = all.slice(months).some((available) => available > 0);
  if (!isKnown) return { show: showHours, of: highest };
  const share = (load: number, month: number): number => {
    const available = all[month] ?? 0;
    return available > 0 ? load / available : 0;
  };
  return {
    show: showPercent,
    of: (load, from) =>
      highest(
        load.map((time, index) => share(time, from + index)),
        from,
      ),
  };
}

/**
 * The year beyond the horizon, unmoved there, with and without the plan's moves before.
 *
 * @param present load within the horizon when nothing is moved, all of it
 */
export function echoOf(
  problem: Problem,
  month0: Month,
  planned: readonly Occurrence[],
  present: readonly number[],
): Plan['echo'] {
  const { months, chains, beyond } = problem;
  const until = months + ECHO_MONTHS;
  const moved = new Map(planned.map((one) => [assignmentKey(one.chain, one.due), one.done]));
  const tail = (load: readonly number[]): Hours[] =>
    load.slice(months).map((time, index) => hours(time + (beyond?.fixed[index] ?? 0)));
  const before = tail(loadOf(chains, replay(chains, until), until));
  const after = tail(loadOf(chains, replay(chains, until, fromAssignment(moved)), until));
  // Without the fixed load beyond, the movable work of both is compared.
  const comparable = beyond ? present : present.map((time, month) => time - (problem.fixed[month] ?? 0));
  const measure = measureOf(problem);
  const tops = {
    now: measure.of(comparable, 0),
    without: measure.of(before, months),
    later: measure.of(after, months),
  };
  const isHigher = tops.later.height > tops.without.height * MARGIN;
  const isAbovePresent = isHigher && tops.later.height > tops.now.height * MARGIN;
  const name = (month: number): string => showMonth(addMonths(month0, month));
  const { show } = measure;
  const later = `${show(tops.later.height)} in ${name(tops.later.month)}`;
  const without = `${show(tops.without.height)} at most without it`;
  const now = `the present peak of ${show(tops.now.height)} in ${name(tops.now.month)}`;
  const text = isAbovePresent
    ? `Flattening builds a later peak: ${later}, above ${now}, against ${without}.`
    : isHigher
      ? `Beyond the horizon the plan leaves a higher month, below ${now}: ${later}, against ${without}.`
      : null;
  return {
    months: monthRange(addMonths(month0, months), ECHO_MONTHS),
    capacity: beyond?.capacity ?? [],
    before,
    after,
    isAbovePresent,
    text,
  };
}
