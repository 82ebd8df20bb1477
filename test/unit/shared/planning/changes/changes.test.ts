import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseDuty, CaseRecord } from '#shared/domain/case.ts';
import type { SnapshotChanges } from '#shared/domain/changes.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { changesBehind, isCaseSumRight, isDutySumRight } from '#shared/planning/changes/change-totals.ts';
import { outstandingCases } from '#shared/planning/backlog/outstanding.ts';
import { compareSnapshots } from '#shared/planning/changes/changes.ts';
import { caseOf, dutyState } from '../../../../fixtures/records.ts';

const standards = exampleStandards();
const days = { fromAsAt: isoDate('2026-09-30'), toAsAt: isoDate('2026-10-31') };
const compare = (from: CaseRecord[], to: CaseRecord[]): SnapshotChanges =>
  compareSnapshots(from, to, { ...days, standards, unassessedAs: 'medium' });
const kinds = ({ changes }: SnapshotChanges) => changes.map(({ kind }) => kind);
const visited = (...states: CaseDuty[]) => caseOf('V1', { duties: states });

function expectAllSums({ force, teams }: SnapshotChanges): void {
  for (const totals of [force, ...teams]) {
    expect(isCaseSumRight(totals)).toBe(true);
    for (const duty of totals.duties) expect(isDutySumRight(duty)).toBe(true);
  }
}

describe('cases between two snapshots', () => {
  it('joined, stayed and left; the notification end explains leaving up to the later as-at date', () => {
    const ends = (reference: string, end: string | null) =>
      caseOf(reference, { notificationEnd: end === null ? null : isoDate(end), indefinite: end === null });
    const found = compare(
      [ends('A', '2026-10-31'), ends('B', '2026-11-01'), ends('C', null), ends('D', null)],
      [ends('D', null), ends('E', null)],
    );
    expect(found.changes.map(({ reference, kind, reason }) => [reference, kind, reason])).toEqual([
      ['A', 'left', 'notification-ended'],
      ['B', 'left', 'unexplained'],
      ['C', 'left', 'unexplained'],
      ['E', 'joined', null],
    ]);
    // 4 then + 1 joined − 3 left = 2 now
    expect(found.force).toMatchObject({
      casesThen: 4,
      casesNow: 2,
      figures: { joined: 1, left: 3, vanished: 2 },
    });
    expectAllSums(found);
  });

  it('tells what risk, mode and officer were and are, missing included', () => {
    const found = compare(
      [caseOf('V1', { risk: 'high', mode: null, officer: '101' })],
      [caseOf('V1', { risk: 'low', mode: 'reactive', officer: null })],
    );
    expect(found.changes.map(({ kind, was, is }) => [kind, was, is])).toEqual([
      ['risk', 'high', 'low'],
      ['mode', null, 'reactive'],
      ['officer', '101', null],
    ]);
  });

  it('a case that moved team leaves one sum and enters the other; another spelling is no move', () => {
    const found = compare(
      [caseOf('V1', { team: 'Harbour' }), caseOf('V2', { team: "St Mary's" })],
      [caseOf('V1', { team: 'Moor' }), caseOf('V2', { team: 'ST MARYS' })],
    );
    expect(found.changes).toMatchObject([{ kind: 'team', reference: 'V1', was: 'Harbour', is: 'Moor' }]);
    expect(
      found.teams.map(({ team, casesThen, casesNow, figures }) => [
        team,
        casesThen,
        figures['moved-in'],
        figures['moved-out'],
        casesNow,
      ]),
    ).toEqual([
      ['Harbour', 1, 0, 1, 0],
      ['Moor', 0, 1, 0, 1],
      ['ST MARYS', 1, 0, 0, 1],
    ]);
    expect(found.force.figures).toMatchObject({ 'moved-in': 1, 'moved-out': 1 });
    expectAllSums(found);
  });
});

describe('work between snapshots, the later as at 31 October 2026', () => {
  const was = '2026-04-20';
  it.each([
    ['done in the month before the month due', '2026-11-01', '2026-10-31', '2027-04-30', 'done-early', false],
    ['done on the first of the month due', '2026-10-20', '2026-10-01', '2027-04-01', 'done-on-time', true],
    ['done on its due date', '2026-10-20', '2026-10-20', '2027-04-20', 'done-on-time', true],
    ['done the day after', '2026-10-20', '2026-10-21', '2027-04-21', 'done-late', true],
    ['long overdue and done', '2026-06-20', '2026-10-02', '2027-04-02', 'done-late', true],
    ['due on the as-at date and not done', '2026-10-31', was, '2026-10-31', 'still-outstanding', true],
    ['given a later date without being done', '2026-10-20', was, '2026-12-20', 're-dated', true],
    ['not due yet, and given another date', '2026-12-20', was, '2027-01-20', 're-dated', false],
    ['its due date taken away', '2026-10-20', was, null, 're-dated', true],
    ['re-dated while the last date went missing', '2026-10-20', null, '2026-12-20', 're-dated', true],
  ])('%s', (_what, due, lastDone, dueNow, kind, isDue) => {
    const found = compare(
      [visited(dutyState('visit', was, due))],
      [visited(dutyState('visit', lastDone, dueNow))],
    );
    expect(found.changes).toMatchObject([
      { kind, duty: 'visit', dueThen: due, dueNow, lastDone, wasDue: isDue },
    ]);
    expectAllSums(found);
  });

  it.each([
    [
      'not due yet and unchanged',
      dutyState('visit', was, '2026-11-01'),
      dutyState('visit', was, '2026-11-01'),
    ],
    ['a due date where none was', dutyState('visit', null, null), dutyState('visit', null, '2026-10-20')],
    ['due by its last date later on', dutyState('pnd', was, null), dutyState('pnd', was, null)],
    [
      'due by its last date, and no date held any more',
      dutyState('pnd', '2025-10-10', null),
      dutyState('pnd', null, null),
    ],
    [
      'a date filled in for work done before the earlier snapshot',
      dutyState('visit', null, '2026-12-20'),
      dutyState('visit', '2026-09-30', '2026-12-20'),
    ],
    [
      'a date after the day of the snapshot that holds it',
      dutyState('visit', was, '2026-12-20'),
      dutyState('visit', '2026-11-02', '2026-12-20'),
    ],
    ['never done, no due date held', dutyState('pnd', null, null), dutyState('pnd', null, null)],
    [
      'a date put back',
      dutyState('visit', was, '2026-12-20'),
      dutyState('visit', '2026-03-20', '2026-12-20'),
    ],
  ])('%s: nothing to tell', (_what, then, now) => {
    expect(compare([visited(then)], [visited(now)]).changes).toEqual([]);
  });

  // Checks fall due a year after the last one, visits of a medium risk six months after.
  it.each([
    ['not done', 'pnd', '2025-10-10', '2025-10-10', null, 'still-outstanding', true],
    ['done', 'pnd', '2025-10-10', '2026-10-12', null, 'done-undated', true],
    ['done before it was due', 'pnd', '2025-12-10', '2026-10-12', null, 'done-undated', false],
    ['a first ever done', 'pnd', null, '2026-10-12', null, 'done-undated', false],
    ['given a later date', 'visit', was, was, '2026-12-20', 're-dated', true],
    ['given a date that is past', 'visit', was, was, '2026-10-05', 'still-outstanding', true],
  ])('due by its last date, as none is held: %s', (_what, duty, then, now, due, kind, isDue) => {
    const found = compare([visited(dutyState(duty, then, null))], [visited(dutyState(duty, now, due))]);
    expect(found.changes).toMatchObject([{ kind, duty, wasDue: isDue }]);
    expectAllSums(found);
  });

  it('what is due by its last date is outstanding as in the backlog, by the same date', () => {
    const cases = [
      visited(dutyState('pnd', '2025-10-10', null)),
      caseOf('V2', { duties: [dutyState('pnd', '2025-11-10', null)] }),
      caseOf('V3', { risk: 'unassessed', duties: [dutyState('visit', '2026-03-10', null)] }),
    ];
    const input = { cases, standards, unassessedAs: 'medium' as const, asAt: days.toAsAt };
    const found = compare(cases, cases);
    expect(found.changes.map(({ reference, duty, dueNow }) => [reference, duty, dueNow])).toEqual([
      ['V1', 'pnd', '2026-10-10'],
      ['V3', 'visit', '2026-09-10'],
    ]);
    const outstanding = outstandingCases(input).map(({ reference, duty, dueDate }) => [
      reference,
      duty,
      dueDate,
    ]);
    expect([...outstanding].sort()).toEqual(
      found.changes.map(({ reference, duty, dueNow }) => [reference, duty, dueNow]),
    );
  });

  it('a first ever done counts against the date it was due', () => {
    const found = compare(
      [visited(dutyState('arms', null, '2026-10-05'))],
      [visited(dutyState('arms', '2026-10-06', '2027-10-06'))],
    );
    expect(kinds(found)).toEqual(['done-late']);
  });

  it('work no longer owed is neither done nor outstanding, and work never owed is not counted', () => {
    const state = dutyState('visit', was, '2026-10-20');
    const active = caseOf('V1', { duties: [state] });
    const reactive = caseOf('V1', { duties: [state], mode: 'reactive' });
    const stopped = compare([active], [reactive]);
    expect(kinds(stopped)).toEqual(['mode', 'no-longer-owed']);
    expectAllSums(stopped);
    expect(compare([reactive], [reactive]).changes).toEqual([]);
  });

  it('work owed only now is outstanding by the date that was held then, as in the backlog', () => {
    const state = dutyState('visit', was, '2026-10-20');
    const reactive = caseOf('V1', { duties: [state], mode: 'reactive' });
    const found = compare([reactive], [caseOf('V1', { duties: [state] })]);
    expect(kinds(found)).toEqual(['mode', 'still-outstanding']);
    expectAllSums(found);
  });

  it('work that was due leaves with the case', () => {
    const gone = visited(dutyState('visit', was, '2026-10-20'), dutyState('rmp', was, '2026-11-20'));
    const found = compare([gone], []);
    expect(found.changes).toMatchObject([{ kind: 'left', outstanding: ['visit'] }]);
    expect(changesBehind(found.changes, { figure: 'due-left', duty: 'visit' })).toHaveLength(1);
    expectAllSums(found);
  });

  it('knows a duty that a force has added, and leaves follow-ups out', () => {
    const [visit] = standards.duties;
    if (!visit) throw new Error('Expected a duty.');
    const own = {
      ...standards,
      duties: [...standards.duties, { ...visit, key: 'bail', name: 'Bail check' }],
    };
    const found = compareSnapshots(
      [visited(dutyState('bail', was, '2026-10-20'))],
      [visited(dutyState('bail', '2026-10-20', '2027-01-20'))],
      { ...days, standards: own, unassessedAs: 'medium' },
    );
    expect(kinds(found)).toEqual(['done-on-time']);
    expect(found.force.duties.map(({ duty }) => duty)).toEqual([
      'visit',
      'arms',
      'rmp',
      'pnd',
      'notification',
      'bail',
    ]);
  });
});

describe('whatever two snapshots hold', () => {
  const day = fc.option(
    fc
      .constantFrom('2026-08-01', '2026-09-30', '2026-10-15', '2026-10-31', '2026-11-01', '2027-03-01')
      .map(isoDate),
  );
  const state = fc
    .record({ lastDone: day, nextDue: day })
    .map((dates) => ({ interval: null, signedOff: null, ...dates }));
  const record = fc
    .record({
      reference: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
      team: fc.constantFrom('Harbour', 'Moor', 'North'),
      risk: fc.constantFrom('high' as const, 'low' as const),
      mode: fc.constantFrom('active' as const, 'reactive' as const, null),
      status: fc.constantFrom('community' as const, 'custody' as const),
      officer: fc.constantFrom('101', null),
      notificationEnd: day,
      visit: fc.option(state),
      pnd: fc.option(state),
    })
    .map(({ reference, visit, pnd, ...rest }) =>
      caseOf(reference, {
        ...rest,
        duties: [...(visit ? [{ duty: 'visit', ...visit }] : []), ...(pnd ? [{ duty: 'pnd', ...pnd }] : [])],
      }),
    );
  const snapshot = fc.uniqueArray(record, { selector: ({ reference }) => reference });

  it('every sum adds up, teams add up to the force, and every figure opens to its cases', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (from, to) => {
        const found = compare(from, to);
        expectAllSums(found);
        const { force, teams, changes } = found;
        for (const totals of [force, ...teams]) {
          const team = totals.team ?? undefined;
          for (const [figure, count] of Object.entries(totals.figures)) {
            expect(changesBehind(changes, { figure: figure as 'left', team })).toHaveLength(count);
          }
          for (const { duty, figures } of totals.duties) {
            for (const [figure, count] of Object.entries(figures)) {
              expect(changesBehind(changes, { figure: figure as 'due-left', duty, team })).toHaveLength(
                count,
              );
            }
          }
        }
        const sum = (of: (totals: (typeof teams)[number]) => number) =>
          teams.reduce((total, totals) => total + of(totals), 0);
        expect(sum(({ casesNow }) => casesNow)).toBe(force.casesNow);
        expect(sum(({ figures }) => figures['moved-in'])).toBe(force.figures['moved-in']);
        expect(sum(({ figures }) => figures['moved-out'])).toBe(force.figures['moved-out']);
      }),
    );
  });

  it('a snapshot compared with itself tells only of work still outstanding', () => {
    fc.assert(
      fc.property(snapshot, (same) => {
        expect(compare(same, same).changes.every(({ kind }) => kind === 'still-outstanding')).toBe(true);
      }),
    );
  });
});
