/** The work of the benchmarks: 2,200 invented cases in six teams, always the same. */
import { inventForce, type DemoForce } from '#electron/engine/demo/force.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import type { Officer } from '#shared/domain/officer.ts';

export const AS_AT = '2026-10-31';
const CASES = 2200;

/** Two invented forces laid over each other until the count is reached; cases and people stay apart. */
export function largeForce(snapshots: number): DemoForce {
  const [one, other] = [1, 2].map((seed) => inventForce({ seed, snapshots }));
  if (!one || !other) throw new Error('Expected two forces.');
  return {
    snapshots: one.snapshots.map(({ asAt, cases }, place) => ({
      asAt,
      cases: [...cases, ...(other.snapshots[place]?.cases ?? []).map(renamed)].slice(0, CASES),
    })),
    rosters: one.rosters.map(({ asAt, officers }, place) => ({
      asAt,
      officers: [
        ...officers,
        ...(other.rosters[place]?.officers ?? []).map((own) => ({ ...own, collar: second(own.collar) })),
      ],
    })),
    abstractions: one.abstractions,
  };
}

const second = (name: string): string => `2-${name}`;
const renamed = (record: CaseRecord): CaseRecord => ({
  ...record,
  reference: second(record.reference),
  officer: record.officer && second(record.officer),
  supervisor: record.supervisor && second(record.supervisor),
});

export function benchForce(): { cases: CaseRecord[]; officers: Officer[] } {
  const { snapshots, rosters } = largeForce(1);
  return { cases: snapshots.at(-1)?.cases ?? [], officers: rosters.at(-1)?.officers ?? [] };
}
