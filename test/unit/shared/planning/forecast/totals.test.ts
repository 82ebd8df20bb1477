import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nationalCounts, type YearCount } from '#shared/domain/national-counts.ts';
import { forecastTotals } from '#shared/planning/forecast/totals/forecast-totals.ts';
import { methods, nationalGrowth } from '#shared/planning/forecast/totals/methods.ts';
import { outcomesOf } from '#shared/planning/forecast/totals/rolling-origin.ts';

const series = (first: number, ...counts: number[]): YearCount[] =>
  counts.map((count, index) => ({ year: first + index, count }));

describe('a method', () => {
  it('theta adds half the fitted slope to the level: of a straight line, to its last count', () => {
    const line = series(2020, 100, 110, 120, 130);
    expect(methods.theta(line, 1)).toBeCloseTo(135);
    expect(methods.theta(line, 3)).toBeCloseTo(145);
  });

  it('theta follows a level that comes back with less than its whole jump', () => {
    // Slope of 100, 130, 100 is 0, so the forecast is the level. Weight w gives the errors 30 and −30w, whose squares
    // are least at the least weight tried, 0.05: 100 + 0.05 × 30 − 0.05 × 1.5.
    expect(methods.theta(series(2020, 100, 130, 100), 1)).toBeCloseTo(101.425);
  });

  it('drift counts a change over four years as four yearly ones', () => {
    const gap = [
      { year: 2011, count: 100 },
      { year: 2015, count: 140 },
    ];
    expect(methods.drift(gap, 2)).toBe(160);
  });

  it('damped trend takes the lesser of last and mean change, and lets it fade by a fifth a year', () => {
    // Mean change 15, last 20: 130 + 15, then 130 + 15 × 1.8.
    expect(methods['damped-trend'](series(2020, 100, 110, 130), 1)).toBeCloseTo(145);
    expect(methods['damped-trend'](series(2020, 100, 110, 130), 2)).toBeCloseTo(157);
    // Up on the whole, down at last: no trend.
    expect(methods['damped-trend'](series(2020, 100, 140, 130), 3)).toBe(130);
  });

  it('national growth weighs as much as four years of the area’s own', () => {
    const national = nationalGrowth(2022)?.growth ?? 0;
    const own = Math.log(1200 / 1000) / 2;
    expect(methods['national-growth'](series(2020, 1000, 1100, 1200), 1)).toBeCloseTo(
      1200 * Math.exp((4 * national + 2 * own) / 6),
    );
  });
});

describe('national growth', () => {
  it('knows nothing that was published after the year asked for', () => {
    expect(nationalGrowth(2002)).toBeNull();
    expect(nationalGrowth(2004)?.growth).toBeCloseTo(Math.log(24_572 / 18_513) / 2);
    // 2009 is the last year before 2013; five years earlier is 2004.
    expect(nationalGrowth(2012)?.growth).toBeCloseTo(Math.log(32_336 / 24_572) / 5);
  });

  it('is nothing to lean on for the national count itself', () => {
    expect(methods['national-growth'](nationalCounts, 1)).toBeNull();
  });

  it('has years in order, each once, with its source', () => {
    const years = nationalCounts.map(({ year }) => year);
    expect(years).toEqual([...new Set(years)].sort((a, b) => a - b));
    expect(nationalCounts.every(({ source }) => source.length > 10)).toBe(true);
  });
});

describe('rolling origin', () => {
  it('forecasts from each year on the later ones up to three years ahead', () => {
    const gaps = [...series(2010, 100, 110), { year: 2014, count: 120 }, { year: 2015, count: 130 }];
    const pairs = outcomesOf('same-as-last-year', gaps).map(({ origin, ahead }) => [origin, ahead]);
    expect(pairs).toEqual([
      [2011, 3],
      [2014, 1],
    ]);
  });

  it('gives a method the years up to the origin only', () => {
    const results = outcomesOf('drift', series(2020, 100, 110, 999));
    expect(results).toEqual([{ origin: 2021, ahead: 1, forecast: 120, truth: 999 }]);
  });
});

describe('a forecast from totals', () => {
  it('of one or two years is national growth, and says so', () => {
    const growth = nationalGrowth(2024)?.growth ?? 0;
    const forecast = forecastTotals(series(2024, 2000), 2);
    expect(forecast.method).toBe('national-growth');
    expect(forecast.years).toEqual([2025, 2026]);
    expect(forecast.mean[0]).toBeCloseTo(2000 * Math.exp(growth));
    expect(forecast.pastError).toBeNull();
    expect(forecast.notes.join(' ')).toMatch(
      /Fewer than three years.*3\.5\u00a0% a year.*not enough history/s,
    );
  });

  it('of few years is the mean of methods, whatever their luck on them', () => {
    expect(forecastTotals(series(2020, 1000, 1000, 1000, 1000), 1).method).toBe('combined');
  });

  it('of many years is the method with the least error on them', () => {
    const line = series(2010, ...Array.from({ length: 10 }, (_, index) => 1000 + 50 * index));
    const forecast = forecastTotals(line, 5);
    expect(forecast.method).toBe('drift');
    expect(forecast.mean).toEqual([1500, 1550, 1600, 1650, 1700]);
    expect(forecast.candidates.find(({ method }) => method === 'drift')?.error).toBe(0);
    expect(forecast.pastError?.mape).toBeLessThan(forecast.pastError?.sameAsLast ?? 0);
  });

  it('tells its past error in words', () => {
    const { pastError, notes } = forecastTotals(series(2019, 1980, 2036, 2065, 2090, 2032, 2202), 5);
    expect(pastError?.forecasts).toBe(6);
    expect(notes.join(' ')).toMatch(
      /wrong by \d\.\d\u00a0% on average.*80\u00a0% ranges held \d+\u00a0% of 6/,
    );
  });

  it('refuses no year, a year given twice and a count below zero', () => {
    expect(() => forecastTotals([], 1)).toThrow(/at least one year/);
    expect(() => forecastTotals([...series(2020, 1), ...series(2020, 2)], 1)).toThrow(/2020 twice/);
    expect(() => forecastTotals(series(2020, -1), 1)).toThrow(/0 or more/);
  });

  const counts = fc
    .uniqueArray(fc.record({ year: fc.integer({ min: 1990, max: 2040 }), count: fc.nat(100_000) }), {
      selector: ({ year }) => year,
      minLength: 1,
      maxLength: 20,
    })
    .filter((rows) => rows.length > 0);

  it('is never below zero, with ranges in order, for any series', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const { mean, low, low50, high50, high } = forecastTotals(rows, 5);
        mean.forEach((value, index) => {
          const ends = [0, low[index], low50[index], value, high50[index], high[index]].map(Number);
          expect(ends.every(Number.isFinite)).toBe(true);
          expect(ends).toEqual([...ends].sort((a, b) => a - b));
        });
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        expect(forecastTotals([...rows].reverse(), 3)).toEqual(forecastTotals(rows, 3));
      }),
      { numRuns: 50 },
    );
  });
});
