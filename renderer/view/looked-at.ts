/** What the user is looking at lives in the address: snapshot, team and months apply to every page. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { monthsAhead } from '#shared/contract/operation.ts';

/** Anything unreadable in the address counts as not given. */
const LookedAt = z.object({
  snapshot: z.coerce.number().int().positive().optional().catch(undefined),
  team: z.string().min(1).max(120).optional().catch(undefined),
  months: z.coerce.number().pipe(monthsAhead).optional().catch(undefined),
});
export type LookedAt = z.infer<typeof LookedAt>;

const keys = ['snapshot', 'team', 'months'] as const;

/** Reads the address's search part. */
export function parseLookedAt(search: URLSearchParams): LookedAt {
  return LookedAt.parse(Object.fromEntries([...search].filter(([, value]) => value !== '')));
}

type Changes = Record<string, string | number | null | undefined>;

/** The search part after changes; null or undefined takes a key away. */
export function withChanges(search: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === undefined) next.delete(key);
    else next.set(key, String(value));
  }
  return next;
}

/** An address of another page that keeps snapshot, team and months and drops what belongs to this page. */
export function placeFor(path: string, search: URLSearchParams, changes: Changes = {}): string {
  const kept = new URLSearchParams();
  for (const key of keys) {
    const value = search.get(key);
    if (value !== null) kept.set(key, value);
  }
  const text = withChanges(kept, changes).toString();
  return text === '' ? path : `${path}?${text}`;
}

export function useLookedAt() {
  const [search, setSearch] = useSearchParams();
  const lookedAt = useMemo(() => parseLookedAt(search), [search]);
  const change = useCallback(
    (changes: Changes) => {
      // The address itself: what is shown may be a choice behind, and one made in the meantime would be lost.
      setSearch(withChanges(new URLSearchParams(window.location.search), changes), { replace: true });
    },
    [setSearch],
  );
  const toPlace = useCallback((path: string, changes?: Changes) => placeFor(path, search, changes), [search]);
  /** Input of the queries that take a choice of snapshot. */
  const snapshotChoice = useMemo(
    () => (lookedAt.snapshot === undefined ? {} : { snapshotId: lookedAt.snapshot }),
    [lookedAt.snapshot],
  );
  return { ...lookedAt, search, change, toPlace, snapshotChoice };
}
