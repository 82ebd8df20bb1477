import { describe, expect, it } from 'vitest';
import type { Ratio } from '#shared/contract/demand.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { fte } from '#shared/domain/units.ts';
import {
  abstractionFact,
  changesFact,
  overdueFact,
  ratioFact,
  signOffFact,
} from '../../../../renderer/features/overview/facts-model.ts';
import { month } from '../fixtures.ts';

type Facts<F extends (...args: never[]) => unknown> = Parameters<F>;

const then = isoDate('2026-09-30');

describe('the ratio', () => {
  const ratio = (asAt: string, offenders: number, managers: number | null): Ratio => ({
    snapshotId: 7,
    asAt: isoDate(asAt),
    rosterAsAt: null,
    numerator: 'community',
    denominator: 'in-post-fte',
    definition: '',
    teams: [],
    force: {
      team: null,
      offenders,
      managers,
      ratio: managers === null ? null : offenders / managers,
      limit: 50,
      fteNeeded: fte(offenders / 50),
      shortBy: managers === null ? null : Math.max(0, offenders / 50 - managers),
    },
    counted: [{ team: 'Harbour', levels: [{ cases: 600, counted: offenders, releases: [] }] }],
    warnings: [],
  });
  const before = ratio('2026-09-30', 470, 10);
  const forecast = (cases: number[]) =>
    ({
      months: [month('2026-11'), month('2026-12')],
      middle: [{ team: 'Harbour', risk: 'very-high', cases }],
      low: cases,
      high: cases,
      teams: [],
    }) as unknown as Facts<typeof ratioFact>[2];

  it('is told with the one before and, within its limit, when the forecast crosses it', () => {
    const now = ratio('2026-10-31', 480, 10);
    // 480 of 600 cases count: 10 managers at 1:50 stand at 500 counted, which is 625 of all
    expect(ratioFact(now, before, forecast([620, 630]), undefined)).toBe(
      '1:48.0, 1:47.0 on 30 Sep 2026; forecast to cross 1:50 in December 2026 at today’s strength',
    );
    expect(ratioFact(now, before, forecast([620, 625]), undefined)).toContain(
      'forecast to stay within 1:50 until December 2026 at today’s strength',
    );
    expect(ratioFact(now, undefined, null, undefined)).toBe('1:48.0; within 1:50');
  });

  it('is over its limit, or not known', () => {
    expect(ratioFact(ratio('2026-10-31', 520, 10), before, null, undefined)).toBe(
      '1:52.0, 1:47.0 on 30 Sep 2026; over 1:50',
    );
    expect(ratioFact(ratio('2026-10-31', 520, null), before, null, undefined)).toMatch(/^not known/);
    expect(ratioFact(before, undefined, null, 'Nowhere')).toMatch(/^not known/);
  });
});

describe('overdue work', () => {
  const backlog = (asAt: string, visits: Array<['high' | 'low' | 'unassessed', number]>) => ({
    snapshotId: 7,
    asAt: isoDate(asAt),
    outstanding: visits.reduce((total, [, outstanding]) => total + outstanding, 0),
    byRisk: visits.map(([risk, outstanding]) => ({ risk, outstanding })),
  });

  it('is told by risk with the change since the snapshot before', () => {
    const now = backlog('2026-10-31', [
      ['high', 3],
      ['low', 0],
      ['unassessed', 4],
    ]);
    const was = backlog('2026-09-30', [
      ['high', 5],
      ['low', 1],
      ['unassessed', 4],
    ]);
    expect(overdueFact(now, was)).toBe('7, 10 on 30 Sep 2026; high 3 (−2), low 0 (−1), unassessed 4 (0)');
    expect(overdueFact(now, undefined)).toBe('7; high 3, unassessed 4');
    expect(overdueFact(backlog('2026-10-31', []), undefined)).toBe('0');
  });
});

describe('sign-offs', () => {
  const found = (waiting: number, overLimit: number, untold: string[], isNoneHeld = false) => ({
    waiting,
    overLimit,
    untold,
    isNoneHeld,
  });

  it('are those over a month of all that wait, and what is not held is said', () => {
    expect(signOffFact(found(31, 7, []))).toBe('7 of 31 waiting for longer than a month');
    expect(signOffFact(found(3, 0, ['ARMS']))).toBe(
      'none of 3 waiting for longer than a month; none held of ARMS',
    );
    expect(signOffFact(found(0, 0, []))).toBe('nothing waits');
    expect(signOffFact(found(0, 0, ['Visit', 'ARMS'], true))).toBe('the snapshot holds none');
  });
});

describe('abstractions, cases and plans', () => {
  it('say what is known of the first month ahead, and what is expected beyond', () => {
    const ahead = [
      { month: month('2026-11'), known: { leave: 40, court: 44 }, expected: { sickness: 152 } },
    ] as unknown as Facts<typeof abstractionFact>[0]['ahead'];
    expect(abstractionFact({ ahead } as Facts<typeof abstractionFact>[0])).toBe(
      '84\u00a0h known in November 2026, 152\u00a0h more expected',
    );
  });

  it('count who came and left since the snapshot before, and of a team who moved', () => {
    const figures = { joined: 12, left: 9, risk: 4, 'moved-in': 2, 'moved-out': 1 };
    const between = (team: string | null) =>
      ({ from: { asAt: then }, totals: { team, figures } }) as unknown as Facts<typeof changesFact>[0];
    expect(changesFact(between(null))).toBe('12 joined, 9 left and 4 changed risk since 30 Sep 2026');
    expect(changesFact(between('Harbour'))).toContain('3 moved in or out and 4 changed risk');
  });
});
