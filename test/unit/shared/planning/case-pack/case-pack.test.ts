import { describe, expect, it } from 'vitest';
import { BASELINE_NAME } from '#shared/domain/scenario.ts';
import { seek } from '#shared/planning/scenarios/sweep.ts';
import { simulatedResult } from '#shared/planning/scenarios/result.ts';
import { shortened } from '#shared/planning/forecast/cases/futures.ts';
import { showFigure } from '#shared/planning/case-pack/show.ts';
import { caseBase, caseOutcome, handMadeCase, twoPosts } from './hand-made.ts';

describe('the options of a case', () => {
  const outcome = caseOutcome();
  const base = caseBase();

  it('are nothing, levelling alone, the fewest posts with levelling, and what was chosen', () => {
    expect(outcome.options.map(({ key }) => key)).toEqual(['nothing', 'level', 'minimum', 'preferred']);
    expect(outcome.options.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([
      [],
      ['levelling'],
      ['levelling', 'posts'],
      ['posts'],
    ]);
    // One word for the state of things as it is, on pages and in the case.
    expect(outcome.options[0]?.name).toBe(BASELINE_NAME);
    expect(outcome.options.at(-1)?.name).toBe('Preferred: Two posts');
  });

  it('each have the result of that scenario run by itself', () => {
    for (const [index, { changes }] of outcome.options.entries()) {
      const alone = simulatedResult(base, { name: BASELINE_NAME, changes });
      expect(outcome.comparison.results[index]?.force).toEqual(alone.force);
    }
  });

  it('have as their minimum what goal seek finds: recruited as late as may be, and one fewer is too few', () => {
    const { sought } = outcome;
    // 110 RSOs grow to as many as 130: two and a half managers have room for 125, with one post for 175
    expect(sought.posts).toBe(1);
    expect(sought.chanceOneFewer).toBeLessThan(0.8);
    expect(sought.chance).toBeGreaterThanOrEqual(0.8);
    const posts = outcome.options[2]?.changes[1];
    expect(posts).toMatchObject({ kind: 'posts', posts: 1, from: sought.latestStart });
  });

  it('keep the same minimum of the ratio whether or not work is levelled', () => {
    const input = {
      changes: [{ kind: 'levelling' as const, team: null }],
      team: base.teams.length,
      contract: 'officer' as const,
      from: base.month0,
      leadMonths: 2,
      trainingMonths: 3,
      productivity: 0.5,
      window: { first: 5, last: 59 },
      goal: 'ratio' as const,
      probability: 0.8,
      most: 10,
    };
    expect(seek(base, input)).toEqual(outcome.sought);
  });

  it('leave the minimum out where even the most posts tried are too few, and say so', () => {
    const pack = handMadeCase({ seek: { most: 0 } });
    expect(pack.options.map(({ key }) => key)).toEqual(['nothing', 'level', 'preferred']);
    expect(pack.summary.map(({ text }) => text).join(' ')).toContain(
      'No minimum was found: even 0 further posts',
    );
  });

  it('need no scenario of a person', () => {
    expect(handMadeCase({ scenarios: [] }).options.map(({ key }) => key)).toEqual([
      'nothing',
      'level',
      'minimum',
    ]);
  });
});

describe('the limits of a case', () => {
  it('name the teams whose counts are small, as formulas add all counts up and none can be withheld', () => {
    const smallOnes = (handling: 'show' | 'flag' | 'withhold', below: number): string[] =>
      handMadeCase({ smallCounts: { handling, below } }).limits.filter((text) =>
        text.startsWith('Fewer than'),
      );
    // Moor has 40 cases, Harbour 70.
    expect(smallOnes('withhold', 50)).toEqual([
      'Fewer than 50 RSOs are told of Moor, which can say who is meant: think before this goes beyond the force.',
    ]);
    expect(smallOnes('flag', 20)).toEqual([]);
    expect(smallOnes('show', 50)).toEqual([]);
  });
});

describe('a four-year layout', () => {
  it('rests on the same futures, ended earlier', () => {
    const whole = caseBase(5);
    const cut = caseBase(4);
    expect([cut.months.length, cut.months.at(-1)]).toEqual([53, '2031-03']);
    const [long, short] = [whole, cut].map((base) =>
      simulatedResult(base, { name: 'x', changes: [twoPosts] }),
    );
    expect(short?.force.counted.high).toEqual(long?.force.counted.high?.slice(0, 53));
    expect(short?.force.ratio.middle).toEqual(long?.force.ratio.middle.slice(0, 53));
    expect(short?.cost.years).toEqual(long?.cost.years.slice(0, 5));
  });

  it('is the futures themselves where all their months are kept', () => {
    const { futures } = caseBase(5);
    const same = shortened(futures, 60);
    expect(same.cells).toEqual(futures.cells);
    expect(same.middle).toEqual(futures.middle);
  });
});

describe('the figures of a pack', () => {
  const pack = handMadeCase();

  it('have ids of their own, a run, and are printed as their unit asks', () => {
    expect(new Set(pack.figures.map(({ id }) => id)).size).toBe(pack.figures.length);
    for (const { run, unit, value, shown } of pack.figures) {
      expect(run).toMatch(/^R-[0-9a-f]{10}$/);
      expect(shown).toBe(showFigure(unit, value));
    }
  });

  it('carry the run of the option that they are of', () => {
    for (const { key, run } of pack.options) {
      const own = pack.figures.filter(({ id }) => id.startsWith(`${key}.`));
      expect(new Set(own.map((figure) => figure.run))).toEqual(new Set([run]));
    }
  });

  it('stand in the sentences of the summary', () => {
    const shown = new Map(pack.figures.map((figure) => [figure.id, figure.shown]));
    expect(pack.summary.length).toBeGreaterThan(4);
    for (const { text, figures } of pack.summary) {
      expect(text).not.toMatch(/\.\.|\s;/);
      expect(figures.length).toBeGreaterThan(0);
      for (const id of figures) expect(text).toContain(shown.get(id));
    }
  });

  it('say of levelling alone that it is the force as a whole, and how many teams still go over', () => {
    const level = pack.options.find(({ kind }) => kind === 'level');
    const over = level?.result.teams.filter(({ monthsOverCapacity }) => monthsOverCapacity > 0).length;
    const said = pack.summary.find(({ text }) => text.startsWith('Levelling alone'))?.text ?? '';
    expect(said).toContain('of the force as a whole');
    expect(said).toMatch(new RegExp(`; ${String(over)} of 2 teams still go(es)? over in some month\\.`));
  });

  it.each([
    ['ratio', 51.938, '1:51.9'],
    ['share', 0.0125, '1.3\u00a0%'],
    ['fte', 44.04, '44.0'],
    ['pounds', -1234.4, '−£1,234'],
    ['month', null, 'never'],
    ['pounds', null, '–'],
  ] as const)('of %s: %s is %s', (unit, value, shown) => {
    expect(showFigure(unit, value)).toBe(shown);
  });
});

it('a pack lists every value that it rests on, with its source and whether it is confirmed', () => {
  const { assumptions } = handMadeCase();
  expect(assumptions).toContainEqual({
    group: 'Pay',
    name: 'On-cost, Offender manager, police officer',
    value: 0.353,
    unit: 'share',
    source: expect.stringContaining('Home Office') as string,
    year: '2024/25',
    confirmed: false,
  });
  expect(assumptions.find(({ name }) => name === 'Months until in post')).toMatchObject({
    value: 2,
    confirmed: true,
  });
  expect(assumptions.filter(({ group }) => group === 'Visit')).toHaveLength(17);
});

it('counts the values that are given, those of the standards as the page does, and no dash', () => {
  const { assumptions, options, figures, summary } = handMadeCase();
  const asOnPage = options[0]?.result.unconfirmed.length ?? 0;
  const notGiven = assumptions.filter(({ value }) => value === null);
  expect(notGiven.map(({ group }) => group)).toEqual(['Pay', 'Pay', 'Pay', 'Pay', 'Pay']);
  const count = (key: string) => figures.find(({ id }) => id === `assumptions.${key}`)?.value;
  // Three values say how the minimum is recruited; one of them was asked for.
  expect(count('all')).toBe(asOnPage + 3);
  expect(count('unconfirmed')).toBe(asOnPage + 2);
  expect(summary.at(-1)?.text).toContain('98 of 99 values');
});
