import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WaitingSignOff } from '#shared/domain/backlog.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import { addDays, isoDate } from '#shared/domain/dates.ts';
import { shareSignOffs, supervisorsInScope, waitingSignOffs } from '#shared/planning/backlog/sign-off.ts';
import { signOffsHeldIn } from '#shared/planning/demand/sign-offs.ts';
import { AS_AT, caseOf, dutyState, officerOf, standardsOf } from '../../../../fixtures/records.ts';

const visited = (reference: string, done: string, signedOff?: string, more: Partial<CaseRecord> = {}) =>
  caseOf(reference, {
    duties: [dutyState('visit', done, null, signedOff === undefined ? {} : { signedOff })],
    ...more,
  });
const waitingOf = (cases: CaseRecord[], force = cases) =>
  waitingSignOffs(
    {
      cases,
      signOffsHeld: signOffsHeldIn(force),
      standards: standardsOf(['visit', 'signoff']),
      unassessedAs: 'medium',
      asAt: AS_AT,
    },
    {},
  );

describe('work not signed off', () => {
  it('is what was done after it was last signed off, and is over the limit after a month', () => {
    const { waiting } = waitingOf([
      visited('signed', '2026-10-01', '2026-10-20'),
      visited('old sign-off', '2026-10-24', '2026-04-20'),
      visited('a fortnight', '2026-10-17'),
      visited('within a month', '2026-10-01'),
      visited('over', '2026-09-30'),
    ]);
    expect(waiting.map(({ reference, band, ageDays }) => [reference, band, ageDays])).toEqual([
      ['over', 'over-limit', 31],
      ['within a month', '15-to-limit', 30],
      ['a fortnight', '8-14', 14],
      ['old sign-off', '0-7', 7],
    ]);
  });

  it('is not told of a duty of which the snapshot holds no sign-off', () => {
    const { waiting, untold } = waitingOf([visited('D1', '2026-08-01')]);
    expect(waiting).toEqual([]);
    expect(untold).toContain('visit');
  });

  it('is told of a team that has none signed off, where another team of the snapshot has', () => {
    const own = [visited('D1', '2026-10-10')];
    const others = [visited('M1', '2026-10-01', '2026-10-20', { team: 'Moorland' })];
    const { waiting, untold } = waitingOf(own, [...own, ...others]);
    expect(waiting.map(({ reference }) => reference)).toEqual(['D1']);
    expect(untold).not.toContain('visit');
  });
});

const item = (reference: string, supervisor: string | null, age: number): WaitingSignOff => ({
  reference,
  team: 'Harbour',
  officer: null,
  supervisor,
  risk: 'low',
  duty: 'visit',
  doneOn: addDays(AS_AT, -age),
  dueBy: isoDate('2026-11-30'),
  ageDays: age,
  band: '0-7',
});

describe('sharing out', () => {
  it('evens what waits, the oldest handed over first, and says who has room', () => {
    const waiting = [1, 2, 3, 4, 5].map((age) => item(`D${String(age)}`, 'A', age)).concat(item('E', 'B', 9));
    const { bySupervisor, shares } = shareSignOffs(waiting, ['A', 'B', 'C']);
    // Six among three: two each.
    expect(bySupervisor.map((one) => [one.supervisor, one.waiting, one.afterSharing, one.hasRoom])).toEqual([
      ['A', 5, 2, false],
      ['B', 1, 2, true],
      ['C', 0, 2, true],
    ]);
    expect(shares.map(({ from, to, items }) => [from, to, items.map(({ reference }) => reference)])).toEqual([
      ['A', 'C', ['D5', 'D4']],
      ['A', 'B', ['D3']],
    ]);
  });

  it('finds no room where nothing is handed over', () => {
    const waiting = [item('D1', 'A', 3)];
    expect(shareSignOffs(waiting, ['A', 'B']).bySupervisor.map(({ hasRoom }) => hasRoom)).toEqual([
      false,
      false,
    ]);
  });

  it('gives away what has no supervisor, and proposes nothing without supervisors', () => {
    const waiting = [item('D1', null, 3)];
    expect(shareSignOffs(waiting, ['A'])).toMatchObject({
      shares: [{ from: null, to: 'A' }],
      bySupervisor: [{ supervisor: 'A', hasRoom: true }, {}],
    });
    expect(shareSignOffs(waiting, [])).toMatchObject({ shares: [], bySupervisor: [{ afterSharing: 1 }] });
  });

  it('leaves no two further apart than one, loses nothing, and is the same in any order', () => {
    const anyItem = fc.tuple(fc.constantFrom('A', 'B', 'C', null), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 30 }), (facts) => {
        const waiting = facts.map(([supervisor, age], index) => item(`D${String(index)}`, supervisor, age));
        const found = shareSignOffs(waiting, ['A', 'B', 'C']);
        const after = new Map<string | null, number>();
        for (const { supervisor, waiting: count } of found.bySupervisor) after.set(supervisor, count);
        for (const { from, to, items } of found.shares) {
          after.set(from, (after.get(from) ?? 0) - items.length);
          after.set(to, (after.get(to) ?? 0) + items.length);
        }
        for (const { supervisor, afterSharing } of found.bySupervisor) {
          expect(after.get(supervisor)).toBe(afterSharing);
        }
        const counts = ['A', 'B', 'C'].map((one) => after.get(one) ?? 0);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(waiting.length);
        expect(shareSignOffs([...waiting].reverse(), ['A', 'B', 'C'])).toEqual(found);
      }),
      { numRuns: 80 },
    );
  });

  it('knows supervisors of the roster with nothing waiting, unless cases name people otherwise', () => {
    const cases = [visited('D1', '2026-10-01', undefined, { supervisor: '199' })];
    const roster = ['198', '199'].map((collar) => officerOf(collar, { role: 'supervisor' }));
    expect(supervisorsInScope(cases, roster, {}, AS_AT)).toEqual(['198', '199']);
    const named = [visited('D1', '2026-10-01', undefined, { supervisor: 'Sgt Rowan' })];
    expect(supervisorsInScope(named, roster, {}, AS_AT)).toEqual(['Sgt Rowan']);
  });
});
