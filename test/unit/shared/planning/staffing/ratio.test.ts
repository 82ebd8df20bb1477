import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import { RatioFigure } from '#shared/domain/demand.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { showRatio } from '#shared/planning/figures.ts';
import { countsIn } from '#shared/planning/staffing/numerator.ts';
import { ratio, ratioDefinition, type RatioInput } from '#shared/planning/staffing/ratio.ts';
import { absenceOf, AS_AT, caseOf, officerOf } from '../../../../fixtures/records.ts';

const casesOf = (count: number, team: string, changes: Parameters<typeof caseOf>[1] = {}) =>
  Array.from({ length: count }, (_, index) => caseOf(`${team}${String(index)}`, { team, ...changes }));

const input = (changes: Partial<RatioInput> = {}): RatioInput => ({
  cases: casesOf(100, 'Harbour'),
  officers: [
    officerOf('101'),
    officerOf('102', { contract: 'staff', fte: 0.6 }),
    officerOf('199', { role: 'supervisor' }),
  ],
  abstractions: [],
  assumptions: exampleStandards().assumptions,
  settings: defaultSettings,
  asAt: AS_AT,
  absencesHeldTo: AS_AT,
  ...changes,
});

describe('the ratio', () => {
  it('of 2,202 community RSOs needs 44.04 FTE to be 1:50', () => {
    // 42.4 FTE in post: forty full-time and four at 0.6; supervisors do not count
    const officers = [
      ...Array.from({ length: 40 }, (_, index) => officerOf(String(index))),
      ...Array.from({ length: 4 }, (_, index) => officerOf(`p${String(index)}`, { fte: 0.6 })),
      officerOf('s', { role: 'supervisor' }),
    ];
    const cases = [
      ...casesOf(2202, 'Harbour'),
      ...casesOf(28, 'Inside', { status: 'custody', team: 'Harbour' }),
    ];
    const { force } = ratio(input({ cases, officers }));
    expect(force.offenders).toBe(2202);
    expect(force.managers).toBeCloseTo(42.4, 9);
    expect(force.fteNeeded).toBeCloseTo(44.04, 9);
    expect(force.shortBy).toBeCloseTo(1.64, 9);
    expect(showRatio(force.ratio ?? 0)).toBe('1:51.9');
    expect(RatioFigure.parse(force)).toEqual(force);
  });

  it('says how many it counts whose notification is over', () => {
    const cases = [
      ...casesOf(3, 'Harbour', { notificationEnd: isoDate('2026-10-30') }),
      ...casesOf(2, 'Inside', { notificationEnd: isoDate('2026-10-30'), status: 'custody' }),
      ...casesOf(4, 'Moor', { notificationEnd: AS_AT }),
    ];
    const { force, warnings } = ratio(input({ cases }));
    expect(force.offenders).toBe(7);
    expect(warnings).toEqual([
      '3 RSOs counted although the notification held ended before 31 Oct 2026: the register still holds them.',
    ]);
    expect(ratio(input()).warnings).toEqual([]);
  });

  it('counts people in post on the day only', () => {
    const officers = [
      officerOf('101', { leaving: '2026-10-31' }),
      officerOf('102', { leaving: '2026-10-30' }),
      officerOf('103', { start: '2026-11-01' }),
    ];
    expect(ratio(input({ officers })).force.managers).toBe(1);
  });

  it('is within the limit with nobody missing', () => {
    const { force } = ratio(input({ cases: casesOf(80, 'Harbour') }));
    expect(force).toMatchObject({ ratio: 50, shortBy: 0 });
  });
});

describe('denominators', () => {
  const managers = (changes: Partial<RatioInput>): number | null => ratio(input(changes)).force.managers;

  it('are full-time equivalents, heads, time after abstraction, or posts', () => {
    expect(managers({ denominator: 'in-post-fte' })).toBeCloseTo(1.6, 9);
    expect(managers({ denominator: 'in-post-headcount' })).toBe(2);
    // no records: 10 % assumed
    expect(managers({ denominator: 'effective-fte' })).toBeCloseTo(1.44, 9);
    const settings = { ...defaultSettings, establishedFte: { HARBOUR: 2.5 as never } };
    expect(managers({ denominator: 'established-fte', settings })).toBe(2.5);
  });

  it('after abstraction rest on the records where there are any', () => {
    const abstractions = [
      absenceOf('101', '2025-10-01', '2025-10-01', 8),
      absenceOf('101', '2026-03-02', '2026-03-06', 201.6),
    ];
    // one officer, 252 working days of 8 h in the twelve months: a tenth is lost
    const value = managers({ denominator: 'effective-fte', abstractions, officers: [officerOf('101')] });
    expect(value).toBeCloseTo(0.9, 9);
  });

  it('are not known without a roster or an establishment, and then give no ratio', () => {
    const none = ratio(input({ officers: null }));
    expect(none.force).toMatchObject({
      managers: null,
      ratio: null,
      shortBy: null,
      offenders: 100,
      fteNeeded: 2,
    });
    expect(none.warnings).toEqual(['No staff list is loaded: managers are not known. Import one.']);
    const cases = [...casesOf(50, 'Harbour'), ...casesOf(50, 'Moorland')];
    const settings = { ...defaultSettings, establishedFte: { Harbour: 1 as never } };
    const part = ratio(input({ cases, settings, denominator: 'established-fte' }));
    expect(part.teams.map((team) => team.managers)).toEqual([1, null]);
    expect(part.force.managers).toBeNull();
    expect(part.warnings).toEqual(['No establishment is set for Moorland: enter it in the settings.']);
  });

  it('of a team without anyone in the roster are nought, and all its managers are missing', () => {
    const cases = [...casesOf(50, 'Harbour'), ...casesOf(25, 'Moorland')];
    const moorland = ratio(input({ cases })).teams[1];
    expect(moorland).toMatchObject({ team: 'Moorland', managers: 0, ratio: null, shortBy: 0.5 });
  });
});

describe('numerators', () => {
  const record = caseOf('D1', { status: 'custody', mode: 'reactive', leadAgency: 'probation' });
  it.each([
    ['all', true],
    ['community', false],
    ['active', false],
    ['police-led', false],
    ['community+active', false],
  ] as const)('%s counts a reactive, probation-led case in custody: %s', (numerator, expected) => {
    expect(countsIn(record, numerator)).toBe(expected);
  });

  it('joined with + must all hold', () => {
    expect(countsIn(caseOf('D1'), 'community+active+police-led')).toBe(true);
    expect(countsIn(caseOf('D1', { leadAgency: 'probation' }), 'community+active+police-led')).toBe(false);
    expect(countsIn(caseOf('D1', { leadAgency: 'probation' }), 'community+active')).toBe(true);
  });

  it('count a case whose value is missing, and say how many', () => {
    const cases = [
      caseOf('D1', { status: null }),
      caseOf('D2'),
      caseOf('D3', { status: null, mode: 'reactive' }),
    ];
    const found = ratio(input({ cases, numerator: 'community+active' }));
    expect(found.force.offenders).toBe(2);
    expect(found.warnings).toEqual([
      '1 RSO counted although a value that decides it is missing from the snapshot.',
    ]);
  });
});

it('the definition says what is divided by what', () => {
  expect(ratioDefinition('community', 'in-post-fte', 50, AS_AT)).toBe(
    'RSOs in the community per offender manager in post (full-time equivalent) as at 31 Oct 2026; ' +
      'supervisors are not counted; limit 1:50.',
  );
  expect(ratioDefinition('active+community', 'in-post-headcount', 50, AS_AT)).toMatch(
    /^RSOs in the community and actively managed per offender manager in post \(headcount\)/,
  );
  expect(ratioDefinition('all', 'established-fte', 55, AS_AT)).toMatch(
    /^All RSOs per established .* limit 1:55\.$/,
  );
});
