/** What the staffing page says of ratio and forecast, made from figures only. */
import type { Ratio } from '#shared/contract/demand.ts';
import type { Snapshot } from '#shared/contract/imports.ts';
import { riskNames, type Risk } from '#shared/domain/case.ts';
import { lastDayOf, monthOf, monthsBetween, showDate, showMonth, type Month } from '#shared/domain/dates.ts';
import type { RatioFigure } from '#shared/domain/demand.ts';
import type { CasesForecast, Range } from '#shared/domain/forecast.ts';
import type { Denominator } from '#shared/domain/settings.ts';
import {
  casesAtLimit,
  countedShare,
  firstMonthOver,
  passesLimit,
  type Outlook,
} from '#shared/planning/staffing/need.ts';
import type { FanLine, FanPoint } from '../../components/chart/fan-data.ts';
import { showCount, showFte, showMonthYear, showPercentExactly, showRatio } from '../../view/figures.ts';
import { managersUnit } from '../../view/ratio-said.ts';

/** Months of counts held that are drawn before the forecast. */
const MONTHS_BEFORE = 24;
/** Ratios beyond the limit are told in steps of this size: 1:55, 1:60. */
const RATIO_STEP = 5;

/** The managers of today that a forecast is set against, and the share of its cases that their ratio counts. */
export type Strength = {
  managers: number;
  ratio: number;
  limit: number;
  share: number;
  denominator: Denominator;
};

/** Whose number of RSOs is looked at: the force's, a team's, or those of a risk level. */
export type Subject = {
  name: string;
  now: number;
  range: Range;
  figure: RatioFigure | null;
  /** Null where managers are not known, or RSOs have none of their own, as those of a risk level. */
  strength: Strength | null;
};

/** What is chosen out of a forecast; null where the team is not in it. */
export function subjectOf(
  forecast: CasesForecast,
  ratio: Ratio,
  choice: { team?: string | undefined; risk: Risk | null },
): Subject | null {
  const { team, risk } = choice;
  if (team === undefined && risk !== null) {
    const range = forecast.risks.find((one) => one.risk === risk);
    const name = `${riskNames[risk].name} risk`;
    return range ? { name, now: range.now, range, figure: null, strength: null } : null;
  }
  const range = team === undefined ? forecast : forecast.teams.find((one) => one.team === team);
  const figure = team === undefined ? ratio.force : ratio.teams.find((one) => one.team === team);
  if (!range || !figure) return null;
  const strength = strengthOf(figure, range.now, ratio.denominator);
  return { name: team ?? 'The force', now: range.now, range, figure, strength };
}

function strengthOf(figure: RatioFigure, now: number, denominator: Denominator): Strength | null {
  const { managers, ratio, limit, offenders } = figure;
  const share = countedShare(offenders, now);
  if (managers === null || ratio === null || share === null || share === 0) return null;
  return { managers, ratio, limit, share, denominator };
}

export const outlookOf = ({ range }: Subject, months: readonly Month[], strength: Strength): Outlook => ({
  months,
  forecast: range,
  share: strength.share,
  limit: strength.limit,
});

/** The first step of the ratio above where it stands: 55 from 1:51.1. */
const nextStep = (ratio: number): number => (Math.floor(ratio / RATIO_STEP) + 1) * RATIO_STEP;

/** The finding: which ratio is passed, and when; without managers, how the number grows. */
export function forecastTitle({ name, now, range, strength }: Subject, months: readonly Month[]): string {
  const last = months.length - 1;
  const end = showMonth(months[last] ?? ('' as Month));
  const then = range.median[last] ?? now;
  if (!strength) {
    const [before, after] = [showCount(now), showCount(then)];
    const verb = then > now ? 'grows' : 'falls';
    return before === after
      ? `${name}: ${before} RSOs today, and as many expected in ${end}`
      : `${name} ${verb} from ${before} to ${after} RSOs by ${end}`;
  }
  const { managers, ratio, limit, share } = strength;
  const passes = (at: number): Month | null =>
    firstMonthOver(months, range.median, casesAtLimit(managers, at, share));
  const atStrength = `with today’s ${showFte(managers)} ${managersUnit(strength.denominator)}`;
  if (ratio <= limit) {
    const month = passes(limit);
    return month
      ? `${name} passes 1:${String(limit)} in ${showMonth(month)} ${atStrength}`
      : `${name} stays within 1:${String(limit)} until ${end} ${atStrength}`;
  }
  const over = `${name} is over 1:${String(limit)} already`;
  if (then <= casesAtLimit(managers, limit, share)) return `${over} and comes back within it by ${end}`;
  const step = nextStep(ratio);
  const month = passes(step);
  return month
    ? `${over} and passes 1:${String(step)} in ${showMonth(month)}`
    : `${over} and stays below 1:${String(step)} until ${end}`;
}

/** The numbers of RSOs at which today's managers stand at the limit, and at the next step where they are over. */
export function limitLines({ strength }: Subject): FanLine[] {
  if (!strength) return [];
  const { managers, ratio, limit, share } = strength;
  const steps = ratio > limit ? [limit, nextStep(ratio)] : [limit];
  return steps.map((step) => ({
    name: `1:${String(step)}`,
    value: casesAtLimit(managers, step, share),
  }));
}

/** When the limit is passed at today's strength, by the median and by the upper end of the 80 % range. */
export function passingSentence(subject: Subject, months: readonly Month[]): string {
  const { strength } = subject;
  if (!strength) return '';
  const limit = `1:${String(strength.limit)}`;
  const strong = `${showFte(strength.managers)} ${managersUnit(strength.denominator)}`;
  if (strength.ratio > strength.limit) {
    return `At ${showRatio(strength.ratio)} with ${strong}, ${subject.name === 'The force' ? 'the force' : subject.name} is over ${limit} today.`;
  }
  const { median, high } = passesLimit(outlookOf(subject, months, strength), strength.managers);
  const years = `the ${String(months.length / 12)} years`;
  const ofMedian =
    median === null ? `stays within ${limit} for ${years}` : `passes ${limit} in ${showMonth(median)}`;
  const ofHigh = high === null ? `stays within it` : `passes it in ${showMonth(high)}`;
  return `With today’s ${strong} the median ${ofMedian}, the upper end of the 80 % range ${ofHigh}.`;
}

/** That a forecast counts every case and the ratio fewer; null where both count the same. */
export function shareSentence({ figure, now, strength }: Subject): string | null {
  if (!figure || !strength || figure.offenders === now) return null;
  return `The forecast counts every case, the ratio ${showCount(figure.offenders)} of ${showCount(now)} today (${showPercentExactly(strength.share)}): that share is carried on.`;
}

/** Counts held before the forecast, its beginning, and its months. */
export function fanPoints(forecast: CasesForecast, subject: Subject, held: readonly Snapshot[]): FanPoint[] {
  const start = monthOf(forecast.asAt);
  const before = new Map<number, number>();
  // Newest first: the first met of a month is its last.
  for (const { asAt, cases } of held) {
    const x = monthsBetween(start, monthOf(asAt));
    if (x < 0 && x >= -MONTHS_BEFORE && !before.has(x)) before.set(x, cases);
  }
  const { now, range } = subject;
  const past = [...before].sort(([a], [b]) => a - b).map(([x, value]) => ({ x, past: value, range: null }));
  const today = { x: 0, past: now, range: { low: now, low50: now, median: now, high50: now, high: now } };
  const ahead = forecast.months.map((_, index) => ({ x: index + 1, past: null, range: at(range, index) }));
  return [...past, today, ...ahead];
}

const at = (range: Range, index: number) => ({
  low: range.low[index] ?? 0,
  low50: range.low50[index] ?? 0,
  median: range.median[index] ?? 0,
  high50: range.high50[index] ?? 0,
  high: range.high[index] ?? 0,
});

/** Every 31 March of the forecast, as a mark below it. */
export const marchMarks = (months: readonly Month[]): Array<{ x: number; name: string }> =>
  months.flatMap((month, index) =>
    month.endsWith('-03') ? [{ x: index + 1, name: showMonthYear(month) }] : [],
  );

/** A point of the chart in words. */
export function pointSaid(point: FanPoint | undefined, forecast: CasesForecast, subject: Subject): string {
  if (!point) return '';
  if (point.x <= 0 || !point.range) {
    const months = -point.x;
    const when =
      months === 0 ? showDate(forecast.asAt) : `${String(months)} months before ${showDate(forecast.asAt)}`;
    return `${when}: ${showCount(point.past)} RSOs held`;
  }
  const month = forecast.months[point.x - 1];
  const { low, low50, median, high50, high } = point.range;
  const { strength } = subject;
  const ratio = strength ? `; ${showRatio((median * strength.share) / strength.managers)} by the median` : '';
  return `${month ? showDate(lastDayOf(month)) : ''}: median ${showCount(median)} RSOs; 50 % range ${showCount(low50)} to ${showCount(high50)}; 80 % range ${showCount(low)} to ${showCount(high)}${ratio}`;
}
