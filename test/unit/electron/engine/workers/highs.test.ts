import { expect, it } from 'vitest';
import { loadSolver } from '#electron/engine/workers/highs.ts';
import type { LinearModel } from '#shared/planning/levelling/solver.ts';

/** Which of the numbers of each row add up to half of its sum? Few models are harder to answer by branching. */
function marketSplit(rows: number, columns: number): LinearModel {
  let last = 7;
  const next = (): number => (last = (last * 16_807) % 2_147_483_647) % 100;
  const table = Array.from({ length: rows }, () => Array.from({ length: columns }, next));
  const half = table.map((row) => Math.floor(row.reduce((sum, value) => sum + value, 0) / 2));
  return {
    cost: new Array<number>(columns).fill(0),
    lower: new Array<number>(columns).fill(0),
    upper: new Array<number>(columns).fill(1),
    isInteger: new Array<boolean>(columns).fill(true),
    rowLower: half,
    rowUpper: half,
    rowStarts: Array.from({ length: rows + 1 }, (_, row) => row * columns),
    columns: table.flatMap((row) => row.map((_, column) => column)),
    values: table.flat(),
  };
}

it('the solver that stops at its limit with nothing in hand says so, and calls nothing a solution', async () => {
  const solver = await loadSolver();
  expect(solver(marketSplit(4, 30), { maxNodes: 1 })).toEqual({ status: 'not-found' });
});

it('the solver tells a solution from none', async () => {
  const solver = await loadSolver();
  const model = { ...marketSplit(1, 6), rowLower: [0], rowUpper: [0] };
  model.rowLower = model.rowUpper = [(model.values[1] ?? 0) + (model.values[4] ?? 0)];
  const found = solver(model);
  if (found.status !== 'solved') throw new Error(`Expected a solution, found ${found.status}.`);
  const sum = model.values.reduce((total, value, column) => total + value * (found.values[column] ?? 0), 0);
  expect(sum).toBeCloseTo(model.rowLower[0] ?? -1, 9);
  const beyond = model.values.reduce((total, value) => total + value, 1);
  const none = { ...model, rowLower: [beyond], rowUpper: [beyond] };
  expect(solver(none)).toEqual({ status: 'infeasible' });
});
