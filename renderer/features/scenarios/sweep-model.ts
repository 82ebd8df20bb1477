/** What a sweep over further posts says. */
import { showMonth } from '#shared/domain/dates.ts';
import type { Sought, Sweep, SweepPoint } from '#shared/domain/scenario-result.ts';
import { counted } from '#shared/planning/wording.ts';
import { showPercent } from '../../view/figures.ts';
import { showChance } from './said.ts';

const fewest = (
  points: readonly SweepPoint[],
  chance: (point: SweepPoint) => number,
  wanted: number,
): number | null => points.find((point) => chance(point) >= wanted)?.posts ?? null;

/** Beside the answer of a search: in how many futures it holds, and what would miss it. */
export function soughtSaid(sought: Sought, limit: number): string {
  const { goal, posts, mostTried, chance, chanceOfMost, chanceOneFewer, earliest, first, last } = sought;
  const within = goal === 'ratio' ? `1:${String(limit)}` : 'capacity';
  const stay = (share: number | null) => `${showChance(share)} of the futures stay within ${within}`;
  const months = `Looked at: ${showMonth(first)} to ${showMonth(last)}.`;
  if (posts === null)
    return `With ${String(mostTried)} posts, the most tried, ${stay(chanceOfMost)}. ${months}`;
  if (posts === 0) return `Without any, ${stay(chance)}. ${months}`;
  const fewer = `with one fewer ${showChance(chanceOneFewer)}, even recruited from ${showMonth(earliest)}`;
  return `With so many posts ${stay(chance)}, ${fewer}. ${months}`;
}

/** The finding: how many further posts each limit asks for in the wanted share of the futures. */
export function sweepTitle({ points }: Sweep, limit: number, wanted: number): string {
  const most = points.at(-1)?.posts ?? 0;
  const said = (posts: number | null): string =>
    posts === null
      ? `more than ${counted(most, 'further post')}`
      : posts === 0
        ? 'no further post'
        : counted(posts, 'further post');
  const ratio = fewest(points, (point) => point.chanceWithinLimit, wanted);
  const capacity = fewest(points, (point) => point.chanceWithinCapacity, wanted);
  return `In ${showPercent(wanted)} of the futures, 1:${String(limit)} takes ${said(ratio)}, capacity ${said(capacity)}`;
}
