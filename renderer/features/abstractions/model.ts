/** The calendar in words. */
import type { Output } from '#shared/contract/registry.ts';
import { abstractionKindNames, abstractionKinds, type HoursByKind } from '#shared/domain/abstraction.ts';
import {
  isIsoDate,
  lastDayOf,
  monthOf,
  monthsBetween,
  monthZero,
  showDate,
  showMonth,
  weekday,
  type IsoDate,
  type Month,
} from '#shared/domain/dates.ts';
import { counted, listed } from '#shared/planning/wording.ts';
import { showCount, showHours, showHoursExactly } from '../../view/figures.ts';

export type Calendar = Output<'abstractions.calendar'>;
type Officer = Calendar['officers'][number];
export type Cell = Officer['cells'][number];

/** A snapshot loaded monthly is at most this far from the month it is. */
export const NEAR_MONTHS = 2;

/**
 * The month that the calendar opens with: the one asked for; else the one it is, unless the snapshot looked at
 * is of another time, then the first month planned from it.
 */
export function openingMonth(asked: string | null, asAt: IsoDate | null, today: IsoDate): Month {
  if (asked !== null && isIsoDate(`${asked}-01`)) return asked as Month;
  const now = monthOf(today);
  if (asAt === null) return now;
  const zero = monthZero(asAt);
  return Math.abs(monthsBetween(now, zero)) <= NEAR_MONTHS ? now : zero;
}

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const dayName = (day: number): string => dayNames[day] ?? '';
/** `Thu 12 Nov 2026` */
export const showDay = (day: IsoDate): string => `${dayName(weekday(day)).slice(0, 3)} ${showDate(day)}`;

/** `3 Nov 2026`, or `3 Nov 2026 to 5 Nov 2026` */
export const showSpan = ({ from, to }: { from: IsoDate; to: IsoDate }): string =>
  from === to ? showDate(from) : `${showDate(from)} to ${showDate(to)}`;

/** `Absence: Sickness` */
export const showReason = ({ group, activity }: { group: string; activity: string | null }): string =>
  activity === null ? group : `${group}: ${activity}`;

export const totalOf = (hoursByKind: HoursByKind): number =>
  abstractionKinds.reduce((total, kind) => total + hoursByKind[kind], 0);

/**
 * "112 h are lost in November 2026: 48 h sickness, 40 h other policing and 24 h training." That nobody is away is said
 * only of a month that is told of to its end.
 */
export function calendarHeadline({ month, hoursByKind, heldTo }: Calendar): string {
  const total = totalOf(hoursByKind);
  if (total > 0) return `${showHours(total)} are lost in ${showMonth(month)}: ${kindsInWords(hoursByKind)}.`;
  const isTold = heldTo !== null && heldTo >= lastDayOf(month);
  return isTold ? `Nobody is away in ${showMonth(month)}.` : `No absence is recorded in ${showMonth(month)}.`;
}

/** Up to when absence is held, of a month that runs on beyond; null of one that is told of to its end. */
export function heldSentence({ month, heldTo }: Calendar): string | null {
  if (heldTo === null) return 'No absence of anybody is held yet: who is away is not known.';
  if (heldTo >= lastDayOf(month)) return null;
  return `Absence is held up to ${showDate(heldTo)} only; later absence may be missing.`;
}

/** Most hours first. */
function kindsInWords(hoursByKind: HoursByKind): string {
  const held = abstractionKinds
    .filter((kind) => hoursByKind[kind] >= 0.5)
    .sort((a, b) => hoursByKind[b] - hoursByKind[a])
    .map((kind) => `${showHours(hoursByKind[kind])} ${abstractionKindNames[kind].toLowerCase()}`);
  return held.length === 0 ? 'less than an hour of each kind' : listed(held);
}

/** How many are away at all, and on which day the most, where that is more than one. */
export function awaySentence({ days, officers }: Calendar): string {
  const away = officers.filter(({ cells }) => cells.length > 0).length;
  if (away === 0) return `The staff list has ${counted(officers.length, 'person', 'people')} in this month.`;
  const most = days.reduce<Calendar['days'][number] | null>(
    (best, day) => (day.away > (best?.away ?? 1) ? day : best),
    null,
  );
  const on = most === null ? '' : `; most on ${showDay(most.day)}: ${showCount(most.away)}`;
  return `${showCount(away)} of ${counted(officers.length, 'person is', 'people are')} away on some day${on}.`;
}

/** What one square of the calendar says in full. */
export function cellLabel(collar: string, day: IsoDate, cell: Cell | undefined): string {
  const who = `${collar}, ${showDay(day)}`;
  if (!cell) return `${who}: nothing held`;
  const more = cell.ids.length > 1 ? `, ${counted(cell.ids.length, 'record')}` : '';
  const lent = cell.toOtherPolicing ? ', to other policing' : '';
  return `${who}: ${abstractionKindNames[cell.kind]}, ${showHoursExactly(cell.hours)}${lent}${more}, ${cell.isReviewed ? 'reviewed' : 'not reviewed'}`;
}

/** Hours in a narrow square: whole, and never a nought for some minutes. */
export const cellHours = (value: number): string => (value < 1 ? '<1' : String(Math.round(value)));
