import { describe, expect, it } from 'vitest';
import type { Risk } from '#shared/domain/case.ts';
import { monthZero } from '#shared/domain/dates.ts';
import { risks } from '#shared/planning/forecast/cases/facts.ts';
import { forecastCases } from '#shared/planning/forecast/cases/forecast-cases.ts';
import { joinerLoad } from '#shared/planning/demand/joiner-load.ts';
import { LEVELS, shortened, simulateFutures, type Futures } from '#shared/planning/forecast/cases/futures.ts';
import { AS_AT, caseOf, dutyState, standardsOf } from '../../../../fixtures/records.ts';
import { steadyFutures } from '../scenarios/hand-made.ts';

const cases = [caseOf('J1'), caseOf('J2', { team: 'Moorland' })];
const context = { cases, standards: standardsOf(['visit']), unassessedAs: 'medium' as const, asAt: AS_AT };

/** Futures in which so many join a team in a month. */
function joining(...joiners: Array<{ team: number; risk: Risk; month: number; count: number }>): Futures {
  const futures = steadyFutures(cases);
  for (const { team, risk, month, count } of joiners) {
    const at = (month * futures.teams.length + team) * LEVELS + risks.indexOf(risk);
    futures.joiners[at] = count;
  }
  return futures;
}

describe('the load of expected joiners', () => {
  it('is a first visit within the days of the standard, and then one each interval', () => {
    // not assessed, so planned as medium: 28 days after the middle of November, then every six months, 7 h each
    const { teams } = joinerLoad(context, joining({ team: 0, risk: 'unassessed', month: 0, count: 1 }), 14);
    expect(teams[0]).toMatchObject({ team: 'Harbour', joiners: [1, ...new Array<number>(13).fill(0)] });
    expect(teams[0]?.load).toEqual([0, 7, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 7]);
  });

  it('adds up over those who join later, whole or in part, and over teams', () => {
    const { teams, force } = joinerLoad(
      context,
      joining(
        { team: 0, risk: 'medium', month: 0, count: 1 },
        { team: 0, risk: 'medium', month: 2, count: 0.5 },
        { team: 1, risk: 'low', month: 2, count: 2 },
      ),
      8,
    );
    expect(teams.map(({ load }) => load)).toEqual([
      [0, 7, 0, 3.5, 0, 0, 0, 7],
      [0, 0, 0, 14, 0, 0, 0, 0],
    ]);
    expect(force.load).toEqual([0, 7, 0, 17.5, 0, 0, 0, 7]);
    expect(force.joiners).toEqual([1, 0, 2.5, 0, 0, 0, 0, 0]);
  });

  it('does not rest on when the cases held are due or end, but on how they are managed', () => {
    const futures = joining({ team: 0, risk: 'medium', month: 0, count: 1 });
    const held = [
      caseOf('J1', { notificationEnd: AS_AT, duties: [dutyState('visit', '2026-10-01', '2027-04-01')] }),
      caseOf('J2', { team: 'Moorland', mode: 'reactive' }),
    ];
    // one of the two is reactive and owes no visit
    const { teams } = joinerLoad({ ...context, cases: held }, futures, 8);
    expect(teams[0]?.load).toEqual([0, 3.5, 0, 0, 0, 0, 0, 3.5]);
  });
});

describe('joiners of simulated futures', () => {
  const facts = { asAt: AS_AT, cases };
  const input = { snapshots: [facts], months: 12, runs: 100, seed: 5 };
  const futures = simulateFutures(input);

  it('are those of the forecast from the same runs and seed', () => {
    const forecast = forecastCases(input);
    expect(forecast.months[0]).toBe(monthZero(AS_AT));
    const { teams } = joinerLoad(context, futures, 12);
    for (const [index, name] of futures.teams.entries()) {
      const own = forecast.joiners.filter(({ team }) => team === name);
      const byMonth = forecast.months.map((_, month) =>
        own.reduce((total, { expected }) => total + (expected[month] ?? 0), 0),
      );
      teams[index]?.joiners.forEach((count, month) => expect(count).toBeCloseTo(byMonth[month] ?? 0, 10));
    }
    expect(teams[0]?.joiners.some((count) => count > 0)).toBe(true);
  });

  it('stay with their months when the futures end earlier', () => {
    const whole = joinerLoad(context, futures, 5);
    expect(joinerLoad(context, shortened(futures, 5), 5)).toEqual(whole);
  });
});
