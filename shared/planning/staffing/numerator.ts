/** Which RSOs a ratio counts (planning §4). Apart from the ratio itself, so that the page need not load what capacity takes. */
import type { CaseRecord } from '#shared/domain/case.ts';
import type { Numerator } from '#shared/domain/settings.ts';

type Filter = {
  words: string;
  /** Null where the snapshot does not say. */
  test: (record: CaseRecord) => boolean | null;
};

const filters: Record<string, Filter> = {
  community: {
    words: 'in the community',
    test: ({ status }) => (status === null ? null : status === 'community'),
  },
  active: { words: 'actively managed', test: ({ mode }) => (mode === null ? null : mode === 'active') },
  'police-led': {
    words: 'led by the police',
    test: ({ leadAgency }) => (leadAgency === null ? null : leadAgency === 'police'),
  },
};

/** Names joined with `+`, each once, in the order of the list above; `all` is no filter. */
export const filtersOf = (numerator: Numerator): Filter[] => {
  const names = new Set(numerator.split('+'));
  return Object.entries(filters).flatMap(([name, filter]) => (names.has(name) ? [filter] : []));
};

/**
 * Which cases a numerator counts. A case whose value is missing counts: leaving it out would flatter the ratio.
 */
export function countsIn(record: CaseRecord, numerator: Numerator): boolean {
  return filtersOf(numerator).every((filter) => filter.test(record) !== false);
}
