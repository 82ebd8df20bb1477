/** What a sweep over further posts says. */
import type { Sweep, SweepPoint } from '#shared/domain/scenario-result.ts';
import { counted } from '#shared/planning/wording.ts';
import { showPercent } from '../../view/figures.ts';

const fewest = (
  points: readonly SweepPoint[],
  chance: (point: SweepPoint) => number,
  wanted: number,
): number | null => points.find((point) => chance(point) >= wanted)?.posts ?? null;

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
