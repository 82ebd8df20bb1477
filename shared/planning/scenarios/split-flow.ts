/**
 * The flow of levelling with work that can be split: months have prices, and all of a flow's work takes the cheapest
 * months that the rules leave it, knock-on and all. No solver, so that it is done in a moment.
 */
import type { Chain } from '#shared/domain/problem.ts';
import type { Flow } from '../levelling/flow.ts';
import { isOverdue, unmovedMonth } from '../rollout.ts';

/** Of a node's arcs the one that moves nothing; where planning opens later, the one that moves the least. */
function leastMoving(chain: Chain | undefined, due: number, months: readonly number[]): number {
  const own = months.indexOf(unmovedMonth(due));
  if (own >= 0) return own;
  return chain && isOverdue(chain, due) ? 0 : months.length - 1;
}

export class SplitFlow {
  // Nodes stand by due month, so that work only leads to later ones; the arcs of each stand side by side.
  readonly #supply: Float64Array;
  /** First arc of each node, and the number of arcs at the end. */
  readonly #firstArc: Int32Array;
  readonly #least: Int32Array;
  /** Month in which an arc's work is done, and the node that it leads to: the one after the last where nothing follows. */
  readonly #month: Int32Array;
  readonly #next: Int32Array;
  // What one answer takes, kept for the next: there are thousands of them while a scenario is written.
  readonly #chosen: Int32Array;
  readonly #cost: Float64Array;
  readonly #there: Float64Array;
  readonly #work: Float64Array;

  constructor({ groups, nodes, arcs }: Flow, months: number) {
    const order = [...nodes.keys()].sort((a, b) => (nodes[a]?.due ?? 0) - (nodes[b]?.due ?? 0));
    const place = new Map(order.map((node, at) => [node, at]));
    const own = order.flatMap((node) => nodes[node] ?? []);
    const inOrder = own.flatMap((node) => node.arcs.flatMap((arc) => arcs[arc] ?? []));
    this.#supply = Float64Array.from(own, ({ supply }) => supply);
    this.#firstArc = new Int32Array(own.length + 1);
    this.#least = new Int32Array(own.length);
    for (const [at, node] of own.entries()) {
      const first = this.#firstArc[at] ?? 0;
      const open = node.arcs.map((arc) => arcs[arc]?.month ?? 0);
      this.#firstArc[at + 1] = first + open.length;
      this.#least[at] = first + leastMoving(groups[node.group]?.sample, node.due, open);
    }
    this.#month = Int32Array.from(inOrder, ({ month }) => month);
    this.#next = Int32Array.from(inOrder, ({ next }) => place.get(next ?? -1) ?? own.length);
    this.#chosen = new Int32Array(own.length);
    this.#cost = new Float64Array(own.length + 1);
    this.#there = new Float64Array(own.length + 1);
    this.#work = new Float64Array(months);
  }

  get isEmpty(): boolean {
    return this.#supply.length === 0;
  }

  /**
   * The work that moves only what must be, in hours by month.
   *
   * @param hours hours of one occurrence, by the month in which it is done
   */
  leastMoved(hours: Float64Array): Float64Array {
    return this.#along(this.#least, hours, new Float64Array(hours.length));
  }

  /**
   * The work in the months that cost least, in hours by month.
   *
   * @param price of an hour in each month
   * @param into takes the hours
   */
  cheapest(hours: Float64Array, price: Float64Array, into: Float64Array): Float64Array {
    // Fields are read once: what follows runs some million times for each stroke of a key.
    const [cost, chosen, firstArc, least] = [this.#cost, this.#chosen, this.#firstArc, this.#least];
    const [months, nexts, work] = [this.#month, this.#next, this.#work];
    for (let month = 0; month < hours.length; month++)
      work[month] = (hours[month] ?? 0) * (price[month] ?? 0);
    for (let node = chosen.length - 1; node >= 0; node--) {
      // What costs the same stays where it is.
      let best = least[node] ?? 0;
      let lowest = Infinity;
      const end = firstArc[node + 1] ?? 0;
      for (let arc = firstArc[node] ?? 0; arc < end; arc++) {
        const whole = (work[months[arc] ?? 0] ?? 0) + (cost[nexts[arc] ?? 0] ?? 0);
        if (whole < lowest || (whole === lowest && arc === least[node])) {
          lowest = whole;
          best = arc;
        }
      }
      cost[node] = lowest;
      chosen[node] = best;
    }
    return this.#along(chosen, hours, into);
  }

  /** All work along one arc of each node. */
  #along(chosen: Int32Array, hours: Float64Array, into: Float64Array): Float64Array {
    const [there, months, nexts] = [this.#there, this.#month, this.#next];
    there.fill(0);
    there.set(this.#supply);
    into.fill(0);
    for (let node = 0; node < chosen.length; node++) {
      const chains = there[node] ?? 0;
      if (chains === 0) continue;
      const arc = chosen[node] ?? 0;
      const month = months[arc] ?? 0;
      const next = nexts[arc] ?? 0;
      into[month] = (into[month] ?? 0) + chains * (hours[month] ?? 0);
      there[next] = (there[next] ?? 0) + chains;
    }
    return into;
  }
}
