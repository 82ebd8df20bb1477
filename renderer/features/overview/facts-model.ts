/** How things stand beside the load, a line each, made from figures only. */
import type { AbstractionRates } from '#shared/contract/abstraction-figures.ts';
import type { BacklogCounts, SignOffCounts } from '#shared/contract/backlog.ts';
import type { SnapshotDifference } from '#shared/contract/changes.ts';
import type { Ratio } from '#shared/contract/demand.ts';
import { riskNames } from '#shared/domain/case.ts';
import { showDate, showMonth } from '#shared/domain/dates.ts';
import type { RatioFigure } from '#shared/domain/demand.ts';
import type { CasesForecast } from '#shared/domain/forecast.ts';
import { partOf } from '#shared/domain/team.ts';
import { showChange } from '#shared/planning/figures.ts';
import { countedAhead } from '#shared/planning/staffing/counted.ts';
import { firstMonthOver } from '#shared/planning/staffing/need.ts';
import { sum } from '#shared/planning/sum.ts';
import { listed } from '#shared/planning/wording.ts';
import { showCount, showHours, showRatio } from '../../view/figures.ts';

/** The figure of the team looked at, else of the force. */
export const ratioOf = (ratio: Ratio, team: string | undefined): RatioFigure | undefined =>
  partOf(ratio, team ?? null);

/** Only a ratio within its limit has a month in which it crosses it. */
export const isWithinLimit = (figure: RatioFigure | undefined): boolean => figure?.shortBy === 0;

/** `1:52.6, 1:51.9 on 30 Sep 2026; over 1:50` */
export function ratioFact(
  now: Ratio,
  before: Ratio | undefined,
  forecast: CasesForecast | null,
  team: string | undefined,
): string {
  const figure = ratioOf(now, team);
  const ratio = figure?.ratio ?? null;
  if (!figure || ratio === null) return 'not known: no offender managers to divide by';
  const then = before && ratioOf(before, team);
  const trend = before && then?.ratio ? `, ${showRatio(then.ratio)} on ${showDate(before.asAt)}` : '';
  const limit = `1:${String(figure.limit)}`;
  const stands = isWithinLimit(figure) ? crossingSaid(now, figure, forecast, team) : `over ${limit}`;
  return `${showRatio(ratio)}${trend}; ${stands}`;
}

/** When the median of the forecast crosses the limit with the managers of today. */
function crossingSaid(
  { counted }: Ratio,
  { managers, limit }: RatioFigure,
  forecast: CasesForecast | null,
  team: string | undefined,
): string {
  const within = `within 1:${String(limit)}`;
  if (!forecast || managers === null) return within;
  const { median } = countedAhead(forecast, counted, team);
  const month = firstMonthOver(forecast.months, median, managers * limit);
  const last = forecast.months.at(-1);
  if (month) return `forecast to cross 1:${String(limit)} in ${showMonth(month)} at today’s strength`;
  return last ? `forecast to stay ${within} until ${showMonth(last)} at today’s strength` : within;
}

/** `66, 54 on 30 Sep 2026; very high 3 (+1), high 12 (−2), medium 51 (+13)`: levels are of risk */
export function overdueFact(now: BacklogCounts, before: BacklogCounts | undefined): string {
  const trend = before ? `, ${showCount(before.outstanding)} on ${showDate(before.asAt)}` : '';
  const said = now.byRisk.flatMap(({ risk, outstanding: count }) => {
    const then = before?.byRisk.find((one) => one.risk === risk)?.outstanding ?? 0;
    if (count === 0 && then === 0) return [];
    const change = before ? ` (${showChange(count - then)})` : '';
    return [`${riskNames[risk].name.toLowerCase()} ${showCount(count)}${change}`];
  });
  const byRisk = said.length === 0 ? '' : `; ${said.join(', ')}`;
  return `${showCount(now.outstanding)}${trend}${byRisk}`;
}

/** `7 of 31 waiting for longer than a month` */
export function signOffFact({ waiting, overLimit, untold, isNoneHeld }: SignOffCounts): string {
  if (isNoneHeld) return 'the snapshot holds none';
  const missing = untold.length === 0 ? '' : `; none held of ${listed(untold)}`;
  if (waiting === 0) return `nothing waits${missing}`;
  const over = overLimit === 0 ? 'none' : showCount(overLimit);
  return `${over} of ${showCount(waiting)} waiting for longer than a month${missing}`;
}

/** `84 h known in November 2026, 152 h more expected` */
export function abstractionFact({ ahead }: AbstractionRates): string {
  const [first] = ahead;
  if (!first) return 'not known';
  const hoursOf = (byKind: Record<string, number>): string => showHours(sum(Object.values(byKind)));
  return `${hoursOf(first.known)} known in ${showMonth(first.month)}, ${hoursOf(first.expected)} more expected`;
}

/** `12 joined, 9 left and 4 changed risk since 30 Sep 2026` */
export function changesFact({ from, totals }: SnapshotDifference): string {
  const { joined, left, risk } = totals.figures;
  const moved = totals.team === null ? 0 : totals.figures['moved-in'] + totals.figures['moved-out'];
  const parts = [
    `${showCount(joined)} joined`,
    `${showCount(left)} left`,
    ...(moved === 0 ? [] : [`${showCount(moved)} moved in or out`]),
    `${showCount(risk)} changed risk`,
  ];
  return `${listed(parts)} since ${showDate(from.asAt)}`;
}
