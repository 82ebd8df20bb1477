/**
 * A second opinion on a plan, from the problem and its moves alone: written from the rules, sharing no code with
 * the planner, so that a mistake there is not made here too.
 */
import loadHighs from 'highs';
import type { Chain, Problem } from '#shared/domain/problem.ts';
import type { Plan } from '#shared/domain/plan.ts';

/** The due month after work due in `due` and done in `done`. */
function following(chain: Chain, due: number, done: number): number {
  const { rule, tolerance, factor } = chain.reset;
  if (rule === 'anniversary') {
    let next = due + chain.interval;
    while (done > due && next <= done) next += chain.interval;
    return next;
  }
  if (rule === 'full' || done > due) return done + chain.interval;
  return due + chain.interval - Math.round(factor * Math.max(0, due - done - tolerance));
}

/** Months in which work due in `due` may be done. */
function monthsAllowed(problem: Problem, chain: Chain, due: number): [first: number, last: number] {
  const { firstMonth, months } = problem;
  const wasOverdue = due < 0 || (chain.isOverdue && due === chain.due);
  if (!wasOverdue) return [Math.min(due, Math.max(firstMonth, due - chain.window)), due];
  const last = Math.min(firstMonth + chain.catchUp, months - 1, chain.end ?? months);
  return [firstMonth, Math.max(firstMonth, last)];
}

/** Follows every chain with the plan's moves: the load per month, and every rule that a move breaks. */
export function follow(problem: Problem, plan: Plan): { load: number[]; broken: string[] } {
  const load = problem.fixed.map(Number);
  const broken: string[] = [];
  const unused = new Map(plan.moves.map((move) => [`${move.id}@${String(move.dueIndex)}`, move]));
  for (const chain of problem.chains) {
    let last = -1;
    for (let due = chain.due; chain.end === null || due <= chain.end;) {
      const key = `${chain.id}@${String(due)}`;
      const move = unused.get(key);
      const done = move ? move.toIndex : Math.max(0, due);
      if (done >= problem.months || (chain.end !== null && done > chain.end)) break;
      if (move) {
        const [from, to] = monthsAllowed(problem, chain, due);
        if (done < from || done > to) broken.push(`${key} is done in ${String(done)}`);
        if (move.monthsEarly !== Math.max(0, due - done))
          broken.push(`${key} says it is early by another time`);
        unused.delete(key);
      }
      if (done <= last) broken.push(`${key} is done before or with the one before`);
      load[done] = (load[done] ?? 0) + chain.hours;
      last = done;
      due = following(chain, due, done);
    }
  }
  for (const key of unused.keys()) broken.push(`${key} never falls due`);
  return { load, broken };
}

type Term = { name: string; month: number; hours: number; isMove: boolean };

/** Chains that are alike in all that matters to the load; the sum of fractions is the same for them together. */
function groupsOf(problem: Problem): Array<{ chain: Chain; count: number }> {
  const groups = new Map<string, { chain: Chain; count: number }>();
  for (const chain of problem.chains) {
    const { interval, window, due, isOverdue, hours, catchUp, reset, end } = chain;
    const key = JSON.stringify([interval, window, due, isOverdue, hours, catchUp, reset, end]);
    const group = groups.get(key) ?? { chain, count: 0 };
    group.count++;
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * Least peak with work in fractions: month by month, what falls due is what earlier months made fall due.
 *
 * @param maxMoves work done in another month than due, or than the first when overdue, at most
 */
export async function leastPeak(problem: Problem, maxMoves = Infinity): Promise<number> {
  const terms: Term[] = [];
  const rows: string[] = [];
  for (const [number, { chain, count }] of groupsOf(problem).entries()) {
    const into = new Map<number, string[]>();
    const isIn = (due: number): boolean =>
      Math.max(0, due) < problem.months && (chain.end === null || Math.max(0, due) <= chain.end);
    const waiting = new Set([chain.due]);
    while (waiting.size > 0) {
      const due = Math.min(...waiting);
      waiting.delete(due);
      if (!isIn(due)) continue;
      const [from, to] = monthsAllowed(problem, chain, due);
      const out: string[] = [];
      for (let month = from; month <= to; month++) {
        const name = `x${String(number)}_${due < 0 ? 'm' : ''}${String(Math.abs(due))}_${String(month)}`;
        out.push(name);
        terms.push({ name, month, hours: chain.hours, isMove: month !== Math.max(0, due) });
        const next = following(chain, due, month);
        into.set(next, [...(into.get(next) ?? []), name]);
        waiting.add(next);
      }
      const inflow = (into.get(due) ?? []).map((name) => ` - ${name}`).join('');
      rows.push(` ${out.join(' + ')}${inflow} = ${String(due === chain.due ? count : 0)}`);
    }
  }
  for (const [month, capacity] of problem.capacity.entries()) {
    if (capacity <= 0) continue;
    const work = terms.filter((term) => term.month === month);
    const sum = work.map(({ hours, name }) => ` + ${String(hours)} ${name}`).join('');
    rows.push(`${sum} - ${String(capacity)} z <= ${String(-Number(problem.fixed[month] ?? 0))}`);
  }
  const moves = terms.filter((term) => term.isMove).map(({ name }) => ` + ${name}`);
  if (maxMoves !== Infinity && moves.length > 0) rows.push(`${moves.join('')} <= ${String(maxMoves)}`);
  const highs = await loadHighs();
  const text = `Minimize\n peak: z\nSubject To\n${rows.join('\n')}\nBounds\n z >= 0\nEnd\n`;
  const { Status, ObjectiveValue } = highs.solve(text, { output_flag: false });
  if (Status !== 'Optimal') throw new Error(`Expected an optimum, found ${Status}.`);
  return ObjectiveValue;
}
