/** The curve of peak against moves: where the reader stands on it, and each point in words. */
import type { FrontierPoint } from '#shared/domain/plan.ts';
import { counted } from '#shared/planning/wording.ts';
import { showPercentExactly } from '../../view/figures.ts';

/** The point a plan of so many moves stands on: the last that asks for no more. */
export function pointAt(points: readonly FrontierPoint[], moves: number): number {
  const after = points.findIndex((point) => point.moves > moves);
  return after === -1 ? points.length - 1 : Math.max(0, after - 1);
}

/** `24 moves: peak 92.1 %`. What it costs in extra work, the plan that is levelled to it says. */
export const pointWords = ({ moves, peak }: FrontierPoint): string =>
  `${counted(moves, 'move')}: peak ${showPercentExactly(peak)}`;

/** The finding: what the first half of the gain costs. */
export function curveFinding(points: readonly FrontierPoint[], kneeIndex: number | null): string {
  const [first] = points;
  const last = points[points.length - 1];
  if (!first || !last || last.peak >= first.peak) return 'No number of moves lowers the peak';
  const knee = kneeIndex === null ? undefined : points[kneeIndex];
  if (!knee || knee === last)
    return `${counted(last.moves, 'move')} take the peak to ${showPercentExactly(last.peak)}`;
  return `${counted(knee.moves, 'move')} reach ${showPercentExactly(knee.peak)}; the other ${String(last.moves - knee.moves)} bring it to ${showPercentExactly(last.peak)}`;
}
