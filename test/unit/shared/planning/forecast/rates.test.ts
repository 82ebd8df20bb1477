import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import { drawsFrom } from '#shared/planning/forecast/cases/draws.ts';
import {
  closestMonthEnd,
  endIndex,
  risks,
  shareLeft,
  TeamIndex,
  type CaseFacts,
  type SnapshotFacts,
} from '#shared/planning/forecast/cases/facts.ts';
import { historyOf, NO_END } from '#shared/planning/forecast/cases/history.ts';
import { drawRate, expectedRate, joinerModel, meanJoiners } from '#shared/planning/forecast/cases/joiners.ts';
import { drawRates, estimate } from '#shared/planning/forecast/cases/rates.ts';
import { AS_AT } from '../../../../fixtures/records.ts';

const THEN = isoDate('2026-09-30');
/** 31 days in months of 30.4375 days. */
const MONTH = 31 / 30.4375;
const [MEDIUM, LOW] = [risks.indexOf('medium'), risks.indexOf('low')];

const facts = (reference: string, changes: Partial<CaseFacts> = {}): CaseFacts => ({
  reference,
  team: 'Harbour',
  risk: 'low',
  notificationStart: null,
  notificationEnd: null,
  indefinite: true,
  ...changes,
});

const teams = new TeamIndex(['Moorland', 'Harbour', 'HARBOUR']);

function history(then: CaseFacts[], now: CaseFacts[]): ReturnType<typeof historyOf> {
  const snapshots: SnapshotFacts[] = [
    { asAt: THEN, cases: then },
    { asAt: AS_AT, cases: now },
  ];
  return historyOf(snapshots, teams);
}

describe('months', () => {
  it('notification ends count from month 0; one that is past counts as month 0', () => {
    expect(endIndex(isoDate('2026-11-01'), AS_AT)).toBe(0);
    expect(endIndex(isoDate('2027-02-28'), AS_AT)).toBe(3);
    expect(endIndex(isoDate('2020-01-01'), AS_AT)).toBe(0);
    expect(endIndex(null, AS_AT)).toBeNull();
  });

  it('of an as-at date within a month, the rest of it is month 0', () => {
    expect(shareLeft(AS_AT)).toBe(1);
    expect(shareLeft(isoDate('2026-11-15'))).toBe(0.5);
  });

  it('a later snapshot is compared with the month end closest to it', () => {
    expect(closestMonthEnd(AS_AT, isoDate('2026-11-30'))).toBe(0);
    expect(closestMonthEnd(AS_AT, isoDate('2027-02-03'))).toBe(2);
    expect(closestMonthEnd(AS_AT, isoDate('2026-11-10'))).toBe(-1);
  });
});

describe('between two snapshots', () => {
  it('who joined is counted by team and level, with the notification still ahead', () => {
    const stock = [facts('A'), facts('B', { team: 'Moorland' })];
    const joined = [
      facts('C', { team: 'Moorland', risk: 'medium', notificationEnd: isoDate('2031-10-05') }),
      facts('D', { team: 'harbour' }),
    ];
    const found = history(stock, [...stock, ...joined]);
    expect(found.intervals).toEqual([{ joiners: 2, months: MONTH, middle: -MONTH / 24 }]);
    expect(teams.names).toEqual(['HARBOUR', 'Moorland']);
    expect(found.joinersByTeam).toEqual([1, 1]);
    expect([found.joinersByRisk[MEDIUM], found.joinersByRisk[LOW]]).toEqual([1, 1]);
    expect(found.lengths).toEqual([60, NO_END]);
  });

  it('who left is counted by level, but not where the notification ended', () => {
    const then = [
      facts('A'),
      facts('B'),
      facts('C', { notificationEnd: isoDate('2026-10-20') }),
      facts('D', { notificationEnd: isoDate('2026-12-20') }),
    ];
    const found = history(then, [facts('A')]);
    expect(found.leavers[LOW]).toBe(2);
    // One stayed the month; three are taken to have left in the middle of it.
    expect(found.livedAtRisk[LOW]).toBeCloseTo(2.5 * MONTH);
  });

  it('changes of level and team are counted from one to the other', () => {
    const then = [facts('A', { risk: 'medium' }), facts('B', { team: 'Moorland' })];
    const now = [facts('A'), facts('B')];
    const found = history(then, now);
    expect(found.riskChanges[MEDIUM * risks.length + LOW]).toBe(1);
    expect(found.livedAtRisk[MEDIUM]).toBeCloseTo(MONTH / 2);
    expect(found.livedAtRisk[LOW]).toBeCloseTo(1.5 * MONTH);
    expect(found.moves).toEqual([0, 0, 1, 0]);
  });

  it('a team in only one of the two has neither joined nor left', () => {
    const all = [facts('A'), facts('B', { team: 'Moorland' })];
    expect(history(all, [facts('A')]).leavers).toEqual([0, 0, 0, 0, 0]);
    expect(history([facts('A')], all).intervals[0]?.joiners).toBe(0);
  });

  it('many cases moved at once are a reorganisation and no rate', () => {
    const then = Array.from({ length: 30 }, (_, index) => facts(`A${String(index)}`));
    const now = then.map((one, index) => (index < 12 ? { ...one, team: 'Moorland' } : one));
    const found = history(then, now);
    expect(found.moves).toEqual([0, 0, 0, 0]);
    expect(found.reorganised).toEqual(['HARBOUR']);
  });
});

describe('joiners', () => {
  it('of one interval are those seen, with two at the rate assumed beforehand', () => {
    // (2 + 12) ÷ (2 ÷ 8 + 1) = 11.2 a month where no trend is thought of; the trend is not known and changes little.
    const { level } = expectedRate(joinerModel([{ months: 1, middle: -1 / 24, joiners: 12 }], 8));
    expect(level).toBeGreaterThan(11.1);
    expect(level).toBeLessThan(11.4);
  });

  const yearly = (rate: (years: number) => number): ReturnType<typeof joinerModel> =>
    joinerModel(
      Array.from({ length: 36 }, (_, index) => {
        const middle = -(index + 0.5) / 12;
        return { months: 1, middle, joiners: Math.round(rate(middle)) };
      }),
      20,
    );

  it('that grow by a tenth a year are found to', () => {
    const { level, trend, dispersion } = expectedRate(yearly((years) => 60 * Math.exp(years * 0.1)));
    expect(level).toBeGreaterThan(57);
    expect(level).toBeLessThan(62);
    expect(trend).toBeGreaterThan(0.06);
    expect(trend).toBeLessThan(0.11);
    expect(dispersion).toBe(1);
  });

  it('that come in bursts have more spread than chance, and a level less sure', () => {
    const even = yearly(() => 20);
    const bursts = yearly((years) => (Math.round(years * 12) % 2 === 0 ? 5 : 35));
    expect(bursts.dispersion).toBeGreaterThan(5);
    const spread = (model: typeof even): number => {
      const draws = drawsFrom(5);
      const levels = Array.from({ length: 500 }, () => drawRate(model, draws).level);
      return Math.max(...levels) - Math.min(...levels);
    };
    expect(spread(bursts)).toBeGreaterThan(2 * spread(even));
  });

  it('go on with a trend that fades', () => {
    const rate = { level: 10, trend: 0.12, dispersion: 1 };
    expect(meanJoiners({ ...rate, trend: 0 }, 40)).toBe(10);
    // Half a month at a hundredth a month.
    expect(meanJoiners(rate, 1)).toBeCloseTo(10 * Math.exp(0.005), 3);
    expect(meanJoiners(rate, 60)).toBeLessThan(10 * Math.exp(0.6));
  });
});

describe('rates drawn', () => {
  const stock = Array.from({ length: 200 }, (_, index) => facts(`A${String(index)}`));
  /** Mean of many draws, of a force of which some left evenly over the months. */
  const mean = (months: number, left: number): number => {
    const snapshots = Array.from({ length: months + 1 }, (_, index): SnapshotFacts => {
      const asAt = isoDate(
        `${String(2020 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}-28`,
      );
      return { asAt, cases: stock.slice(Math.round((left * index) / months)) };
    });
    const newest = snapshots.at(-1) ?? { asAt: AS_AT, cases: [] };
    const known = estimate(historyOf(snapshots, teams), newest, teams);
    const draws = drawsFrom(1);
    const rates = Array.from({ length: 400 }, () => drawRates(known, draws).leaving[LOW] ?? 0);
    return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  };

  it('lie at what was seen where much was seen', () => {
    // 60 of 200 left within 24 months: 60 ÷ (24 × 170) = 1.47 % a month.
    expect(mean(24, 60)).toBeGreaterThan(0.013);
    expect(mean(24, 60)).toBeLessThan(0.016);
  });

  it('lie near what is usual where nothing was seen', () => {
    // 3 % a year is 0.25 % a month; that nobody left in one month says a little.
    expect(mean(1, 0)).toBeGreaterThan(0.001);
    expect(mean(1, 0)).toBeLessThan(0.0025);
  });
});
