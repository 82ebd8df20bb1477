import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '#shared/domain/case.ts';
import { addDays, isoDate, type IsoDate } from '#shared/domain/dates.ts';
import { outstandingCases, type Scope } from '#shared/planning/backlog/outstanding.ts';
import { backlogChange, backlogState, isBacklogSumRight } from '#shared/planning/backlog/trend.ts';
import { caseOf, dutyState, standardsOf } from '../../../../fixtures/records.ts';

const standards = standardsOf(['visit']);
const [visit] = standards.duties;
const then = isoDate('2026-09-30');
const now = isoDate('2026-10-31');
const state = (cases: CaseRecord[], asAt: IsoDate, scope: Scope = {}) => {
  if (!visit) throw new Error('Expected the duty.');
  const outstanding = outstandingCases({ cases, standards, unassessedAs: 'medium', asAt });
  return backlogState(
    { asAt, cases: new Map(cases.map((one) => [one.reference, one])), outstanding },
    visit,
    scope,
  );
};
function compare(before: CaseRecord[], after: CaseRecord[], scope: Scope = {}) {
  if (!visit) throw new Error('Expected the duty.');
  const [from, to] = [state(before, then, scope), state(after, now, scope)];
  const change = backlogChange(from, to, visit, scope);
  expect(isBacklogSumRight(from.outstanding.size, change, to.outstanding.size)).toBe(true);
  return { from: from.outstanding.size, to: to.outstanding.size, change };
}
const one = (reference: string, last: string, next: string, more: Partial<CaseRecord> = {}) =>
  caseOf(reference, { duties: [dutyState('visit', last, next)], ...more });

describe('the backlog from one snapshot to the next', () => {
  it('names what became of each piece of work', () => {
    const before = [
      one('carried', '2026-03-01', '2026-09-01'),
      one('done', '2026-03-01', '2026-09-01'),
      one('again', '2026-03-01', '2026-09-01'),
      one('left', '2026-03-01', '2026-09-01'),
      one('custody', '2026-03-01', '2026-09-01'),
      one('redated', '2026-03-01', '2026-09-01'),
      one('falls', '2026-04-10', '2026-10-10'),
    ];
    const after = [
      one('carried', '2026-03-01', '2026-09-01'),
      one('done', '2026-10-05', '2027-04-05'),
      one('again', '2026-10-02', '2026-10-30'),
      one('custody', '2026-03-01', '2026-09-01', { status: 'custody' }),
      one('redated', '2026-03-01', '2026-12-01'),
      one('falls', '2026-04-10', '2026-10-10'),
      one('joined', '2026-03-01', '2026-09-01'),
    ];
    expect(compare(before, after)).toEqual({
      from: 6,
      // carried, again, falls, joined
      to: 4,
      change: {
        fellDue: 2,
        joined: 1,
        movedIn: 0,
        done: 2,
        left: 1,
        movedOut: 0,
        noLongerOwed: 1,
        redated: 1,
      },
    });
  });

  it('of a team counts a case that moved as moved', () => {
    const before = [one('D1', '2026-03-01', '2026-09-01', { team: 'Moor' })];
    const after = [one('D1', '2026-03-01', '2026-09-01', { team: 'Harbour' })];
    expect(compare(before, after, { team: 'Harbour' }).change).toMatchObject({ movedIn: 1, fellDue: 0 });
    expect(compare(before, after, { team: 'moor' }).change).toMatchObject({ movedOut: 1, left: 0 });
    expect(compare(before, after).change).toMatchObject({ movedIn: 0, movedOut: 0 });
  });
});

const anySide = fc.option(
  fc.record({
    team: fc.constantFrom('Harbour', 'Moor'),
    officer: fc.constantFrom('101', '102'),
    status: fc.constantFrom('community' as const, 'custody' as const),
    last: fc.integer({ min: -60, max: 0 }),
    next: fc.option(fc.integer({ min: -90, max: 60 })),
  }),
);

describe('whatever two snapshots hold', () => {
  it('the change adds up, for the force, a team and an officer', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anySide, anySide), { maxLength: 25 }), (pairs) => {
        const side = (which: 0 | 1, asAt: IsoDate) =>
          pairs.flatMap((pair, index) => {
            const facts = pair[which];
            if (facts === null) return [];
            const { team, officer, status, last, next } = facts;
            const state = dutyState('visit', addDays(asAt, last), next === null ? null : addDays(asAt, next));
            return [caseOf(`D${String(index)}`, { team, officer, status, duties: [state] })];
          });
        const [before, after] = [side(0, then), side(1, now)];
        for (const scope of [{}, { team: 'Harbour' }, { officer: '102' }]) compare(before, after, scope);
      }),
      { numRuns: 80 },
    );
  });
});
