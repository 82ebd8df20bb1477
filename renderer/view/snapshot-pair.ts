import type { Snapshot } from '#shared/contract/imports.ts';

export type Pair = { from: Snapshot; to: Snapshot };

/** The later snapshot (the newest unless chosen) and an earlier one (the one before unless chosen). */
export function choosePair(
  held: readonly Snapshot[],
  toId: number | undefined,
  fromId: number | undefined,
): { to: Snapshot; from: Snapshot | null; earlier: Snapshot[] } | null {
  const to = held.find(({ id }) => id === toId) ?? held[0];
  if (!to) return null;
  const earlier = held.filter(({ asAt, purgedAt }) => asAt < to.asAt && purgedAt === null);
  return { to, from: earlier.find(({ id }) => id === fromId) ?? earlier[0] ?? null, earlier };
}
