import { describe, expect, it } from 'vitest';
import type { ScenarioChange } from '#shared/domain/scenario.ts';
import { assumedBy } from '#shared/planning/scenarios/assumed.ts';
import { peopleOf } from '#shared/planning/scenarios/people.ts';
import { scenarioResult } from '#shared/planning/scenarios/result.ts';
import { caseOf, officerOf } from '../../../../fixtures/records.ts';
import { baseOf, month, posts, scenario } from './hand-made.ts';

const hundred = Array.from({ length: 100 }, (_, index) => caseOf(`D${String(index)}`));
const two = [officerOf('1'), officerOf('2')];
const base = baseOf({ cases: hundred, officers: two });
const at = (text: string): number => base.months.indexOf(month(text));
const fteWith = (...changes: ScenarioChange[]): number[] => peopleOf(base, assumedBy(changes, base), 0).fte;

describe('posts from September with three months’ training at half productivity', () => {
  const change = posts({ trainingMonths: 3, productivity: 0.5 });
  const { ratio, inPost } = scenarioResult(base, scenario(change)).force;
  const ratioIn = (text: string): number | null | undefined => ratio.middle[at(text)];

  it('change the ratio in exactly these months', () => {
    // 100 RSOs: 2 managers; 2 + 2 × 0.5 in September to November; 4 from December on
    expect(ratioIn('2027-08')).toBeCloseTo(50, 9);
    for (const training of ['2027-09', '2027-10', '2027-11'])
      expect(ratioIn(training)).toBeCloseTo(100 / 3, 9);
    for (const later of ['2027-12', '2028-01', '2028-10']) expect(ratioIn(later)).toBeCloseTo(25, 9);
    expect(new Set(ratio.middle.slice(0, at('2027-09')))).toEqual(new Set([50]));
  });

  it('are in post, and paid, in full from the first day', () => {
    expect([inPost[at('2027-08')], inPost[at('2027-09')]]).toEqual([2, 4]);
  });

  it('come later by the time it takes to recruit, and go with their last month', () => {
    const led = fteWith(posts({ leadMonths: 4, until: month('2028-03') }));
    expect([led[at('2027-12')], led[at('2028-01')], led[at('2028-03')], led[at('2028-04')]]).toEqual([
      2, 4, 4, 2,
    ]);
  });
});

describe('people in a scenario', () => {
  it('who leave half way through a month count half in it', () => {
    // June 2027 has 22 working days, 11 of them up to the 15th
    const leaving = baseOf({
      cases: hundred,
      officers: [officerOf('1'), officerOf('2', { leaving: '2027-06-15' })],
    });
    const { fte } = peopleOf(leaving, assumedBy([], leaving), 0);
    expect([fte[at('2027-05')], fte[at('2027-06')], fte[at('2027-07')]]).toEqual([2, 1.5, 1]);
  });

  it('who leave are followed after the lead months where vacancies are filled', () => {
    const leaving = baseOf({
      cases: hundred,
      officers: [officerOf('1'), officerOf('2', { leaving: '2027-06-30' })],
    });
    const filled = assumedBy(
      [
        {
          kind: 'vacancies',
          team: null,
          leadMonths: 2,
          trainingMonths: 1,
          productivity: 0.5,
          openToo: false,
        },
      ],
      leaving,
    );
    const { fte } = peopleOf(leaving, filled, 0);
    // gone in July and August; in training in September
    const seen = ['2027-06', '2027-07', '2027-08', '2027-09', '2027-10'].map((text) => fte[at(text)]);
    expect(seen).toEqual([2, 1, 1, 1.5, 2]);
  });

  it('leave at the yearly rate of attrition', () => {
    const thinned = fteWith({ kind: 'attrition', team: null, yearly: 0.1 });
    expect(thinned[0]).toBe(2);
    expect(thinned[12]).toBeCloseTo(1.8, 9);
  });

  it('who leave posts for a time are missed no longer once these end', () => {
    const attrition: ScenarioChange = { kind: 'attrition', team: null, yearly: 0.15 };
    const forATime = posts({ posts: 10, until: month('2028-06') });
    const fill: ScenarioChange = {
      kind: 'vacancies',
      team: null,
      leadMonths: 4,
      trainingMonths: 2,
      productivity: 0.5,
      openToo: false,
    };
    for (const others of [[attrition], [attrition, fill]]) {
      const [alone, beside] = [fteWith(...others), fteWith(forATime, ...others)];
      expect(beside[at('2028-06')]).toBeGreaterThan(7);
      for (const ended of ['2028-07', '2028-10'])
        expect(beside[at(ended)]).toBeCloseTo(alone[at(ended)] ?? NaN, 9);
    }
  });

  it('taken away never leave fewer than none', () => {
    expect(fteWith(posts({ posts: -3 })).slice(at('2027-08'), at('2027-10'))).toEqual([2, 0]);
  });

  it('taken away of a contract that has fewer leave those of the other, and cost what is there', () => {
    const mixed = baseOf({
      cases: hundred,
      officers: [officerOf('1'), officerOf('2'), officerOf('3', { contract: 'staff' })],
    });
    const changes = [posts({ posts: -2, contract: 'staff' })];
    const { inPost, paid, beyond } = peopleOf(mixed, assumedBy(changes, mixed), 0);
    const september = at('2027-09');
    expect(inPost[september]).toBe(2);
    expect(paid.map(({ contract, fte }) => [contract, fte[september]])).toEqual([
      ['officer', 2],
      ['staff', 0],
    ]);
    expect(beyond).toBe(1);
    expect(scenarioResult(mixed, scenario(...changes)).notes.join(' ')).toContain(
      'Harbour: of the posts taken away, 1\u00a0FTE are not there',
    );
  });

  it('added and taken away again come to the same in either order', () => {
    const added = posts({ posts: 3 });
    const taken = posts({ posts: -4, from: month('2028-01') });
    expect(fteWith(added, taken)).toEqual(fteWith(taken, added));
    expect(fteWith(taken, added)[at('2028-02')]).toBe(1);
  });

  it('are shared out over teams by the RSOs counted', () => {
    const cases = [
      ...hundred.slice(0, 75),
      ...hundred.slice(75).map((one) => ({ ...one, team: 'Highfold' })),
    ];
    const teams = baseOf({ cases, officers: [officerOf('1'), officerOf('2', { team: 'Highfold' })] });
    const { teams: results } = scenarioResult(teams, scenario(posts({ posts: 4 })));
    expect(results.map(({ team, fte }) => [team, fte.at(-1)])).toEqual([
      ['Harbour', 4],
      ['Highfold', 2],
    ]);
  });
});
