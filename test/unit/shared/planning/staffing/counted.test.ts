import { describe, expect, it } from 'vitest';
import { inventForce } from '#electron/engine/demo/force.ts';
import { isoDate, monthRange } from '#shared/domain/dates.ts';
import { byLevel } from '#shared/planning/forecast/cases/facts.ts';
import { forecastCases } from '#shared/planning/forecast/cases/forecast-cases.ts';
import { byTeam } from '#shared/planning/demand/demand.ts';
import { simulateFutures } from '#shared/planning/forecast/cases/futures.ts';
import { simulatedResult } from '#shared/planning/scenarios/result.ts';
import { countedAhead, countedCases, countedShares } from '#shared/planning/staffing/counted.ts';
import { fteNeeded } from '#shared/planning/staffing/need.ts';
import { AS_AT, caseOf } from '../../../../fixtures/records.ts';
import { baseOf, month, scenario } from '../scenarios/hand-made.ts';

const counting = { numerator: 'community', asAt: AS_AT };
const months = monthRange(month('2026-11'), 3);

describe('RSOs that a ratio counts ahead', () => {
  const inCustody = (releaseOn: string | null) =>
    caseOf(`D${String(releaseOn)}`, {
      status: 'custody',
      releaseOn: releaseOn === null ? null : isoDate(releaseOn),
    });

  it('are those of today, and those in custody from the month of their release on', () => {
    const cases = [caseOf('A'), inCustody('2026-12-20'), inCustody('2030-01-01'), inCustody(null)];
    const found = countedCases(cases, counting);
    expect(found).toEqual({ cases: 4, counted: 1, releases: ['2026-12', '2030-01'] });
    expect(countedShares([[found]], months)).toEqual([[[0.25, 0.5, 0.5]]]);
  });

  it('of a level that a team has no case of are told from all teams', () => {
    const [none, half] = [countedCases([], counting), countedCases([caseOf('A'), inCustody(null)], counting)];
    expect(countedShares([[none], [half]], months)[0]?.[0]).toEqual([0.5, 0.5, 0.5]);
    expect(countedShares([[none]], months)[0]?.[0]).toEqual([1, 1, 1]);
  });

  it('are the same on the staffing page and in a scenario without changes, month by month', () => {
    const { snapshots, rosters } = inventForce({ seed: 101, snapshots: 8 });
    const newest = snapshots.at(-1);
    const cases = newest?.cases ?? [];
    const look = { snapshots, months: 24, runs: 60, seed: 1 };
    const base = baseOf({ cases, officers: rosters.at(-1)?.officers ?? [], futures: simulateFutures(look) });
    const result = simulatedResult(base, scenario());
    const forecast = forecastCases(look);
    const counted = byTeam(cases, []).map((group) => ({
      team: group.team,
      levels: byLevel(group.cases).map((own) => countedCases(own, counting)),
    }));
    expect(
      counted.flatMap(({ levels }) => levels.flatMap(({ releases }) => releases)).length,
    ).toBeGreaterThan(3);

    for (const own of [...result.teams, result.force]) {
      const ahead = countedAhead(forecast, counted, own.team ?? undefined);
      for (const [at, count] of ahead.median.entries()) {
        expect(own.counted.middle[at]).toBeCloseTo(count, 6);
        const divisor = own.divisor[at] ?? 0;
        expect(own.ratio.middle[at]).toBeCloseTo(count / divisor, 6);
        // Ends of the range are in proportion there, and counted future by future here.
        if (own.team === null)
          expect((ahead.high[at] ?? 0) / (own.counted.high?.[at] ?? 1)).toBeCloseTo(1, 2);
      }
      for (const need of own.need) {
        const at = result.months.indexOf(need.month);
        expect(need.needed).toBeCloseTo(fteNeeded(ahead.median[at] ?? 0, result.limit), 6);
      }
    }
  });
});
