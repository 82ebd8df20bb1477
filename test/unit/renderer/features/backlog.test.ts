import { describe, expect, it } from 'vitest';
import {
  noBacklogChange,
  type BacklogPoint,
  type DutyBacklog,
  type PracticeCheck,
} from '#shared/domain/backlog.ts';
import type { Risk } from '#shared/domain/case.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import {
  belowHeadline,
  cellTitle,
  changeSentence,
  checkedWords,
  checksHeadline,
  clearingWords,
  headline,
  targetWords,
  trendDrawing,
  trendFinding,
  trendLines,
} from '../../../../renderer/features/backlog/model.ts';
import { month } from '../fixtures.ts';

const duty = (changes: Partial<DutyBacklog> = {}): DutyBacklog => ({
  duty: 'visit',
  name: 'Visit',
  owing: 620,
  outstanding: 38,
  share: 38 / 620,
  isOverTolerance: true,
  bands: { 'due-that-day': 0, '1-7': 38, '8-28': 0, '29-90': 0, 'over-90': 0 },
  rows: [],
  oldest: { reference: 'D1', dueDate: isoDate('2026-10-25'), daysLate: 6 },
  hours: hours(266),
  ...changes,
});

describe('the backlog in words', () => {
  it('says how many, which share of which cases, and the tolerance', () => {
    expect(headline(duty(), 0.05)).toBe(
      '38 visits are overdue, 6.1\u00a0% of the 620 cases owing one; the tolerance is 5\u00a0%.',
    );
    expect(headline(duty({ outstanding: 1, share: 0.05, owing: 20 }), 0.05)).toBe(
      '1 visit is overdue, 5\u00a0% of the 20 cases owing one; the tolerance is 5\u00a0%.',
    );
    expect(headline(duty({ outstanding: 0, share: 0, owing: 1 }), 0.05)).toBe(
      'No visit is overdue; 1 case owes one.',
    );
    expect(headline(duty({ owing: 0, outstanding: 0, share: null, name: 'ARMS' }), 0.05)).toBe(
      'No case owes an ARMS.',
    );
  });

  it('names the risk levels over the tolerance, whatever the whole comes to', () => {
    const row = (risk: Risk, outstanding: number, owing: number) => ({
      risk,
      owing,
      outstanding,
      share: outstanding / owing,
      isOverTolerance: outstanding > 0.05 * owing,
      bands: duty().bands,
    });
    const rows = [row('very-high', 3, 15), row('high', 9, 180), row('unassessed', 1, 6)];
    expect(headline(duty({ outstanding: 13, share: 13 / 620, rows }), 0.05)).toMatch(
      /the tolerance is 5\u00a0%\. Over it by risk: very high \(3 of 15\) and unassessed \(1 of 6\)\.$/,
    );
  });

  it('names the oldest, and by when it could be clear', () => {
    const clear = { hours: hours(300), state: 'by' as const, month: month('2027-01') };
    expect(belowHeadline(duty(), clear)).toMatch(
      /^The oldest was due on 25 Oct 2026 \(6 days ago\)\. .* 300\u00a0h: .* by the end of January 2027\.$/,
    );
    expect(clearingWords({ hours: hours(1), state: 'no-capacity', month: null })).toBe('capacity not known');
  });

  it('titles a cell by duty, lateness and risk', () => {
    expect(cellTitle(duty(), { risk: 'very-high', band: '29-90' })).toBe(
      'Visits overdue by 29–90 days, very high risk',
    );
    expect(cellTitle(duty(), { band: 'due-that-day' })).toBe(
      'Visits due on the day of the snapshot, all risk levels',
    );
  });
});

const points: BacklogPoint[] = [
  { snapshotId: 1, asAt: isoDate('2026-09-30'), owing: 100, outstanding: 8, share: 0.08, change: null },
  {
    snapshotId: 2,
    asAt: isoDate('2026-10-31'),
    owing: 100,
    outstanding: 5,
    share: 0.05,
    change: { ...noBacklogChange, fellDue: 3, done: 6 },
  },
];

describe('its trend', () => {
  it('is told as a finding and as a sum', () => {
    expect(trendFinding('Visit', points)).toBe(
      '5 visits overdue on 31 Oct 2026, 3 fewer than on 30 Sep 2026',
    );
    expect(changeSentence(points)).toBe('Since 30 Sep 2026 (8 overdue): 3 fell due and 6 done.');
    expect(changeSentence(points.slice(0, 1))).toBeNull();
  });

  it('marks the snapshots over the tolerance, and tables every part of the change', () => {
    const { marks, lines } = trendDrawing(points, 0.05, 'red');
    expect(marks.map(({ isOver, note }) => [isOver, note])).toEqual([
      [true, '8.0'],
      [false, '5.0'],
    ]);
    expect(lines[0]?.values).toEqual([5, 5]);
    expect(trendLines(points).map(({ name, values }) => [name, values[1]])).toContainEqual(['− done', '6']);
    expect(trendLines(points).map(({ name }) => name)).not.toContain('+ moved in');
  });
});

describe('a practice check', () => {
  const check: PracticeCheck = {
    key: 'unannounced',
    name: 'Announced visits',
    about: '',
    isHeld: true,
    found: 20,
    of: 100,
    missing: 0,
    target: 0.85,
    cases: [],
  };

  it('stands beside its target, and says when nothing is held', () => {
    expect(checkedWords(check)).toBe('100 (20\u00a0%)');
    expect(targetWords(check)).toBe('80\u00a0% unannounced: below 85\u00a0%');
    expect(checkedWords({ ...check, isHeld: false, found: null, of: null })).toBe('not held');
    expect(checkedWords({ ...check, found: 0, of: 0 })).toBe('none to check');
  });

  it('is summed up with the others, and those that could not be made are said', () => {
    const none = { ...check, found: 0 };
    const unheld = { ...check, isHeld: false, found: null, of: null };
    expect(checksHeadline([check, none, unheld])).toBe(
      `1 of 2 checks finds cases: ${check.name} 20. 1 check could not be made.`,
    );
    expect(checksHeadline([none])).toBe('No check finds a case.');
    expect(checksHeadline([unheld])).toBe('The snapshot holds no field that these checks look at.');
  });
});
