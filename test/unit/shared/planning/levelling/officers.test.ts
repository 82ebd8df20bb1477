import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '#shared/domain/dates.ts';
import type { Chain, Problem } from '#shared/domain/problem.ts';
import { hours } from '#shared/domain/units.ts';
import { buildFlow, flowDue, type Flow } from '#shared/planning/levelling/flow.ts';
import { level } from '#shared/planning/levelling/level.ts';
import { firstPaths } from '#shared/planning/levelling/naming.ts';
import { evenOfficers, unevenHours, unevenness } from '#shared/planning/levelling/officers.ts';
import { loadSolver } from '#electron/engine/workers/highs.ts';
import { chain as handMadeChain, problem as handMade } from './hand-made.ts';
import { problems } from './random-problem.ts';

const withOfficers = (of: Problem, shares: readonly number[]): Problem => ({
  ...of,
  officers: ['1', '2'].map((officer, index) => ({
    officer,
    goneFrom: null,
    capacity: of.capacity.map((time, month) => hours(time * (shares[(month + index) % shares.length] ?? 0))),
  })),
});

/** Counts by arc of any plan: each chain takes at each decision the way that the next number says. */
function anyCounts(of: Problem, flow: Flow, ways: readonly number[]): number[] {
  const counts = flow.arcs.map(() => 0);
  let turn = 0;
  for (const [at, node] of flow.nodes.entries()) {
    const own = flow.groups[node.group]?.chains ?? [];
    const starting = own.filter((index) => {
      const chain = of.chains[index];
      return chain && node.after === 0 && flowDue(chain, chain.due) === node.due;
    });
    for (let left = starting.length; left > 0; left--) {
      let next: number | null = at;
      while (next !== null) {
        const arcs: number[] = flow.nodes[next]?.arcs ?? [];
        const arc: number = arcs[(ways[turn++ % ways.length] ?? 0) % arcs.length] ?? -1;
        counts[arc] = (counts[arc] ?? 0) + 1;
        next = flow.arcs[arc]?.next ?? null;
      }
    }
  }
  return counts;
}

const countsOf = (flow: Flow, paths: readonly number[][]): number[] => {
  const counts = flow.arcs.map(() => 0);
  for (const arc of paths.flat()) counts[arc] = (counts[arc] ?? 0) + 1;
  return counts;
};

const chain = (reference: string, officer: string, due: number): Chain =>
  handMadeChain({ reference, officer, due, interval: 12 });

describe('hours above an even share', () => {
  it('are counted against the hours there are each month', () => {
    expect(unevenHours([10, 10, 10, 10], [5, 5, 5, 5])).toBe(0);
    expect(unevenHours([20, 10, 10, 0], [5, 5, 5, 5])).toBe(10);
    // Half time in the second half: two thirds of the work belong into the first.
    expect(unevenHours([20, 20, 10, 10], [10, 10, 5, 5])).toBe(0);
    expect(unevenHours([15, 15, 15, 15], [10, 10, 5, 5])).toBe(10);
    expect(unevenHours([7, 7], [0, 0])).toBe(0);
  });
});

describe('evening offender managers’ own months', () => {
  it('takes the case of the one whose months are uneven, where either would do for the team', async () => {
    // Officer 1 has two visits in one month; officer 2 has one, and in the month before one that cannot move.
    const chains = [
      chain('A', '2', 3),
      chain('B', '1', 3),
      chain('C', '1', 3),
      { ...chain('D', '2', 2), window: 0 },
    ];
    const months = 6;
    const plan = level({
      team: 'Harbour',
      month0: '2026-11' as Month,
      solver: await loadSolver(),
      problem: handMade({
        months,
        chains,
        officers: ['1', '2'].map((officer) => ({
          officer,
          goneFrom: null,
          capacity: new Array<number>(months).fill(10).map(hours),
        })),
      }),
    });
    expect(plan.after).toEqual([0, 0, 14, 14, 0, 0]);
    expect(plan.moves.map((move) => move.officer)).toEqual(['1']);
    expect(plan.officers).toEqual([
      {
        officer: '1',
        goneFrom: null,
        capacity: new Array(6).fill(10),
        before: [0, 0, 0, 14, 0, 0],
        after: [0, 0, 7, 7, 0, 0],
      },
      {
        officer: '2',
        goneFrom: null,
        capacity: new Array(6).fill(10),
        before: [0, 0, 7, 7, 0, 0],
        after: [0, 0, 7, 7, 0, 0],
      },
    ]);
  });

  it.each([
    ['is taken from the fuller desk', null, '1'],
    ['is not taken from one who has left, however full that desk', 0, '2'],
  ])('the case of which either would do %s', async (_, goneFrom, expected) => {
    const months = 6;
    const capacity = new Array<number>(months).fill(10).map(hours);
    const plan = level({
      team: 'Harbour',
      month0: '2026-11' as Month,
      solver: await loadSolver(),
      problem: handMade({
        months,
        chains: [chain('A', '2', 3), chain('B', '1', 3), chain('C', '1', 3)],
        officers: [
          { officer: '1', capacity: goneFrom === null ? capacity : capacity.map(() => hours(0)), goneFrom },
          { officer: '2', capacity, goneFrom: null },
        ],
      }),
    });
    expect(plan.moves.map((move) => move.officer)).toEqual([expected]);
    expect(plan.officers.map((one) => one.goneFrom)).toEqual([goneFrom, null]);
  });

  it('changes neither the team’s counts nor the turn of the longest overdue, and never makes months less even', () => {
    fc.assert(
      fc.property(
        problems({ most: 30, months: 12 }),
        fc.array(fc.nat(3), { minLength: 7, maxLength: 40 }),
        fc.array(fc.constantFrom(0, 0.3, 0.5, 1), { minLength: 1, maxLength: 5 }),
        (any, ways, shares) => {
          const of = withOfficers(any, shares);
          const flow = buildFlow(of);
          const first = firstPaths(of, flow, anyCounts(of, flow, ways));
          const evened = evenOfficers(of, flow, first);
          expect(countsOf(flow, evened)).toEqual(countsOf(flow, first));
          expect(unevenness(of, flow, evened)).toBeLessThanOrEqual(unevenness(of, flow, first) + 1e-6);
          const isFollowed = evened.every((path) =>
            path.every(
              (arc, step) =>
                step + 1 === path.length || flow.arcs[arc]?.next === flow.arcs[path[step + 1] ?? -1]?.node,
            ),
          );
          expect(isFollowed).toBe(true);
          for (const { chains } of flow.groups) {
            const overdue = chains.filter((index) => (of.chains[index]?.due ?? 0) < 0);
            const done = (index: number): number => flow.arcs[evened[index]?.[0] ?? -1]?.month ?? 0;
            const due = (index: number): number => of.chains[index]?.due ?? 0;
            const isSame = (index: number): boolean =>
              flow.arcs[evened[index]?.[0] ?? -1]?.node ===
              flow.arcs[evened[overdue[0] ?? -1]?.[0] ?? -1]?.node;
            for (const a of overdue) {
              for (const b of overdue)
                if (isSame(a) && isSame(b) && due(a) < due(b)) expect(done(a)).toBeLessThanOrEqual(done(b));
            }
          }
          expect(evenOfficers(of, flow, first)).toEqual(evened);
        },
      ),
      { numRuns: 400 },
    );
  });
});
