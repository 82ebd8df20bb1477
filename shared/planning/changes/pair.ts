/** Which two snapshots are compared. */
import type { IsoDate } from '#shared/domain/dates.ts';

type Held = { id: number; asAt: IsoDate; purgedAt: string | null };

/** Two snapshots, the earlier first. */
export type Pair<S> = { from: S; to: S };

/**
 * The later snapshot (the newest unless chosen) and an earlier one whose cases are held (the one before it unless
 * chosen). What is chosen and cannot be taken counts as not chosen. Null where none is held.
 *
 * @param held newest first
 * @param chosen ids
 * @returns the earlier ones that can be chosen too, newest first; `from` null where there is none
 */
export function choosePair<S extends Held>(
  held: readonly S[],
  chosen: { from?: number | undefined; to?: number | undefined },
): { to: S; from: S | null; earlier: S[] } | null {
  const to = held.find(({ id }) => id === chosen.to) ?? held[0];
  if (!to) return null;
  const earlier = held.filter(({ asAt, purgedAt }) => asAt < to.asAt && purgedAt === null);
  return { to, from: earlier.find(({ id }) => id === chosen.from) ?? earlier[0] ?? null, earlier };
}
