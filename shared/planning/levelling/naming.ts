/**
 * From counts to cases: which chains of a group take which arc. Cases already due earliest in the month are
 * moved first, spread over offender managers by whose month is fullest; ties by reference. Among overdue
 * work, the longest overdue is done first. Then each offender manager's own months are evened (`officers.ts`).
 */
import type { Chain, Problem } from '#shared/domain/problem.ts';
import { replay, unmovedMonth } from '../rollout.ts';
import { flowDue, stateAfter, type Flow, type FlowNode } from './flow.ts';
import { evenOfficers } from './officers.ts';

/** The month in which to do the work of a chain (by index) that falls due in a month. */
export type Assignment = ReadonlyMap<string, number>;
/** Key of an {@link Assignment}: a chain by its index, and the month its work falls due in. */
export const assignmentKey = (chain: number, due: number): string => `${String(chain)}/${String(due)}`;

/** An assignment as a replay asks for it. */
export const fromAssignment =
  (assignment: Assignment) =>
  (chain: number, due: number): number | undefined =>
    assignment.get(assignmentKey(chain, due));

/** The arcs of the flow that a chain takes, in the order of time; by chain. */
export type Paths = number[][];

type Waiting = { index: number; chain: Chain; due: number };

/** Hours per officer and month: tells whose month is fullest. Nobody's month is full who has left by then. */
class OfficerHours {
  readonly #hours = new Map<string, number>();

  readonly #goneFrom: ReadonlyMap<string, number>;

  constructor(problem: Problem) {
    this.#goneFrom = new Map(
      problem.officers.flatMap(({ officer, goneFrom }) => (goneFrom === null ? [] : [[officer, goneFrom]])),
    );
    for (const { chain, done } of replay(problem.chains, problem.months)) {
      const own = problem.chains[chain];
      if (own) this.#add(own, done, own.hours);
    }
  }

  of(chain: Chain, month: number): number {
    const gone = chain.officer === null ? undefined : this.#goneFrom.get(chain.officer);
    return gone !== undefined && gone <= month ? 0 : this.#held(chain, month);
  }

  shift(chain: Chain, from: number, to: number): void {
    const time: number = chain.hours;
    this.#add(chain, from, -time);
    this.#add(chain, to, time);
  }

  #held(chain: Chain, month: number): number {
    return this.#hours.get(this.#key(chain, month)) ?? 0;
  }

  #add(chain: Chain, month: number, time: number): void {
    this.#hours.set(this.#key(chain, month), this.#held(chain, month) + time);
  }

  #key(chain: Chain, month: number): string {
    return `${chain.officer ?? ''}/${String(month)}`;
  }
}

const weekOfMonth = (chain: Chain): number => Math.floor((chain.dueDay - 1) / 7);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Weeks come before officers, so that spreading has a choice; within an officer the earlier day goes first. */
function inOrder(a: Waiting, b: Waiting, month: number, officers: OfficerHours): number {
  return (
    Math.min(a.due, 0) - Math.min(b.due, 0) ||
    weekOfMonth(a.chain) - weekOfMonth(b.chain) ||
    officers.of(b.chain, month) - officers.of(a.chain, month) ||
    a.chain.dueDay - b.chain.dueDay ||
    byText(a.chain.reference, b.chain.reference) ||
    a.index - b.index
  );
}

/**
 * Names the chains behind the counts of a flow.
 *
 * @param counts chains that take each arc
 * @returns month done by chain and due month, for every occurrence of the horizon
 */
export function nameChains(problem: Problem, flow: Flow, counts: readonly number[]): Assignment {
  const paths = evenOfficers(problem, flow, firstPaths(problem, flow, counts));
  return assignmentOf(problem, flow, paths);
}

function assignmentOf(problem: Problem, flow: Flow, paths: Paths): Assignment {
  const assignment = new Map<string, number>();
  for (const [index, chain] of problem.chains.entries()) {
    let { due } = chain;
    for (const at of paths[index] ?? []) {
      const month = flow.arcs[at]?.month ?? unmovedMonth(due);
      assignment.set(assignmentKey(index, due), month);
      due = stateAfter(chain, due, month).due;
    }
  }
  return assignment;
}

/** Names by one look at each decision, in the order of time. */
export function firstPaths(problem: Problem, flow: Flow, counts: readonly number[]): Paths {
  const paths: Paths = problem.chains.map(() => []);
  const officers = new OfficerHours(problem);
  const waiting = flow.nodes.map((): Waiting[] => []);
  for (const [at, node] of flow.nodes.entries()) {
    for (const index of flow.groups[node.group]?.chains ?? []) {
      const chain = problem.chains[index];
      const startsHere = chain && node.after === 0 && flowDue(chain, chain.due) === node.due;
      if (startsHere) waiting[at]?.push({ index, chain, due: chain.due });
    }
  }
  const order = [...flow.nodes.entries()].sort(([, a], [, b]) => a.due - b.due || a.group - b.group);
  for (const [at, node] of order) {
    assignNode({ node, waiting: waiting[at] ?? [], flow, counts, officers, waitingAt: waiting, paths });
  }
  return paths;
}

function assignNode(step: {
  node: FlowNode;
  waiting: Waiting[];
  flow: Flow;
  counts: readonly number[];
  officers: OfficerHours;
  waitingAt: Waiting[][];
  paths: Paths;
}): void {
  const { node, waiting, flow, counts, officers, waitingAt, paths } = step;
  const unmoved = unmovedMonth(node.due);
  const arcs = node.arcs
    .flatMap((index) => {
      const arc = flow.arcs[index];
      return arc ? [{ index, arc, count: counts[index] ?? 0 }] : [];
    })
    .sort((a, b) => a.arc.month - b.arc.month);
  const left = [...waiting];
  for (const { index, arc, count } of arcs) {
    for (let taken = 0; taken < count; taken++) {
      const first = left.reduce<Waiting | undefined>(
        (best, one) => (best && inOrder(best, one, unmoved, officers) <= 0 ? best : one),
        undefined,
      );
      if (!first) throw new Error('The flow names more chains than there are.');
      left.splice(left.indexOf(first), 1);
      paths[first.index]?.push(index);
      officers.shift(first.chain, unmoved, arc.month);
      if (arc.next !== null) {
        const reached = stateAfter(first.chain, node.due, arc.month);
        waitingAt[arc.next]?.push({ index: first.index, chain: first.chain, due: reached.due });
      }
    }
  }
  if (left.length > 0) throw new Error('The flow leaves chains without a month.');
}
