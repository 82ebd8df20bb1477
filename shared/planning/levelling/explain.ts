/** Words for a plan: why work moves, what could not be mended and why. */
import { riskNames } from '#shared/domain/case.ts';
import { addMonths, showMonth, type Month } from '#shared/domain/dates.ts';
import type { Chain, Lock, Occurrence, Problem } from '#shared/domain/problem.ts';
import type { NotMended } from '#shared/domain/plan.ts';
import { hours } from '#shared/domain/units.ts';
import { showHours, showOneDecimal, showPercent, withUnit } from '../figures.ts';
import { isOverdue } from '../rollout.ts';
import { counted } from '../wording.ts';
import { openMonths } from './problem.ts';

type Picture = { problem: Problem; month0: Month; before: readonly number[]; after: readonly number[] };

function utilisationIn(picture: Picture, load: readonly number[], month: number): string {
  const capacity = picture.problem.capacity[month] ?? 0;
  return capacity > 0 ? showPercent((load[month] ?? 0) / capacity) : 'no capacity';
}

/** Why a piece of work moves: what it takes from its own month and where the other month ends up. */
export function reasonFor(picture: Picture, chain: Chain, occurrence: Occurrence): string {
  const name = (month: number): string => showMonth(addMonths(picture.month0, month));
  const { due, done } = occurrence;
  const from = Math.max(due, 0);
  const was = utilisationIn(picture, picture.before, from);
  const is = utilisationIn(picture, picture.after, from);
  const isFuller = (picture.after[from] ?? 0) > (picture.before[from] ?? 0);
  // A month that gives work away may still end up as full or fuller: it takes as much or more from a month beyond.
  const relief =
    (isFuller || was === is
      ? `Makes room in ${name(from)}, which takes work of fuller months (from ${was} to ${is}); `
      : `${name(from)} goes from ${was} to ${is}; `) +
    `${name(done)} comes to ${utilisationIn(picture, picture.after, done)}.`;
  return isOverdue(chain, due)
    ? `Overdue since ${name(due)}, within ${counted(chain.catchUp, 'month')} of catch-up. ${relief}`
    : relief;
}

/** What of a month's load stays there whatever the plan, largest first: "Visit, very high risk 84 h". */
function stuckIn(
  picture: Picture,
  occurrences: readonly Occurrence[],
  month: number,
  names: DutyNames,
): string {
  const { problem } = picture;
  const stuck = new Map<string, number>();
  const add = (what: string, time: number): void => void stuck.set(what, (stuck.get(what) ?? 0) + time);
  for (const { chain: index, due, done } of occurrences) {
    const chain = problem.chains[index];
    if (!chain || done !== month || openMonths(problem, chain, due, 0).length > 1) continue;
    const duty = names.get(chain.duty) ?? chain.duty;
    add(
      `${isOverdue(chain, due) ? 'overdue ' : ''}${duty}, ${riskNames[chain.risk].name.toLowerCase()} risk`,
      chain.hours,
    );
  }
  const fixed = problem.fixed[month] ?? 0;
  if (fixed > 0) add('fixed load', fixed);
  return [...stuck]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([what, time]) => `${what} ${showHours(time)}`)
    .join('; ');
}

/** Hours over in a month as full-time equivalents, to a tenth; null where it is not known what one is worth. */
export function fteShortOf({ hoursPerFte }: Problem, month: number, hoursOver: number): number | null {
  const perFte = hoursPerFte?.[month] ?? 0;
  return perFte > 0 ? Math.round((hoursOver / perFte) * 10) / 10 : null;
}

/** A lock that bears on nothing in a plan; `isDue` says whether its work falls due in the month it names. */
export type UnusedLock = { chain: Chain; lock: Lock; isDue: boolean };

export type DutyNames = ReadonlyMap<string, string>;

/**
 * The months that a plan leaves over capacity (or over the target), with the hours, the full-time equivalents
 * they stand for and the work that holds them there; then locks that bear on nothing.
 */
export function notMended(
  picture: Picture,
  occurrences: readonly Occurrence[],
  unusedLocks: readonly UnusedLock[],
  names: DutyNames,
): NotMended[] {
  const { problem, month0, after } = picture;
  const level = problem.target ?? problem.overCapacity;
  const found: NotMended[] = [];
  for (let index = 0; index < problem.months; index++) {
    const capacity = problem.capacity[index] ?? 0;
    const load = after[index] ?? 0;
    const over = load - level * capacity;
    if (over <= 1e-6) continue;
    const month = addMonths(month0, index);
    const fteShort = fteShortOf(problem, index, over);
    const short =
      fteShort === null || fteShort === 0 ? '' : `, ${withUnit(showOneDecimal(fteShort), 'FTE')} short`;
    const stuck = stuckIn(picture, occurrences, index, names);
    const held = stuck === '' ? '' : ` Cannot move from there: ${stuck}.`;
    const cause =
      capacity <= 0 ? 'no-capacity' : problem.target === null ? 'over-capacity' : 'target-not-reached';
    const text =
      capacity <= 0
        ? `${showMonth(month)}: ${showHours(load)} of work and nobody in post${short}.`
        : `${showMonth(month)}: ${showPercent(load / capacity)} of capacity, ${showHours(over)} over ` +
          `${showPercent(level)}${short}.${held}`;
    found.push({ month, cause, hoursOver: hours(over), fteShort, text });
  }
  const locks = unusedLocks.map((unused) => ({
    month: addMonths(month0, unused.lock.due),
    cause: 'lock-unused' as const,
    hoursOver: null,
    fteShort: null,
    text: unusedText(unused, (month) => showMonth(addMonths(month0, month))),
  }));
  return [...found, ...locks];
}

function unusedText({ chain, lock, isDue }: UnusedLock, name: (month: number) => string): string {
  const due = name(lock.due);
  if (lock.kind === 'refusal') {
    return `${chain.id}: the refusal of the work due in ${due} bears on nothing: under this plan none of it falls due then.`;
  }
  const why = isDue
    ? `the rules, or what is excluded, do not allow ${name(lock.to)}`
    : `nothing of it falls due in ${due}, whatever is moved before`;
  return `${chain.id}: the pin of the work due in ${due} to ${name(lock.to)} was not used: ${why}.`;
}
