/** The few figures by which scenarios are told apart. */
import { monthsBetween, type Month } from '#shared/domain/dates.ts';
import type { Cost, Figure, FigureKey, TeamResult } from '#shared/domain/scenario-result.ts';
import { unreachable } from '#shared/domain/units.ts';
import { sum } from '../sum.ts';

export const figureNames: Record<FigureKey, { name: string; unit: Figure['unit'] }> = {
  'rsos-end': { name: 'RSOs at the end', unit: 'number' },
  'fte-end': { name: 'Offender managers at the end', unit: 'fte' },
  'ratio-end': { name: 'Ratio at the end', unit: 'ratio' },
  'ratio-worst': { name: 'Highest ratio', unit: 'ratio' },
  'first-over-limit': { name: 'First month over the limit', unit: 'month' },
  'months-over-limit': { name: 'Months over the limit', unit: 'months' },
  'peak-utilisation': { name: 'Highest utilisation', unit: 'share' },
  'mean-utilisation': { name: 'Utilisation, all months together', unit: 'share' },
  'first-over-capacity': { name: 'First month over capacity', unit: 'month' },
  'months-over-capacity': { name: 'Months over capacity', unit: 'months' },
  'needed-end': { name: 'Offender managers needed at the end', unit: 'fte' },
  'short-end': { name: 'Short by at the end', unit: 'fte' },
  'cost-total': { name: 'Cost over all months', unit: 'pounds' },
  'cost-added': { name: 'Cost beyond the roster as it is', unit: 'pounds' },
};

/** The highest of the values; null where a month has none: with nobody in post there is no ratio, and no highest one. */
export function highest(values: ReadonlyArray<number | null>): number | null {
  const known = values.filter((value) => value !== null);
  return known.length < values.length || known.length === 0 ? null : Math.max(...known);
}

const last = <T>(values: readonly T[]): T | null => values.at(-1) ?? null;

export type FigureSource = { team: TeamResult; cost: Cost; limit: number };

/** A figure of a team or the force; costs are the force's. Null for none, or never. */
export function figureOf(key: FigureKey, { team, cost, limit }: FigureSource): number | Month | null {
  const needed = (last(team.counted.middle) ?? 0) / limit;
  switch (key) {
    case 'rsos-end':
      return last(team.rsos.middle);
    case 'fte-end':
      // As the ratio counts them, after abstractions where it does: those needed less these are short.
      return last(team.divisor);
    case 'ratio-end':
      return last(team.ratio.middle);
    case 'ratio-worst':
      return highest(team.ratio.middle);
    case 'first-over-limit':
      return team.firstOverLimit.middle;
    case 'months-over-limit':
      return team.monthsOverLimit;
    case 'peak-utilisation':
      return highest(team.utilisation.middle);
    case 'mean-utilisation': {
      const time = sum(team.capacity);
      return time > 0 ? sum(team.load.middle) / time : null;
    }
    case 'first-over-capacity':
      return team.firstOverCapacity.middle;
    case 'months-over-capacity':
      return team.monthsOverCapacity;
    case 'needed-end':
      return needed;
    case 'short-end':
      return Math.max(0, needed - (last(team.divisor) ?? 0));
    case 'cost-total':
      return last(cost.years)?.cumulative ?? null;
    case 'cost-added':
      return last(cost.years)?.cumulativeAdded ?? null;
    default:
      return unreachable(key);
  }
}

/** A figure as a number: a month as how many months ahead it lies. */
export function asNumber(value: number | Month | null, month0: Month): number | null {
  return typeof value === 'string' ? monthsBetween(month0, value) : value;
}
