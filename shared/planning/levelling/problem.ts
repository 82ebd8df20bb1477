/** From a team's chains and capacity to the levelling problem, and the months in which work may be done. */
import type { Chain, Problem } from '#shared/domain/plan.ts';
import type { Standards } from '#shared/domain/standards.ts';
import { hours, type Hours } from '#shared/domain/units.ts';
import { loadOf, replay, unmovedMonth } from '../rollout.ts';

/**
 * The levelling problem of one team: offender managers' movable duties as chains, their other load as fixed.
 *
 * @param input.chains all chains of the team's cases, as {@link chainsOf} gives them
 * @param input.capacity offender managers' hours per month, as long as the horizon
 * @param input.extraFixed load that stands beside the chains (expected new cases), hours per month
 */
export function teamProblem(input: {
  chains: readonly Chain[];
  capacity: readonly Hours[];
  standards: Standards;
  firstMonth: number;
  target: number | null;
  closedMonths?: readonly number[];
  extraFixed?: readonly Hours[];
  hoursPerFte?: readonly Hours[];
  maxMoves?: number | null;
  maxMovesPerOfficerMonth?: number | null;
}): Problem {
  const months = input.capacity.length;
  const duties = new Map(input.standards.duties.map((duty) => [duty.key, duty]));
  const own = input.chains.filter(
    (chain) => duties.get(chain.duty)?.hoursOf === 'offender-manager' && chain.hours > 0,
  );
  const isMovable = (chain: Chain): boolean => duties.get(chain.duty)?.movable === true;
  const unmovable = own.filter((chain) => !isMovable(chain));
  const fixed = loadOf(unmovable, replay(unmovable, months), months);
  return {
    months,
    firstMonth: input.firstMonth,
    capacity: [...input.capacity],
    fixed: fixed.map((value, month) => hours(value + (input.extraFixed?.[month] ?? 0))),
    hoursPerFte: input.hoursPerFte ? [...input.hoursPerFte] : null,
    chains: own.filter(isMovable),
    target: input.target,
    closedMonths: [...(input.closedMonths ?? [])],
    maxMoves: input.maxMoves ?? null,
    maxMovesPerOfficerMonth: input.maxMovesPerOfficerMonth ?? null,
  };
}

/**
 * The months in which the work of a chain that falls due in `due` may be done (planning §3), never empty.
 *
 * - Due in d: max(f, d − window) … d, f being the first month open to planning.
 * - Overdue (d < 0): f … f + catch-up, not beyond the notification end or the horizon.
 * - A lock leaves one month; an excluded chain, or a closed month, leaves the work where it is.
 * - `after`: the first month after the chain's last occurrence was done; nothing is done twice in a month.
 */
export function openMonths(problem: Problem, chain: Chain, due: number, after: number): number[] {
  const unmoved = unmovedMonth(due);
  const isOverdue = due < 0;
  const first = Math.max(problem.firstMonth, after);
  const from = isOverdue ? first : Math.max(first, due - chain.window);
  const to = isOverdue
    ? Math.min(problem.firstMonth + chain.catchUp, problem.months - 1, chain.end ?? Infinity)
    : due;
  const allowed = from > to ? [unmoved] : Array.from({ length: to - from + 1 }, (_, step) => from + step);

  const lock = chain.locks.find((one) => one.due === due);
  if (lock && allowed.includes(lock.to)) return [lock.to];
  if (chain.excluded) return [unmoved];
  const isClosed = (month: number): boolean => problem.closedMonths.includes(month);
  const open = allowed.filter((month) => month === unmoved || (!isClosed(month) && !isClosed(unmoved)));
  return open.length > 0 ? open : [unmoved];
}
