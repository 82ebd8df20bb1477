/** The life of one recurring duty of one invented case: when it fell due and when it was done. */
import {
  addDays,
  addMonthsToDate,
  firstDayOf,
  lastDayOf,
  monthOf,
  type IsoDate,
  type Month,
} from '#shared/domain/dates.ts';
import type { Random } from './random.ts';

/** A time in which no duty is done: custody, hospital, abroad, wanted, missing. */
export type Spell<S extends string = string> = { status: S; from: IsoDate; to: IsoDate | null };

type Drive = { month: Month; reach: number; take: number };

export type HistoryPlan = {
  firstDue: IsoDate;
  /** The time done before the history begins, if any. */
  lastDone: IsoDate | null;
  intervalOn: (day: IsoDate) => number;
  spells: readonly Spell[];
  /** Days after a spell within which the duty is due again. */
  settleDays: number;
  /** The last day that anyone will ask about. */
  until: IsoDate;
  drive: Drive | null;
  punctuality: Punctuality;
  /** Hours of one occurrence, and the hours already placed in each month: people plan into lighter months. */
  hours: number;
  placed: Map<Month, number>;
};

/** Days by which work is done before (below 0) or after its due date, each range with its weight. */
export type Punctuality = ReadonlyArray<readonly [range: readonly [number, number], weight: number]>;

export type DutyHistory = {
  /** Every time it is done, in order, those after the last day included. */
  done: IsoDate[];
  /** What a snapshot shows as next due on a day. */
  nextDueOn: (day: IsoDate) => IsoDate | null;
};

const spellOn = (spells: readonly Spell[], day: IsoDate): Spell | undefined =>
  spells.find((spell) => spell.from <= day && (spell.to === null || day <= spell.to));

/** Days beyond the end for which work is placed too, lest the last months look empty and draw work to them. */
const PLANNED_AHEAD = 150;

/** Draws the history of a duty up to `until` and somewhat beyond; the full rule resets every due date. */
export function inventHistory(plan: HistoryPlan, random: Random): DutyHistory {
  const { spells, until, settleDays, intervalOn } = plan;
  const done: IsoDate[] = plan.lastDone === null ? [] : [plan.lastDone];

  const dueAfter = (last: IsoDate | null, day: IsoDate): IsoDate | null => {
    if (spellOn(spells, day)) return null;
    const due = last === null ? plan.firstDue : addMonthsToDate(last, intervalOn(last));
    const back = spells.findLast((spell) => spell.to !== null && spell.to < day)?.to ?? null;
    return back !== null && (last === null || back > last) ? addDays(back, settleDays) : due;
  };

  let due = plan.firstDue;
  while (due <= addDays(until, PLANNED_AHEAD)) {
    const last = done.at(-1) ?? null;
    const driven = drawDriven(due, plan, random);
    const on = later(driven ?? drawUsual(due, plan, random), last === null ? null : addDays(last, 3));
    const spell = spellOn(spells, on);
    if (spell) {
      if (spell.to === null) break;
      due = addDays(spell.to, settleDays);
      continue;
    }
    done.push(on);
    // A drive comes on top of the usual work: nobody plans around it.
    if (driven === null) plan.placed.set(monthOf(on), (plan.placed.get(monthOf(on)) ?? 0) + plan.hours);
    due = addMonthsToDate(on, intervalOn(on));
  }
  return {
    done,
    nextDueOn: (day) => dueAfter(done.findLast((on) => on <= day) ?? null, day),
  };
}

const later = (a: IsoDate, b: IsoDate | null): IsoDate => (b !== null && b > a ? b : a);

function drawDriven(due: IsoDate, { drive }: HistoryPlan, random: Random): IsoDate | null {
  if (!drive) return null;
  const last = lastDayOf(drive.month);
  const isInReach = due > last && due <= addMonthsToDate(last, drive.reach);
  return isInReach && random.chance(drive.take) ? addDays(firstDayOf(drive.month), random.int(0, 27)) : null;
}

function drawUsual(due: IsoDate, { punctuality, placed }: HistoryPlan, random: Random): IsoDate {
  const candidates = Array.from({ length: 3 }, () => {
    const [from, to] = random.weighted(punctuality);
    return addDays(due, random.int(from, to));
  });
  const loadOn = (day: IsoDate): number => placed.get(monthOf(day)) ?? 0;
  return candidates.reduce((best, day) => (loadOn(day) < loadOn(best) ? day : best));
}
