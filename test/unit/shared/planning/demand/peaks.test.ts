import { describe, expect, it } from 'vitest';
import { monthRange, monthZero, Month } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';
import type { WorkItem } from '#shared/planning/demand/load.ts';
import { explainPeak, indexWork } from '#shared/planning/demand/peak-causes.ts';
import {
  byFullness,
  findPeaks,
  fullestMonth,
  meanUtilisation,
  peakMonths,
  utilisationOf,
} from '#shared/planning/demand/peaks.ts';
import { AS_AT } from '../../../../fixtures/records.ts';

const months = monthRange(monthZero(AS_AT), 14);
const { duties } = exampleStandards();

const item = (changes: Partial<WorkItem> = {}): WorkItem => ({
  duty: 'visit',
  risk: 'medium',
  team: 'Harbour',
  officer: '101',
  month: 0,
  hours: 7,
  isOverdue: false,
  isFirst: true,
  lastDone: null,
  ...changes,
});

type PeakInput = Parameters<typeof findPeaks>[0];

const input = (load: readonly number[], changes: Partial<PeakInput> = {}): PeakInput => ({
  months: months.slice(0, load.length),
  load: load.map(hours),
  capacity: load.map(() => hours(100)),
  thresholds: { peakOverCapacity: 1, peakAboveMean: 0.15 },
  items: [],
  duties,
  officerShares: () => new Map(),
  ...changes,
});

const explain = (facts: PeakInput, month: number) => explainPeak(indexWork(facts), month);

/** `count` items in each of twelve months, so that a month can stand out from them. */
const steady = (count: number, changes: Partial<WorkItem> = {}): WorkItem[] =>
  Array.from({ length: 12 }, (_, month) =>
    Array.from({ length: count }, () => item({ month, ...changes })),
  ).flat();

describe('the two tests of a peak', () => {
  it('are over capacity, and well above the mean of the first twelve months', () => {
    // mean of months 0 to 11: (9 × 80 + 100 + 101 + 92) ÷ 12 = 84.4 %; 15 % above it is 97.1 %
    const load = [80, 80, 80, 100, 80, 101, 80, 80, 92, 80, 80, 80, 97, 98];
    const peaks = findPeaks(input(load));
    expect(peaks.map(({ month, tests }) => [month, tests])).toEqual([
      ['2027-02', ['above-mean']],
      ['2027-04', ['over-capacity', 'above-mean']],
      ['2027-12', ['above-mean']],
    ]);
  });

  it('take exactly full as not over, and exactly so far above the mean as a peak', () => {
    expect(findPeaks(input(new Array<number>(12).fill(100)))).toEqual([]);
    const thresholds = { peakOverCapacity: 2, peakAboveMean: 0.5 };
    // mean (10 × 90 + 84.375 + 140.625) ÷ 12 = 93.75; half above is 140.625
    const load = [...new Array<number>(10).fill(90), 84.375, 140.625];
    expect(findPeaks(input(load, { thresholds })).map((peak) => peak.month)).toEqual(['2027-10']);
  });

  it('flag every month of a team that is always over capacity', () => {
    const peaks = findPeaks(input(new Array<number>(12).fill(120)));
    expect(peaks).toHaveLength(12);
    expect(peaks.every(({ tests }) => tests.join() === 'over-capacity')).toBe(true);
  });

  it('leave out months without capacity, which have no utilisation and no part in the mean', () => {
    const capacity = [hours(0), ...new Array<number>(11).fill(100).map(hours)];
    expect(utilisationOf([50, 80], [0, 100])).toEqual([null, 0.8]);
    expect(meanUtilisation([null, 0.8, 0.6])).toBeCloseTo(0.7, 12);
    expect(meanUtilisation([null, null])).toBeNull();
    expect(findPeaks(input([0, ...new Array<number>(11).fill(80)], { capacity }))).toEqual([]);
  });

  it('find work with nobody in post over capacity, by no figure', () => {
    const capacity = [100, 100, 0, 0].map(hours);
    expect(findPeaks(input([80, 80, 30, 0], { capacity }))).toEqual([
      {
        month: '2027-01',
        utilisation: null,
        tests: ['over-capacity'],
        because: [
          {
            kind: 'capacity',
            subject: 'capacity',
            hours: 30,
            count: null,
            text: 'Nobody is in post, where a mean month has 50\u00a0h of capacity.',
          },
        ],
      },
    ]);
    const never = findPeaks(input([30, 30], { capacity: [0, 0].map(hours) }));
    expect(never.map(({ month, because }) => [month, because[0]?.text])).toEqual([
      ['2026-11', 'Nobody is in post.'],
      ['2026-12', 'Nobody is in post.'],
    ]);
  });
});

describe('the fullest month', () => {
  const of = (load: number[], capacity: number[]) => {
    const hoursOf = { load: load.map(hours), capacity: capacity.map(hours) };
    const facts = { months: months.slice(0, load.length), ...hoursOf };
    const peaks = peakMonths({ ...facts, thresholds: { peakOverCapacity: 1, peakAboveMean: 0.15 } });
    return fullestMonth(facts.months, { utilisation: utilisationOf(load, capacity), peaks });
  };

  it('is the first with nobody in post, else the first of the highest utilisation', () => {
    expect(of([90, 120, 120], [100, 100, 100])).toEqual({ month: '2026-12', utilisation: 1.2 });
    expect(of([90, 125.6, 126.4], [100, 100, 100])).toMatchObject({ month: '2026-12' });
    expect(of([150, 10, 20], [100, 0, 0])).toEqual({ month: '2026-12', utilisation: null });
    expect(fullestMonth(months, { utilisation: months.map(() => null), peaks: [] })).toBeNull();
  });

  it('orders teams: nobody in post, then the fullest, capacity not known last', () => {
    const known = of([90], [100]);
    const bare = of([90], [0]);
    expect([null, known, bare].sort(byFullness)).toEqual([bare, known, null]);
  });
});

describe('why a month is a peak', () => {
  const march = 4;
  const texts = (items: WorkItem[], changes: Partial<PeakInput> = {}): string[] =>
    explain(input(new Array<number>(12).fill(80), { items, ...changes }), march).map((cause) => cause.text);

  it('names the surge it comes from', () => {
    const source = Month.parse('2026-03');
    const surge = Array.from({ length: 20 }, () => item({ month: march, lastDone: source }));
    const causes = explain(
      input(new Array<number>(12).fill(80), {
        items: [...steady(10, { lastDone: Month.parse('2026-05') }), ...surge],
      }),
      march,
    );
    const found = causes.find((cause) => cause.kind === 'surge');
    expect(found).toMatchObject({ subject: '2026-03', count: 20, hours: 140 });
    expect(found?.text).toBe("20 of the month's 30 visits were last done in March 2026.");
  });

  it('says that a surge comes back, when it is not the next time but a later one', () => {
    const surge = Array.from({ length: 20 }, () =>
      item({ month: march, lastDone: Month.parse('2026-09'), isFirst: false }),
    );
    expect(texts(surge)).toContain('All 20 visits of the month go back to those done in September 2026.');
  });

  it('names the duty and the risk level that stand out, and not those that do not', () => {
    const items = [...steady(10), ...steady(5, { duty: 'rmp', hours: 2, risk: 'low' })];
    const arms = Array.from({ length: 12 }, () =>
      item({ month: march, duty: 'arms', hours: 6, risk: 'high' }),
    );
    const found = texts([...items, ...arms]);
    expect(found).toContain('12 ARMS take 72\u00a0h, 66\u00a0h more than in a mean month.');
    expect(found).toContain('High-risk cases take 72\u00a0h, 66\u00a0h more than in a mean month.');
    expect(found.join(' ')).not.toMatch(/visits|RMP|Low-risk/);
  });

  it('names the officer whose share of the work is well above the share of time', () => {
    const items = [...steady(6, { officer: '101' }), ...steady(4, { officer: '102' })];
    const shares = new Map([
      ['101', 0.3],
      ['102', 0.7],
    ]);
    expect(texts(items, { officerShares: () => shares })).toContain(
      "Offender manager 101 carries 60\u00a0% of the hours with 30\u00a0% of the team's time.",
    );
    const gone = new Map([['102', 1]]);
    expect(texts(items, { officerShares: () => gone })).toContain(
      'Offender manager 101 carries 60\u00a0% of the hours but is not in post in the roster.',
    );
  });

  it('names overdue work caught up', () => {
    const overdue = Array.from({ length: 5 }, () => item({ isOverdue: true }));
    const causes = explain(input(new Array<number>(12).fill(80), { items: [...steady(10), ...overdue] }), 0);
    expect(causes[0]).toMatchObject({ kind: 'overdue', count: 5, hours: 35 });
    expect(causes[0]?.text).toBe('5 overdue occurrences (35\u00a0h) are caught up in this month.');
  });

  it('names a dip in capacity below 90 % of its mean', () => {
    const capacity = months.slice(0, 12).map((_, month) => hours(month === march ? 56 : 104));
    expect(texts(steady(10), { capacity })).toContain(
      'Capacity is 56\u00a0h, 44\u00a0% below its mean of 100\u00a0h.',
    );
    const level = months.slice(0, 12).map((_, month) => hours(month === march ? 91 : 100));
    expect(texts(steady(10), { capacity: level }).join()).not.toContain('Capacity');
  });

  it('says so when even a mean month is over capacity', () => {
    const found = explain(input(new Array<number>(12).fill(120), { items: steady(10) }), march);
    expect(found.map((cause) => cause.text)).toEqual([
      'Even a mean month is over capacity: 120\u00a0h of work, 100\u00a0h of capacity.',
    ]);
  });

  it('names the biggest duty when nothing stands out', () => {
    expect(texts(steady(10))).toEqual([
      '10 visits take 70\u00a0h of the 70\u00a0h; nothing else stands out.',
    ]);
  });

  it('names teams for the force', () => {
    const other = Array.from({ length: 10 }, () => item({ month: march, team: 'Moorland' }));
    expect(texts([...steady(5), ...other])).toContain(
      'Moorland has 70\u00a0h, 64\u00a0h more than in a mean month.',
    );
  });
});
