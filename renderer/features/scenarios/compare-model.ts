/** Scenarios beside a baseline, in words. */
import type { Comparison, ScenarioResult } from '#shared/domain/scenario-result.ts';

import { looked, measures, teamsSaid, type Looked, type Measure } from './findings.ts';
import { figureName, firstOverNote } from './model.ts';
import { showChance, showValue, differenceSaid } from './said.ts';

export const MOST_COMPARED = 12;
/** Chosen before anyone has chosen. */
const CHOSEN_AT_FIRST = 4;

/** The scenarios chosen in the address, of those there are; the first few where nothing stands there. */
export function comparedIds(text: string | null, held: readonly number[]): number[] {
  if (text === null) return held.slice(0, CHOSEN_AT_FIRST);
  const asked = text.split(',').map(Number);
  return held.filter((id) => asked.includes(id)).slice(0, MOST_COMPARED);
}

export type Named = { name: string; looked: Looked };

/** Each scenario's result for the team looked at, the baseline first. */
export const namedResults = ({ scenarios, results, team }: Comparison): Named[] =>
  results.flatMap((result, index) => {
    const found = looked(result, team ?? undefined);
    return found ? [{ name: scenarios[index]?.name ?? result.name, looked: found }] : [];
  });

/** The finding: which of them keep the team, or the force as a whole, within the limit. */
export function comparisonTitle(measure: Measure, named: readonly Named[]): string {
  const limit = measures[measure].limit;
  const [base] = named;
  if (!base) return '';
  const isWithin = ({ looked: { team } }: Named) =>
    (measure === 'ratio' ? team.monthsOverLimit : team.monthsOverCapacity) === 0;
  const within = named.filter(isWithin);
  const words = measure === 'ratio' ? limit(base.looked.result).name : 'capacity';
  const said = `${base.looked.team.team ?? 'The force as a whole'} is within ${words} in every month with`;
  if (within.length === 0) return `${said} none of them`;
  const teams = within.map(({ looked: own }) => teamsSaid(own, measure));
  const those = within.map(({ name }, index) => `“${name}”${teams[index] ? ` (${teams[index]})` : ''}`);
  if (within.length < named.length) return `${said} ${those.join(', ')}`;
  return `${said} all of them${teams.some((text) => text !== '') ? `: ${those.join(', ')}` : ''}`;
}

export type ComparedRow = {
  key: string;
  name: string;
  isOf: ReturnType<typeof kindOf>;
  cells: Array<{ value: string; difference: string; note: string }>;
};

const kindOf = (key: string): 'pay' | 'standards' | null =>
  key.startsWith('cost') ? 'pay' : /utilisation|capacity/i.test(key) ? 'standards' : null;

const limitOf = (results: readonly ScenarioResult[]): number => results[0]?.limit ?? 0;

/** Figures of each scenario with the difference to the baseline. */
export function comparedFigures(comparison: Comparison): ComparedRow[] {
  const named = namedResults(comparison);
  return comparison.figures.map(({ key, unit, values }) => ({
    key,
    name: figureName(key, limitOf(comparison.results)),
    isOf: kindOf(key),
    cells: values.map((value, index) => ({
      value: showValue(value, unit),
      difference:
        index === 0 || (value === null && unit !== 'month')
          ? ''
          : differenceSaid(value, values[0] ?? null, unit),
      note: rangeNote(key, named[index]?.looked),
    })),
  }));
}

/** The 80 % range of the figures that have one. */
function rangeNote(key: string, own: Looked | undefined): string {
  if (!own) return '';
  const { team } = own;
  const ends = (measure: Measure) => {
    const { low, high } = measures[measure].spread(team);
    const { show } = measures[measure];
    return low && high ? `${show(low.at(-1) ?? null)} to ${show(high.at(-1) ?? null)}` : '';
  };
  if (key === 'ratio-end') return ends('ratio');
  return firstOverNote(key, own);
}

/** Chances of staying within each limit in every month. */
export function comparedChances(comparison: Comparison): ComparedRow[] {
  const named = namedResults(comparison);
  const row = (key: 'chanceWithinLimit' | 'chanceWithinCapacity', name: string): ComparedRow => ({
    key,
    name,
    isOf: kindOf(key),
    cells: named.map(({ looked: { team } }, index) => ({
      value: showChance(team[key]),
      difference: index === 0 ? '' : differenceSaid(team[key], named[0]?.looked.team[key] ?? null, 'share'),
      note: '',
    })),
  });
  return [
    row('chanceWithinLimit', `Futures within 1:${String(limitOf(comparison.results))} in every month`),
    row('chanceWithinCapacity', 'Futures within capacity in every month'),
  ];
}
