/** What the staffing page says of ratio and forecast, made from figures only. */
import type { Ratio } from '#shared/contract/demand.ts';
import type { Snapshot } from '#shared/contract/imports.ts';
import { riskNames, type Risk } from '#shared/domain/case.ts';
import {
  addMonths,
  lastDayOf,
  monthOf,
  monthsBetween,
  showDate,
  showMonth,
  type Month,
} from '#shared/domain/dates.ts';
import type { RatioFigure } from '#shared/domain/demand.ts';
import type { CasesForecast, Range } from '#shared/domain/forecast.ts';
import type { Denominator } from '#shared/domain/settings.ts';
import { FOUR_FIFTHS, HALF } from '#shared/planning/figures.ts';
import { countedAhead, type CountedAhead } from '#shared/planning/staffing/counted.ts';
import { firstMonthOver, passesLimit } from '#shared/planning/staffing/need.ts';
import { counted } from '#shared/planning/wording.ts';
import type { FanLine, FanPoint } from '../../components/chart/fan-data.ts';
import { showCount, showMonthYear, showPercentExactly, showRatio } from '../../view/figures.ts';
import { showManagers } from '../../view/ratio-said.ts';

/** Months of counts held that are drawn before the forecast. */
const MONTHS_BEFORE = 24;
/** Ratios beyond the limit are told in steps of this size: 1:55, 1:60. */
const RATIO_STEP = 5;

/** What of a forecast the ratio counts, and the limit it is held against. */
type Counting = { ahead: CountedAhead; limit: number; denominator: Denominator };
/** The managers of today, where they are known, beside it. */
type Strength = Counting & { managers: number; ratio: number };

/** Whose number of RSOs is looked at: the force's, a team's, or those of a risk level. */
export type Subject = {
  name: string;
  now: number;
  range: Range;
  figure: RatioFigure | null;
  /** Null for a risk level: its RSOs have no managers of their own. */
  counting: Counting | null;
  /** Null where managers are not known, too. */
  strength: Strength | null;
};

/** `High risk`, `Unassessed` */
export const riskSaid = (risk: Risk): string =>
  risk === 'unassessed' ? riskNames[risk].name : `${riskNames[risk].name} risk`;

/** What is chosen out of a forecast; null where the team is not in it. */
export function subjectOf(
  forecast: CasesForecast,
  ratio: Ratio,
  choice: { team?: string | undefined; risk: Risk | null },
): Subject | null {
  const { team, risk } = choice;
  if (team === undefined && risk !== null) {
    const range = forecast.risks.find((one) => one.risk === risk);
    return range
      ? { name: riskSaid(risk), now: range.now, range, figure: null, counting: null, strength: null }
      : null;
  }
  const range = team === undefined ? forecast : forecast.teams.find((one) => one.team === team);
  const figure = team === undefined ? ratio.force : ratio.teams.find((one) => one.team === team);
  if (!range || !figure) return null;
  const ahead = countedAhead(forecast, ratio.counted, team);
  const counting = { ahead, limit: figure.limit, denominator: ratio.denominator };
  const { managers, ratio: stands } = figure;
  const strength = managers !== null && stands !== null ? { ...counting, managers, ratio: stands } : null;
  return { name: team ?? 'The force', now: range.now, range, figure, counting, strength };
}

/** The first step of the ratio above where it stands: 55 from 1:51.1. */
const nextStep = (ratio: number): number => (Math.floor(ratio / RATIO_STEP) + 1) * RATIO_STEP;

/** The finding: which ratio is passed, and when; without managers, how the number grows. */
export function forecastTitle(subject: Subject, months: readonly Month[]): string {
  const { name, now, range, strength } = subject;
  const last = months.length - 1;
  const end = showMonth(months[last] ?? ('' as Month));
  const then = range.median[last] ?? now;
  if (!strength) return growthSaid(subject, then, end);
  const { managers, ratio, limit, ahead } = strength;
  const passes = (at: number): Month | null => firstMonthOver(months, ahead.median, managers * at);
  const atStrength = `with today’s ${showManagers(managers, strength.denominator)}`;
  if (ratio <= limit) {
    const month = passes(limit);
    return month
      ? `${name} passes 1:${String(limit)} in ${showMonth(month)} ${atStrength}`
      : `${name} stays within 1:${String(limit)} until ${end} ${atStrength}`;
  }
  const over = `${name} is over 1:${String(limit)} already`;
  if ((ahead.median[last] ?? 0) <= managers * limit) return `${over} and comes back within it by ${end}`;
  const step = nextStep(ratio);
  const month = passes(step);
  return month
    ? `${over} and passes 1:${String(step)} in ${showMonth(month)}`
    : `${over} and stays below 1:${String(step)} until ${end}`;
}

function growthSaid({ name, now, counting }: Subject, then: number, end: string): string {
  const [before, after] = [showCount(now), showCount(then)];
  if (before === after) return `${name}: ${before} RSOs today, and as many expected in ${end}`;
  const verb = then > now ? 'grow' : 'fall';
  return counting
    ? `${name} ${verb}s from ${before} to ${after} RSOs by ${end}`
    : `${name}: RSOs ${verb} from ${before} to ${after} by ${end}`;
}

/**
 * The numbers of RSOs, all of them, at which today's managers stand at the limit, and at the next step where they are
 * over: at each point of the fan, since the share that the ratio counts changes with releases.
 */
export function limitLines(
  { strength, figure, now, range }: Subject,
  points: readonly FanPoint[],
): FanLine[] {
  if (!strength || !figure) return [];
  const { managers, ratio, limit, ahead } = strength;
  const shareAt = (x: number): number =>
    x === 0 ? figure.offenders / now : (ahead.median[x - 1] ?? 0) / (range.median[x - 1] ?? 0);
  const steps = ratio > limit ? [limit, nextStep(ratio)] : [limit];
  return steps.map((step) => ({
    name: `1:${String(step)}`,
    values: points.map(({ x }) => {
      const share = x < 0 ? 0 : shareAt(x);
      return share > 0 ? (managers * step) / share : null;
    }),
  }));
}

/**
 * When the limit is passed at today's strength, by the median and by the upper end of the 80 % range; where it is
 * passed already, when the next step is.
 */
export function passingSentence(subject: Subject, months: readonly Month[]): string {
  const { strength, name } = subject;
  if (!strength) return '';
  const { managers, ratio, limit, denominator } = strength;
  const isOver = ratio > limit;
  const step = isOver ? nextStep(ratio) : limit;
  const said = `1:${String(step)}`;
  const { median, high } = passesLimit({ months, ahead: strength.ahead, limit: step }, managers);
  const stays = `stays ${isOver ? 'below' : 'within'} ${said} for ${counted(months.length / 12, 'year')}`;
  const passes = (month: Month): string => `passes ${said} in ${showMonth(month)}`;
  const rest =
    median === null && high === null
      ? `even the upper end of the ${FOUR_FIFTHS} range ${stays}`
      : `the median ${median === null ? stays : passes(median)}, the upper end of the ${FOUR_FIFTHS} range ${high === null ? stays : passes(high)}`;
  const strong = `With today’s ${showManagers(managers, denominator)}`;
  return isOver
    ? `${strong} ${name === 'The force' ? 'the force' : name} is over 1:${String(limit)} today, at ${showRatio(ratio)}; ${rest}.`
    : `${strong} ${rest}.`;
}

/** That a forecast counts every case and the ratio fewer; null where both count the same. */
export function shareSentence({ figure, now, counting }: Subject): string | null {
  if (!figure || !counting || now === 0 || figure.offenders === now) return null;
  return `The forecast counts every case, the ratio ${showCount(figure.offenders)} of ${showCount(now)} today (${showPercentExactly(figure.offenders / now)}): that share is carried on by team and risk level, and releases are counted from the month they come in.`;
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
  const ahead = forecast.months.map((_, index) => ({
    x: index + 1,
    past: null,
    range: rangeAt(range, index),
  }));
  return [...past, today, ...ahead];
}

/** One month, or year, of a range. */
export const rangeAt = (range: Range, index: number) => ({
  low: range.low[index] ?? 0,
  low50: range.low50[index] ?? 0,
  median: range.median[index] ?? 0,
  high50: range.high50[index] ?? 0,
  high: range.high[index] ?? 0,
});

/** The month at whose end a point of the chart stands; before the forecast, the month of a snapshot. */
const monthAt = ({ asAt, months }: CasesForecast, x: number): Month =>
  x <= 0 ? addMonths(monthOf(asAt), x) : (months[x - 1] ?? monthOf(asAt));

/** Every March of the chart, as a mark below it. */
export const marchMarks = (
  forecast: CasesForecast,
  points: readonly FanPoint[],
): Array<{ x: number; name: string }> =>
  points.flatMap(({ x }) => {
    const month = monthAt(forecast, x);
    return x !== 0 && month.endsWith('-03') ? [{ x, name: showMonthYear(month) }] : [];
  });

/** A point of the chart in words. */
export function pointSaid(point: FanPoint | undefined, forecast: CasesForecast, subject: Subject): string {
  if (!point) return '';
  const month = monthAt(forecast, point.x);
  if (point.x <= 0 || !point.range) {
    const when = point.x === 0 ? showDate(forecast.asAt) : showMonth(month);
    return `${when}: ${showCount(point.past)} RSOs held`;
  }
  const { low, low50, median, high50, high } = point.range;
  const { strength } = subject;
  const counted = strength?.ahead.median[point.x - 1] ?? 0;
  const ratio = strength ? `; ${showRatio(counted / strength.managers)} by the median` : '';
  return `${showDate(lastDayOf(month))}: median ${showCount(median)} RSOs; ${HALF} range ${showCount(low50)} to ${showCount(high50)}; ${FOUR_FIFTHS} range ${showCount(low)} to ${showCount(high)}${ratio}`;
}
