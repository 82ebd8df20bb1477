/** Capacity: the hours that people have for scheduled duties, month by month (planning §2). */
import {
  isSpreadAsShare,
  type Abstraction,
  type AbstractionKind,
  type KindedAbstraction,
} from '#shared/domain/abstraction.ts';
import { workingDays, workingDaysInYear } from '#shared/domain/calendar.ts';
import { firstDayOf, monthOf, type IsoDate, type Month } from '#shared/domain/dates.ts';
import { hasLeft, inPost, type Officer, type OfficerRole } from '#shared/domain/officer.ts';
import type { Standards } from '#shared/domain/standards.ts';
import { hours, type Hours } from '#shared/domain/units.ts';
import { daysLost, monthsLost } from './abstractions/days.ts';
import { lastYearHeld } from './abstractions/held-to.ts';
import { sum } from './sum.ts';

export type Assumptions = Standards['assumptions'];

export type CapacityInput = {
  /** People of one team; those of other roles are left out. */
  officers: readonly Officer[];
  /** Records held of the whole force; those of people who are not among `officers` in the role lower no capacity. */
  abstractions: readonly KindedAbstraction[];
  assumptions: Assumptions;
  role: OfficerRole;
  /** See {@link import('./abstractions/held-to.ts').absencesHeldTo}. */
  absencesHeldTo: IsoDate;
};

/** How one month's capacity comes about, in hours: contracted, less what goes, is available; a share is scheduled. */
export type CapacityMonth = {
  month: Month;
  contracted: Hours;
  leave: Hours;
  training: Hours;
  other: Hours;
  /** Abstractions recorded for the month. */
  known: Hours;
  /** Abstractions expected beyond those recorded. */
  expected: Hours;
  available: Hours;
  /** The capacity: the share of available time meant for scheduled duties. */
  scheduled: Hours;
};

export type AbstractionRate = {
  /** Share of contracted hours, 0 to 1. */
  rate: number;
  /** `records` of the last twelve months held, or the `assumptions` where none of anybody are. */
  from: 'records' | 'assumptions';
  /** Months of records that the rate rests on; 0 for assumptions. */
  months: number;
};

/** Contracted hours of one person on a working day in post: week ÷ 5 × FTE. */
export function contractedDay(
  { contract, fte }: Pick<Officer, 'contract' | 'fte'>,
  assumptions: Assumptions,
): number {
  const week = contract === 'officer' ? assumptions.officerWeekHours : assumptions.staffWeekHours;
  return (week.value / 5) * fte;
}

/** Contracted hours of one person in a month: those of a day × working days on which they are in post. */
export function contractedHours(officer: Officer, month: Month, assumptions: Assumptions): Hours {
  const days = workingDays(month).filter((day) => inPost(officer, day)).length;
  return hours(contractedDay(officer, assumptions) * days);
}

/**
 * Hours lost per month: each record spread evenly over its working days, or over all its days when none works.
 * Time away while out of post is not time taken from the team.
 */
export function lostHours(
  officers: readonly Officer[],
  abstractions: readonly Abstraction[],
): Map<Month, number> {
  const people = new Map(officers.map((officer) => [officer.collar, officer]));
  const lost = new Map<Month, number>();
  for (const record of abstractions) addLost(lost, people, record);
  return lost;
}

/** The same by kind, in one pass: records are many. Kinds of which nothing is lost are not there. */
export function lostHoursByKind(
  officers: readonly Officer[],
  abstractions: readonly KindedAbstraction[],
): Map<AbstractionKind, Map<Month, number>> {
  const people = new Map(officers.map((officer) => [officer.collar, officer]));
  const byKind = new Map<AbstractionKind, Map<Month, number>>();
  for (const record of abstractions) {
    const lost = byKind.get(record.kind) ?? new Map<Month, number>();
    addLost(lost, people, record);
    byKind.set(record.kind, lost);
  }
  return byKind;
}

function addLost(lost: Map<Month, number>, people: ReadonlyMap<string, Officer>, record: Abstraction): void {
  const officer = people.get(record.collar);
  if (!officer) return;
  const days = daysLost(record);
  const add = (month: Month, count: number): void => {
    lost.set(month, (lost.get(month) ?? 0) + (record.hours * count) / days.length);
  };
  // Nearly always the person is in post throughout, and months are fewer than days.
  if (inPost(officer, record.from) && inPost(officer, record.to)) {
    for (const [month, count] of monthsLost(record)) add(month, count);
    return;
  }
  for (const day of days) if (inPost(officer, day)) add(monthOf(day), 1);
}

/** What is lost beside leave and training, which capacity takes off as shares. */
const knownHours = (
  officers: readonly Officer[],
  abstractions: readonly KindedAbstraction[],
): Map<Month, number> =>
  lostHours(
    officers,
    abstractions.filter((record) => !isSpreadAsShare(record)),
  );

const inRole = ({ officers, role }: Pick<CapacityInput, 'officers' | 'role'>): Officer[] =>
  officers.filter((officer) => officer.role === role);

const contractedOf = (people: readonly Officer[], month: Month, assumptions: Assumptions): number =>
  sum(people.map((officer) => contractedHours(officer, month, assumptions)));

/**
 * Share of contracted hours that abstractions take, leave and training apart: from the records of the last twelve
 * whole months held, or of as many of these as the records go back; the assumed sickness and other rates where none
 * of these months holds a record of anybody. Where others have records, having none is to have lost nothing.
 */
export function abstractionRate(input: CapacityInput): AbstractionRate {
  const people = inRole(input);
  return rateOf(input, people, knownHours(people, input.abstractions));
}

function rateOf(
  { assumptions, abstractions, absencesHeldTo }: CapacityInput,
  people: readonly Officer[],
  known: ReadonlyMap<Month, number>,
): AbstractionRate {
  const assumed = assumptions.sicknessRate.value + assumptions.otherAbstractionRate.value;
  const fallback = { rate: assumed, from: 'assumptions' as const, months: 0 };

  const past = lastYearHeld(absencesHeldTo);
  const firstHeld = abstractions.reduce<IsoDate | null>(
    (first, { from }) => (first === null || from < first ? from : first),
    null,
  );
  const held = firstHeld === null ? [] : past.filter((month) => month >= monthOf(firstHeld));
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined) return fallback;
  // Records are many, and the months held follow each other: a record speaks of one of them or lies before or after all.
  const isRecorded = abstractions.some(
    (record) => monthOf(record.from) <= last && monthOf(record.to) >= first && !isSpreadAsShare(record),
  );
  if (!isRecorded) return fallback;
  const contracted = sum(held.map((month) => contractedOf(people, month, assumptions)));
  if (contracted <= 0) return fallback;
  const lost = sum(held.map((month) => known.get(month) ?? 0));
  return { rate: Math.min(1, lost / contracted), from: 'records', months: held.length };
}

/** One month of capacity from its contracted hours, the abstraction rate and the hours known to be lost. */
export function monthOfHours(
  month: Month,
  contracted: number,
  rate: number,
  known: number,
  assumptions: Assumptions,
): CapacityMonth {
  const daysInYear = workingDaysInYear(Number(month.slice(0, 4)));
  const leave = (contracted * assumptions.leaveDays.value) / daysInYear;
  const training = (contracted * assumptions.trainingDays.value) / daysInYear;
  const other = contracted * assumptions.otherShare.value;
  const expected = Math.max(0, rate * contracted - known);
  const available = Math.max(0, contracted - leave - training - other - known - expected);
  return {
    month,
    contracted: hours(contracted),
    leave: hours(leave),
    training: hours(training),
    other: hours(other),
    known: hours(known),
    expected: hours(expected),
    available: hours(available),
    scheduled: hours(available * assumptions.scheduledShare.value),
  };
}

/**
 * Capacity of a team's people in one role, term by term, so that a page can explain it (planning §2):
 * contracted × (1 − leave − training − other) − known − expected, where expected is
 * max(0, rate × contracted − known) so that no absence counts twice; times the scheduled share; never below 0.
 */
export function capacityBreakdown(input: CapacityInput & { months: readonly Month[] }): {
  rate: AbstractionRate;
  months: CapacityMonth[];
} {
  const { assumptions, abstractions, months } = input;
  const people = inRole(input);
  const knownByMonth = knownHours(people, abstractions);
  const rate = rateOf(input, people, knownByMonth);
  const rows = months.map((month) =>
    monthOfHours(
      month,
      contractedOf(people, month, assumptions),
      rate.rate,
      knownByMonth.get(month) ?? 0,
      assumptions,
    ),
  );
  return { rate, months: rows };
}

/** Hours for scheduled duties in each of the months, of a team's people in one role. */
export function teamCapacity(input: CapacityInput & { months: readonly Month[] }): Hours[] {
  return capacityBreakdown(input).months.map((row) => row.scheduled);
}

/**
 * Hours for scheduled duties that each of a team's people in one role has in each of the months, by collar: own
 * contract, time in post and recorded absences; the abstraction rate is the team's, since one person's past is
 * no measure of that person's future. The sum may fall below {@link teamCapacity}: there
 * one person's long absence uses up what is expected of the others. With the index of the first month before which the
 * person has left, null where that is none of these.
 */
export function officerCapacity(
  input: CapacityInput & { months: readonly Month[] },
): Array<{ officer: string; capacity: Hours[]; goneFrom: number | null }> {
  const { assumptions, abstractions, months } = input;
  const { rate } = abstractionRate(input);
  return inRole(input)
    .map((person) => {
      const known = knownHours([person], abstractions);
      const capacity = months.map((month) => {
        const contracted = contractedHours(person, month, assumptions);
        return monthOfHours(month, contracted, rate, known.get(month) ?? 0, assumptions).scheduled;
      });
      const gone = months.findIndex((month) => hasLeft(person, firstDayOf(month)));
      return { officer: person.collar, capacity, goneFrom: gone < 0 ? null : gone };
    })
    .sort((a, b) => (a.officer < b.officer ? -1 : 1));
}

/**
 * Hours for scheduled duties that one full-time police officer would have in each of the months: the shares of
 * the assumptions and the team's expected abstraction rate, nothing recorded, in post throughout. It says what
 * one FTE is worth when hours are missing, so it is known for a team without anybody in post too.
 */
export function fullTimeHours(input: CapacityInput & { months: readonly Month[] }): Hours[] {
  const { assumptions } = input;
  const { rate } = abstractionRate(input);
  return input.months.map((month) => {
    const contracted = (assumptions.officerWeekHours.value / 5) * workingDays(month).length;
    return monthOfHours(month, contracted, rate, 0, assumptions).scheduled;
  });
}
