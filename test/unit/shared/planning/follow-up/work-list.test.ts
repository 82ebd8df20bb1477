import { describe, expect, it } from 'vitest';
import type { FollowedMove } from '#shared/domain/follow-up.ts';
import type { Month } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';
import { workList, type WorkListInput } from '#shared/planning/follow-up/work-list.ts';
import { caseOf, officerOf } from '../../../../fixtures/records.ts';

const month = (text: string): Month => text as Month;

const moveOf = (reference: string, changes: Partial<FollowedMove> = {}): FollowedMove => ({
  id: `${reference}/visit`,
  reference,
  duty: 'visit',
  risk: 'medium',
  officer: '101',
  due: month('2027-01'),
  to: month('2026-12'),
  dueIndex: 2,
  toIndex: 1,
  monthsEarly: 1,
  hours: hours(7),
  reason: 'January 2027 goes from 130\u00a0% to 98\u00a0%.',
  outcome: 'open',
  doneOn: null,
  seenAsAt: null,
  overtakenBy: null,
  isOver: false,
  hasLeft: false,
  ...changes,
});

const list = (moves: FollowedMove[], more: Partial<WorkListInput> = {}) =>
  workList({
    team: 'Harbour',
    moves,
    cases: moves.map(({ reference }) => caseOf(reference)),
    roster: [],
    standards: exampleStandards(),
    ...more,
  });

describe('a work list', () => {
  it('holds what is still to be done, and counts the rest', () => {
    const { items, figures } = list([
      moveOf('A'),
      moveOf('B', { outcome: 'missed', isOver: true }),
      moveOf('C', { outcome: 'as-planned' }),
      moveOf('D', { outcome: 'late' }),
      moveOf('E', { outcome: 'overtaken', overtakenBy: 'left' }),
    ]);
    expect(items.map(({ reference, isMissed }) => [reference, isMissed])).toEqual([
      ['A', false],
      ['B', true],
    ]);
    const rest = { moves: 5, done: 2, overtaken: 1, toDo: 2, listed: 2, missed: 1, cases: 2, officers: 1 };
    expect(figures).toEqual({ ...rest, hours: 14 });
  });

  it('is in order of supervisor, officer, month, risk and due month; nobody comes last', () => {
    const moves = [
      moveOf('A', { officer: '9', to: month('2026-12') }),
      moveOf('B', { officer: '9', to: month('2026-11') }),
      moveOf('C', { officer: '9', to: month('2026-11'), risk: 'high' }),
      moveOf('D', { officer: '10' }),
      moveOf('E', { officer: '1' }),
      moveOf('F', { officer: null }),
    ];
    const cases = ['A', 'B', 'C', 'D', 'F'].map((reference) => caseOf(reference));
    cases.push(caseOf('E', { supervisor: null }));
    const { items } = list(moves, { cases });
    expect(items.map(({ reference }) => reference)).toEqual(['C', 'B', 'A', 'D', 'F', 'E']);
  });

  it('names the roster’s supervisor where the case has none and the team has one', () => {
    const cases = [caseOf('A', { supervisor: null })];
    const one = officerOf('300', { role: 'supervisor' });
    const elsewhere = officerOf('400', { role: 'supervisor', team: 'Moor' });
    const named = (...roster: Array<WorkListInput['roster'][number]>) =>
      list([moveOf('A')], { cases, roster }).items[0]?.supervisor;
    expect(named(one, elsewhere, officerOf('101'))).toBe('300');
    expect(named(one, officerOf('301', { role: 'supervisor' }))).toBeNull();
    expect(named()).toBeNull();
  });

  it('can be one officer’s and one month’s; its figures say of how many', () => {
    const moves = [moveOf('A'), moveOf('B', { to: month('2026-11') }), moveOf('C', { officer: '102' })];
    const { items, figures } = list(moves, { officer: '101', month: month('2026-12') });
    expect(items.map(({ reference }) => reference)).toEqual(['A']);
    expect(figures).toMatchObject({ toDo: 3, listed: 1, hours: 7 });
  });
});
