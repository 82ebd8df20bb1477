import { describe, expect, it } from 'vitest';
import type { Ratio } from '#shared/contract/demand.ts';
import { isoDate, monthRange, type Month } from '#shared/domain/dates.ts';
import type { RatioFigure } from '#shared/domain/demand.ts';
import type { CasesForecast, PastError, Range } from '#shared/domain/forecast.ts';
import { risks } from '#shared/planning/forecast/cases/facts.ts';
import { fte } from '#shared/domain/units.ts';
import { forecastTotals } from '#shared/planning/forecast/totals/forecast-totals.ts';
import {
  fanPoints,
  forecastTitle,
  limitLines,
  marchMarks,
  passingSentence,
  pointSaid,
  shareSentence,
  subjectOf,
  type Subject,
} from '../../../../renderer/features/staffing/model.ts';
import { pastErrorSaid } from '../../../../renderer/features/staffing/past-error.ts';
import {
  totalsPoints,
  totalsTitle,
  yearMarks,
  yearSaid,
} from '../../../../renderer/features/staffing/totals-model.ts';
import { month } from '../fixtures.ts';

const months = monthRange(month('2026-11'), 12);

/** Grows by the same number each month; the 80 % range is as wide as twenty cases either way. */
const growing = (first: number, step: number): Range => {
  const median = months.map((_, index) => first + (index + 1) * step);
  const off = (by: number) => median.map((count) => count + by);
  return { median, low: off(-20), low50: off(-10), high50: off(10), high: off(20) };
};

const forecast = (range = growing(1200, 10)): CasesForecast => ({
  ...range,
  asAt: isoDate('2026-10-31'),
  now: 1200,
  months,
  method: 'Simulated case by case',
  runs: 1000,
  seed: 1,
  snapshots: 3,
  teams: [{ team: 'Harbour', now: 100, ...growing(100, 0) }],
  risks: [{ risk: 'high', now: 200, ...growing(200, 1) }],
  middle: [{ team: 'Highfold', risk: 'high', cases: range.median }],
  joiners: [],
  knownEnds: [],
  pastError: null,
  notes: [],
});

/** 1,080 of 1,200 cases counted: nine in ten. */
const figure = (managers: number | null, offenders = 1080): RatioFigure => ({
  team: null,
  offenders,
  managers,
  ratio: managers === null ? null : offenders / managers,
  limit: 50,
  fteNeeded: fte(offenders / 50),
  shortBy: null,
});

const ratio = (managers: number | null, releases: Month[] = []): Ratio => ({
  snapshotId: 1,
  asAt: isoDate('2026-10-31'),
  rosterAsAt: isoDate('2026-10-31'),
  numerator: 'community',
  denominator: 'in-post-fte',
  definition: '',
  teams: [{ ...figure(2.5, 100), team: 'Harbour' }],
  force: figure(managers),
  counted: [
    {
      team: 'Highfold',
      levels: risks.map((risk) =>
        risk === 'high' ? { cases: 1200, counted: 1080, releases } : { cases: 0, counted: 0, releases: [] },
      ),
    },
  ],
  warnings: [],
});

function subject(
  managers: number | null,
  choice: Partial<Parameters<typeof subjectOf>[2]> = {},
  of = forecast(),
): Subject {
  const found = subjectOf(of, ratio(managers), { risk: null, ...choice });
  if (!found) throw new Error('Expected a subject, found none.');
  return found;
}

describe('what a forecast says', () => {
  it('names the month in which the median passes the limit at today’s strength', () => {
    // 22.5\u00a0FTE × 50 ÷ 0.9 = 1,250 cases; the median is 1,250 in March, 1,260 in April, the upper end 20 more
    const force = subject(22.5);
    expect(forecastTitle(force, months)).toBe(
      'The force passes 1:50 in April 2027 with today’s 22.5\u00a0FTE',
    );
    expect(passingSentence(force, months)).toBe(
      'With today’s 22.5\u00a0FTE the median passes 1:50 in April 2027, the upper end of the 80\u00a0% range passes 1:50 in February 2027.',
    );
  });

  it('says that the limit is kept where the median never passes it', () => {
    // 25 FTE × 50 ÷ 0.9 = 1,389 cases
    const force = subject(25);
    expect(forecastTitle(force, months)).toContain('stays within 1:50 until October 2027');
    expect(passingSentence(force, months)).toContain(
      'even the upper end of the 80\u00a0% range stays within 1:50 for 1 year',
    );
  });

  it('looks for the next step where the limit is passed already', () => {
    // 20 FTE: 1:54 today; 1:55 at 20 × 55 ÷ 0.9 = 1,222 cases: the third month
    const force = subject(20);
    expect(forecastTitle(force, months)).toBe(
      'The force is over 1:50 already and passes 1:55 in January 2027',
    );
    const lines = limitLines(force, fanPoints(forecast(), force, []));
    expect(lines.map(({ name, values }) => [name, Math.round(values[1] ?? 0)])).toEqual([
      ['1:50', 1111],
      ['1:55', 1222],
    ]);
    expect(passingSentence(force, months)).toMatch(
      /the force is over 1:50 today, at 1:54.0; the median passes/,
    );
  });

  it('tells of coming back within the limit', () => {
    const falling = forecast(growing(1200, -10));
    expect(forecastTitle(subject(20, {}, falling), months)).toBe(
      'The force is over 1:50 already and comes back within it by October 2027',
    );
  });

  it('tells growth alone where managers are not known, and of a risk level', () => {
    expect(forecastTitle(subject(null), months)).toBe(
      'The force grows from 1,200 to 1,320 RSOs by October 2027',
    );
    expect(forecastTitle(subject(20, { risk: 'high' }), months)).toBe(
      'High risk: RSOs grow from 200 to 212 by October 2027',
    );
    expect(limitLines(subject(20, { risk: 'high' }), [])).toEqual([]);
  });

  it('says that the ratio counts fewer than the forecast, where it does', () => {
    expect(shareSentence(subject(20))).toContain('1,080 of 1,200 today (90.0\u00a0%)');
    expect(shareSentence(subject(20, { team: 'Harbour' }))).toBeNull();
  });

  it('counts releases to come from their month on: the limit is passed sooner, and lies lower in the fan', () => {
    // 30 releases in December: 1,110 of 1,200 count from then on, and 22.5\u00a0FTE × 50 ÷ 0.925 = 1,216 cases
    const found = subjectOf(forecast(), ratio(22.5, new Array<Month>(30).fill(month('2026-12'))), {
      risk: null,
    });
    if (!found) throw new Error('Expected a subject, found none.');
    expect(forecastTitle(found, months)).toContain('passes 1:50 in December 2026');
    const [limit] = limitLines(found, fanPoints(forecast(), found, []));
    expect(limit?.values.slice(0, 4).map((value) => Math.round(value ?? 0))).toEqual([
      1250, 1250, 1216, 1216,
    ]);
  });

  it('knows no team that is not in it', () => {
    expect(subjectOf(forecast(), ratio(20), { team: 'Nowhere', risk: null })).toBeNull();
  });
});

describe('the fan', () => {
  const held = (asAt: string, cases: number) => ({
    id: cases,
    asAt: isoDate(asAt),
    fileName: '',
    importedAt: '',
    cases,
    purgedAt: null,
  });

  it('has the counts held before, today and each month, the newest snapshot of a month alone', () => {
    const snapshots = [
      held('2026-10-31', 1200),
      held('2026-09-30', 1190),
      held('2026-09-15', 1),
      held('2020-01-31', 2),
    ];
    const points = fanPoints(forecast(), subject(20), snapshots);
    expect(points.slice(0, 3).map(({ x, past }) => [x, past])).toEqual([
      [-1, 1190],
      [0, 1200],
      [1, null],
    ]);
    expect(points).toHaveLength(14);
    expect(marchMarks(forecast(), points)).toEqual([{ x: 5, name: 'Mar 2027' }]);
  });

  it('says each point in words', () => {
    const points = fanPoints(forecast(), subject(20), [held('2026-09-30', 1190)]);
    const said = (index: number) => pointSaid(points[index], forecast(), subject(20));
    expect(said(0)).toBe('September 2026: 1,190 RSOs held');
    expect(said(1)).toBe('31 Oct 2026: 1,200 RSOs held');
    // 1,210 × 0.9 ÷ 20 = 54.45
    expect(said(2)).toBe(
      '30 Nov 2026: median 1,210 RSOs; 50\u00a0% range 1,200 to 1,220; 80\u00a0% range 1,190 to 1,230; 1:54.5 by the median',
    );
  });
});

describe('past error in words', () => {
  const error = (changes: Partial<PastError> = {}): PastError => ({
    forecasts: 11,
    mape: 0.0171,
    sameAsLast: 0.034,
    covered50: 5 / 11,
    covered80: 9 / 11,
    ...changes,
  });
  const whole = {
    ...error(),
    origins: 11,
    byHorizon: [
      { ...error({ mape: 0.001 }), months: 3 },
      { ...error(), months: 12 },
    ],
    teams: error({ mape: 0.05, forecasts: 60, covered80: 0.75 }),
  };

  it('is of a year ahead, beside the last count carried on, with how often the range held', () => {
    expect(pastErrorSaid(whole, false)).toBe(
      'Forecasts of the force 12 months ahead made from these snapshots missed by 1.7\u00a0% on average (the last count carried on: 3.4\u00a0%); the 80\u00a0% range held 9 of 11 times.',
    );
  });

  it('is of teams where one is looked at, and does not hide that it is no better', () => {
    expect(pastErrorSaid(whole, true)).toBe(
      'Forecasts of teams made from these snapshots missed by 5.0\u00a0% on average, no better than the last count carried on (3.4\u00a0%); the 80\u00a0% range held 45 of 60 times.',
    );
  });

  it('says that there is not enough history', () => {
    expect(pastErrorSaid(null, false)).toContain('not enough history');
  });
});

describe('a forecast from yearly totals', () => {
  const given = [2019, 2020, 2021, 2022, 2023].map((year, index) => ({ year, count: 1000 + index * 50 }));
  const result = forecastTotals(given, 3);

  it('goes on from the years given', () => {
    const points = totalsPoints(result);
    expect(points.map(({ x }) => x)).toEqual([-4, -3, -2, -1, 0, 1, 2, 3]);
    expect(points[4]).toMatchObject({ past: 1200, range: { median: 1200 } });
    expect(yearMarks(result).map(({ name }) => name)).toContain('2026');
    expect(totalsTitle(result)).toMatch(/^RSOs grow from 1,200 to 1,\d{3} by 2026$/);
  });

  it('says each year in words', () => {
    const points = totalsPoints(result);
    expect(yearSaid(result, points[0])).toBe('2019: 1,000 RSOs, as given');
    expect(yearSaid(result, points[5])).toMatch(/^2024: 1,\d{3} RSOs; 50\u00a0% range /);
  });
});
