/** How lost hours and work falling overdue move together across months, said with its reserve. */
import { sum } from '../sum.ts';
import type { EffectMonth } from './effect.ts';

/** Fewer months say nothing: chance alone brings almost any figure. */
const LEAST_MONTHS = 6;
/** Standard deviations beyond which chance is an unlikely explanation. */
const BEYOND_CHANCE = 1.96;

export type Together = {
  hours: 'lost' | 'to-other-policing';
  lag: 0 | 1;
  months: number;
  correlation: number | null;
  said: string;
};

/** The four questions: all hours lost and those lent, beside what fell overdue in the same month and in the next. */
export function movingTogether(months: readonly EffectMonth[]): Together[] {
  return (['lost', 'to-other-policing'] as const).flatMap((of) =>
    ([0, 1] as const).map((lag): Together => {
      const pairs = months.flatMap((row): Array<[number, number]> => {
        const overdue = lag === 0 ? row.fellOverdue : row.fellOverdueNext;
        return overdue === null ? [] : [[of === 'lost' ? row.lost : row.toOtherPolicing, overdue]];
      });
      const correlation = pairs.length < LEAST_MONTHS ? null : rankCorrelation(pairs);
      return {
        hours: of,
        lag,
        months: pairs.length,
        correlation,
        said: said(of, lag, pairs.length, correlation),
      };
    }),
  );
}

function said(of: Together['hours'], lag: 0 | 1, months: number, correlation: number | null): string {
  const what = of === 'lost' ? 'hours lost' : 'hours lent to other policing';
  const when = lag === 0 ? 'in the same month' : 'in the next month';
  const on = `${String(months)} ${months === 1 ? 'month' : 'months'}`;
  if (months < LEAST_MONTHS)
    return `Too few months (${on}) to tell whether ${what} and work falling overdue ${when} move together.`;
  if (correlation === null)
    return `Over ${on}, ${what} or the work that fell overdue ${when} did not change, so nothing can be told.`;
  if (isWithinChance({ months, correlation }))
    return `Over ${on}, ${what} and work falling overdue ${when} do not move together more than chance would have it.`;
  const direction = correlation > 0 ? 'with more' : 'with fewer';
  return `Over ${on}, more work fell overdue ${when} ${direction} ${what}. That they move together does not make the one the cause of the other.`;
}

const isWithinChance = ({ months, correlation }: Pick<Together, 'months' | 'correlation'>): boolean =>
  correlation !== null && Math.abs(correlation) < BEYOND_CHANCE / Math.sqrt(months - 1);

/** The answers in sentences: one for all four where none moves more than chance would have it. */
export function togetherSaid(all: readonly Together[]): string[] {
  if (all.length < 4 || !all.every(isWithinChance)) return all.map((one) => one.said);
  const least = String(Math.min(...all.map(({ months }) => months)));
  return [
    `Over at least ${least} months, neither hours lost nor hours lent to other policing move together with the work falling overdue, in the same month or in the next, more than chance would have it.`,
  ];
}

/** Spearman's: Pearson's of the ranks, equals sharing theirs. Null when one side never changes. */
export function rankCorrelation(pairs: ReadonlyArray<readonly [number, number]>): number | null {
  const first = ranks(pairs.map(([one]) => one));
  const second = ranks(pairs.map(([, two]) => two));
  const middle = (pairs.length + 1) / 2;
  const product = sum(first.map((rank, index) => (rank - middle) * ((second[index] ?? middle) - middle)));
  const spread = (values: readonly number[]): number => sum(values.map((rank) => (rank - middle) ** 2));
  const scale = Math.sqrt(spread(first) * spread(second));
  return scale === 0 ? null : Math.max(-1, Math.min(1, product / scale));
}

function ranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}
