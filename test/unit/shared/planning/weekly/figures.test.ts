import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import type { ListedMove } from '#shared/domain/work-list.ts';
import {
  movesDue,
  peaksAhead,
  signOffsWaiting,
  weeklyBacklog,
  withActions,
} from '#shared/planning/weekly/figures.ts';
import { planned, team as ofTeam } from '../../../renderer/fixtures.ts';
import { action, month, pack, team, visits } from './hand-made.ts';

const move = (changes: Partial<ListedMove> = {}): ListedMove => ({
  reference: 'R1',
  duty: 'visit',
  dutyName: 'Visit',
  risk: 'high',
  officer: '101',
  hasLeft: false,
  supervisor: null,
  due: month('2026-12'),
  to: month('2026-11'),
  monthsEarly: 1,
  isOverdue: false,
  isMissed: false,
  hours: hours(7),
  reason: '',
  ...changes,
});
const plan = { planId: 3, asAt: isoDate('2026-10-31'), isStale: false };

describe('peaks ahead', () => {
  const asked = {
    months: [month('2026-11'), month('2026-12'), month('2027-01')],
    thresholds: { peakOverCapacity: 1, peakAboveMean: 0.1 },
  };
  const own = ofTeam('Harbour', [0.7, 0.9, 1.2]);

  it('are the months over capacity, not those above the mean only', () => {
    expect(peaksAhead(own, asked)).toEqual([
      { month: '2027-01', utilisation: 1.2, planned: null, isOver: true, isOverPlanned: null },
    ]);
  });

  it('have what the plan in force makes of each, and the months that only the plan leaves over capacity', () => {
    const withPlan = { ...planned([0.7, 1.05, 0.95]), load: [70, 105, 95].map((value) => hours(value)) };
    expect(peaksAhead({ ...own, planned: withPlan }, asked)).toEqual([
      { month: '2026-12', utilisation: 0.9, planned: 1.05, isOver: false, isOverPlanned: true },
      { month: '2027-01', utilisation: 1.2, planned: 0.95, isOver: true, isOverPlanned: false },
    ]);
  });
});

describe('moves due', () => {
  const items = [
    move(),
    move({ reference: 'R2', isOverdue: true, monthsEarly: 0 }),
    move({ reference: 'R3', duty: 'arms', dutyName: 'ARMS', hours: hours(6) }),
    move({ reference: 'R4', to: month('2026-10'), isMissed: true }),
    move({ reference: 'R5', to: month('2026-12') }),
  ];

  it('are those into the month, counted by duty; earlier ones not done are told apart, later ones are not due', () => {
    expect(movesDue(plan, items, month('2026-11'), false)).toEqual({
      ...plan,
      byDuty: [
        { duty: 'arms', name: 'ARMS', count: 1, hours: 6, catchUp: 0 },
        { duty: 'visit', name: 'Visit', count: 2, hours: 14, catchUp: 1 },
      ],
      listed: 3,
      hours: 20,
      missed: 1,
      cases: null,
    });
  });

  it('name their cases only when asked to', () => {
    const named = movesDue(plan, items, month('2026-11'), true);
    expect(named.cases?.map(({ reference }) => reference)).toEqual(['R1', 'R2', 'R3']);
    expect(JSON.stringify(movesDue(plan, items, month('2026-11'), false))).not.toMatch(/R\d/);
  });
});

describe('the backlog of the pack', () => {
  const { before } = visits;
  const matrix = { ...visits, oldest: { reference: 'R9', dueDate: isoDate('2026-10-10'), daysLate: 21 } };
  const point = { owing: 40, outstanding: 3, share: 0.075 };

  it('keeps the day of the oldest and drops its case', () => {
    const made = weeklyBacklog(matrix, []);
    expect(made).toMatchObject({ oldestDue: '2026-10-10', before: null });
    expect(JSON.stringify(made)).not.toContain('R9');
  });

  it('says what led from the snapshot before to this one, where there is one before', () => {
    if (!before) throw new Error('expected a snapshot before');
    const points = [
      { snapshotId: 1, asAt: before.asAt, ...point, outstanding: 5, change: null },
      { snapshotId: 2, asAt: isoDate('2026-10-31'), ...point, change: before.change },
    ];
    expect(weeklyBacklog(matrix, points).before).toEqual(before);
    expect(
      weeklyBacklog(
        matrix,
        points.slice(1).map((one) => ({ ...one, change: null })),
      ).before,
    ).toBeNull();
  });
});

describe('sign-offs of the pack', () => {
  it('name the supervisors with something over the limit, and nobody else', () => {
    const bands = { '0-7': 1, '8-14': 0, '15-to-limit': 0 };
    const found = signOffsWaiting({
      waiting: [],
      overLimit: 2,
      untold: ['RMP review'],
      bySupervisor: [
        {
          supervisor: '199',
          waiting: 3,
          bands: { ...bands, 'over-limit': 2 },
          oldestDays: 50,
          afterSharing: 2,
          hasRoom: false,
        },
        {
          supervisor: '198',
          waiting: 1,
          bands: { ...bands, 'over-limit': 0 },
          oldestDays: 3,
          afterSharing: 2,
          hasRoom: true,
        },
      ],
    });
    expect(found).toEqual({
      waiting: 0,
      overLimit: 2,
      bySupervisor: [{ supervisor: '199', waiting: 3, overLimit: 2 }],
      untold: ['RMP review'],
    });
  });
});

describe('the actions of the pack', () => {
  it('stand with their team as they are now; those of a team not named stand by themselves', () => {
    const now = [action({ id: 7 }), action({ id: 8, team: 'harbour' }), action({ id: 9, team: 'Gone' })];
    const shown = withActions(pack(team(), team({ team: 'Moor' })), now);
    expect(shown.teams.map(({ actions }) => actions.map(({ id }) => id))).toEqual([[7, 8], []]);
    expect(shown.otherActions.map(({ id }) => id)).toEqual([9]);
  });
});
