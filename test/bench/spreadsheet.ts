/**
 * Levelling as it is done in a spreadsheet: move work from the fullest month to the emptiest one allowed, until
 * nothing helps, as if early work changed no later date. What it claims, and what it delivers once it does.
 */
import type { Problem } from '#shared/domain/problem.ts';
import { loadWith, peakOf } from '#shared/planning/levelling/level.ts';
import { openMonths } from '#shared/planning/levelling/problem.ts';
import { isOverdue, nextDue, replay, unmovedMonth } from '#shared/planning/rollout.ts';

export type Spreadsheet = { claimed: number; delivered: number; moves: number };

type Row = { chain: number; hours: number; done: number; open: number[] };

export function spreadsheet(problem: Problem): Spreadsheet {
  const rows = replay(problem.chains, problem.months).flatMap(({ chain: index, due, done }): Row[] => {
    const chain = problem.chains[index];
    return chain
      ? [{ chain: index, hours: chain.hours, done, open: openMonths(problem, chain, due, 0) }]
      : [];
  });
  const load = problem.fixed.map(Number);
  for (const { done, hours } of rows) load[done] = (load[done] ?? 0) + hours;
  const share = (month: number, more = 0): number =>
    ((load[month] ?? 0) + more) / Math.max(problem.capacity[month] ?? 0, 1e-9);
  const moved = new Set<Row>();
  for (;;) {
    const fullest = load.reduce((best, _, month) => (share(month) > share(best) ? month : best), 0);
    let choice: { row: Row; to: number } | null = null;
    for (const row of rows) {
      if (row.done !== fullest) continue;
      for (const to of row.open) {
        const helps = to !== fullest && share(to, row.hours) < share(fullest) - 1e-9;
        if (helps && (!choice || share(to) < share(choice.to))) choice = { row, to };
      }
    }
    if (!choice) break;
    const { row, to } = choice;
    load[fullest] = (load[fullest] ?? 0) - row.hours;
    load[to] = (load[to] ?? 0) + row.hours;
    row.done = to;
    moved.add(row);
  }
  const claimed = peakOf(load, problem.capacity) ?? 0;
  return { claimed, delivered: peakOf(deliver(problem, rows), problem.capacity) ?? 0, moves: moved.size };
}

/** The load when each chain's first, second … occurrence is done as planned, or when due where that is sooner. */
function deliver(problem: Problem, rows: readonly Row[]): number[] {
  const plans = Map.groupBy(rows, ({ chain }) => chain);
  const occurrences = problem.chains.flatMap((chain, index) => {
    const planned = (plans.get(index) ?? []).map(({ done }) => done);
    const done = [];
    let due = chain.due;
    for (let after = 0; due < problem.months && (chain.end === null || due <= chain.end);) {
      const wanted = planned.shift() ?? unmovedMonth(due);
      const month = isOverdue(chain, due) ? wanted : Math.max(after, Math.min(wanted, due));
      if (month >= problem.months || (chain.end !== null && month > chain.end)) break;
      done.push({ chain: index, due, done: month });
      due = nextDue(chain, due, month);
      after = month + 1;
    }
    return done;
  });
  return loadWith(problem, occurrences);
}
