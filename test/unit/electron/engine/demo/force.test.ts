import { describe, expect, it } from 'vitest';
import { DEMO_SEED, inventForce } from '#electron/engine/demo/force.ts';
import { Abstraction } from '#shared/domain/abstraction.ts';
import { CaseRecord, type CaseDuty } from '#shared/domain/case.ts';
import { isoDate, monthRange, monthZero, type IsoDate } from '#shared/domain/dates.ts';
import { inPost, Officer } from '#shared/domain/officer.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { kindsOf } from '#shared/planning/abstractions/kind.ts';
import { demand } from '#shared/planning/demand/demand.ts';
import { signOffsHeldIn } from '#shared/planning/demand/sign-offs.ts';
import { ratio } from '#shared/planning/staffing/ratio.ts';

const force = inventForce({ seed: DEMO_SEED });
const last = force.snapshots.at(-1);
const officers = force.rosters.at(-1)?.officers ?? [];
if (!last) throw new Error('no snapshots');
const { cases, asAt } = last;

describe('the invented force', () => {
  it('is the same for the same seed and another for another', () => {
    expect(inventForce({ seed: DEMO_SEED })).toEqual(force);
    expect(inventForce({ seed: DEMO_SEED + 1, snapshots: 2 }).snapshots).not.toEqual(
      force.snapshots.slice(0, 2),
    );
  });

  it('holds what the contract of the domain asks for', () => {
    for (const record of cases) expect(CaseRecord.safeParse(record).success).toBe(true);
    for (const officer of officers) expect(Officer.safeParse(officer).success).toBe(true);
    for (const record of force.abstractions) expect(Abstraction.safeParse(record).success).toBe(true);
  });

  it('has 36 month-ends and about 1,250 cases in six teams', () => {
    expect(force.snapshots).toHaveLength(36);
    expect(force.snapshots[0]?.asAt).toBe('2023-11-30');
    expect(asAt).toBe('2026-10-31');
    expect(cases.length).toBeGreaterThan(1200);
    expect(cases.length).toBeLessThan(1300);
    expect(new Set(cases.map((record) => record.team)).size).toBe(6);
    expect(new Set(cases.map((record) => record.reference)).size).toBe(cases.length);
    expect(cases.every((record) => /^D1\d{5}$/.test(record.reference))).toBe(true);
  });

  it('has joiners and leavers from each month to the next', () => {
    for (const [index, snapshot] of force.snapshots.slice(1).entries()) {
      const before = new Set(force.snapshots[index]?.cases.map((record) => record.reference));
      const now = new Set(snapshot.cases.map((record) => record.reference));
      expect([...now].some((reference) => !before.has(reference))).toBe(true);
      expect([...before].some((reference) => !now.has(reference))).toBe(true);
    }
  });

  it('has a plausible mix', () => {
    const share = (test: (record: CaseRecord) => boolean): number => cases.filter(test).length / cases.length;
    expect(share((record) => record.risk === 'high')).toBeCloseTo(0.18, 1);
    expect(share((record) => record.risk === 'very-high')).toBeCloseTo(0.02, 1);
    expect(share((record) => record.mode === 'reactive')).toBeCloseTo(0.2, 1);
    expect(share((record) => record.status === 'custody')).toBeCloseTo(0.08, 1);
    expect(share((record) => record.leadAgency === 'probation')).toBeCloseTo(0.25, 1);
    expect(cases.some((record) => record.risk === 'unassessed')).toBe(true);
    expect(
      cases.filter((record) => record.mode === 'reactive').every((record) => record.risk === 'low'),
    ).toBe(true);
  });

  it('never shows work as done after the snapshot, nor undoes what was done', () => {
    const seen = new Map<string, IsoDate>();
    for (const snapshot of force.snapshots) {
      for (const record of snapshot.cases) {
        for (const { duty, lastDone, signedOff } of record.duties) {
          if (lastDone === null) continue;
          const key = `${record.reference}/${duty}`;
          expect(lastDone <= snapshot.asAt && (signedOff === null || signedOff <= snapshot.asAt), key).toBe(
            true,
          );
          expect(lastDone >= (seen.get(key) ?? lastDone), key).toBe(true);
          seen.set(key, lastDone);
        }
      }
    }
  });

  it('has work done early, on time and late, and some outstanding', () => {
    const dueOn = new Map<string, IsoDate | null>();
    const done = { early: 0, onTime: 0, late: 0 };
    const [before, after] = force.snapshots.slice(-2);
    const visitOf = (record: CaseRecord): CaseDuty | undefined =>
      record.duties.find((state) => state.duty === 'visit');
    for (const record of before?.cases ?? []) dueOn.set(record.reference, visitOf(record)?.nextDue ?? null);
    for (const record of after?.cases ?? []) {
      const due = dueOn.get(record.reference);
      const lastDone = visitOf(record)?.lastDone;
      if (!due || !lastDone || !before || lastDone <= before.asAt) continue;
      done[lastDone > due ? 'late' : lastDone.slice(0, 7) < due.slice(0, 7) ? 'early' : 'onTime'] += 1;
    }
    expect(Math.min(done.early, done.onTime, done.late)).toBeGreaterThan(3);
    const outstanding = cases
      .flatMap((record) => record.duties)
      .filter((one) => one.nextDue !== null && one.nextDue <= asAt);
    expect(outstanding.length).toBeGreaterThan(10);
  });

  it('gives every case to somebody in post', () => {
    const inRoster = new Map(officers.map((officer) => [officer.collar, officer]));
    for (const record of cases) {
      const officer = inRoster.get(record.officer ?? '');
      expect(officer && inPost(officer, asAt)).toBe(true);
      expect(officer?.team).toBe(record.team);
    }
  });

  it('has part-timers, people who came and went, and football on Saturdays for one team', () => {
    expect(officers.some((officer) => officer.fte < 1)).toBe(true);
    expect(officers.some((officer) => officer.leaving !== null)).toBe(true);
    const football = force.abstractions.filter((record) => record.activity === 'Football');
    const teams = new Set(
      football.map((record) => officers.find((one) => one.collar === record.collar)?.team),
    );
    expect(teams.size).toBe(1);
    expect(football.length).toBeGreaterThan(40);
    expect(football.every((record) => record.toOtherPolicing)).toBe(true);
  });
});

describe('the story that the demo tells', () => {
  const standards = exampleStandards();
  const settings = defaultSettings;
  const months = monthRange(monthZero(asAt), 12);
  const kindOf = kindsOf([]);
  const abstractions = force.abstractions.map((one) => ({ ...one, kind: kindOf(one) }));
  const { teams, force: whole } = demand({
    cases,
    signOffsHeld: signOffsHeldIn(cases),
    officers,
    abstractions,
    absencesHeldTo: asAt,
    standards,
    settings,
    asAt,
    months,
  });
  const of = (team: string) => teams.find((one) => one.team === team);

  it('is that Harbour breaks in March and Highfold in January, as echoes of drives the year before', () => {
    const march = of('Harbour')?.peaks.find((peak) => peak.month === '2027-03');
    const january = of('Highfold')?.peaks.find((peak) => peak.month === '2027-01');
    expect(march?.utilisation).toBeGreaterThan(1.15);
    expect(january?.utilisation).toBeGreaterThan(1.15);
    expect(march?.because.some((cause) => cause.kind === 'surge' && cause.subject === '2026-03')).toBe(true);
    expect(january?.because.some((cause) => cause.kind === 'surge' && cause.subject === '2026-01')).toBe(
      true,
    );
  });

  it('is that most other months are full but within capacity', () => {
    const others = teams.flatMap((team) => team.utilisation).filter((value) => value !== null);
    expect(others.filter((value) => value <= 1).length / others.length).toBeGreaterThan(0.845);
    expect(whole.meanUtilisation).toBeGreaterThan(0.75);
    expect(whole.meanUtilisation).toBeLessThan(0.95);
  });

  it('is that the force stands just over 1:50', () => {
    const { assumptions } = standards;
    const { force: figure } = ratio({
      cases,
      officers,
      abstractions,
      absencesHeldTo: asAt,
      assumptions,
      settings,
      asAt,
    });
    expect(figure.ratio).toBeGreaterThan(50);
    expect(figure.ratio).toBeLessThan(52);
  });
});

it('asks for a month-end', () => {
  expect(() => inventForce({ seed: 1, asAt: isoDate('2026-10-30') })).toThrow(
    'Expected the last day of a month, found 2026-10-30.',
  );
});
