/**
 * Why the peak goes no lower. The bound is a weighted mean of the load of some months, the binding ones: their
 * weights come from the solver, and anyone can check them, for no choice of months gives those months together
 * less (see {@link boundByWeights}). What cannot leave the binding months is what holds the peak up.
 */
import { riskNames } from '#shared/domain/case.ts';
import { addMonths, showMonth, type Month } from '#shared/domain/dates.ts';
import type { Certificate, HeldWork } from '#shared/domain/plan.ts';
import type { Chain, Occurrence, Problem } from '#shared/domain/problem.ts';
import { hours, utilisation } from '#shared/domain/units.ts';
import { showHours, showOneDecimal, withUnit } from '../figures.ts';
import { isOverdue, nextDue, unmovedMonth } from '../rollout.ts';
import { sum } from '../sum.ts';
import { counted } from '../wording.ts';
import { fteShortOf, type DutyNames } from './explain.ts';
import { openMonths } from './problem.ts';
import type { Proof } from './stages.ts';

/** A month that weighs less has no say in the bound. */
const LEAST_WEIGHT = 1e-6;
const MONTHS_TOLD = 3;
const KINDS_TOLD = 3;

/**
 * The bound worked out again from the weights alone, chain by chain: for each, the way through its months that
 * costs the binding months least. With caps, each move counted costs its cap's price, and the caps' room is
 * given back.
 *
 * @param capLimits the limits held, in the order of the caps
 */
export function boundByWeights(
  problem: Problem,
  proof: Proof,
  caps: ReadonlyArray<{ officer: string | null; month: number | null; limit: number }> = [],
): number {
  const price = (month: number): number => {
    const available: number = problem.capacity[month] ?? 0;
    return available > 0 ? (proof.weights[month] ?? 0) / available : 0;
  };
  const priceOfMove = (chain: Chain, month: number): number =>
    caps.reduce((total, cap, index) => {
      const counts = cap.month === null || (cap.month === month && cap.officer === chain.officer);
      return counts ? total + (proof.capPrices[index] ?? 0) : total;
    }, 0);
  const least = (chain: Chain): number => {
    const known = new Map<string, number>();
    const from = (due: number, after: number): number => {
      const isOver = due >= problem.months || (chain.end !== null && unmovedMonth(due) > chain.end);
      if (isOver) return 0;
      const key = `${String(due)}/${String(after)}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const ways = openMonths(problem, chain, due, after).map((month) => {
        const move = month === unmovedMonth(due) ? 0 : priceOfMove(chain, month);
        return chain.hours * price(month) + move + from(nextDue(chain, due, month), month + 1);
      });
      const cheapest = Math.min(...ways);
      known.set(key, cheapest);
      return cheapest;
    };
    return from(chain.due, 0);
  };
  return (
    sum(problem.fixed.map((value, month) => value * price(month))) +
    sum(problem.chains.map(least)) -
    sum(caps.map(({ limit }, index) => limit * (proof.capPrices[index] ?? 0)))
  );
}

/** Why work cannot leave the binding months; null when it can. */
function heldBy(
  problem: Problem,
  chain: Chain,
  { due, after }: { due: number; after: number },
  isBinding: (month: number) => boolean,
): HeldWork['why'] | null {
  if (!openMonths(problem, chain, due, after).every(isBinding)) return null;
  if (chain.locks.some((lock) => lock.due === due)) return 'lock';
  if (chain.excluded) return 'excluded';
  if (isOverdue(chain, due)) return 'overdue';
  return problem.closedMonths.includes(due) ? 'closed' : 'window';
}

type Held = Map<number, Map<string, HeldWork>>;

/** The work that cannot leave the binding months, by the month in which the plan does it. */
function heldWork(
  problem: Problem,
  planned: readonly Occurrence[],
  isBinding: (month: number) => boolean,
  names: DutyNames,
): Held {
  const held: Held = new Map();
  let last: Occurrence | undefined;
  for (const occurrence of planned) {
    const { chain: index, due, done } = occurrence;
    const after = last?.chain === index ? last.done + 1 : 0;
    last = occurrence;
    const chain = problem.chains[index];
    if (!chain || !isBinding(done)) continue;
    const why = heldBy(problem, chain, { due, after }, isBinding);
    if (why === null) continue;
    const what = `${names.get(chain.duty) ?? chain.duty}, ${riskNames[chain.risk].name.toLowerCase()} risk`;
    const kinds = held.get(done) ?? new Map<string, HeldWork>();
    held.set(done, kinds);
    const key = `${why}/${what}`;
    const before = kinds.get(key) ?? { what, count: 0, hours: hours(0), why };
    kinds.set(key, { ...before, count: before.count + 1, hours: hours(before.hours + chain.hours) });
  }
  return held;
}

const reasons: Record<HeldWork['why'], string> = {
  window: 'cannot move',
  overdue: 'must be caught up',
  lock: 'pinned or refused',
  excluded: 'excluded',
  closed: 'due in a closed month',
  fixed: 'cannot move',
};

function heldText({ what, count, hours: time, why }: HeldWork): string {
  if (why === 'fixed') return `${showHours(time)} of ${what}`;
  const isOne = count === 1;
  const verb =
    why === 'window' || why === 'overdue' ? reasons[why] : `${isOne ? 'is' : 'are'} ${reasons[why]}`;
  return `${String(count)} × ${what} (${showHours(time)}) ${verb}`;
}

function monthText({ month, held }: Certificate['months'][number]): string {
  const told = held.slice(0, KINDS_TOLD).map(heldText);
  const more = held.length - told.length;
  const rest = more > 0 ? [`${counted(more, 'more kind')} of work`] : [];
  return `${showMonth(month)}: ${[...told, ...rest].join('; ') || 'work of the months around it'}.`;
}

function textOf(months: Certificate['months'], moveLimit: { limit: number; price: number } | null): string {
  const told = months.slice(0, MONTHS_TOLD).map(monthText);
  const more = months.length - told.length;
  const rest = more > 0 ? [`With ${counted(more, 'more month')} that work cannot leave.`] : [];
  const cap =
    moveLimit && moveLimit.price > LEAST_WEIGHT
      ? [`The cap of ${counted(moveLimit.limit, 'move')}: with more it would go lower.`]
      : [];
  const byTime = [...months].sort((a, b) => (a.month < b.month ? -1 : 1));
  const short = byTime.flatMap(({ month, fteShort }) =>
    fteShort === null || fteShort <= 0
      ? []
      : [`${withUnit(showOneDecimal(fteShort), 'FTE')} short in ${showMonth(month)}`],
  );
  const unmended = short.length > 0 ? [`What levelling cannot mend: ${short.join(', ')}.`] : [];
  return ['What stops it going lower:', ...told, ...rest, ...cap, ...unmended].join(' ');
}

/** The certificate of a plan's bound; null where nothing holds it up. */
export function certificateOf(input: {
  problem: Problem;
  month0: Month;
  planned: readonly Occurrence[];
  after: readonly number[];
  bound: number;
  peak: number;
  proof: Proof;
  names: DutyNames;
}): Certificate | null {
  const { problem, month0, planned, after, bound, peak, proof, names } = input;
  const isBinding = (month: number): boolean => (proof.weights[month] ?? 0) > LEAST_WEIGHT;
  const binding = proof.weights.flatMap((weight, month) => (isBinding(month) ? [{ month, weight }] : []));
  if (bound <= 0 || binding.length === 0) return null;
  const held = heldWork(problem, planned, isBinding, names);
  const months = binding
    .map(({ month, weight }) => {
      const work = [...(held.get(month)?.values() ?? [])];
      const fixed: number = problem.fixed[month] ?? 0;
      if (fixed > 0) {
        work.push({
          what: 'work at fixed dates (notifications)',
          count: 0,
          hours: hours(fixed),
          why: 'fixed',
        });
      }
      work.sort((a, b) => b.hours - a.hours || (a.what < b.what ? -1 : 1));
      const over = (after[month] ?? 0) - (problem.capacity[month] ?? 0);
      return {
        month: addMonths(month0, month),
        weight,
        hoursHeld: hours(sum(work.map((one) => one.hours))),
        held: work,
        fteShort: fteShortOf(problem, month, Math.max(0, over)),
      };
    })
    .sort((a, b) => b.weight - a.weight || (a.month < b.month ? -1 : 1));
  const limit = problem.maxMoves;
  return {
    bound: utilisation(bound),
    gap: Math.max(0, (peak - bound) / bound),
    months,
    text: textOf(months, limit === null ? null : { limit, price: proof.capPrices[0] ?? 0 }),
  };
}
