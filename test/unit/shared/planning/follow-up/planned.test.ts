import { describe, expect, it } from 'vitest';
import { addMonths, isoDate, monthRange, monthZero } from '#shared/domain/dates.ts';
import type { Move } from '#shared/domain/plan.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';
import { followUp } from '#shared/planning/follow-up/follow-up.ts';
import { plannedDemand } from '#shared/planning/follow-up/planned.ts';
import { chainsOf } from '#shared/planning/rollout.ts';
import { caseOf, dutyState } from '../../../../fixtures/records.ts';
import { plan as planOf } from '../../../renderer/fixtures.ts';

/** Visits only: at medium risk every six months, 7 hours. */
const example = exampleStandards();
const standards = { ...example, duties: example.duties.filter(({ key }) => key === 'visit') };
const unassessedAs = 'medium' as const;
const may = isoDate('2026-05-31');
const june = isoDate('2026-06-30');
const month0 = monthZero(may);

const visit = (reference: string, lastDone: string, nextDue: string) =>
  caseOf(reference, { duties: [dutyState('visit', lastDone, nextDue)] });

/** A move of a visit between months, counted from June. */
const move = (reference: string, dueIndex: number, toIndex: number): Move => ({
  id: `${reference}/visit`,
  reference,
  duty: 'visit',
  risk: 'medium',
  officer: '101',
  due: addMonths(month0, dueIndex),
  to: addMonths(month0, toIndex),
  dueIndex,
  toIndex,
  monthsEarly: Math.max(0, dueIndex - toIndex),
  hours: hours(7),
  reason: 'by hand',
});

/** Of seven months with 70 hours of capacity each. */
const capacity = new Array(7).fill(hours(70)) as Array<ReturnType<typeof hours>>;

describe('a plan of May laid over the snapshot of June, worked by hand', () => {
  const stands = ['A', 'B'].map((reference) => visit(reference, '2026-02-15', '2026-08-15'));
  const missed = visit('M', '2026-01-15', '2026-07-15');
  const overdue = visit('O', '2025-10-15', '2026-04-15');
  const first = [
    ...stands,
    missed,
    overdue,
    visit('E', '2026-02-15', '2026-08-15'),
    visit('L', '2026-02-15', '2026-08-15'),
    visit('R', '2026-02-15', '2026-08-15'),
  ];
  const later = [
    ...stands,
    missed,
    overdue,
    // Done in June, a month earlier still than planned; L has left; R is due in September now.
    visit('E', '2026-06-20', '2026-12-20'),
    visit('R', '2026-02-15', '2026-09-15'),
  ];
  const moves = [
    ...['A', 'B', 'E', 'L', 'R'].map((reference) => move(reference, 2, 1)),
    move('M', 1, 0),
    move('O', -2, 2),
  ];
  const found = followUp({
    plan: planOf({ team: 'Harbour', months: monthRange(month0, 12), moves }),
    chains: chainsOf(first, { standards, unassessedAs, asAt: may }),
    first: { asAt: may, cases: first },
    later: [{ asAt: june, cases: later }],
    roster: [],
    standards,
    unassessedAs,
  });
  const laid = {
    planId: 1,
    asAt: may,
    counts: found.counts,
    moves: found.moves.filter(({ outcome }) => outcome === 'open'),
    standards,
    unassessedAs,
  };

  it('has three moves that stand, one done early, one missed and two overtaken', () => {
    expect(laid.moves.map(({ reference }) => reference)).toEqual(['A', 'B', 'O']);
    expect(found.counts).toMatchObject({ open: 3, 'other-month': 1, missed: 1, overtaken: 2 });
  });

  it('moves what stands, knock-on included, and leaves all else in its due month', () => {
    const unmoved = plannedDemand({ ...laid, moves: [] }, later, june, capacity);
    // July: M, and O that is overdue. August: A, B. September: R. December: E. January: M, O again.
    expect(unmoved.load).toEqual([14, 14, 7, 0, 0, 7, 14]);
    const planned = plannedDemand(laid, later, june, capacity);
    // July: A, B, M. August: O. September: R. December: E. January: A, B, M again; O only in February.
    expect(planned.load).toEqual([21, 7, 7, 0, 0, 7, 21]);
    expect(planned.utilisation[0]).toBeCloseTo(0.3, 10);
    expect(planned).toMatchObject({ planId: 1, asAt: '2026-05-31', counts: { open: 3 } });
  });

  it('on its own snapshot makes every move', () => {
    const planned = plannedDemand({ ...laid, moves }, first, may, capacity);
    // June: M. July: A, B, E, L, R. August: O. December: M again.
    expect(planned.load).toEqual([7, 35, 7, 0, 0, 0, 7]);
  });
});
