/** From a team's chains and capacity to the levelling problem, and the months in which work may be done. */
import type { Chain, Lock, Problem } from '#shared/domain/problem.ts';
import type { Standards } from '#shared/domain/standards.ts';
import { hours, type Hours } from '#shared/domain/units.ts';
import { isOverdue, loadOf, nextDue, replay, unmovedMonth } from '../rollout.ts';

/**
 * The levelling problem of one team: offender managers' movable duties as chains, their other load as fixed. Only cases
 * held are in it: expected new ones have no dates that could be moved, and are shown beside the load instead.
 *
 * @param input.chains all chains of the team's cases, as {@link chainsOf} gives them
 * @param input.capacity offender managers' hours per month, as long as the horizon
 * @param input.overCapacity utilisation above which a month counts as over capacity
 * @param input.capacityBeyond the same of the year beyond the horizon, where it is known
 */
export function teamProblem(input: {
  chains: readonly Chain[];
  capacity: readonly Hours[];
  standards: Standards;
  firstMonth: number;
  target: number | null;
  overCapacity?: number;
  hoursPerFte?: readonly Hours[];
  officers?: Problem['officers'];
  capacityBeyond?: readonly Hours[];
}): Problem {
  const months = input.capacity.length;
  const duties = new Map(input.standards.duties.map((duty) => [duty.key, duty]));
  const own = input.chains.filter(
    (chain) => duties.get(chain.duty)?.hoursOf === 'offender-manager' && chain.hours > 0,
  );
  const isMovable = (chain: Chain): boolean => duties.get(chain.duty)?.movable === true;
  const unmovable = own.filter((chain) => !isMovable(chain));
  const beyond = input.capacityBeyond ?? [];
  const until = months + beyond.length;
  const unmovableLoad = loadOf(unmovable, replay(unmovable, until), until);
  return {
    months,
    firstMonth: input.firstMonth,
    capacity: [...input.capacity],
    fixed: unmovableLoad.slice(0, months).map(hours),
    hoursPerFte: input.hoursPerFte ? [...input.hoursPerFte] : null,
    chains: own.filter(isMovable),
    target: input.target,
    overCapacity: input.overCapacity ?? 1,
    // What people ask for beyond the rules is laid on afterwards, by `steer`.
    closedMonths: [],
    maxMoves: null,
    maxMovesPerOfficerMonth: null,
    officers: input.officers ?? [],
    beyond:
      beyond.length > 0 ? { capacity: [...beyond], fixed: unmovableLoad.slice(months).map(hours) } : null,
  };
}

/**
 * The first and last month that window or catch-up allow for work of a chain due in `due` (planning §3):
 * due in d, max(f, d − window) … d, and not before a release to come; overdue, f … f + catch-up, not beyond the notification end or the horizon.
 * The first lies after the last where work falls due before the first open month.
 */
export function allowedSpan(problem: Problem, chain: Chain, due: number): { from: number; to: number } {
  const { firstMonth, months } = problem;
  return isOverdue(chain, due)
    ? { from: firstMonth, to: Math.min(firstMonth + chain.catchUp, months - 1, chain.end ?? Infinity) }
    : { from: Math.max(firstMonth, chain.opens, due - chain.window), to: due };
}

/** The months that the rules leave, before any pin: see {@link openMonths}. */
function lawfulMonths(problem: Problem, chain: Chain, due: number, after: number): number[] {
  const unmoved = unmovedMonth(due);
  const isRefused = chain.locks.some((lock) => lock.due === due && lock.kind === 'refusal');
  if (chain.excluded || isRefused) return [unmoved];
  const span = allowedSpan(problem, chain, due);
  const from = Math.max(span.from, after);
  const allowed =
    from > span.to ? [unmoved] : Array.from({ length: span.to - from + 1 }, (_, step) => from + step);
  const isClosed = (month: number): boolean => problem.closedMonths.includes(month);
  const open = allowed.filter((month) => month === unmoved || (!isClosed(month) && !isClosed(unmoved)));
  return open.length > 0 ? open : [unmoved];
}

/** True where no work of the chain falls due any more: after the horizon, or after the notification end. */
export const isBeyond = ({ months }: Problem, { end }: Chain, due: number): boolean =>
  due >= months || (end !== null && due > end);

/** Says whether work due and done so leaves every pin still to come within reach. */
type Path = (due: number, done: number) => boolean;

/**
 * The paths of a chain that pass through all the pins given, in the order of due months; null where there is
 * none. Moving one occurrence changes the due months of the next, so a pin bears on what comes before it.
 */
function pathThrough(problem: Problem, chain: Chain, pins: readonly Lock[]): Path | null {
  const known = new Map<string, boolean>();
  const keepsPins: Path = (due, done) => {
    const pin = pins.find((one) => one.due === due);
    if (pin && pin.to !== done) return false;
    const next = nextDue(chain, due, done);
    const leaps = pins.some((one) => one.due > due && (one.due < next || isBeyond(problem, chain, next)));
    return !leaps && canGoOn(next, done + 1);
  };
  const canGoOn = (due: number, after: number): boolean => {
    if (isBeyond(problem, chain, due)) return true;
    const key = `${String(due)}/${String(after)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const can = lawfulMonths(problem, chain, due, after).some((done) => keepsPins(due, done));
    known.set(key, can);
    return can;
  };
  const starts = pins.every((pin) => pin.due >= chain.due) && !isBeyond(problem, chain, chain.due);
  return starts && canGoOn(chain.due, 0) ? keepsPins : null;
}

/** As many pins as can hold together, the earliest due first. */
function pathOf(problem: Problem, chain: Chain): Path | null {
  const pins = chain.locks.filter((lock) => lock.kind === 'pin').sort((a, b) => a.due - b.due);
  if (pins.length === 0) return null;
  let path = pathThrough(problem, chain, pins);
  if (path) return path;
  const kept: Lock[] = [];
  for (const pin of pins) {
    const further = pathThrough(problem, chain, [...kept, pin]);
    if (!further) continue;
    kept.push(pin);
    path = further;
  }
  return path;
}

/** A problem never changes, so the paths of its chains are worked out once. */
const paths = new WeakMap<Problem, Map<Chain, Path | null>>();

function pathFor(problem: Problem, chain: Chain): Path | null {
  if (chain.locks.length === 0) return null;
  const known = paths.get(problem) ?? new Map<Chain, Path | null>();
  paths.set(problem, known);
  const found = known.get(chain);
  if (found !== undefined) return found;
  const path = pathOf(problem, chain);
  known.set(chain, path);
  return path;
}

/**
 * The months in which the work of a chain that falls due in `due` may be done (planning §3), never empty.
 *
 * - Within {@link allowedSpan}, f being the first month open to planning.
 * - An excluded chain, a refusal, or a closed month leave the work where it is.
 * - Pins leave only the months from which every pin that can hold still comes up and is kept.
 * - `after`: the first month after the chain's last occurrence was done; nothing is done twice in a month.
 */
export function openMonths(problem: Problem, chain: Chain, due: number, after: number): number[] {
  const lawful = lawfulMonths(problem, chain, due, after);
  const path = pathFor(problem, chain);
  if (!path) return lawful;
  const open = lawful.filter((done) => path(due, done));
  return open.length > 0 ? open : lawful;
}
