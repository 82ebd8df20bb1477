/** What a ratio may count, as forms offer it. */
import type { Denominator, Numerator } from '#shared/domain/settings.ts';

export const filterNames = {
  community: 'in the community',
  active: 'actively managed',
  'police-led': 'led by the police',
} as const;
export type FilterKey = keyof typeof filterNames;
export const filterKeys: readonly FilterKey[] = ['community', 'active', 'police-led'];

export const denominatorNames: Record<Denominator, string> = {
  'in-post-fte': 'In post, full-time equivalents',
  'in-post-headcount': 'In post, people',
  'effective-fte': 'In post after abstractions, full-time equivalents',
  'established-fte': 'Established posts, full-time equivalents',
};

/** Filters that a numerator names; none means all RSOs. */
export const filtersOf = (numerator: string): FilterKey[] =>
  filterKeys.filter((key) => numerator.split('+').includes(key));

/** The numerator that filters stand for, always in the same order. */
export const numeratorOf = (filters: readonly FilterKey[]): Numerator => {
  const kept = filterKeys.filter((key) => filters.includes(key));
  return kept.length === 0 ? 'all' : kept.join('+');
};
