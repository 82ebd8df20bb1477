import { describe, expect, it } from 'vitest';
import { isoDate, type Month } from '#shared/domain/dates.ts';
import { plansInForce, type AcceptedPlan } from '#shared/planning/follow-up/in-force.ts';

const plan = (id: number, changes: Partial<AcceptedPlan> = {}) => ({
  id,
  team: 'Harbour',
  asAt: isoDate('2026-10-31'),
  undoneAt: null,
  isPurged: false,
  lastMonth: '2027-10' as Month,
  ...changes,
});
const undoneAt = '2026-11-03T10:00:00.000Z';
const inForce = (day: string, ...plans: Array<ReturnType<typeof plan>>) =>
  plansInForce(plans, isoDate(day)).map(({ id }) => id);

describe('the plan in force of a team', () => {
  it('is its newest, each team having its own', () => {
    expect(inForce('2026-10-31', plan(3), plan(2, { team: 'Moor' }), plan(1))).toEqual([3, 2]);
  });

  it('stays so when newer snapshots come, until its last month is past', () => {
    expect(inForce('2026-11-30', plan(1))).toEqual([1]);
    expect(inForce('2027-10-30', plan(1))).toEqual([1]);
    expect(inForce('2027-10-31', plan(1))).toEqual([]);
  });

  it('is the one before it when it is undone', () => {
    expect(inForce('2026-11-30', plan(2, { undoneAt }), plan(1))).toEqual([1]);
    expect(inForce('2026-11-30', plan(2, { undoneAt }), plan(1, { undoneAt }))).toEqual([]);
  });

  it('is none where the newest is over or its moves are purged: what it replaced does not come back', () => {
    expect(inForce('2026-12-31', plan(2, { lastMonth: '2026-12' as Month }), plan(1))).toEqual([]);
    expect(inForce('2026-12-31', plan(2, { isPurged: true }), plan(1))).toEqual([]);
  });

  it('looked at on an older snapshot, is none made from a newer one', () => {
    expect(inForce('2026-10-31', plan(2, { asAt: isoDate('2026-11-30') }), plan(1))).toEqual([1]);
  });
});
