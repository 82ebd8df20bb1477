/** Absence ahead, kind by kind: what is known, and what is expected beyond it, as capacity takes it off. */
import {
  abstractionKinds,
  isSpreadAsShare,
  type AbstractionKind,
  type HoursByKind,
  type KindedAbstraction,
} from '#shared/domain/abstraction.ts';
import type { Month } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { hours } from '#shared/domain/units.ts';
import { capacityBreakdown, lostHoursByKind, type AbstractionRate, type CapacityInput } from '../capacity.ts';
import { sum } from '../sum.ts';
import { noHours } from './days.ts';
import { lastYearHeld } from './held-to.ts';

export type ExpectedInput = CapacityInput & { months: readonly Month[] };
export type ExpectedMonth = { month: Month; known: HoursByKind; expected: HoursByKind };

/**
 * Shares the expected remainder of a month out among kinds. Each kind is expected at its own rate and shrinks by what
 * is known of it; where more of one is known than was expected, the others shrink in proportion, as capacity's
 * remainder is of all kinds together. So the parts add up to the remainder, and none is below zero.
 */
function shareRemainder(
  remainder: number,
  usual: Readonly<HoursByKind>,
  known: Readonly<HoursByKind>,
): HoursByKind {
  const left = abstractionKinds.map((kind) => Math.max(0, usual[kind] - known[kind]));
  const total = sum(left);
  const shares = noHours();
  abstractionKinds.forEach((kind, index) => {
    shares[kind] = hours(total <= 0 ? 0 : ((left[index] ?? 0) * remainder) / total);
  });
  return shares;
}

/** Part of the expected rate that each kind has: by the months that the rate rests on, else by the assumptions. */
function rateByKind(
  input: ExpectedInput,
  { rate, from }: AbstractionRate,
  lost: ReadonlyMap<AbstractionKind, ReadonlyMap<Month, number>>,
): HoursByKind {
  const parts = noHours();
  if (from === 'assumptions') {
    parts.sickness = hours(input.assumptions.sicknessRate.value);
    parts.other = hours(input.assumptions.otherAbstractionRate.value);
    return parts;
  }
  const past = new Set(lastYearHeld(input.absencesHeldTo));
  for (const [kind, months] of lost) {
    parts[kind] = hours(sum([...months].filter(([month]) => past.has(month)).map(([, value]) => value)));
  }
  const total = sum(Object.values(parts));
  for (const kind of abstractionKinds) parts[kind] = hours(total <= 0 ? 0 : (parts[kind] * rate) / total);
  return parts;
}

/** Leave and training are shares of capacity and are not among them. */
const lostByKind = (people: readonly Officer[], abstractions: readonly KindedAbstraction[]) =>
  lostHoursByKind(
    people,
    abstractions.filter((one) => !isSpreadAsShare(one)),
  );

/**
 * Known and expected absence of the months, by kind: in each month they add up to capacity's own terms. With the rate
 * that expectations rest on.
 */
export function expectedByKind(input: ExpectedInput): { rate: AbstractionRate; months: ExpectedMonth[] } {
  const people = input.officers.filter(({ role }) => role === input.role);
  const lost = lostByKind(people, input.abstractions);
  const breakdown = capacityBreakdown(input);
  const rates = rateByKind(input, breakdown.rate, lost);
  const months = breakdown.months.map(({ month, contracted, expected }) => {
    const known = noHours();
    const usual = noHours();
    for (const kind of abstractionKinds) {
      known[kind] = hours(lost.get(kind)?.get(month) ?? 0);
      usual[kind] = hours(rates[kind] * contracted);
    }
    return { month, known, expected: shareRemainder(expected, usual, known) };
  });
  return { rate: breakdown.rate, months };
}
