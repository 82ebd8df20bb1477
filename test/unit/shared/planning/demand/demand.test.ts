import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskLevels, type CaseRecord } from '#shared/domain/case.ts';
import { addDays, isoDate, monthRange, monthZero } from '#shared/domain/dates.ts';
import { TeamDemand } from '#shared/domain/demand.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { byTeam, demand } from '#shared/planning/demand/demand.ts';
import type { DemandInput } from '#shared/planning/demand/input.ts';
import { signOffsHeldIn } from '#shared/planning/demand/sign-offs.ts';
import { AS_AT, caseOf, dutyState, officerOf, standardsOf } from '../../../../fixtures/records.ts';

const months = monthRange(monthZero(AS_AT), 24);
const input = (changes: Partial<DemandInput> = {}): DemandInput => ({
  cases: [],
  signOffsHeld: signOffsHeldIn(changes.cases ?? []),
  officers: [officerOf('101'), officerOf('199', { role: 'supervisor' })],
  abstractions: [],
  standards: exampleStandards(),
  settings: defaultSettings,
  asAt: AS_AT,
  absencesHeldTo: AS_AT,
  months,
  ...changes,
});

const anyCase = fc
  .record({
    team: fc.constantFrom('Harbour', 'Moorland', ' harbour'),
    risk: fc.constantFrom(...riskLevels, 'unassessed' as const),
    mode: fc.constantFrom('active' as const, 'reactive' as const, null),
    status: fc.constantFrom('community' as const, 'custody' as const, null),
    visit: fc.option(fc.integer({ min: -200, max: 400 })),
    arms: fc.option(fc.integer({ min: -200, max: 400 })),
    end: fc.option(fc.integer({ min: 1, max: 900 })),
  })
  .map(({ visit, arms, end, ...rest }): Partial<CaseRecord> => {
    const state = (duty: string, next: number | null) => ({
      duty,
      lastDone: null,
      nextDue: next === null ? null : addDays(AS_AT, next),
      interval: null,
      signedOff: null,
    });
    return {
      ...rest,
      notificationEnd: end === null ? null : addDays(AS_AT, end),
      duties: [state('visit', visit), state('arms', arms)],
    };
  });
const anyCases = fc
  .array(anyCase, { maxLength: 25 })
  .map((list) => list.map((changes, index) => caseOf(`D${String(index)}`, changes)));

function ofHarbour(asked: DemandInput): TeamDemand {
  const [own, ...others] = demand(asked).teams;
  if (own?.team !== 'Harbour' || others.length > 0) throw new Error('expected cases of Harbour alone');
  return own;
}

describe('demand of a team', () => {
  it('is worked out by hand for one high-risk case', () => {
    // visit every three months from December, 7 h each; nothing else owed
    const cases = [caseOf('D1', { risk: 'high', duties: [dutyState('visit', '2026-09-05', '2026-12-05')] })];
    const own = ofHarbour(input({ cases, standards: standardsOf(['visit']) }));
    expect(own.load.slice(0, 8)).toEqual([0, 7, 0, 0, 7, 0, 0, 7]);
    expect(own.occurrences.visit?.slice(0, 5)).toEqual([0, 1, 0, 0, 1]);
    // 83.17 h of capacity in December 2026 (see the tests of capacity)
    expect(own.utilisation[1]).toBeCloseTo(7 / 83.173, 5);
  });

  it('counts PND checks but gives them no load, and keeps supervisors apart', () => {
    const cases = [
      caseOf('D1', {
        duties: [dutyState('pnd', '2025-12-01', null), dutyState('visit', null, '2026-11-10')],
      }),
    ];
    const standards = standardsOf(['visit', 'pnd', 'signoff']);
    const own = ofHarbour(input({ cases, standards }));
    expect(own.occurrences.pnd?.slice(0, 3)).toEqual([0, 1, 0]);
    expect(own.loadByDuty).not.toHaveProperty('pnd');
    expect(own.loadByDuty).not.toHaveProperty('signoff');
    // the visit of November is signed off in December: half an hour
    expect(own.supervisor.load.slice(0, 3)).toEqual([0, 0.5, 0]);
    expect(own.supervisor.capacity[1]).toBeCloseTo(83.173, 3);
    expect(own.load.slice(0, 3)).toEqual([7, 0, 0]);
  });

  it('has the same peaks however many months are shown', () => {
    const cases = Array.from({ length: 14 }, (_, index) =>
      caseOf(`D${String(index)}`, { duties: [dutyState('visit', '2026-06-10', '2026-12-10')] }),
    );
    const whole = ofHarbour(input({ cases, standards: standardsOf(['visit']) }));
    const short = ofHarbour(input({ cases, standards: standardsOf(['visit']), months: months.slice(0, 3) }));
    expect(short.load).toEqual(whole.load.slice(0, 3));
    expect(short.meanUtilisation).toBe(whole.meanUtilisation);
    expect(short.peaks).toEqual(whole.peaks.filter((peak) => peak.month <= '2027-01'));
    expect(short.peaks.map((peak) => peak.month)).toEqual(['2026-12']);
  });

  it('is the load per duty added up, whatever the cases', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const { teams, force } = demand(input({ cases }));
        for (const own of [...teams, force]) {
          expect(TeamDemand.safeParse(own).success).toBe(true);
          for (const [month, load] of own.load.entries()) {
            const parts = Object.values(own.loadByDuty).reduce((sum, row) => sum + (row[month] ?? 0), 0);
            expect(load).toBeCloseTo(parts, 9);
          }
        }
      }),
    );
  });
});

describe('demand of the force', () => {
  it('is the sum of the teams, and its utilisation comes from the sums', () => {
    const officers = [officerOf('101'), officerOf('201', { team: 'MOORLAND', contract: 'staff', fte: 0.5 })];
    fc.assert(
      fc.property(anyCases, (cases) => {
        const { teams, force } = demand(input({ cases, officers }));
        const total = (pick: (team: TeamDemand) => number): number =>
          teams.reduce((sum, team) => sum + pick(team), 0);
        expect(force.cases).toBe(cases.length);
        for (const month of months.keys()) {
          const load = total((team) => team.load[month] ?? 0);
          const capacity = total((team) => team.capacity[month] ?? 0);
          expect(force.load[month]).toBeCloseTo(load, 9);
          expect(force.capacity[month]).toBeCloseTo(capacity, 9);
          expect(force.utilisation[month]).toBeCloseTo(load / capacity, 9);
          expect(force.occurrences.visit?.[month]).toBe(
            total((team) => team.occurrences.visit?.[month] ?? 0),
          );
        }
      }),
    );
  });

  it('takes spellings of a name as one team, in alphabetical order', () => {
    const cases = [
      caseOf('D1', { team: "St Aldren's" }),
      caseOf('D2', { team: 'Harbour' }),
      caseOf('D3', { team: 'ST ALDRENS' }),
    ];
    const groups = byTeam(cases, [officerOf('301', { team: ' st aldren’s' })]);
    expect(groups.map(({ team, cases: own, officers }) => [team, own.length, officers.length])).toEqual([
      ['Harbour', 1, 0],
      ["St Aldren's", 2, 1],
    ]);
  });
});

describe('what a reader must know', () => {
  it('is that no staff list is loaded', () => {
    const { teams, force, warnings } = demand(input({ cases: [caseOf('D1')], officers: [] }));
    expect(warnings[0]).toMatch(/^No staff list is loaded/);
    expect(force.utilisation.every((value) => value === null)).toBe(true);
    expect(teams[0]?.peaks).toEqual([]);
  });

  it('is which teams or months have work and nobody to do it', () => {
    const cases = [
      caseOf('D1', { duties: [dutyState('visit', null, '2026-11-10')] }),
      caseOf('D2', { team: 'Moorland', duties: [dutyState('visit', null, '2027-11-10')] }),
    ];
    const officers = [officerOf('101'), officerOf('201', { team: 'Moorland', leaving: '2027-10-31' })];
    const standards = standardsOf(['visit']);
    const [moorland] = demand(input({ cases, officers, standards })).teams.slice(-1);
    expect(moorland?.peaks.flatMap((peak) => (peak.utilisation === null ? [peak.month] : []))).toEqual([
      '2027-11',
      '2028-05',
    ]);
    expect(demand(input({ cases, officers, standards })).warnings).toEqual([
      "Moorland has no offender managers' time in November 2027 and May 2028, but 14\u00a0h of work.",
    ]);
    expect(demand(input({ cases, officers: [officerOf('101')], standards })).warnings).toEqual([
      'Moorland has no offender manager in the staff list, but 14\u00a0h of work.',
    ]);
  });

  it('is how many cases are not assessed, and how many lack what decides their duties', () => {
    const cases = [caseOf('D1', { risk: 'unassessed' }), caseOf('D2', { mode: null })];
    expect(demand(input({ cases })).warnings).toEqual([
      '1 case not assessed yet, planned as medium risk.',
      '1 case without a management mode or status, taken to owe every duty.',
    ]);
  });

  it('is that a month mostly over before the snapshot counts whole, and how to keep moves out of it', () => {
    const warningsOn = (asAt: string, firstOpenMonth = 0) => {
      const given = input({ cases: [caseOf('D1')], officers: [officerOf('101')] });
      return demand({ ...given, asAt: isoDate(asAt), settings: { ...given.settings, firstOpenMonth } })
        .warnings;
    };
    // November 2026 has 21 working days: 11 are left after Friday 13, 10 after Monday 16.
    expect(warningsOn('2026-11-13')).toEqual([]);
    const fact =
      'November 2026 counts as a whole month, though 10 working days of it are left after the snapshot: it is fuller than it looks';
    expect(warningsOn('2026-11-16')).toEqual([
      `${fact}; to move no work into it, set the first month open to planning to 1.`,
    ]);
    expect(warningsOn('2026-11-16', 1)).toEqual([`${fact}.`]);
    expect(warningsOn('2026-11-30')).toEqual([]);
  });
});
