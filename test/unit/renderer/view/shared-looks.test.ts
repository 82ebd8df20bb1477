import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import type { DueCase } from '#shared/domain/demand.ts';
import { hours } from '#shared/domain/units.ts';
import {
  askedOf,
  choiceWords,
  filterCases,
  isSameChoice,
  type CasesChoice,
} from '../../../../renderer/view/cases-filter.ts';
import { dutyColours } from '../../../../renderer/view/duty-look.ts';
import { heatLevel } from '../../../../renderer/view/heat.ts';
import { monthMarks } from '../../../../renderer/view/month-marks.ts';
import { today } from '../../../../renderer/view/today.ts';
import { month } from '../fixtures.ts';

describe('duty colours', () => {
  it('go by the duty and not by its place in the list', () => {
    const colours = dutyColours(['visit', 'arms']);
    expect(dutyColours(['arms', 'visit']).get('visit')).toBe(colours.get('visit'));
    expect(colours.get('visit')).not.toBe(colours.get('arms'));
  });

  it('give duties of a force colours of their own', () => {
    const colours = dutyColours(['visit', 'breach-review', 'bail-check']);
    expect(new Set(colours.values()).size).toBe(3);
  });
});

describe('heat', () => {
  it('has its last depth only over capacity', () => {
    expect([null, 0.3, 0.6, 0.8, 0.95, 1, 1.001].map(heatLevel)).toEqual([
      'none',
      '0',
      '1',
      '2',
      '3',
      '3',
      '4',
    ]);
  });
});

describe('month marks', () => {
  it('say utilisation, over capacity and the year where it starts', () => {
    const marks = monthMarks([month('2026-12'), month('2027-01'), month('2027-02')], [0.5, 1.2, null]);
    expect(marks.map((mark) => mark.note)).toEqual(['50', '120', '–']);
    expect(marks.map((mark) => mark.year)).toEqual(['2026', '2027', null]);
    expect(marks.map((mark) => mark.isOver)).toEqual([false, true, false]);
    expect(marks[1]?.label).toBe('January 2027: 120\u00a0% of capacity, over');
    expect(marks[2]?.label).toBe('February 2027: no capacity known');
    const [bare] = monthMarks([month('2027-02')], [null], new Set([month('2027-02')]));
    expect(bare).toMatchObject({ isOver: true, label: 'February 2027: nobody in post, over' });
  });
});

describe('cases filter', () => {
  const one = (reference: string, changes: Partial<DueCase>): DueCase => ({
    reference,
    team: 'Plymouth',
    officer: '3001',
    risk: 'low',
    duty: 'visit',
    due: month('2027-03'),
    dueDate: null,
    isOverdue: false,
    lastDone: null,
    hours: hours(7),
    notes: [],
    ...changes,
  });
  const cases = [
    one('V1', {}),
    one('V2', { officer: null, risk: 'high' }),
    one('V3', { notes: ['12 days overdue'], isOverdue: true, team: 'Exeter' }),
    one('V4', { duty: 'pnd', lastDone: isoDate('2025-11-30'), officer: '3009' }),
  ];
  const duties = [
    { key: 'visit', name: 'Visit', hoursOf: 'offender-manager' as const },
    { key: 'pnd', name: 'PND check', hoursOf: 'other-unit' as const },
  ];
  const found = (text: string, choice: CasesChoice = {}) =>
    filterCases(cases, choice, duties, text).map((each) => each.reference);

  it('finds by reference, officer and note, whatever the capitals', () => {
    expect(found('')).toEqual(['V1', 'V2', 'V3', 'V4']);
    expect(found('v2')).toEqual(['V2']);
    expect(found('3001')).toEqual(['V1', 'V3']);
    expect(found(' OVERDUE ')).toEqual(['V3']);
  });

  it('keeps to duty, officer, team, lateness, whose hours and the month it was last done', () => {
    expect(found('', { duty: 'pnd' })).toEqual(['V4']);
    expect(found('', { officer: '3009' })).toEqual(['V4']);
    expect(found('', { team: 'Exeter' })).toEqual(['V3']);
    expect(found('', { isOverdue: true })).toEqual(['V3']);
    expect(found('', { isLoad: true })).toEqual(['V1', 'V2', 'V3']);
    expect(found('', { lastDone: month('2025-11') })).toEqual(['V4']);
    expect(found('', { lastDone: month('2025-10') })).toEqual([]);
  });

  it('names each part of a choice', () => {
    const choice: CasesChoice = { isLoad: true, risk: 'low', duty: 'visit', lastDone: month('2025-11') };
    expect(choiceWords(choice, duties).map(({ words }) => words)).toEqual([
      'Visit',
      'Low risk',
      'Last done in November 2025',
      'Offender managers’ work',
    ]);
    expect(choiceWords({}, duties)).toEqual([]);
  });

  it('tells when two choices are the same, in whatever order they were made', () => {
    expect(isSameChoice({ duty: 'visit', risk: 'low' }, { risk: 'low', duty: 'visit' })).toBe(true);
    expect(isSameChoice({ duty: 'visit' }, { duty: 'visit', isLoad: true })).toBe(false);
  });

  it('asks the backend for duty, risk, officer and team: a file can be narrowed by no more', () => {
    const choice: CasesChoice = { duty: 'visit', team: 'Exeter', isOverdue: true, isLoad: true };
    expect(askedOf(choice)).toEqual({ duty: 'visit', team: 'Exeter' });
    expect(askedOf({ risk: 'low', officer: '3001', lastDone: month('2025-11') })).toEqual({
      risk: 'low',
      officer: '3001',
    });
  });

  it('keeps to the risk level chosen', () => {
    expect(found('', { risk: 'high' })).toEqual(['V2']);
    expect(found('v1', { risk: 'high' })).toEqual([]);
  });
});

describe('today', () => {
  it('is the day where the user sits', () => {
    expect(today(new Date(2026, 10, 3, 23, 59))).toBe(isoDate('2026-11-03'));
    expect(today(new Date(2026, 10, 3, 0, 1))).toBe(isoDate('2026-11-03'));
  });
});
