import { describe, expect, it } from 'vitest';
import type { PlanSummary } from '#shared/contract/plans.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { planState, type Plan } from '#shared/domain/plan.ts';
import { hours, utilisation } from '#shared/domain/units.ts';
import { fullest } from '../../../../renderer/features/levelling/fullest.ts';
import {
  certificate,
  earliness,
  filterMoves,
  parseTarget,
  isLeavers,
  leaversWords,
  officerTitle,
  officerWords,
  planDrawing,
  planFinding,
  planLines,
  shares,
} from '../../../../renderer/features/levelling/model.ts';
import { showMonthYear } from '../../../../renderer/view/figures.ts';
import { heldGroups } from '../../../../renderer/features/levelling/proof-model.ts';
import { demand, month, move, plan, team } from '../fixtures.ts';

describe('the certificate', () => {
  it('says moves, peak, bound and price in one line', () => {
    const line = certificate(plan({ extraOccurrences: 1, extraHoursPerYear: hours(21) })).join(' · ');
    expect(line).toBe(
      '1 brought forward · peak 123\u00a0% → 87\u00a0% · no plan within these rules goes below 85.3\u00a0% · +4 occurrences (+21\u00a0h) a year',
    );
  });

  it('tells work done early from overdue work that is caught up', () => {
    const late = move({ dueIndex: -2, monthsEarly: 0 });
    expect(certificate(plan({ moves: [move(), move(), late] }))[0]).toBe(
      '2 brought forward, 1 overdue spread over the catch-up',
    );
    expect(certificate(plan({ moves: [late] }))[0]).toBe('1 overdue spread over the catch-up');
  });

  it('says that a plan costs nothing extra', () => {
    expect(certificate(plan()).at(-1)).toBe('no extra work');
  });

  it('claims no bound and no peak without capacity', () => {
    const bare = plan({ peakBefore: null, peakAfter: null, lowerBound: null, moves: [] });
    expect(certificate(bare)).toEqual(['no moves', 'no extra work']);
  });
});

describe('the proof', () => {
  it('tells the work of a month by why it cannot leave, the most hours first', () => {
    expect(
      heldGroups([
        { what: 'Visit, low risk', count: 2, hours: hours(14), why: 'overdue' },
        { what: 'Visit, high risk', count: 10, hours: hours(70), why: 'window' },
        { what: 'work at fixed dates (notifications)', count: 0, hours: hours(17), why: 'fixed' },
        { what: 'ARMS, low risk', count: 1, hours: hours(6), why: 'overdue' },
      ]),
    ).toEqual([
      { why: 'Window reaches none but these months', hours: 70, works: '10 × Visit, high risk, 70\u00a0h' },
      {
        why: 'Overdue, to be caught up',
        hours: 20,
        works: '2 × Visit, low risk, 14\u00a0h; 1 × ARMS, low risk, 6\u00a0h',
      },
      { why: 'Cannot be moved', hours: 17, works: 'work at fixed dates (notifications), 17\u00a0h' },
    ]);
  });
});

describe('the finding', () => {
  it('tells each way a plan can end', () => {
    expect(planFinding(plan())).toBe('Plymouth: 1 move takes the peak from 123\u00a0% to 87\u00a0%');
    expect(planFinding(plan({ moves: [] }))).toContain('nothing can be brought forward');
    expect(planFinding(plan({ status: 'target-met', target: 0.95 }))).toContain(
      'target of 95\u00a0% is met with 1 move',
    );
    expect(planFinding(plan({ status: 'target-not-reached', target: 0.5 }))).toContain(
      'the lowest peak is 87\u00a0%',
    );
    expect(planFinding(plan({ status: 'already-level' }))).toContain('nothing needs to move');
    expect(planFinding(plan({ status: 'no-capacity' }))).toContain('nothing to level against');
  });
});

describe('the drawing', () => {
  it('is in shares of capacity, missing where there is none', () => {
    const drawing = planDrawing(plan(), 'share');
    expect(drawing.outline.values).toEqual([1.23, 0.5, null]);
    expect(drawing.stacks[0]?.values).toEqual([0.86, 0.87, null]);
    expect(drawing.ceiling).toEqual([1, 1, null]);
    expect(drawing.lines.find((line) => line.key === 'bound')?.values).toEqual([0.853, 0.853, null]);
  });

  it('is in hours, the bound following capacity', () => {
    const drawing = planDrawing(plan(), 'hours');
    expect(drawing.stacks[0]?.values).toEqual([86, 87, 10]);
    expect(drawing.lines.find((line) => line.key === 'bound')?.values[0]).toBeCloseTo(85.3, 9);
  });

  it('has no bound line without a bound', () => {
    expect(planDrawing(plan({ lowerBound: null }), 'share').lines.map((line) => line.key)).toEqual([
      'capacity',
    ]);
  });

  it('reads as a table, hours moved out and in included', () => {
    const lines = planLines(plan());
    expect(lines.find((line) => line.name === 'Moved out')?.values).toEqual(['0', '0', '7']);
    expect(lines.find((line) => line.name === 'Moved in')?.values).toEqual(['0', '7', '0']);
  });

  it('divides by no empty month', () => {
    expect(shares([10], [0])).toEqual([null]);
  });
});

describe('the moves', () => {
  const moves = [
    move(),
    move({ id: 'V2/arms', reference: 'V2', duty: 'arms', risk: 'high', officer: null }),
    move({ id: 'V3/visit', reference: 'V3', due: month('2026-09'), dueIndex: -2, monthsEarly: 0 }),
  ];
  const found = (filter: Partial<{ text: string; duty: string; risk: string }>) =>
    filterMoves(moves, { text: '', duty: '', risk: '', ...filter }).map((one) => one.reference);

  it('are found by case, officer, month and reason', () => {
    expect(found({ text: 'v2' })).toEqual(['V2']);
    expect(found({ text: '3001' })).toEqual(['V1', 'V3']);
    expect(found({ text: 'september' })).toEqual(['V3']);
    expect(found({ text: '130 %' })).toEqual(['V1', 'V2', 'V3']);
  });

  it('are kept to duty and risk', () => {
    expect(found({ duty: 'arms' })).toEqual(['V2']);
    expect(found({ duty: 'visit', risk: 'high' })).toEqual([]);
  });

  it('say of an officer who has left by the month that somebody has to take the case', () => {
    const { toIndex } = move();
    const own = { officer: '3001', capacity: [], before: [], after: [] };
    const goneFrom = (month: number | null) => plan({ moves, officers: [{ ...own, goneFrom: month }] });
    const leavers = (from: Plan) => moves.filter((one) => isLeavers(from, one)).length;
    expect([toIndex, toIndex + 1, null].map((month) => leavers(goneFrom(month)))).toEqual([2, 0, 0]);
    expect(leavers(plan({ moves }))).toBe(0);
    expect(officerWords('3001', true)).toBe('3001 · has left by then');
    expect(officerWords('3001', false)).toBe('3001');
    expect(leaversWords(2)).toContain('2 of officers who have left by then');
    expect(leaversWords(0)).toBe('');
  });

  it('are evened over officers, of whom each is shown by which month gone', () => {
    const own = { officer: '3001', capacity: [], before: [], after: [] };
    const [, second] = plan().months;
    if (second === undefined) throw new Error('Expected a plan of two months or more.');
    expect(officerTitle(plan(), { ...own, goneFrom: 1 })).toBe(`3001 · has left by ${showMonthYear(second)}`);
    expect(officerTitle(plan(), { ...own, goneFrom: null })).toBe('3001');
  });

  it('say how early they are, or that the work is overdue', () => {
    expect(moves.map(earliness)).toEqual(['1 month', '1 month', 'overdue']);
  });
});

describe('an accepted plan', () => {
  const summary: PlanSummary = {
    id: 1,
    snapshotId: 7,
    asAt: isoDate('2026-10-31'),
    team: 'Plymouth',
    acceptedAt: '2026-11-02T10:00:00.000Z',
    undoneAt: null,
    inForce: true,
    isStale: false,
    lastMonth: month('2028-10'),
    isOver: false,
    peakBefore: 1.23,
    peakAfter: 0.86,
    moves: 41,
    isPurged: false,
    note: '',
  };

  it('is in force, over, replaced or undone', () => {
    expect(planState(summary)).toBe('in force');
    const later: PlanSummary = { ...summary, isStale: true };
    expect(planState(later)).toBe('in force');
    expect(planState({ ...summary, inForce: false, isOver: true })).toBe('over');
    expect(planState({ ...summary, inForce: false })).toBe('replaced');
    expect(
      planState({ ...summary, inForce: false, isOver: true, undoneAt: '2026-11-03T10:00:00.000Z' }),
    ).toBe('undone');
  });
});

describe('the target in the address', () => {
  it('is a percentage within bounds, else the lowest peak is meant', () => {
    expect(parseTarget('90')).toBe(0.9);
    for (const text of [null, '', 'x', '5', '900']) expect(parseTarget(text)).toBeNull();
  });
});

describe('the teams to choose from', () => {
  it('stand with the fullest first: nobody in post, then the highest utilisation', () => {
    const teams = fullest(
      demand([team('A', [0.5, 0.6, 0.7]), team('B', [1.4, 0.2, 0.3]), team('C', [0.4, 0.2, null])]),
    );
    expect(teams.map((one) => [one.team, one.fullest?.month, one.fullest?.utilisation])).toEqual([
      ['C', '2027-01', null],
      ['B', '2026-11', utilisation(1.4)],
      ['A', '2027-01', utilisation(0.7)],
    ]);
  });
});
