/** The work of the benchmarks: 2,200 invented cases in six teams, always the same. */
import { inventForce } from '#electron/engine/demo/force.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import type { Officer } from '#shared/domain/officer.ts';

export const AS_AT = '2026-10-31';
const CASES = 2200;

/** Two invented forces laid over each other until the count is reached; references stay apart. */
export function benchForce(): { cases: CaseRecord[]; officers: Officer[] } {
  const forces = [1, 2].map((seed) => inventForce({ seed, snapshots: 1 }));
  const cases = forces
    .flatMap((force, index) =>
      (force.snapshots.at(-1)?.cases ?? []).map((record) => ({
        ...record,
        reference: `${String(index)}-${record.reference}`,
      })),
    )
    .slice(0, CASES);
  return { cases, officers: forces.flatMap((force) => force.rosters.at(-1)?.officers ?? []) };
}
