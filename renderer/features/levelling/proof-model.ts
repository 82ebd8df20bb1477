/** What holds the peak where it is, in words. */
import type { HeldWork } from '#shared/domain/plan.ts';
import { sum } from '#shared/planning/sum.ts';
import { showCount, showHours } from '../../view/figures.ts';

const whyWords: Record<HeldWork['why'], string> = {
  window: 'Window reaches none but these months',
  overdue: 'Overdue, to be caught up',
  lock: 'Pinned or refused',
  excluded: 'Left alone',
  closed: 'Due in a closed month',
  fixed: 'Cannot be moved',
};

export type HeldGroup = { why: string; hours: number; works: string };

/** Work that cannot leave a month by why it cannot, the most hours first. */
export function heldGroups(held: readonly HeldWork[]): HeldGroup[] {
  const reasons = [...new Set(held.map(({ why }) => why))];
  return reasons
    .map((why) => {
      const works = held.filter((one) => one.why === why);
      return {
        why: whyWords[why],
        hours: sum(works.map((one) => one.hours)),
        works: works.map(workWords).join('; '),
      };
    })
    .sort((a, b) => b.hours - a.hours);
}

/** `10 × Visit, low risk, 70 h` */
const workWords = ({ what, count, hours }: HeldWork): string =>
  `${count > 0 ? `${showCount(count)} × ` : ''}${what}, ${showHours(hours)}`;
