import { describe, expect, it } from 'vitest';
import type { PlanFollowUp } from '#shared/contract/plans.ts';
import { isoDate } from '#shared/domain/dates.ts';
import type { FollowedMonth, FollowedMove, Outcome } from '#shared/domain/follow-up.ts';
import { hours } from '#shared/domain/units.ts';
import type { ListedMove } from '#shared/domain/work-list.ts';
import { adherenceOf } from '#shared/planning/follow-up/follow-up.ts';
import {
  adherenceWords,
  becameOf,
  denominator,
  followDrawing,
  followLines,
  headline,
  loadFinding,
  movesSentence,
  outcomeSets,
  standingSentence,
  standingSets,
} from '../../../../renderer/features/levelling/follow-up-model.ts';
import {
  asked,
  chosen,
  choices,
  groups,
  groupTitle,
} from '../../../../renderer/features/levelling/work-list-model.ts';
import { month, move } from '../fixtures.ts';

const followed = (outcome: Outcome, changes: Partial<FollowedMove> = {}): FollowedMove => ({
  ...move(),
  outcome,
  doneOn: null,
  seenAsAt: null,
  overtakenBy: null,
  isOver: true,
  hasLeft: false,
  ...changes,
});

const moves = [
  followed('as-planned', { doneOn: isoDate('2026-12-04'), seenAsAt: isoDate('2026-12-31') }),
  followed('missed'),
  followed('overtaken', { overtakenBy: 'left', seenAsAt: isoDate('2026-12-31') }),
  followed('open', { isOver: false }),
  followed('other-month', { isOver: false, doneOn: isoDate('2026-12-05') }),
  followed('overtaken', { isOver: false, overtakenBy: 're-dated' }),
];

const monthOf = (name: string, changes: Partial<FollowedMonth> = {}): FollowedMonth => ({
  month: month(name),
  planned: hours(90),
  unmoved: hours(120),
  happened: hours(70),
  untold: hours(10),
  adherence: { asPlanned: 1, judged: 2, share: 0.5 },
  ...changes,
});
const none = { asPlanned: 0, judged: 0, share: null };
const months = [monthOf('2026-12'), monthOf('2027-01', { happened: null, adherence: none })];

const found = (changes: Partial<PlanFollowUp> = {}): PlanFollowUp => ({
  planId: 3,
  team: 'Plymouth',
  asAt: isoDate('2026-10-31'),
  newestAsAt: isoDate('2026-12-31'),
  counts: { 'as-planned': 1, 'other-month': 1, 'due-month': 0, late: 0, open: 1, missed: 1, overtaken: 2 },
  moves,
  months,
  adherence: adherenceOf(moves),
  untoldDuties: [],
  unconfirmed: [],
  ...changes,
});

describe('follow-up in words', () => {
  it('says how many moves still to be done are of officers who have left', () => {
    expect(movesSentence(moves)).toBe('They add up to 6');
    expect(movesSentence([...moves, followed('open', { hasLeft: true })])).toBe(
      'They add up to 7; 1 of officers who have left by then: somebody has to take the case',
    );
  });

  it('says how many of those due were done as planned, and what the denominator leaves out', () => {
    expect(headline(found())).toBe('1 of 2 moves due by now was done as planned');
    expect(denominator(found())).toBe(
      'By the snapshots up to 31 Dec 2026. Of 6 moves: 2 with their planned month behind them and not overtaken, 1 overtaken by then, 3 not due yet.',
    );
    expect(headline(found({ adherence: { asPlanned: 0, judged: 4, share: 0 } }))).toBe(
      'None of 4 moves due by now were done as planned',
    );
    expect(headline(found({ adherence: none }))).toBe('No move is due yet');
    expect(denominator(found({ newestAsAt: isoDate('2026-10-31') }))).toContain('Load the next caseload');
  });

  it('opens every outcome to its moves, which add up', () => {
    const sets = outcomeSets(moves);
    expect(sets.map(({ key, moves: own }) => [key, own.length])).toEqual([
      ['as-planned', 1],
      ['other-month', 1],
      ['due-month', 0],
      ['late', 0],
      ['open', 1],
      ['missed', 1],
      ['overtaken', 2],
    ]);
  });

  it('tells the moves ahead that stand from those that no longer do, and why', () => {
    expect(standingSentence(moves)).toBe('1 of 3 moves not due yet still stands');
    expect(standingSets(moves).map(({ name, moves: own }) => [name, own.length])).toEqual([
      ['Still stands', 1],
      ['No longer: done already', 1],
      ['No longer: due in another month now', 1],
    ]);
    expect(standingSentence([followed('missed')])).toBeNull();
    expect(standingSentence([followed('open', { isOver: false })])).toBe(
      'The one move not due yet still stands',
    );
  });

  it('tells what became of a move', () => {
    expect(moves.slice(0, 3).map(becameOf)).toEqual([
      'Done as planned, on 4 Dec 2026',
      'Missed',
      'Case left, seen 31 Dec 2026',
    ]);
  });

  it('sets what happened against the plan in the months that are over, like against like', () => {
    expect(loadFinding(months, ['Notification'])).toBe(
      'Up to December 2026 70\u00a0h of work happened; the plan meant 80\u00a0h, notification left out',
    );
    expect(loadFinding([], [])).toBe('What happened shows once a month of the plan is over');
    const drawing = followDrawing(months, ['Notification']);
    expect(drawing.stacks.map(({ values }) => values)).toEqual([
      [70, null],
      [10, null],
    ]);
    expect(drawing.marks.map(({ note }) => note)).toEqual(['50', '–']);
    expect(followLines(months, ['Notification']).map(({ name, values }) => [name, values])).toEqual([
      ['Without a plan', ['120', '120']],
      ['Planned', ['90', '90']],
      ['Happened', ['70', '–']],
      ['Notification, as planned', ['10', '–']],
      ['Done as planned', ['1 of 2', '–']],
    ]);
  });

  it('writes adherence with its parts', () => {
    expect(adherenceWords({ asPlanned: 9, judged: 36, share: 0.25 })).toMatch(/^25\s% \(9 of 36\)$/);
    expect(adherenceWords(none)).toBe('–');
  });
});

describe('a work list on the page', () => {
  const item = (reference: string, changes: Partial<ListedMove> = {}): ListedMove => ({
    reference,
    duty: 'visit',
    dutyName: 'Visit',
    risk: 'medium',
    officer: '101',
    hasLeft: false,
    supervisor: '199',
    due: month('2027-01'),
    to: month('2026-12'),
    monthsEarly: 1,
    isOverdue: false,
    isMissed: false,
    hours: hours(7),
    reason: '',
    ...changes,
  });
  const items = [
    item('A'),
    item('B', { to: month('2027-02') }),
    item('C', { officer: null, supervisor: null }),
  ];

  it('stands in groups of officers and their months, in the order of the list', () => {
    const found = groups(items);
    expect(found.map((group) => [groupTitle(group, 'Harbour'), group.about])).toEqual([
      ['Officer 101, supervisor 199', '2 moves, 14\u00a0h'],
      ['No officer named, Harbour', '1 move, 7\u00a0h'],
    ]);
    expect(found[0]?.months.map(({ month: name }) => name)).toEqual(['2026-12', '2027-02']);
  });

  it('can be narrowed to an officer and a month', () => {
    expect(choices(items)).toEqual({ officers: ['101'], months: ['2026-12', '2027-02'] });
    const own = chosen(items, { officer: '101', month: month('2027-02') });
    expect(own.map(({ reference }) => reference)).toEqual(['B']);
    expect(chosen(items, { officer: null, month: null })).toHaveLength(3);
  });

  it('says what is asked', () => {
    expect(asked(item('A', { monthsEarly: 2 }))).toBe('2 months early');
    expect(asked(item('A', { isOverdue: true, isMissed: true }))).toBe('overdue; month has passed');
  });
});
