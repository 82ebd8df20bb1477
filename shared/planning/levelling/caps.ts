/** Caps on moves: which arcs of the flow are moves, which caps a problem sets on them, what a cap not held says. */
import { addMonths, showMonth, type Month } from '#shared/domain/dates.ts';
import type { NotMended } from '#shared/domain/plan.ts';
import type { Occurrence, Problem } from '#shared/domain/problem.ts';
import { unmovedMonth } from '../rollout.ts';
import type { Flow } from './flow.ts';

/** At most `limit` of the moves that `arcs` stand for: all, or those into a month of an officer. */
export type Cap = { officer: string | null; month: number | null; limit: number; arcs: number[] };

/** The arcs that are moves: work done in another month than it would be. */
export const movingArcs = (flow: Flow): number[] =>
  flow.arcs.flatMap((arc, index) => {
    const node = flow.nodes[arc.node];
    return node && arc.month !== unmovedMonth(node.due) ? [index] : [];
  });

/** The caps of a problem: that on all moves first, then those by officer and month. */
export function capsOf(problem: Problem, flow: Flow): Cap[] {
  const moving = movingArcs(flow);
  const caps: Cap[] = [];
  if (problem.maxMoves !== null) {
    caps.push({ officer: null, month: null, limit: problem.maxMoves, arcs: moving });
  }
  const limit = problem.maxMovesPerOfficerMonth;
  if (limit === null) return caps;
  const byOfficer = new Map<string, Cap>();
  for (const index of moving) {
    const arc = flow.arcs[index];
    const officer = arc && flow.groups[flow.nodes[arc.node]?.group ?? -1]?.sample.officer;
    if (!arc || officer === undefined || officer === null) continue;
    const key = JSON.stringify([officer, arc.month]);
    const cap = byOfficer.get(key) ?? { officer, month: arc.month, limit, arcs: [] };
    cap.arcs.push(index);
    byOfficer.set(key, cap);
  }
  return [...caps, ...byOfficer.values()];
}

/** Moves that a solution makes, by the arcs it takes. */
export const movesIn = (arcs: readonly number[], counts: ArrayLike<number>): number =>
  arcs.reduce((total, arc) => total + Math.round(counts[arc] ?? 0), 0);

/** True when occurrences keep to the caps as they were set. */
export function holdsCaps(problem: Problem, occurrences: readonly Occurrence[]): boolean {
  const moved = occurrences.filter(({ due, done }) => done !== unmovedMonth(due));
  if (problem.maxMoves !== null && moved.length > problem.maxMoves) return false;
  const most = problem.maxMovesPerOfficerMonth;
  if (most === null) return true;
  const byOfficer = new Map<string, number>();
  for (const { chain, done } of moved) {
    const officer = problem.chains[chain]?.officer ?? null;
    if (officer === null) continue;
    const key = JSON.stringify([officer, done]);
    byOfficer.set(key, (byOfficer.get(key) ?? 0) + 1);
  }
  return [...byOfficer.values()].every((count) => count <= most);
}

/** What is said of a cap that the problem itself makes impossible to hold. */
export function capNotHeld(cap: Cap, atLeast: number, month0: Month): NotMended {
  const month = cap.month === null ? null : addMonths(month0, cap.month);
  const of = month === null ? '' : ` into ${showMonth(month)} for officer ${cap.officer ?? ''}`;
  const moves = (count: number): string => `${String(count)} move${count === 1 ? '' : 's'}`;
  return {
    month,
    cause: 'cap-not-held',
    hoursOver: null,
    fteShort: null,
    text:
      `The cap of ${moves(cap.limit)}${of} cannot be held: pins and the first month open to planning ` +
      `alone make ${moves(atLeast)}.`,
  };
}
