import type { Sweep } from '#shared/domain/scenario-result.ts';
import { counted } from '../../view/figures.ts';

/** The finding: from how many posts the middle path stays within the ratio's limit. */
export function sweepTitle({ points }: Sweep, limit: number): string {
  const within = `1:${String(limit)}`;
  const first = points.find(({ monthsOverLimit }) => monthsOverLimit === 0);
  const most = points.at(-1)?.posts ?? 0;
  if (!first) return `Even ${counted(most, 'further post')} leave months over ${within} on the middle path`;
  if (first.posts === 0) return `No further post is needed for ${within} on the middle path`;
  return `On the middle path ${counted(first.posts, 'further post')} ${first.posts === 1 ? 'keeps' : 'keep'} every month within ${within}`;
}
