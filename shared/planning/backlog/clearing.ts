/** By when outstanding work could be done in the capacity that what falls due leaves. */
import type { Clearing, OutstandingCase } from '#shared/domain/backlog.ts';
import type { Month } from '#shared/domain/dates.ts';
import type { Standards } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';

/** Hours of outstanding work that offender managers do. */
export function outstandingHours(outstanding: readonly OutstandingCase[], standards: Standards): number {
  const own = new Set(standards.duties.filter((d) => d.hoursOf === 'offender-manager').map(({ key }) => key));
  return outstanding.reduce((sum, one) => sum + (own.has(one.duty) ? one.hours : 0), 0);
}

/**
 * The first month at whose end nothing is left over: in each month the team does what its capacity allows of what
 * was left and what falls due. What does not fit is left over, so a month over capacity puts the day off.
 *
 * @param backlog hours outstanding at the start of month 0
 * @param load hours per month as demand has them, outstanding work counted in month 0
 * @param capacity hours per month; null when not known
 */
export function clearing(
  backlog: number,
  months: readonly Month[],
  load: readonly number[],
  capacity: readonly number[] | null,
): Clearing {
  const reply = { hours: hours(backlog), month: null };
  if (backlog <= 0) return { ...reply, state: 'nothing' };
  if (capacity === null || capacity.every((value) => value <= 0)) return { ...reply, state: 'no-capacity' };
  let left = 0;
  for (const [index, month] of months.entries()) {
    left = Math.max(0, left + (load[index] ?? 0) - (capacity[index] ?? 0));
    if (left < 1e-9) return { ...reply, state: 'by', month };
  }
  return { ...reply, state: 'not-within' };
}

/** Of several teams: clear when the last of them is, as teams do not do each other's work. */
export function clearingOfAll(teams: readonly Clearing[]): Clearing {
  const total = hours(teams.reduce((sum, one) => sum + one.hours, 0));
  const owing = teams.filter(({ state }) => state !== 'nothing');
  const worst = (['not-within', 'no-capacity'] as const).find((state) =>
    owing.some((one) => one.state === state),
  );
  if (owing.length === 0) return { hours: total, state: 'nothing', month: null };
  if (worst !== undefined) return { hours: total, state: worst, month: null };
  const last = owing.flatMap(({ month }) => (month === null ? [] : [month])).sort();
  return { hours: total, state: 'by', month: last.at(-1) ?? null };
}
