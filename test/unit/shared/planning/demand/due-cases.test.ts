import { describe, expect, it } from 'vitest';
import { isoDate, Month } from '#shared/domain/dates.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { demand } from '#shared/planning/demand/demand.ts';
import { dueCases, type DueCasesInput } from '#shared/planning/demand/due-cases.ts';
import { signOffsHeldIn } from '#shared/planning/demand/sign-offs.ts';
import { AS_AT, caseOf, dutyState, standardsOf } from '../../../../fixtures/records.ts';

const input = (month: string, changes: Partial<DueCasesInput> = {}): DueCasesInput => ({
  cases: [],
  signOffsHeld: signOffsHeldIn(changes.cases ?? []),
  standards: standardsOf(['visit']),
  unassessedAs: 'medium',
  asAt: AS_AT,
  month: Month.parse(month),
  ...changes,
});

const visitDue = (reference: string, nextDue: string, changes: Parameters<typeof caseOf>[1] = {}) =>
  caseOf(reference, { duties: [dutyState('visit', '2026-05-01', nextDue)], ...changes });

describe('the cases of a month', () => {
  it('come highest risk first, then by due date, then by reference', () => {
    const cases = [
      visitDue('D5', '2026-11-02', { risk: 'low' }),
      visitDue('D4', '2026-11-20', { risk: 'high' }),
      visitDue('D3', '2026-11-03', { risk: 'high' }),
      visitDue('D2', '2026-11-03', { risk: 'high' }),
      visitDue('D1', '2026-11-30', { risk: 'very-high' }),
      visitDue('D6', '2026-12-01', { risk: 'very-high' }),
    ];
    const found = dueCases(input('2026-11', { cases }));
    expect(found.map((due) => due.reference)).toEqual(['D1', 'D2', 'D3', 'D4', 'D5']);
  });

  it('are narrowed by duty, risk and officer', () => {
    const cases = [
      visitDue('D1', '2026-11-02', { officer: '102' }),
      visitDue('D2', '2026-11-02', { risk: 'low' }),
    ];
    const only = (changes: Partial<DueCasesInput>): string[] =>
      dueCases(input('2026-11', { cases, ...changes })).map((due) => due.reference);
    expect(only({ officer: '102' })).toEqual(['D1']);
    expect(only({ risk: 'low' })).toEqual(['D2']);
    expect(only({ duty: 'arms' })).toEqual([]);
  });

  it('show overdue work in month 0 with its own date', () => {
    const [due] = dueCases(input('2026-11', { cases: [visitDue('D1', '2026-09-18')] }));
    expect(due).toMatchObject({
      due: '2026-09',
      dueDate: '2026-09-18',
      isOverdue: true,
      lastDone: '2026-05-01',
    });
    expect(due?.notes).toContain('43 days overdue');
  });

  it('know the day of the first occurrence only', () => {
    const cases = [visitDue('D1', '2026-11-12')];
    const [later] = dueCases(input('2027-05', { cases }));
    expect(later).toMatchObject({ due: '2027-05', dueDate: null, isOverdue: false, hours: 7 });
  });

  it('of somebody to be released fall due after the release, which they name', () => {
    const record = caseOf('D1', { status: 'custody', releaseOn: isoDate('2026-11-20') });
    expect(dueCases(input('2026-11', { cases: [record] }))).toEqual([]);
    const [visit] = dueCases(input('2026-12', { cases: [record], duty: 'visit' }));
    expect(visit).toMatchObject({ due: '2026-12', dueDate: '2026-12-18', isOverdue: false });
    expect(visit?.notes).toEqual(['to be released on 20 Nov 2026', 'first due 28 days after the release']);
  });

  it('say what is odd', () => {
    const notes = (...records: NonNullable<DueCasesInput['cases']>): string[] =>
      dueCases(input('2026-11', { cases: records })).flatMap((due) => due.notes);
    expect(notes(caseOf('D1', { risk: 'unassessed', officer: null, mode: null }))).toEqual([
      'not assessed yet, planned as medium risk',
      'no offender manager',
      'management mode missing, taken to owe the duty',
      'no date held: first due 28 days after the snapshot',
    ]);
    expect(notes(caseOf('D1', { duties: [dutyState('visit', '2026-05-03', null)] }))).toEqual([
      'due date missing, counted from the last done',
    ]);
    expect(
      notes(caseOf('D1', { duties: [dutyState('visit', '2026-09-03', '2026-11-03', { interval: 2 })] })),
    ).toEqual(['interval of its own: 2 months, standard 6']);
    expect(notes(visitDue('D1', '2026-11-03', { notificationEnd: isoDate('2027-02-10') }))).toEqual([
      'last one: notification ends in February 2027',
    ]);
    expect(notes(visitDue('D1', '2026-11-03'))).toEqual([]);
    // Overdue since May, done in November: the next would be due in May 2027, not in November 2026.
    expect(notes(visitDue('D1', '2026-05-31', { notificationEnd: isoDate('2027-02-10') }))).toContain(
      'last one: notification ends in February 2027',
    );
  });

  it('include the sign-offs that follow, outstanding ones with the day of the work', () => {
    const cases = [
      caseOf('D1', { duties: [dutyState('visit', '2026-10-10', '2027-04-10')] }),
      caseOf('D2', { duties: [dutyState('visit', '2026-06-12', '2026-12-12', { signedOff: '2026-06-20' })] }),
    ];
    const standards = standardsOf(['visit', 'signoff']);
    const signoffs = (month: string) => dueCases(input(month, { cases, standards, duty: 'signoff' }));
    expect(signoffs('2026-11').map((due) => [due.reference, due.notes[0]])).toEqual([
      ['D1', 'for the visit done on 10 Oct 2026'],
    ]);
    expect(signoffs('2027-01').map((due) => due.reference)).toEqual(['D2']);
  });

  it('within a risk level stand in the order of the duties, sign-offs after the work', () => {
    const cases = [
      caseOf('D1', { duties: [dutyState('visit', '2026-10-01', '2027-04-10')] }),
      caseOf('D2', {
        duties: [dutyState('visit', '2026-05-20', '2026-11-20', { signedOff: '2026-05-30' })],
      }),
      caseOf('D3', {
        risk: 'low',
        duties: [dutyState('visit', '2025-11-02', '2026-11-02', { signedOff: '2025-11-09' })],
      }),
    ];
    const standards = standardsOf(['visit', 'signoff']);
    const found = dueCases(input('2026-11', { cases, standards }));
    expect(found.map((due) => [due.reference, due.duty])).toEqual([
      ['D2', 'visit'],
      ['D1', 'signoff'],
      ['D3', 'visit'],
    ]);
  });

  it('are as many as the demand of the month counts, and no month before the snapshot has any', () => {
    const cases = Array.from({ length: 40 }, (_, index) =>
      visitDue(`D${String(index)}`, isoDate(`2026-${String(9 + (index % 4)).padStart(2, '0')}-15`), {
        risk: (['very-high', 'high', 'medium', 'low', 'unassessed'] as const)[index % 5] ?? 'low',
      }),
    );
    const standards = exampleStandards();
    const months = ['2026-11', '2026-12', '2027-01', '2027-02'].map((month) => Month.parse(month));
    const settings = defaultSettings;
    const { force: own } = demand({
      cases,
      signOffsHeld: signOffsHeldIn(cases),
      officers: [],
      abstractions: [],
      standards,
      settings,
      asAt: AS_AT,
      absencesHeldTo: AS_AT,
      months,
    });
    for (const [index, month] of months.entries()) {
      const found = dueCases(input(month, { cases, standards }));
      for (const duty of standards.duties) {
        expect(found.filter((due) => due.duty === duty.key).length, `${duty.key} ${month}`).toBe(
          own.occurrences[duty.key]?.[index],
        );
      }
      const time = found.filter((due) => own.loadByDuty[due.duty]).reduce((sum, due) => sum + due.hours, 0);
      expect(time).toBeCloseTo(own.load[index] ?? -1, 9);
    }
    expect(dueCases(input('2026-10', { cases }))).toEqual([]);
  });
});
