import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CasesForecast } from '#shared/domain/forecast.ts';
import { addDays, addMonths, isoDate, lastDayOf, monthOf, type IsoDate } from '#shared/domain/dates.ts';
import type { CaseFacts, SnapshotFacts } from '#shared/planning/forecast/cases/facts.ts';
import { forecastCases, type CasesInput } from '#shared/planning/forecast/cases/forecast-cases.ts';
import { drawsFrom } from '#shared/planning/forecast/cases/draws.ts';
import { risks } from '#shared/planning/forecast/cases/facts.ts';
import type { Estimate } from '#shared/planning/forecast/cases/rates.ts';
import { simulate } from '#shared/planning/forecast/cases/simulate.ts';
import { AS_AT } from '../../../../fixtures/records.ts';

/** Nothing happens: no joiners, no leavers, no changes. What is known for sure is all that is left. */
const still = (teams: number): Estimate => ({
  history: {
    snapshots: 2,
    intervals: [],
    joinersByTeam: new Array<number>(teams).fill(0),
    joinersByRisk: risks.map(() => 0),
    lengths: [],
    livedAtRisk: risks.map(() => 1e12),
    livedInTeam: new Array<number>(teams).fill(1e12),
    leavers: risks.map(() => 0),
    riskChanges: risks.flatMap(() => risks.map(() => 0)),
    moves: new Array<number>(teams ** 2).fill(0),
    reorganised: [],
  },
  joiners: { trends: [0], weights: [1], shapes: [0], rates: [1], dispersion: 1 },
  teamCases: new Array<number>(teams).fill(1),
  riskCases: risks.map(() => 1),
  lengths: Int16Array.from([-1]),
  hasFewLengths: false,
});

describe('what is known for sure', () => {
  const start = { months: 4, teams: 2, firstShare: 1 };
  const force = (held: Parameters<typeof simulate>[0]['held']): number[] => [
    ...simulate({ ...start, held }, still(2), 1, drawsFrom(1)).force,
  ];

  it('a case leaves in exactly the month in which its notification ends', () => {
    expect(force([{ team: 0, risk: 3, end: 2 }])).toEqual([1, 1, 0, 0]);
    expect(force([{ team: 0, risk: 3, end: 0 }])).toEqual([0, 0, 0, 0]);
  });

  it('a case without an end, or with one beyond the horizon, stays', () => {
    expect(
      force([
        { team: 0, risk: 3, end: null },
        { team: 1, risk: 0, end: 400 },
      ]),
    ).toEqual([2, 2, 2, 2]);
  });
});

const facts = (reference: string, changes: Partial<CaseFacts> = {}): CaseFacts => ({
  reference,
  team: 'Harbour',
  risk: 'low',
  notificationStart: isoDate('2020-01-15'),
  notificationEnd: null,
  indefinite: true,
  ...changes,
});

/** Month ends before and up to the usual as-at date. */
const monthEnd = (back: number): IsoDate => lastDayOf(addMonths(monthOf(AS_AT), -back));

/** A force of `size` to which a few join each month, each for two years. */
function steady(snapshots: number, size = 60): SnapshotFacts[] {
  return Array.from({ length: snapshots }, (_, index) => {
    const back = snapshots - 1 - index;
    const joined = Array.from({ length: (index + 1) * 2 }, (_unused, number) => {
      const since = lastDayOf(addMonths(monthOf(AS_AT), Math.floor(number / 2) - snapshots + 1));
      return facts(`J${String(number)}`, {
        team: number % 2 === 0 ? 'Harbour' : 'Moorland',
        notificationStart: since,
        notificationEnd: lastDayOf(addMonths(monthOf(since), 24)),
        indefinite: false,
      });
    });
    const stock = Array.from({ length: size }, (_unused, number) =>
      facts(`S${String(number)}`, { team: number % 3 === 0 ? 'Moorland' : 'Harbour' }),
    );
    const asAt = monthEnd(back);
    return {
      asAt,
      cases: [...stock, ...joined.filter(({ notificationEnd }) => (notificationEnd ?? '9') > asAt)],
    };
  });
}

const forecast = (changes: Partial<CasesInput> = {}): CasesForecast =>
  forecastCases({ snapshots: steady(6), months: 12, runs: 200, seed: 1, ...changes });

describe('a forecast by case', () => {
  it('names its months from the one after the as-at date, and the ends that are known', () => {
    const ending = [facts('A', { notificationEnd: isoDate('2027-01-10'), indefinite: false }), facts('B')];
    const { months, knownEnds, now } = forecast({ snapshots: [{ asAt: AS_AT, cases: ending }], months: 4 });
    expect(months).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(knownEnds).toEqual([0, 0, 1, 0]);
    expect(now).toBe(2);
  });

  it('is the same from the same seed, and another from another', () => {
    expect(forecast()).toEqual(forecast());
    expect(forecast({ seed: 2 }).joiners).not.toEqual(forecast().joiners);
  });

  it('adds up: teams, levels and force have the same cases now, and joiners spread over all', () => {
    const { now, teams, risks: levels, joiners } = forecast({ snapshots: steady(6, 400) });
    expect(teams.reduce((sum, team) => sum + team.now, 0)).toBe(now);
    expect(levels.reduce((sum, level) => sum + level.now, 0)).toBe(now);
    const first = joiners.reduce((sum, { expected }) => sum + (expected[0] ?? 0), 0);
    // Two joined each month.
    expect(first).toBeGreaterThan(1.5);
    expect(first).toBeLessThan(2.5);
  });

  it('lets joiners leave when the notification they are likely to have ends', () => {
    // All joiners stay for 24 months: growth by two a month ends after two years.
    const { median } = forecast({ snapshots: steady(30), months: 60, runs: 200 });
    expect(Math.abs((median[59] ?? 0) - (median[0] ?? 0))).toBeLessThan(25);
  });

  it('from one or two snapshots says that its rates are assumed, and is wider than from many', () => {
    const width = ({ low, high }: CasesForecast): number => (high[11] ?? 0) - (low[11] ?? 0);
    const one = forecast({ snapshots: steady(24).slice(-1) });
    const many = forecast({ snapshots: steady(24) });
    expect(one.notes[0]).toMatch(/Only 1 snapshot held: rates are mostly assumed/);
    expect(one.pastError).toBeNull();
    expect(one.notes.at(-1)).toMatch(/not enough history/);
    expect(many.notes[0]).toMatch(/estimated from 24 snapshots over 23 months/);
    expect(width(one)).toBeGreaterThan(width(many));
  });

  it('tells how wrong forecasts from earlier snapshots have been', () => {
    const { pastError, notes } = forecast({ snapshots: steady(24) });
    expect(pastError?.byHorizon.map(({ months }) => months)).toEqual([3, 6, 12]);
    expect(pastError?.mape).toBeLessThan(pastError?.sameAsLast ?? 0);
    expect(notes.at(-1)).toMatch(/wrong by .* on average.*80\u00a0% ranges held/);
  });

  it('says what the snapshot does not hold', () => {
    const odd = [
      facts('A', { indefinite: false }),
      facts('B', { indefinite: false, notificationEnd: isoDate('2025-01-01') }),
    ];
    const notes = forecast({ snapshots: [{ asAt: AS_AT, cases: odd }] }).notes.join(' ');
    expect(notes).toMatch(/1 case held without notification end/);
    expect(notes).toMatch(/1 case held with a notification that has ended/);
  });

  it('can be ended between two steps', () => {
    const onStep = (): void => {
      throw new Error('enough');
    };
    expect(() => forecast({ onStep })).toThrow('enough');
  });
});

describe('for any snapshots', () => {
  const caseAt = fc.record({
    number: fc.nat(30),
    team: fc.constantFrom('Harbour', 'Moorland', 'harbour'),
    risk: fc.constantFrom(...risks),
    ends: fc.option(fc.integer({ min: -200, max: 3000 })),
  });
  const snapshots = fc
    .array(fc.uniqueArray(caseAt, { selector: ({ number }) => number, minLength: 1, maxLength: 30 }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((all) =>
      all.map((cases, index): SnapshotFacts => {
        const asAt = addDays(AS_AT, index * 23);
        return {
          asAt,
          cases: cases.map(({ number, team, risk, ends }) =>
            facts(String(number), {
              team,
              risk,
              notificationEnd: ends === null ? null : addDays(AS_AT, ends),
              indefinite: ends === null,
            }),
          ),
        };
      }),
    );

  it('no count is below zero, and the ranges stand in order', () => {
    fc.assert(
      fc.property(snapshots, fc.nat(1000), (held, seed) => {
        const made = forecastCases({ snapshots: held, months: 12, runs: 20, seed });
        for (const range of [made, ...made.teams, ...made.risks]) {
          range.median.forEach((median, month) => {
            const ends = [
              0,
              range.low[month],
              range.low50[month],
              median,
              range.high50[month],
              range.high[month],
            ];
            expect(ends.map(Number)).toEqual(ends.map(Number).sort((a, b) => a - b));
          });
        }
        expect(JSON.stringify(made)).not.toContain('null,null');
      }),
      { numRuns: 60 },
    );
  });
});
