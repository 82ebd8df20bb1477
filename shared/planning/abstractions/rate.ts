/** Assumed against actual: what share of contracted hours absence was taken to be, and what it was. */
import {
  abstractionKinds,
  type AbstractionKind,
  type HoursByKind,
  type KindedAbstraction,
} from '#shared/domain/abstraction.ts';
import { workingDaysInYear } from '#shared/domain/calendar.ts';
import type { Month } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { hours, type Hours } from '#shared/domain/units.ts';
import { contractedHours, lostHoursByKind, type Assumptions } from '../capacity.ts';
import { sum } from '../sum.ts';
import { noHours } from './days.ts';

/** What assumptions tell apart: long leave, court, other policing and other are one to them. */
const assumedParts = ['leave', 'sickness', 'training', 'rest'] as const;
type AssumedPart = (typeof assumedParts)[number];

const partOf = (kind: AbstractionKind): AssumedPart =>
  kind === 'leave' || kind === 'sickness' || kind === 'training' ? kind : 'rest';

type RateMonth = {
  month: Month;
  contracted: Hours;
  lost: Hours;
  lostByKind: HoursByKind;
  assumed: number | null;
  actual: number | null;
};

export type Rates = {
  months: RateMonth[];
  shares: Array<{ of: AssumedPart; assumed: number; actual: number | null }>;
  assumed: number;
  assumedOfHeld: number | null;
  actual: number | null;
};

/** Shares of contracted hours that are assumed, in a year. */
function assumedShares(assumptions: Assumptions, year: number): Record<AssumedPart, number> {
  const days = workingDaysInYear(year);
  return {
    leave: assumptions.leaveDays.value / days,
    sickness: assumptions.sicknessRate.value,
    training: assumptions.trainingDays.value / days,
    rest: assumptions.otherAbstractionRate.value + assumptions.otherShare.value,
  };
}

/**
 * Rates of the months over the people given. A part of which no record is held at all is not known: it is left out of
 * both sides, so that a duty system without leave does not make the assumption seem too high.
 */
export function abstractionRates(input: {
  people: readonly Officer[];
  abstractions: readonly KindedAbstraction[];
  assumptions: Assumptions;
  months: readonly Month[];
}): Rates {
  const { people, abstractions, assumptions, months } = input;
  const lost = lostHoursByKind(people, abstractions);
  const lostIn = (kind: AbstractionKind, month: Month): number => lost.get(kind)?.get(month) ?? 0;
  const held = new Set(
    abstractionKinds.filter((kind) => months.some((month) => lostIn(kind, month) > 0)).map(partOf),
  );
  const assumedOf = (parts: readonly AssumedPart[], month: Month | undefined): number => {
    const shares = assumedShares(assumptions, Number((month ?? '2026-01').slice(0, 4)));
    return sum(parts.map((part) => shares[part]));
  };
  const heldParts = assumedParts.filter((part) => held.has(part));
  const rows = months.map((month): RateMonth => {
    const contracted = sum(people.map((person) => contractedHours(person, month, assumptions)));
    const lostByKind = noHours();
    for (const kind of abstractionKinds) lostByKind[kind] = hours(lostIn(kind, month));
    const all = sum(Object.values(lostByKind));
    const isKnown = contracted > 0 && heldParts.length > 0;
    return {
      month,
      contracted: hours(contracted),
      lost: hours(all),
      lostByKind,
      assumed: isKnown ? assumedOf(heldParts, month) : null,
      actual: isKnown ? all / contracted : null,
    };
  });
  const contracted = sum(rows.map((row) => row.contracted));
  const isKnown = contracted > 0 && heldParts.length > 0;
  const newest = months.at(-1);
  const shares = assumedParts.map((of) => {
    const kinds = abstractionKinds.filter((kind) => partOf(kind) === of);
    const hoursLost = sum(rows.flatMap(({ lostByKind }) => kinds.map((kind) => lostByKind[kind])));
    return {
      of,
      assumed: assumedOf([of], newest),
      actual: isKnown && held.has(of) ? hoursLost / contracted : null,
    };
  });
  return {
    months: rows,
    shares,
    assumed: assumedOf(assumedParts, newest),
    assumedOfHeld: isKnown ? assumedOf(heldParts, newest) : null,
    actual: isKnown ? sum(rows.map((row) => row.lost)) / contracted : null,
  };
}
