/** A forecast from yearly totals, as the page shows it. */
import type { TotalsForecast } from '#shared/domain/forecast.ts';
import { FOUR_FIFTHS, HALF } from '#shared/planning/figures.ts';
import type { FanPoint } from '../../components/chart/fan-data.ts';
import { showCount } from '../../view/figures.ts';
import { rangeAt } from './model.ts';

const lastOf = ({ given }: TotalsForecast) => given[given.length - 1] ?? { year: 0, count: 0 };

/** Years given, the last of them as the beginning of the fan, and the years ahead. */
export function totalsPoints(forecast: TotalsForecast): FanPoint[] {
  const { year: last, count: now } = lastOf(forecast);
  const past = forecast.given.map(({ year, count }) => ({
    x: year - last,
    past: count,
    range: year === last ? { low: now, low50: now, median: now, high50: now, high: now } : null,
  }));
  const ahead = forecast.years.map((year, index) => ({
    x: year - last,
    past: null,
    range: rangeAt({ ...forecast, median: forecast.mean }, index),
  }));
  return [...past, ...ahead];
}

/** Years marked below the chart: all of them while they are few, else every second or fifth. */
export function yearMarks(forecast: TotalsForecast): Array<{ x: number; name: string }> {
  const { year: last } = lastOf(forecast);
  const years = totalsPoints(forecast).map(({ x }) => last + x);
  const span = (years[years.length - 1] ?? 0) - (years[0] ?? 0);
  const apart = span <= 10 ? 1 : span <= 20 ? 2 : 5;
  return years
    .filter((year) => (year - last) % apart === 0)
    .map((year) => ({ x: year - last, name: String(year) }));
}

export function totalsTitle(forecast: TotalsForecast): string {
  const { count: now } = lastOf(forecast);
  const end = forecast.years.length - 1;
  const then = forecast.mean[end] ?? now;
  const verb = then >= now ? 'grow' : 'fall';
  return `RSOs ${verb} from ${showCount(now)} to ${showCount(then)} by ${String(forecast.years[end] ?? '')}`;
}

export function yearSaid(forecast: TotalsForecast, point: FanPoint | undefined): string {
  if (!point) return '';
  const year = String(lastOf(forecast).year + point.x);
  if (point.past !== null || !point.range) return `${year}: ${showCount(point.past)} RSOs, as given`;
  const { low, low50, median, high50, high } = point.range;
  return `${year}: ${showCount(median)} RSOs; ${HALF} range ${showCount(low50)} to ${showCount(high50)}; ${FOUR_FIFTHS} range ${showCount(low)} to ${showCount(high)}`;
}
