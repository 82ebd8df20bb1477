import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import type { FigureKey } from '#shared/domain/scenario-result.ts';
import { sum } from '#shared/planning/sum.ts';
import { demand } from '#shared/planning/demand/demand.ts';
import { figureOf } from '#shared/planning/scenarios/figures.ts';
import { scenarioResult, simulatedResult } from '#shared/planning/scenarios/result.ts';
import { AS_AT, caseOf, dutyState, officerOf, standardsOf } from '../../../../fixtures/records.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { baseOf, month, MONTHS, posts, scenario, steadyFutures } from './hand-made.ts';

const many = (count: number, team = 'Harbour') =>
  Array.from({ length: count }, (_, index) =>
    caseOf(`${team}${String(index)}`, {
      team,
      duties: [dutyState('visit', '2026-08-01', `2027-0${String((index % 6) + 1)}-10`)],
    }),
  );
const officers = Array.from({ length: 3 }, (_, index) => officerOf(String(index)));

describe('a scenario’s result', () => {
  it('of 2,202 RSOs needs 44.04 offender managers at 1:50', () => {
    const cases = Array.from({ length: 2202 }, (_, index) => caseOf(`D${String(index)}`));
    const { force } = scenarioResult(
      baseOf({ cases, officers, standards: standardsOf(['rmp']) }),
      scenario(),
    );
    expect(force.need[0]?.needed).toBeCloseTo(44.04, 9);
    expect(force.need[0]?.month).toBe('2027-03');
    expect(force.need[0]?.shortBy).toBeCloseTo(41.04, 9);
  });

  it.each(['in-post-fte', 'effective-fte'] as const)(
    'is short by those needed less those at the end, where the ratio divides by %s',
    (ratioDenominator) => {
      const result = scenarioResult(
        baseOf({ cases: many(400), officers, settings: { ratioDenominator } }),
        scenario(),
      );
      const of = (key: FigureKey): number =>
        Number(figureOf(key, { team: result.force, cost: result.cost, limit: result.limit }));
      expect(of('needed-end')).toBeCloseTo(8, 9);
      expect(of('needed-end') - of('fte-end')).toBeCloseTo(of('short-end'), 9);
      expect(of('fte-end') < 3).toBe(ratioDenominator === 'effective-fte');
    },
  );

  it('without changes has the load and capacity of the demand page while the cases stay', () => {
    const cases = [...many(40), ...many(20, 'Highfold')];
    const base = baseOf({ cases, officers });
    const result = scenarioResult(base, scenario());
    const page = demand({
      cases,
      signOffsHeld: base.signOffsHeld,
      officers,
      abstractions: [],
      standards: exampleStandards(),
      settings: defaultSettings,
      asAt: AS_AT,
      absencesHeldTo: AS_AT,
      months: base.months,
    });
    for (const [index, team] of page.teams.entries()) {
      team.load.forEach((hours, at) => {
        expect(result.teams[index]?.load.middle[at]).toBeCloseTo(hours, 6);
      });
      expect(result.teams[index]?.capacity.map((value) => value.toFixed(6))).toEqual(
        team.capacity.map((value) => value.toFixed(6)),
      );
    }
  });

  it('counts somebody to be released as in the community from that month on, and among the RSOs all along', () => {
    const held = caseOf('held', { status: 'custody', releaseOn: isoDate('2027-02-20') });
    const base = baseOf({ cases: [...many(60), held], officers, standards: standardsOf(['visit']) });
    const { rsos, counted } = scenarioResult(base, scenario()).force;
    expect(rsos.middle.slice(0, 6)).toEqual([61, 61, 61, 61, 61, 61]);
    expect(counted.middle.slice(0, 6).map((value) => value.toFixed(6))).toEqual(
      [60, 60, 60, 61, 61, 61].map((value) => value.toFixed(6)),
    );
  });

  it('loads cases to come with the even work of those held', () => {
    // visits of a medium-risk case: 7 h every 6 months
    const base = baseOf({
      cases: many(60),
      officers,
      standards: standardsOf(['visit']),
      futures: steadyFutures(many(60), [() => 1.5]),
    });
    const { newLoad, load } = scenarioResult(base, scenario()).force;
    expect(newLoad[3]).toBeCloseTo((30 * 7) / 6, 9);
    expect(sum(load.middle) - sum(newLoad)).toBeCloseTo(60 * 7 * 4 - 60 * 7 * 0, -3);
  });

  it('of other hours, growth and reactive management is the load times what they say', () => {
    const base = baseOf({ cases: many(60), officers, standards: standardsOf(['visit']) });
    const plain = scenarioResult(base, scenario()).force;
    const doubled = scenarioResult(
      base,
      scenario({ kind: 'hours', duty: 'visit', risk: null, hours: 14 }),
    ).force;
    const reactive = scenarioResult(
      base,
      scenario({ kind: 'reactive', team: null, risk: 'medium', share: 0.25, from: month('2027-03') }),
    ).force;
    const grown = scenarioResult(base, scenario({ kind: 'growth', team: null, extra: 0.1 })).force;
    plain.load.middle.forEach((hours, at) => {
      expect(doubled.load.middle[at]).toBeCloseTo(2 * hours, 9);
      expect(reactive.load.middle[at]).toBeCloseTo(at < 4 ? hours : 0.75 * hours, 9);
    });
    expect(grown.rsos.middle[11]).toBeCloseTo(66, 9);
    expect(grown.rsos.middle[23]).toBeCloseTo(60 * 1.21, 9);
  });

  it('of a longer interval has fewer visits from the second on', () => {
    const base = baseOf({ cases: many(60), officers, standards: standardsOf(['visit']) });
    const longer = scenario({ kind: 'interval', duty: 'visit', risk: 'medium', months: 12, ownToo: false });
    const hours = (result: ReturnType<typeof scenarioResult>) => sum(result.force.load.middle);
    // first visits from January to June 2027, then every 6 or every 12 months, up to October 2028
    expect(hours(scenarioResult(base, scenario())) / 7).toBe(60 * 3 + 40);
    expect(hours(scenarioResult(base, longer)) / 7).toBe(60 * 2);
  });

  it('of another risk mix keeps the number of RSOs', () => {
    const base = baseOf({ cases: many(60), officers });
    const mixed = scenario({
      kind: 'risk-mix',
      team: null,
      share: 0.5,
      fromRisk: 'medium',
      toRisk: 'high',
      from: month('2026-11'),
    });
    const [before, after] = [scenarioResult(base, scenario()).force, scenarioResult(base, mixed).force];
    expect(after.rsos.middle).toEqual(before.rsos.middle);
    expect(sum(after.load.middle)).toBeGreaterThan(sum(before.load.middle));
  });

  it('with levelling on has a lower peak, and no work is lost', () => {
    const cases = Array.from({ length: 60 }, (_, index) =>
      caseOf(`D${String(index)}`, { duties: [dutyState('visit', '2026-09-10', '2027-03-10')] }),
    );
    const base = baseOf({ cases, officers, standards: standardsOf(['visit']) });
    const before = scenarioResult(base, scenario()).force;
    const { levelling, load } =
      scenarioResult(base, scenario({ kind: 'levelling', team: null })).teams[0] ?? {};
    expect(levelling?.peakAfter ?? 1).toBeLessThan(0.6 * (levelling?.peakBefore ?? 0));
    // half of March's visits go to February, the window being one month
    expect(load?.middle[3]).toBeCloseTo((420 * 20) / 41, 0);
    expect(sum(load?.middle ?? [])).toBeGreaterThanOrEqual(sum(before.load.middle) - 1e-6);
  });
});

describe('ranges and chances', () => {
  const growing = Array.from({ length: 11 }, (_, run) => (at: number) => 1 + (run * at) / 100);
  const cases = many(100);
  const base = baseOf({ cases, officers, futures: steadyFutures(cases, growing) });
  const result = simulatedResult(base, scenario());

  it('hold the middle path, which is that of the quick answer', () => {
    const quick = scenarioResult(base, scenario()).force;
    expect(result.force.rsos.middle).toEqual(quick.rsos.middle);
    expect(quick.rsos.low).toBeNull();
    result.force.load.middle.forEach((hours, at) => {
      expect(result.force.load.low?.[at]).toBeLessThanOrEqual(hours + 1e-9);
      expect(result.force.load.high?.[at]).toBeGreaterThanOrEqual(hours - 1e-9);
    });
  });

  it('tell in which share of the futures a month is over the limit', () => {
    // 3 managers: over 150 RSOs at 1:50; run r has 100 × (1 + r × 10 / 100) in month 10
    expect(result.force.chanceOverLimit?.[10]).toBeCloseTo(5 / 11, 9);
    // and in the last month run r has 100 × (1 + r × 23 / 100): runs 0, 1 and 2 stay within
    expect(result.force.chanceWithinLimit).toBeCloseTo(3 / 11, 9);
  });

  it('of teams add up to the force on the middle path', () => {
    const two = [...many(40), ...many(30, 'Highfold')];
    const { force, teams } = scenarioResult(baseOf({ cases: two, officers }), scenario(posts()));
    for (const at of [0, 7, MONTHS - 1]) {
      expect(sum(teams.map(({ load }) => load.middle[at] ?? 0))).toBeCloseTo(force.load.middle[at] ?? 0, 9);
      expect(sum(teams.map(({ fte }) => fte[at] ?? 0))).toBeCloseTo(force.fte[at] ?? 0, 9);
    }
  });
});

describe('whatever posts are added', () => {
  const base = baseOf({ cases: many(30), officers });
  const before = scenarioResult(base, scenario()).force;
  const added = fc.record({
    posts: fc.double({ min: 0, max: 20, noNaN: true }),
    leadMonths: fc.integer({ min: 0, max: 12 }),
    trainingMonths: fc.integer({ min: 0, max: 12 }),
    productivity: fc.double({ min: 0, max: 1, noNaN: true }),
    contract: fc.constantFrom('officer' as const, 'staff' as const),
  });

  it('neither ratio nor utilisation rises in any month', () => {
    fc.assert(
      fc.property(added, (change) => {
        const after = scenarioResult(base, scenario(posts(change))).force;
        after.ratio.middle.forEach((ratio, at) => {
          expect(ratio ?? 0).toBeLessThanOrEqual((before.ratio.middle[at] ?? 0) + 1e-9);
          expect(after.utilisation.middle[at] ?? 0).toBeLessThanOrEqual(
            (before.utilisation.middle[at] ?? 0) + 1e-9,
          );
        });
      }),
      { numRuns: 40 },
    );
  });
});
