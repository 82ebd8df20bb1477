/** What a scenario's result says beside the baseline's, made from figures only. */
import { showMonth, type Month } from '#shared/domain/dates.ts';
import type { FigureKey, ScenarioResult } from '#shared/domain/scenario-result.ts';
import { FOUR_FIFTHS } from '#shared/planning/figures.ts';
import { figureNames, figureOf } from '#shared/planning/scenarios/figures.ts';
import { counted } from '#shared/planning/wording.ts';
import type { ChartLine } from '../../components/chart/lines-data.ts';
import { MISSING, showFte, showMonthYear, showPercent } from '../../view/figures.ts';
import { measures, teamsSaid, type Looked, type Measure } from './findings.ts';
import { differenceSaid, showChance, showValue } from './said.ts';

const drawnOf = (measure: Measure, values: ReadonlyArray<number | null>) =>
  values.map((value) => (value === null ? null : measures[measure].drawn(value)));

/** The 80 % range as it is drawn; null where only the middle path was worked out. */
export function bandOf(measure: Measure, { team }: Looked) {
  const { low, high } = measures[measure].spread(team);
  return low === null || high === null ? null : { low: drawnOf(measure, low), high: drawnOf(measure, high) };
}

/** The middle path as a line. */
export const lineOf = (measure: Measure, { team }: Looked, look: Omit<ChartLine, 'values'>): ChartLine => ({
  ...look,
  values: drawnOf(measure, measures[measure].spread(team).middle),
});

/** Every March, as a mark below the chart. */
export const marches = (months: readonly Month[]): Array<{ x: number; name: string }> =>
  months.flatMap((month, x) => (month.endsWith('-03') ? [{ x, name: showMonthYear(month) }] : []));

/** A month of the chart in words: `March 2028: 1:51.2 (${FOUR_FIFTHS} range 1:50.1 to 1:52.6); baseline 1:53.0`. */
export function monthSaid(
  measure: Measure,
  index: number,
  own: Looked,
  beside: ReadonlyArray<{ name: string; looked: Looked }>,
): string {
  const month = own.result.months[index];
  if (month === undefined) return '';
  const { spread, show } = measures[measure];
  const { middle, low, high } = spread(own.team);
  const range =
    low === null || high === null
      ? ''
      : ` (${FOUR_FIFTHS} range ${show(low[index] ?? null)} to ${show(high[index] ?? null)})`;
  const others = beside.map(
    ({ name, looked: other }) => `; ${name} ${show(spread(other.team).middle[index] ?? null)}`,
  );
  return `${showMonth(month)}: ${show(middle[index] ?? null)}${range}${others.join('')}`;
}

/** What of the values a figure rests on can be unconfirmed. */
export type Basis = 'standards' | 'pay' | null;
export const basisOf = (key: FigureKey): Basis => {
  if (key.startsWith('cost')) return 'pay';
  return key.endsWith('utilisation') || key.endsWith('capacity') ? 'standards' : null;
};

const isOfPay = (name: string): boolean => name.startsWith('Pay, ') || name.startsWith('On-cost, ');

/** How many unconfirmed values of each kind figures rest on. */
export function unconfirmedOf({ unconfirmed }: Pick<ScenarioResult, 'unconfirmed'>) {
  const pay = unconfirmed.filter(isOfPay).length;
  return { pay, standards: unconfirmed.length - pay };
}

export type FigureRow = {
  key: string;
  name: string;
  own: string;
  /** By the upper end of the 80 % range, where that differs; of the force, its teams that go over. */
  ownNote: string;
  base: string;
  difference: string;
  basis: Basis;
};

const keyFigures: readonly FigureKey[] = [
  'first-over-limit',
  'first-over-capacity',
  'ratio-worst',
  'ratio-end',
  'peak-utilisation',
  'months-over-limit',
  'months-over-capacity',
  'fte-end',
  'short-end',
  'cost-added',
];

/** `First month over 1:50`, with the limit that the settings hold. Costs are the force's beside a team, too. */
export const figureName = (key: FigureKey, limit: number): string =>
  figureNames[key].name.replace('the limit', `1:${String(limit)}`) +
  (key.startsWith('cost') ? ', force' : '');

const valueOf = (key: FigureKey, { result, team }: Looked) =>
  figureOf(key, { team, cost: result.cost, limit: result.limit });

/** Beside the name of a figure that hides what teams do, where no team is looked at. */
export const wholeSaid = (key: FigureKey, team: string | undefined): string =>
  team === undefined && (key in firstOvers || key === 'peak-utilisation') ? 'the force as a whole' : '';

/** The figures by which a scenario is judged, beside the baseline's. */
export function figureRows(own: Looked, base: Looked): FigureRow[] {
  return keyFigures.map((key) => {
    const { unit } = figureNames[key];
    const [value, held] = [valueOf(key, own), valueOf(key, base)];
    return {
      key,
      name: figureName(key, own.result.limit),
      own: showValue(value, unit),
      ownNote: firstOverNote(key, own),
      base: showValue(held, unit),
      difference: differenceSaid(value, held, unit),
      basis: basisOf(key),
    };
  });
}

const firstOvers: Record<string, Measure> = {
  'first-over-limit': 'ratio',
  'first-over-capacity': 'utilisation',
};

/** Of a figure that is a first month over: when one future in ten has come to it, where that is another month; teams. */
export function firstOverNote(key: string, own: Looked): string {
  const measure = firstOvers[key];
  if (measure === undefined) return '';
  const { middle, high } = measure === 'ratio' ? own.team.firstOverLimit : own.team.firstOverCapacity;
  const upper = high === null || high === middle ? '' : `1 in 10 futures from ${showMonthYear(high)}`;
  return [upper, teamsSaid(own, measure)].filter((part) => part !== '').join('; ');
}

/** Shares of futures that stay within each limit in every month; a dash until they are worked out. */
export function chanceRows(own: Looked, base: Looked): FigureRow[] {
  const row = (key: 'chanceWithinLimit' | 'chanceWithinCapacity', name: string, basis: Basis): FigureRow => {
    const [value, held] = [own.team[key], base.team[key]];
    return {
      key,
      name,
      own: showChance(value),
      ownNote: '',
      base: showChance(held),
      difference: value === null || held === null ? MISSING : differenceSaid(value, held, 'share'),
      basis,
    };
  };
  return [
    row('chanceWithinLimit', `Futures within 1:${String(own.result.limit)} in every month`, null),
    row('chanceWithinCapacity', 'Futures within capacity in every month', 'standards'),
  ];
}

/** The effect in one line, for the bar under the form. */
export function effectSaid(own: Looked, base: Looked): string {
  const { limit } = own.result;
  const arrow = (key: FigureKey, name: string): string => {
    const { unit } = figureNames[key];
    const [from, to] = [showValue(valueOf(key, base), unit), showValue(valueOf(key, own), unit)];
    return from === to ? `${name} ${to}` : `${name} ${from} → ${to}`;
  };
  return [
    arrow('ratio-end', 'ratio at the end'),
    arrow('first-over-limit', `first over 1:${String(limit)}`),
    arrow('peak-utilisation', 'highest utilisation'),
    `added cost ${showValue(valueOf('cost-added', own), 'pounds')}`,
  ].join(' · ');
}

/** What levelling is taken to do, in words; null where it is off. */
export function levellingSaid({ team, result }: Looked): string | null {
  const { levelling } = team;
  if (levelling === null) return null;
  const { horizon } = levelling;
  const peak = (of: Pick<typeof horizon, 'peakBefore' | 'peakAfter'>): string =>
    `from ${showPercent(of.peakBefore)} to ${showPercent(of.peakAfter)}`;
  const all = result.months.length;
  const beyond = horizon.months < all ? `, and that of all ${String(all)} ${peak(levelling)}` : '';
  return (
    `Levelling is taken to bring the peak of the first ${counted(horizon.months, 'month')} ${peak(horizon)}${beyond}. ` +
    'It is an estimate that counts the work of new cases, too: the Levelling page makes the plan of the cases held, and proves it.'
  );
}

/** `short by 2.3`, `enough` */
export const shortSaid = (shortBy: number): string =>
  shortBy < 0.05 ? 'enough' : `short by ${showFte(shortBy)}`;
