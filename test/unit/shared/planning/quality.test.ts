import { expect, it } from 'vitest';
import type { CaseDuty, CaseRecord } from '#shared/domain/case.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { qualityByTeam, qualityOf, undatedDuties } from '#shared/planning/quality.ts';
import { caseOf } from '../../../fixtures/records.ts';

const asAt = isoDate('2026-10-31');
const { duties } = exampleStandards();
const visits = duties.filter((duty) => duty.key === 'visit');

const state = (days: Partial<Record<'lastDone' | 'nextDue' | 'signedOff', string>>): CaseDuty => ({
  duty: 'visit',
  lastDone: days.lastDone === undefined ? null : isoDate(days.lastDone),
  nextDue: days.nextDue === undefined ? null : isoDate(days.nextDue),
  interval: null,
  signedOff: days.signedOff === undefined ? null : isoDate(days.signedOff),
});

const sound: Partial<CaseRecord> = {
  mode: 'active',
  status: 'community',
  risk: 'medium',
  duties: [state({ lastDone: '2026-09-10', nextDue: '2027-03-10', signedOff: '2026-09-20' })],
};

it('a sound case has nothing odd about it', () => {
  expect(Object.values(qualityOf(caseOf('D1', sound), visits, asAt))).toEqual(Array(6).fill(false));
});

it.each<[string, Partial<CaseRecord>]>([
  ['missingDue', { duties: [state({ lastDone: '2026-09-10' })] }],
  [
    'contradictoryDates',
    { notificationStart: isoDate('2026-05-01'), notificationEnd: isoDate('2026-04-01'), indefinite: false },
  ],
  ['contradictoryDates', { notificationEnd: isoDate('2026-10-30'), indefinite: false }],
  ['unassessed', { risk: 'unassessed' }],
  ['reactiveNotLow', { mode: 'reactive', risk: 'medium' }],
  ['dueBeforeDone', { duties: [state({ lastDone: '2026-09-10', nextDue: '2026-09-09' })] }],
  [
    'signedOffBeforeDone',
    { duties: [state({ lastDone: '2026-09-10', nextDue: '2027-03-10', signedOff: '2026-09-09' })] },
  ],
])('%s alone is told of a case with %j', (check, odd) => {
  const found = Object.entries(qualityOf(caseOf('D1', { ...sound, ...odd }), visits, asAt));
  expect(found.filter(([, isOdd]) => isOdd).map(([name]) => name)).toEqual([check]);
});

it('a reactive case at low risk owes no visit, so none is missing', () => {
  const record = caseOf('D1', { ...sound, mode: 'reactive', risk: 'low', duties: [] });
  expect(Object.values(qualityOf(record, visits, asAt))).toEqual(Array(6).fill(false));
});

it('teams add up, and a duty without any due dates in the snapshot is missing nowhere', () => {
  const cases = [
    caseOf('D1', { ...sound, team: 'B' }),
    caseOf('D1', { ...sound, team: 'A', duties: [] }),
    caseOf('D1', { ...sound, team: 'A', risk: 'unassessed' }),
  ];
  expect(qualityByTeam(cases, duties, asAt)).toMatchObject([
    { team: 'A', cases: 2, missingDue: 1, unassessed: 1 },
    { team: 'B', cases: 1, missingDue: 0, unassessed: 0 },
  ]);
});

it('a duty without any due date in the snapshot is told, and where no due date is held none counts as there', () => {
  const done = state({ lastDone: '2026-09-10' });
  const undated = [caseOf('D1', { ...sound, duties: [done] }), caseOf('D2', { ...sound, duties: [] })];
  const told = undatedDuties(undated, duties);
  expect(told.find(({ duty }) => duty === 'Visit')).toEqual({ duty: 'Visit', hasDone: true });
  expect(told.find(({ duty }) => duty.startsWith('ARMS'))).toMatchObject({ hasDone: false });
  expect(qualityByTeam(undated, duties, asAt)).toMatchObject([{ cases: 2, missingDue: null, unassessed: 0 }]);
  expect(undatedDuties([caseOf('D1', sound)], duties).map(({ duty }) => duty)).not.toContain('Visit');
});

it('a duty that nobody owes, or that follows another, is not told as undated', () => {
  const probation = visits.map((duty) => ({
    ...duty,
    owedBy: { ...duty.owedBy, leadAgencies: ['probation' as const] },
  }));
  const follows = visits.map((duty) => ({ ...duty, follows: ['arms'] }));
  const cases = [caseOf('D1', { ...sound, leadAgency: 'police', duties: [] })];
  expect(undatedDuties(cases, [...probation, ...follows])).toEqual([]);
  expect(undatedDuties(cases, visits)).toHaveLength(1);
});
