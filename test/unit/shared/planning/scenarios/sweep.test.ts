import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '#shared/domain/dates.ts';
import type { PayTable } from '#shared/domain/pay.ts';
import { BASELINE_NAME } from '#shared/domain/scenario.ts';
import { compareScenarios } from '#shared/planning/scenarios/compare.ts';
import { highest } from '#shared/planning/scenarios/figures.ts';
import { simulatedResult } from '#shared/planning/scenarios/result.ts';
import { newPosts, seek, sweep, type NewPosts } from '#shared/planning/scenarios/sweep.ts';
import { tornado } from '#shared/planning/scenarios/tornado.ts';
import { caseOf, officerOf, standardsOf } from '../../../../fixtures/records.ts';
import { baseOf, month, MONTHS, posts, scenario, steadyFutures } from './hand-made.ts';

const cases = Array.from({ length: 120 }, (_, index) => caseOf(`D${String(index)}`));
/** Ten futures that grow by 0 to 18 % by the last month. */
const futures = steadyFutures(
  cases,
  Array.from({ length: 10 }, (_, run) => (at: number) => 1 + (run * 0.02 * (at + 1)) / MONTHS),
);
const base = baseOf({
  cases,
  officers: [officerOf('1'), officerOf('2')],
  futures,
  standards: standardsOf(['visit', 'rmp']),
});
const FORCE = base.teams.length;
const input = (changes: Partial<NewPosts> = {}): NewPosts => ({
  changes: [],
  team: FORCE,
  contract: 'officer',
  from: base.month0,
  leadMonths: 2,
  trainingMonths: 3,
  productivity: 0.5,
  window: { first: 5, last: MONTHS - 1 },
  ...changes,
});

describe('a sweep', () => {
  const { points, first, last } = sweep(base, input(), 3);

  it('has at n what the scenario with n posts has', () => {
    for (const point of points) {
      const changes = point.posts === 0 ? [] : [newPosts(base, input(), point.posts, base.month0)];
      const result = simulatedResult(base, { name: 'n', changes });
      expect(point.ratioEnd).toBe(result.force.ratio.middle.at(-1));
      expect(point.peakUtilisation).toBe(highest(result.force.utilisation.middle));
      const { window } = input();
      const lookedAt = result.force.utilisation.middle.slice(window.first, window.last + 1);
      expect(point.peakLookedAt).toBe(highest(lookedAt));
      expect(point.monthsOverLimit).toBe(result.force.monthsOverLimit);
      expect(point.costAdded).toBe(result.cost.years.at(-1)?.cumulativeAdded);
    }
  });

  it('counts each post once, and says which months it looks at', () => {
    expect(points.map((point) => point.posts)).toEqual([0, 1, 2, 3]);
    expect([first, last]).toEqual(['2027-04', '2028-10']);
  });
});

describe('goal seek', () => {
  it('is worked out by hand', () => {
    // 120 to 142 RSOs: two managers have room for 100 at 1:50, three for 150, two and a newcomer in training for 125
    const found = seek(base, { ...input(), goal: 'ratio', probability: 0.8, most: 10 });
    expect([found.posts, found.chanceOneFewer]).toEqual([1, 0]);
    // recruited from January: in post in March, before the first month looked at; in training up to May, when run 7
    // has 120 × (1 + 0.14 × 7 ÷ 24) = 124.9 and run 8 has 125.6. A month later run 7 has 125.6 in June
    expect([found.latestStart, found.chance]).toEqual(['2027-01', 0.8]);
    expect(found.answer).toContain('1 further post, recruited from');
    expect(found.answer).toMatch(/the force as a whole (to 1:50|within capacity) in every month/);
  });

  it('has an answer that holds, and one post fewer or one month later does not', () => {
    const asked = fc.record({
      goal: fc.constantFrom('ratio' as const, 'capacity' as const),
      probability: fc.constantFrom(0.3, 0.5, 0.8, 1),
      leadMonths: fc.integer({ min: 0, max: 4 }),
      trainingMonths: fc.integer({ min: 0, max: 4 }),
      productivity: fc.constantFrom(0, 0.5, 1),
      limit: fc.integer({ min: 10, max: 80 }),
      first: fc.integer({ min: 0, max: 12 }),
    });
    fc.assert(
      fc.property(asked, ({ limit, first, goal, probability, ...how }) => {
        const own = { ...base, settings: { ...base.settings, ratioLimit: limit } };
        const question = {
          ...input({ ...how, window: { first, last: MONTHS - 1 } }),
          goal,
          probability,
          most: 12,
        };
        const found = seek(own, question);
        const chance = (count: number, from = own.month0): number => {
          const one = seek(own, {
            ...question,
            changes: count === 0 ? [] : [newPosts(own, question, count, from)],
            most: 1,
            probability: 1e-9,
          });
          return one.posts === 0 ? (one.chance ?? 0) : 0;
        };
        if (found.posts === null) {
          expect(chance(12)).toBeLessThan(probability);
          return;
        }
        expect(found.chance).toBeGreaterThanOrEqual(probability);
        expect(chance(found.posts, found.latestStart ?? own.month0)).toBe(found.chance);
        if (found.posts > 0) {
          expect(chance(found.posts - 1)).toBeLessThan(probability);
          const later = addMonths(found.latestStart ?? own.month0, 1);
          if (later <= (own.months.at(-1) ?? later))
            expect(chance(found.posts, later)).toBeLessThan(probability);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says so where even the most posts do not', () => {
    const found = seek(base, {
      ...input({ window: { first: 0, last: 5 } }),
      goal: 'ratio',
      probability: 0.8,
      most: 3,
    });
    expect([found.posts, found.latestStart, found.chanceOfMost]).toEqual([null, null, 0]);
    expect(found.answer).toContain('Even 3 further posts');
  });
});

describe('a comparison', () => {
  const compared = compareScenarios(
    base,
    [
      { name: BASELINE_NAME, description: '', changes: [], scenarioId: null },
      { name: 'Two posts', description: '', changes: [posts()], scenarioId: 7 },
      {
        name: 'Growth',
        description: '',
        changes: [{ kind: 'growth', team: null, extra: 0.02 }],
        scenarioId: 8,
      },
    ],
    null,
  );

  it('lists each assumption in which a scenario differs, the others as held', () => {
    expect(compared.assumptions.map(({ name, differs }) => [name, ...differs])).toEqual([
      ['Posts: offender manager, officer', false, true, false],
      ['Growth beyond the forecast', false, false, true],
    ]);
    expect(compared.assumptions[1]?.values).toEqual(['as held', 'as held', '+2\u00a0% a year']);
  });

  it('puts the same figures side by side', () => {
    const end = compared.figures.find(({ key }) => key === 'fte-end');
    expect(end?.values).toEqual([2, 4, 2]);
    const [plain, , grown] = compared.figures.find(({ key }) => key === 'rsos-end')?.values ?? [];
    expect(Number(grown) / Number(plain)).toBeCloseTo(1.02 ** 2, 9);
  });
});

describe('a tornado', () => {
  it('has the widest bar first, and none that does not bear on the figure', () => {
    const found = tornado(base, { changes: [posts()], figure: 'ratio-end', team: FORCE });
    expect(found.bars.map(({ swing }) => swing)).toEqual(
      [...found.bars.map(({ swing }) => swing)].sort((a, b) => b - a),
    );
    expect(found.bars.map(({ key }) => key)).toContain('growth');
    expect(found.bars.map(({ key }) => key)).not.toContain('hours');
    expect(tornado(base, { changes: [], figure: 'peak-utilisation', team: 0 }).bars[0]?.key).toMatch(
      /hours|abstraction|scheduled-share|risk-mix/,
    );
  });

  it('moves one assumption at a time: a tenth more hours is a tenth more load', () => {
    const found = tornado(base, { changes: [], figure: 'mean-utilisation', team: FORCE });
    const bar = found.bars.find(({ key }) => key === 'hours');
    expect((bar?.atHigh ?? 0) / (found.now ?? 1)).toBeCloseTo(1.1, 9);
    expect((bar?.atLow ?? 0) / (found.now ?? 1)).toBeCloseTo(0.9, 9);
  });

  it('moves the pay of everybody: a twentieth more pay is a twentieth more of the cost added', () => {
    const pay: PayTable = {
      rates: [
        {
          role: 'offender-manager',
          contract: 'officer',
          pay: { value: 40_000, source: '', year: '', confirmed: true, setOn: null },
          onCost: { value: 0.25, source: '', year: '', confirmed: true, setOn: null },
        },
      ],
    };
    const found = tornado({ ...base, pay }, { changes: [posts()], figure: 'cost-added', team: FORCE });
    const bar = found.bars.find(({ key }) => key === 'pay');
    expect((bar?.atHigh ?? 0) / Number(found.now)).toBeCloseTo(1.05, 9);
    expect((bar?.atLow ?? 0) / Number(found.now)).toBeCloseTo(0.95, 9);
  });
});

it('posts for a time end no sooner than they begin', async () => {
  const { complaintsOf } = await import('#shared/planning/scenarios/assumed.ts');
  const until = (last: string) =>
    complaintsOf(scenario(posts({ from: month('2027-03'), until: month(last) })).changes, base);
  expect(until('2027-03')).toEqual([]);
  expect(until('2027-02')).toEqual([
    'Expected the last month of posts for a time not before the first, March 2027; found February 2027.',
  ]);
  const recruited = posts({ from: month('2027-01'), leadMonths: 12, until: month('2027-06') });
  expect(complaintsOf(scenario(recruited).changes, base)).toEqual([
    'Expected the last month of posts for a time not before the first, January 2028, after 12 months of recruiting; found June 2027.',
  ]);
  expect(complaintsOf(scenario({ ...recruited, posts: -1 }).changes, base)).toEqual([]);
});

it('a scenario of a team or duty that is not there is told apart', async () => {
  const { complaintsOf } = await import('#shared/planning/scenarios/assumed.ts');
  const { changes } = scenario(posts({ team: 'Nowhere' }), {
    kind: 'hours',
    duty: 'none',
    risk: null,
    hours: 1,
  });
  expect(complaintsOf(changes, base)).toEqual([
    'There is no team called “Nowhere”. Teams: Harbour.',
    'There is no duty “none”. Duties: visit and rmp.',
  ]);
  expect(month('2027-09')).toBe('2027-09');
});
