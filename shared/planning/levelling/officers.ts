/**
 * Offender managers' own months. Which of the chains that are alike takes which way through the flow does not
 * bear on the team's load, so it is chosen to even the months of those who do the work. Two chains that stand
 * before the same decision change places for all that comes after, as long as that evens their officers' months.
 */
import type { Chain, Occurrence, Problem } from '#shared/domain/problem.ts';
import type { OfficerMonths } from '#shared/domain/plan.ts';
import { hours } from '#shared/domain/units.ts';
import { loadOf } from '../rollout.ts';
import type { Flow } from './flow.ts';

/** Exchanges tried at most, and rounds over all decisions: so that a large team takes no longer than a moment. */
const MOST_TRIES = 60_000;
const MOST_ROUNDS = 6;

/** Hours above what an even share of the officer's own work would be, by the hours there are for it each month. */
export function unevenHours(load: ArrayLike<number>, capacity: ArrayLike<number>): number {
  let work = 0;
  let available = 0;
  for (let month = 0; month < capacity.length; month++) {
    work += load[month] ?? 0;
    available += capacity[month] ?? 0;
  }
  if (available <= 0) return 0;
  const mean = work / available;
  let uneven = 0;
  for (let month = 0; month < capacity.length; month++) {
    uneven += Math.max(0, (load[month] ?? 0) - mean * (capacity[month] ?? 0));
  }
  return uneven;
}

/** The hours of an officer whom the roster does not know follow the team's; who has left has no months to even. */
function capacitiesOf(problem: Problem): Map<string, readonly number[]> {
  const own = new Map<string, readonly number[]>();
  for (const { officer } of problem.chains) if (officer !== null) own.set(officer, problem.capacity);
  for (const { officer, capacity, goneFrom } of problem.officers) {
    if (goneFrom === 0) own.delete(officer);
    else if (capacity.some((time) => time > 0)) own.set(officer, capacity);
  }
  return own;
}

type Desk = { capacity: readonly number[]; load: Float64Array; uneven: number };

/** Each officer's movable work by month under the paths. */
function desksOf(problem: Problem, flow: Flow, paths: readonly number[][]): Map<string, Desk> {
  const desks = new Map<string, Desk>();
  for (const [officer, capacity] of capacitiesOf(problem)) {
    desks.set(officer, { capacity, load: new Float64Array(problem.months), uneven: 0 });
  }
  for (const [index, chain] of problem.chains.entries()) {
    const desk = chain.officer === null ? undefined : desks.get(chain.officer);
    if (desk) addWork(desk.load, flow, paths[index] ?? [], 0, chain.hours);
  }
  for (const desk of desks.values()) desk.uneven = unevenHours(desk.load, desk.capacity);
  return desks;
}

function addWork(load: Float64Array, flow: Flow, path: readonly number[], from: number, time: number): void {
  for (let step = from; step < path.length; step++) {
    const month = flow.arcs[path[step] ?? -1]?.month ?? -1;
    if (month >= 0 && month < load.length) load[month] = (load[month] ?? 0) + time;
  }
}

/** Uneven hours of all officers together under the paths: what {@link evenOfficers} lowers. */
export function unevenness(problem: Problem, flow: Flow, paths: readonly number[][]): number {
  return [...desksOf(problem, flow, paths).values()].reduce((sum, desk) => sum + desk.uneven, 0);
}

class Evening {
  readonly paths: number[][];
  readonly #problem: Problem;
  readonly #flow: Flow;
  readonly #desks: Map<string, Desk>;
  /** Chains that stand before each decision. */
  readonly #standing: number[][];
  #tries = 0;

  constructor(problem: Problem, flow: Flow, paths: readonly number[][]) {
    this.#problem = problem;
    this.#flow = flow;
    this.paths = paths.map((path) => [...path]);
    this.#desks = desksOf(problem, flow, paths);
    this.#standing = flow.nodes.map(() => []);
    for (const [chain, path] of paths.entries()) {
      for (const arc of path) this.#standing[this.#nodeOf(arc)]?.push(chain);
    }
  }

  /** One look at every pair that parts at a decision. */
  round(nodes: readonly number[]): boolean {
    let hasChanged = false;
    for (const node of nodes) {
      const standing = this.#standing[node] ?? [];
      for (const a of standing) {
        for (const b of standing) {
          if (b <= a || !this.#partAt(node, a, b)) continue;
          if (this.#tries >= MOST_TRIES) return false;
          this.#tries++;
          hasChanged = this.#exchange(node, a, b) || hasChanged;
        }
      }
    }
    return hasChanged;
  }

  #nodeOf(arc: number): number {
    return this.#flow.arcs[arc]?.node ?? -1;
  }

  #stepAt(node: number, chain: number): number {
    return (this.paths[chain] ?? []).findIndex((arc) => this.#nodeOf(arc) === node);
  }

  #chain(index: number): Chain | undefined {
    return this.#problem.chains[index];
  }

  /** True where they go different ways, for different officers; the longer overdue keeps its place. */
  #partAt(node: number, a: number, b: number): boolean {
    const [first, second] = [this.#chain(a), this.#chain(b)];
    if (!first || !second || first.officer === second.officer) return false;
    if ((this.#flow.nodes[node]?.due ?? 0) < 0 && first.due !== second.due) return false;
    const wayOf = (chain: number): number | undefined => this.paths[chain]?.[this.#stepAt(node, chain)];
    return wayOf(a) !== wayOf(b);
  }

  /** Exchanges all that comes after, if that leaves the two officers' months more even. */
  #exchange(node: number, a: number, b: number): boolean {
    const [pathA, pathB] = [this.paths[a] ?? [], this.paths[b] ?? []];
    const [stepA, stepB] = [this.#stepAt(node, a), this.#stepAt(node, b)];
    const shift = (chain: number, lost: [number[], number], won: [number[], number]): [Desk, Desk] | null => {
      const own = this.#chain(chain);
      const desk = own?.officer == null ? undefined : this.#desks.get(own.officer);
      if (!own || !desk) return null;
      const load = Float64Array.from(desk.load);
      addWork(load, this.#flow, ...lost, 0 - own.hours);
      addWork(load, this.#flow, ...won, own.hours);
      return [desk, { ...desk, load, uneven: unevenHours(load, desk.capacity) }];
    };
    const changes = [
      shift(a, [pathA, stepA], [pathB, stepB]),
      shift(b, [pathB, stepB], [pathA, stepA]),
    ].filter((change) => change !== null);
    const gain = changes.reduce((sum, [desk, changed]) => sum + desk.uneven - changed.uneven, 0);
    if (gain <= 1e-6) return false;
    for (const [desk, changed] of changes) Object.assign(desk, changed);
    const [tailA, tailB] = [pathA.splice(stepA), pathB.splice(stepB)];
    pathA.push(...tailB);
    pathB.push(...tailA);
    this.#changePlaces(a, b, tailA, tailB);
    return true;
  }

  #changePlaces(a: number, b: number, tailA: readonly number[], tailB: readonly number[]): void {
    const nodesA = tailA.map((arc) => this.#nodeOf(arc));
    const nodesB = tailB.map((arc) => this.#nodeOf(arc));
    const replace = (node: number, chain: number, by: number): void => {
      const standing = this.#standing[node];
      if (standing) standing[standing.indexOf(chain)] = by;
    };
    for (const node of nodesA) if (!nodesB.includes(node)) replace(node, a, b);
    for (const node of nodesB) if (!nodesA.includes(node)) replace(node, b, a);
  }
}

/**
 * Evens each offender manager's own months. The counts by arc stay as they are, and with them the team's load;
 * work of other risk or longer overdue keeps its turn. Never less even than what it is given.
 *
 * @param paths the arcs that each chain takes, by chain
 */
export function evenOfficers(problem: Problem, flow: Flow, paths: readonly number[][]): number[][] {
  const evening = new Evening(problem, flow, paths);
  // A cap on an officer's moves would have to be kept at each exchange.
  if (problem.maxMovesPerOfficerMonth !== null) return evening.paths;
  const nodes = [...flow.nodes.entries()]
    .sort(([, a], [, b]) => a.due - b.due || a.group - b.group || a.after - b.after)
    .map(([node]) => node);
  for (let round = 0; round < MOST_ROUNDS; round++) if (!evening.round(nodes)) break;
  return evening.paths;
}

/** Each offender manager's movable work by month, before and after; none where the roster tells no hours. */
export function officerMonths(
  problem: Problem,
  unmoved: readonly Occurrence[],
  planned: readonly Occurrence[],
): OfficerMonths[] {
  return problem.officers.map(({ officer, capacity, goneFrom }) => {
    const loadFrom = (occurrences: readonly Occurrence[]) =>
      loadOf(
        problem.chains,
        occurrences.filter(({ chain }) => problem.chains[chain]?.officer === officer),
        problem.months,
      ).map(hours);
    return { officer, capacity, goneFrom, before: loadFrom(unmoved), after: loadFrom(planned) };
  });
}
