/** Which assumption moves a figure most: each lower and higher by itself, all else as the scenario has it. */
import type { FigureKey, Tornado, TornadoBar } from '#shared/domain/scenario-result.ts';
import type { ScenarioChange } from '#shared/domain/scenario.ts';
import { FOUR_FIFTHS, showPercent, showPercentExactly, signed } from '../figures.ts';
import { counted } from '../wording.ts';
import { assumedBy, unchanged, type Assumed } from './assumed.ts';
import { absencesOf, type ScenarioBase } from './base.ts';
import { asNumber, figureNames, figureOf } from './figures.ts';
import { costOfScenario, resultOfTeam, runScenario } from './result.ts';

type Lever = {
  key: string;
  name: string;
  now: string;
  low: string;
  high: string;
  atLow: Assumed;
  atHigh: Assumed;
  /** The same of the roster as it is, where the assumption bears on that too. */
  before?: { atLow: Assumed; atHigh: Assumed };
};

/** How far each assumption is taken to either side. Growth goes to the ends of the forecast's own 80 % range. */
const HOURS = 0.1;
const SHARE = 0.05;
const ABSTRACTION = 0.03;
const ATTRITION = 0.05;
const LEAD = 3;
const TRAINING = 3;
const PAY = 0.05;

const within = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));
const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length;
const points = (value: number): string => `${signed(value, showPercentExactly)} a year`;

function ofWork(base: ScenarioBase, assumed: Assumed): Lever[] {
  const { low, high } = base.futures.growth;
  const grown = (by: number): Assumed => ({
    ...assumed,
    extraGrowth: assumed.extraGrowth.map((own) => own + by),
  });
  const longer = (factor: number): Assumed => ({ ...assumed, hoursFactor: assumed.hoursFactor * factor });
  const mixed = (fromRisk: 'medium' | 'high', toRisk: 'medium' | 'high'): Assumed => ({
    ...assumed,
    mixes: [
      ...assumed.mixes,
      { kind: 'risk-mix', team: null, share: SHARE, fromRisk, toRisk, from: base.month0 },
    ],
  });
  return [
    {
      key: 'growth',
      name: 'Growth of the number of RSOs',
      now: 'as forecast',
      low: `${points(low)} (low end of the ${FOUR_FIFTHS} range)`,
      high: `${points(high)} (high end)`,
      atLow: grown(low),
      atHigh: grown(high),
    },
    {
      key: 'hours',
      name: 'Hours of each piece of work',
      now: 'as in the standards',
      low: `${showPercent(HOURS)} fewer`,
      high: `${showPercent(HOURS)} more`,
      atLow: longer(1 - HOURS),
      atHigh: longer(1 + HOURS),
    },
    {
      key: 'risk-mix',
      name: 'Risk mix',
      now: 'as forecast',
      low: `${showPercent(SHARE)} of high-risk cases at medium`,
      high: `${showPercent(SHARE)} of medium-risk cases at high`,
      atLow: mixed('high', 'medium'),
      atHigh: mixed('medium', 'high'),
    },
  ];
}

function ofTime(base: ScenarioBase, assumed: Assumed): Lever[] {
  const { assumptions } = assumed.standards;
  const rates = absencesOf(base, assumptions).map(({ rate }, index) => assumed.abstraction[index] ?? rate);
  const away = (by: number): Assumed => ({
    ...assumed,
    abstraction: rates.map((rate) => within(rate + by, 0, 1)),
  });
  const scheduled = (by: number): Assumed => {
    const value = within(assumptions.scheduledShare.value + by, 0, 1);
    const scheduledShare = { ...assumptions.scheduledShare, value };
    return {
      ...assumed,
      standards: { ...assumed.standards, assumptions: { ...assumptions, scheduledShare } },
    };
  };
  const leaving = (by: number): Assumed => ({
    ...assumed,
    attrition: assumed.attrition.map((own) => within(own + by, 0, 1)),
  });
  const attrition = meanOf(assumed.attrition);
  return [
    {
      key: 'abstraction',
      name: 'Expected abstraction',
      now: showPercentExactly(meanOf(rates)),
      low: 'up to 3 points less',
      high: '3 points more',
      atLow: away(-ABSTRACTION),
      atHigh: away(ABSTRACTION),
    },
    {
      key: 'scheduled-share',
      name: 'Time meant for scheduled duties',
      now: showPercentExactly(assumptions.scheduledShare.value),
      low: '5 points less',
      high: 'up to 5 points more',
      atLow: scheduled(-SHARE),
      atHigh: scheduled(SHARE),
    },
    {
      key: 'attrition',
      name: 'Attrition',
      now: `${showPercentExactly(attrition)} a year`,
      low: attrition === 0 ? 'none' : 'up to 5 points less',
      high: '5 points more',
      atLow: leaving(-ATTRITION),
      atHigh: leaving(ATTRITION),
    },
  ];
}

/** All pay, as it is and as the scenario has it: nobody's pay is higher in the scenario alone. */
const paid = (assumed: Assumed, factor: number): Assumed => ({
  ...assumed,
  pay: {
    rates: assumed.pay.rates.map((rate) => ({
      ...rate,
      pay: { ...rate.pay, value: rate.pay.value === null ? null : rate.pay.value * factor },
    })),
  },
});

function ofPeople(base: ScenarioBase, assumed: Assumed): Lever[] {
  const change = (of: (post: Assumed['posts'][number]) => Assumed['posts'][number]): Assumed => ({
    ...assumed,
    posts: assumed.posts.map((post) => (post.posts > 0 ? of(post) : post)),
  });
  const led = (by: number): Assumed =>
    change((post) => ({ ...post, leadMonths: within(post.leadMonths + by, 0, 60) }));
  const trained = (by: number): Assumed =>
    change((post) => ({ ...post, trainingMonths: within(post.trainingMonths + by, 0, 60) }));
  const levers: Lever[] = [
    {
      key: 'pay',
      name: 'Pay',
      now: 'as in the pay table',
      low: `${showPercent(PAY)} less`,
      high: `${showPercent(PAY)} more`,
      atLow: paid(assumed, 1 - PAY),
      atHigh: paid(assumed, 1 + PAY),
      before: { atLow: paid(unchanged(base), 1 - PAY), atHigh: paid(unchanged(base), 1 + PAY) },
    },
  ];
  const added = assumed.posts.filter(({ posts }) => posts > 0);
  if (added.length === 0) return levers;
  const lead = Math.round(meanOf(added.map(({ leadMonths }) => leadMonths)));
  const training = Math.round(meanOf(added.map(({ trainingMonths }) => trainingMonths)));
  return [
    ...levers,
    {
      key: 'lead',
      name: 'Time to recruit',
      now: counted(lead, 'month'),
      low: 'up to 3 months less',
      high: '3 months more',
      atLow: led(-LEAD),
      atHigh: led(LEAD),
    },
    {
      key: 'training',
      name: 'Time in training',
      now: counted(training, 'month'),
      low: 'up to 3 months less',
      high: '3 months more',
      atLow: trained(-TRAINING),
      atHigh: trained(TRAINING),
    },
  ];
}

export type TornadoInput = {
  changes: readonly ScenarioChange[];
  figure: FigureKey;
  /** Index of the base's team; their number for the force. */
  team: number;
};

/** Bars with no bearing on the figure are left out; the widest comes first. */
export function tornado(base: ScenarioBase, input: TornadoInput): Tornado {
  const assumed = assumedBy(input.changes, base);
  const read = (of: Assumed, before?: Assumed): number | null => {
    const outcome = runScenario(base, of, false);
    const source = {
      team: resultOfTeam(base, outcome, input.team),
      cost: costOfScenario(base, outcome, before),
      limit: base.settings.ratioLimit,
    };
    return asNumber(figureOf(input.figure, source), base.month0);
  };
  const { unit } = figureNames[input.figure];
  const levers = [...ofWork(base, assumed), ...ofTime(base, assumed), ...ofPeople(base, assumed)];
  const bars = levers.map(({ atLow, atHigh, before, ...lever }): TornadoBar => {
    const low = read(atLow, before?.atLow);
    const high = read(atHigh, before?.atHigh);
    const never = unit === 'month' ? base.months.length : null;
    return { ...lever, atLow: low, atHigh: high, swing: swingOf(low ?? never, high ?? never) };
  });
  return {
    figure: input.figure,
    ...figureNames[input.figure],
    team: base.teams[input.team]?.team ?? null,
    now: read(assumed),
    bars: bars.filter(({ swing }) => swing > 1e-9).sort((a, b) => b.swing - a.swing),
  };
}

/** A month that never comes weighs as the one after the last. What cannot be told on one side sets nothing apart. */
const swingOf = (low: number | null, high: number | null): number =>
  low === null || high === null ? 0 : Math.abs(high - low);
