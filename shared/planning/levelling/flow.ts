/**
 * Chains as a flow. Chains alike in everything that bears on the load are interchangeable, so they are
 * counted, not named: a group of them flows from due month to due month, and each arc says in which month
 * the work is done. Early work reaches an earlier next due month: the knock-on is the shape of the network.
 */
import type { Chain, Problem } from '#shared/domain/problem.ts';
import { isOverdue, nextDue, unmovedMonth } from '../rollout.ts';
import { isBeyond, openMonths } from './problem.ts';

/** Chains of a group that stand before the same decision: due in `due`, free from month `after` on. */
export type FlowNode = {
  group: number;
  due: number;
  after: number;
  /** Chains whose first due date is here. */
  supply: number;
  /** By how many months the work of these is overdue, all together; `due` tells it of some only. */
  monthsOverdue: number;
  arcs: number[];
  /** Arcs that lead here. */
  inflow: number[];
};

/** Work of a node's chains done in `month`; `next` is the node they reach, null beyond horizon or end. */
export type FlowArc = { node: number; month: number; next: number | null };

type FlowGroup = {
  /** Any chain of the group stands for all. */
  sample: Chain;
  /** Indices of its chains in the problem. */
  chains: number[];
};

export type Flow = { groups: FlowGroup[]; nodes: FlowNode[]; arcs: FlowArc[] };

/**
 * The due month by which a chain's decision is known to the flow. Where the next date of overdue work counts
 * from the month it is done, how long it is overdue does not matter to the load; to a lock it does.
 */
export const flowDue = (chain: Chain, due: number): number =>
  isOverdue(chain, due) && chain.reset.rule !== 'anniversary' && chain.locks.length === 0 ? -1 : due;

function groupKey(problem: Problem, chain: Chain): string {
  const end = chain.end !== null && chain.end < problem.months ? chain.end : null;
  const { duty, risk, interval, window, opens, hours, catchUp, reset, excluded } = chain;
  // What locks leave open depends on where the chain starts, so only chains alike in both go together.
  const own = chain.locks.length > 0 ? [chain.due, chain.locks] : null;
  const officer = problem.maxMovesPerOfficerMonth === null ? null : chain.officer;
  const isDueAndOverdue = chain.due >= 0 && chain.isOverdue;
  const alike = [duty, risk, interval, window, opens, hours, catchUp, reset, end, excluded, isDueAndOverdue];
  return JSON.stringify([...alike, own, officer]);
}

function groupsOf(problem: Problem): FlowGroup[] {
  const groups = new Map<string, FlowGroup>();
  for (const [index, chain] of problem.chains.entries()) {
    const hasWork =
      chain.due < problem.months && (chain.end === null || unmovedMonth(chain.due) <= chain.end);
    if (!hasWork) continue;
    const key = groupKey(problem, chain);
    const group = groups.get(key);
    if (group) group.chains.push(index);
    else groups.set(key, { sample: chain, chains: [index] });
  }
  return [...groups.values()];
}

/** The first month a chain is free again, where its window alone would not already keep it apart. */
function freeFrom(chain: Chain, next: number, done: number): number {
  return next - chain.window > done ? 0 : done + 1;
}

/** The node key that a chain reaches after work due in `due` is done in `done`. */
export function stateAfter(chain: Chain, due: number, done: number): { due: number; after: number } {
  const next = nextDue(chain, due, done);
  return { due: next, after: freeFrom(chain, next, done) };
}

/** Builds the network of a problem: nodes in the order of groups, within a group by due month. */
export function buildFlow(problem: Problem): Flow {
  const flow: Flow = { groups: groupsOf(problem), nodes: [], arcs: [] };
  for (const [group, { sample, chains }] of flow.groups.entries()) {
    const index = new Map<string, number>();
    const nodeAt = (due: number, after: number): number => {
      const key = `${String(due)}/${String(after)}`;
      let node = index.get(key);
      if (node === undefined) {
        node = flow.nodes.length;
        index.set(key, node);
        flow.nodes.push({ group, due, after, supply: 0, monthsOverdue: 0, arcs: [], inflow: [] });
      }
      return node;
    };
    for (const chain of chains) {
      const first = problem.chains[chain];
      const node = first && flow.nodes[nodeAt(flowDue(first, first.due), 0)];
      if (!first || !node) continue;
      node.supply++;
      node.monthsOverdue += Math.max(0, -first.due);
    }
    openArcs(problem, flow, sample, index, nodeAt);
  }
  return flow;
}

function openArcs(
  problem: Problem,
  flow: Flow,
  sample: Chain,
  index: ReadonlyMap<string, number>,
  nodeAt: (due: number, after: number) => number,
): void {
  const opened = new Set<number>();
  // Work only leads to later due months, so taking the earliest unopened node first visits each once.
  for (;;) {
    const open = [...index.values()].filter((node) => !opened.has(node));
    if (open.length === 0) return;
    for (const at of open) {
      opened.add(at);
      const node = flow.nodes[at];
      if (!node) continue;
      for (const month of openMonths(problem, sample, node.due, node.after)) {
        const reached = stateAfter(sample, node.due, month);
        const next = isBeyond(problem, sample, reached.due) ? null : nodeAt(reached.due, reached.after);
        const arc = flow.arcs.length;
        flow.arcs.push({ node: at, month, next });
        node.arcs.push(arc);
        if (next !== null) flow.nodes[next]?.inflow.push(arc);
      }
    }
  }
}
