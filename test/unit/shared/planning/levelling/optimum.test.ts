/**
 * The optimum checked from outside: a second model of the same problem, one whole-numbered path per chain and
 * nothing grouped, written as text and solved by HiGHS to the end.
 */
import fc from 'fast-check';
import loadHighs from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '#electron/engine/workers/highs.ts';
import type { Month } from '#shared/domain/dates.ts';
import type { Chain, Problem } from '#shared/domain/problem.ts';
import { hours } from '#shared/domain/units.ts';
import { level } from '#shared/planning/levelling/level.ts';
import { openMonths } from '#shared/planning/levelling/problem.ts';
import type { Solver } from '#shared/planning/levelling/solver.ts';
import { nextDue, unmovedMonth } from '#shared/planning/rollout.ts';
import { chain, problem } from './hand-made.ts';
import { problems } from './random-problem.ts';

type Arc = { name: string; month: number; hours: number };

/** Minimise z over all choices of month, chain by chain, in CPLEX LP text. */
function asText(problem: Problem): string {
  const arcs: Arc[] = [];
  const balance: string[] = [];
  for (const [index, chain] of problem.chains.entries()) {
    const inflow = new Map<string, string[]>();
    const hasWork = (due: number): boolean =>
      due < problem.months && (chain.end === null || unmovedMonth(due) <= chain.end);
    if (!hasWork(chain.due)) continue;
    const open: Array<{ due: number; after: number }> = [{ due: chain.due, after: 0 }];
    const seen = new Set<string>();
    inflow.set(`${String(chain.due)}/0`, ['first']);
    for (let state = open.shift(); state; state = open.sort((a, b) => a.due - b.due).shift()) {
      const { due, after } = state;
      const key = `${String(due)}/${String(after)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const out = openMonths(problem, chain, due, after).map((month) => {
        const name = `x_${String(index)}_${key.replace('/', '_').replace('-', 'm')}_${String(month)}`;
        arcs.push({ name, month, hours: chain.hours });
        const next = { due: nextDue(chain, due, month), after: month + 1 };
        if (hasWork(next.due)) {
          const to = `${String(next.due)}/${String(next.after)}`;
          inflow.set(to, [...(inflow.get(to) ?? []), name]);
          open.push(next);
        }
        return name;
      });
      const into = inflow.get(key) ?? [];
      const supply = into.includes('first') ? 1 : 0;
      const from = into.filter((name) => name !== 'first').map((name) => ` - ${name}`);
      balance.push(` ${out.join(' + ')}${from.join('')} = ${String(supply)}`);
    }
  }
  const months = problem.capacity.flatMap((capacity, month) => {
    if (capacity <= 0) return [];
    const work = arcs
      .filter((arc) => arc.month === month)
      .map((arc) => ` + ${String(arc.hours)} ${arc.name}`);
    return [`${work.join('')} - ${String(capacity)} z <= ${String(0 - Number(problem.fixed[month] ?? 0))}`];
  });
  const whole = arcs.length > 0 ? `Binary\n ${arcs.map((arc) => arc.name).join('\n ')}\n` : '';
  return `Minimize\n peak: z\nSubject To\n${[...balance, ...months].join('\n')}\nBounds\n z >= 0\n${whole}End\n`;
}

describe('the peak that levelling reaches', () => {
  let solver: Solver;
  let solveText: (text: string) => number;
  beforeAll(async () => {
    solver = await loadSolver();
    const highs = await loadHighs();
    solveText = (text) => {
      const { Status, ObjectiveValue } = highs.solve(text, { output_flag: false, mip_rel_gap: 0 });
      expect(Status).toBe('Optimal');
      return ObjectiveValue;
    };
  });

  it('is the optimum where the solver, simplifying the model, would prove a worse plan the best', () => {
    const anniversary = { rule: 'anniversary' as const, tolerance: 0, factor: 1 };
    const still = { rule: 'tolerance' as const, tolerance: 0, factor: 0 };
    const of = (reference: string, own: Partial<Chain>): Chain =>
      chain({ reference, risk: 'very-high', dueDay: 1, catchUp: 0, ...own });
    const given = problem({
      months: 14,
      firstMonth: 2,
      capacity: [0, 0, 0, 10, 30, 30, 20, 30, 0, 20, 0, 0, 10, 0].map(hours),
      fixed: [0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0].map(hours),
      chains: [
        of('A', { interval: 3, window: 2, due: 1, reset: anniversary }),
        of('B', { interval: 3, window: 2, due: -1, catchUp: 3 }),
        of('C', { interval: 2, window: 1, due: -3, hours: hours(6), catchUp: 2, reset: anniversary }),
        of('D', { interval: 12, window: 0, due: -1, hours: hours(2), reset: still }),
        of('E', { interval: 12, window: 1, due: 6, hours: hours(2) }),
        of('F', { interval: 6, window: 3, due: 1, reset: still }),
      ],
    });
    const plan = level({ team: 'Harbour', month0: '2026-11' as Month, problem: given, solver });
    expect(solveText(asText(given))).toBeCloseTo(13 / 30, 9);
    expect(plan.peakAfter).toBeCloseTo(13 / 30, 9);
  });

  it('is within 0.5 % of the optimum of an independent model, chain by chain', () => {
    fc.assert(
      fc.property(problems({ most: 24, months: 14 }), (any) => {
        const given = { ...any, target: null };
        const plan = level({ team: 'Harbour', month0: '2026-11' as Month, problem: given, solver });
        if (plan.peakAfter === null || plan.lowerBound === null) return;
        const optimum = solveText(asText(given));
        expect(plan.lowerBound).toBeLessThanOrEqual(optimum + 1e-6);
        expect(plan.peakAfter).toBeLessThanOrEqual(optimum * 1.005 + 1e-6);
        expect(plan.peakAfter).toBeGreaterThanOrEqual(optimum - 1e-6);
      }),
      { numRuns: 150 },
    );
  });
});
