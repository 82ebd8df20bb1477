/** Rolling origin: a method forecasts, from each year on, the years that came after and is compared with them. */
import type { TotalsMethod } from '#shared/domain/forecast.ts';
import { methods, type Series } from './methods.ts';

/** Years ahead that are scored: what a plan of posts looks at first, and what short series can show. */
export const SCORED_AHEAD = 3;

export type Outcome = { origin: number; ahead: number; forecast: number; truth: number };

/** Every pair of origin and later year, up to {@link SCORED_AHEAD} years apart, that the series can tell of. */
export function outcomes(
  series: Series,
  fewest: number,
  forecast: (known: Series, ahead: number) => number | null,
): Outcome[] {
  const found: Outcome[] = [];
  for (let known = fewest; known < series.length; known++) {
    const until = series.slice(0, known);
    const origin = until.at(-1)?.year ?? 0;
    for (const { year, count } of series.slice(known)) {
      const ahead = year - origin;
      if (ahead > SCORED_AHEAD || count === 0) continue;
      const value = forecast(until, ahead);
      if (value !== null) found.push({ origin, ahead, forecast: Math.max(0, value), truth: count });
    }
  }
  return found;
}

/** A method's own errors, from the second year on. */
export const outcomesOf = (method: TotalsMethod, series: Series): Outcome[] =>
  outcomes(series, 2, methods[method]);

/** Mean of |forecast − truth| ÷ truth; null of nothing. */
export const meanError = (results: readonly Outcome[]): number | null =>
  results.length === 0
    ? null
    : results.reduce((sum, { forecast, truth }) => sum + Math.abs(forecast - truth) / truth, 0) /
      results.length;
