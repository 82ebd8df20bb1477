import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import type { DueCase, PeakCause } from '#shared/domain/demand.ts';
import { hours } from '#shared/domain/units.ts';
import { byOfficer, byRisk, choiceOf } from '../../../../renderer/features/demand/behind.ts';
import { month } from '../fixtures.ts';

const duties = [
  { key: 'visit', name: 'Visit', hoursOf: 'offender-manager' as const },
  { key: 'arms', name: 'ARMS', hoursOf: 'offender-manager' as const },
  { key: 'pnd', name: 'PND check', hoursOf: 'other-unit' as const },
];

const one = (reference: string, changes: Partial<DueCase>): DueCase => ({
  reference,
  team: 'Plymouth',
  officer: '3001',
  risk: 'low',
  duty: 'visit',
  due: month('2026-11'),
  dueDate: null,
  isOverdue: false,
  lastDone: isoDate('2025-11-05'),
  hours: hours(7),
  notes: [],
  ...changes,
});

const cases = [
  one('V1', {}),
  one('V2', { duty: 'arms', hours: hours(6) }),
  one('V3', { duty: 'arms', hours: hours(6), risk: 'high', officer: '3002' }),
  one('V4', { duty: 'pnd', hours: hours(0.5), officer: null }),
];

const cause = (kind: PeakCause['kind'], subject: string, count: number | null = 1) =>
  choiceOf({ kind, subject, count, hours: hours(1), text: '' }, cases, duties);

describe('the cases behind a cause', () => {
  it('are those it names, of offender managers’ work', () => {
    expect(cause('duty', 'arms')).toEqual({ duty: 'arms' });
    expect(cause('risk', 'high')).toEqual({ risk: 'high', isLoad: true });
    expect(cause('officer', '3001')).toEqual({ officer: '3001', isLoad: true });
    expect(cause('team', 'Plymouth')).toEqual({ team: 'Plymouth', isLoad: true });
    expect(cause('overdue', '0')).toEqual({ isOverdue: true, isLoad: true });
  });

  it('of a surge are those of the duty with as many last done in its month', () => {
    expect(cause('surge', '2025-11', 2)).toEqual({ lastDone: '2025-11', duty: 'arms' });
    expect(cause('surge', '2025-11', 99)).toEqual({ lastDone: '2025-11', isLoad: true });
  });

  it('are none where capacity is short or the cause cannot be read', () => {
    expect(cause('capacity', 'capacity', null)).toBeNull();
    expect(cause('risk', 'nonsense')).toBeNull();
    expect(cause('surge', 'nonsense')).toBeNull();
  });
});

describe('what a month is made of', () => {
  it('by risk adds up to the load, the highest level first', () => {
    expect(byRisk(cases, duties).map(({ key, count, hours: time }) => [key, count, time])).toEqual([
      ['high', 1, 6],
      ['low', 2, 13],
    ]);
  });

  it('by officer starts with who has most, and leaves out whoever has none of it', () => {
    const lines = byOfficer(cases, duties);
    expect(lines.map(({ key, hours: time }) => [key, time])).toEqual([
      ['3001', 13],
      ['3002', 6],
    ]);
    expect(lines.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9);
  });
});
