import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskLevels, type CaseRecord } from '#shared/domain/case.ts';
import { addDays, isoDate } from '#shared/domain/dates.ts';
import { Chain } from '#shared/domain/problem.ts';
import { exampleStandards, type Reset } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';
import {
  chainsOf,
  firstDue,
  isOverdue,
  loadOf,
  nextDue,
  owes,
  owesFrom,
  replay,
  type FirstDue,
} from '#shared/planning/rollout.ts';
import { AS_AT, caseOf, dutyState, standardsOf } from '../../../fixtures/records.ts';

const full: Reset = { rule: 'full', tolerance: 0, factor: 1 };
const anniversary: Reset = { rule: 'anniversary', tolerance: 0, factor: 1 };
const tolerance: Reset = { rule: 'tolerance', tolerance: 1, factor: 0.5 };

const chain = (changes: Partial<Chain> = {}): Chain => ({
  id: 'D1/visit',
  reference: 'D1',
  duty: 'visit',
  risk: 'medium',
  officer: '101',
  interval: 6,
  window: 1,
  due: 10,
  isOverdue: false,
  opens: 0,
  dueDay: 15,
  hours: hours(7),
  catchUp: 1,
  reset: full,
  end: null,
  locks: [],
  excluded: false,
  ...changes,
});

describe('the reset rules, worked by hand on an interval of six months', () => {
  it.each([
    ['full, on time', full, 10, 10, 16],
    ['full, two early: counts from the month done', full, 10, 8, 14],
    ['full, three late: counts from the month done', full, -3, 0, 6],
    ['anniversary, two early: the old date stands', anniversary, 10, 8, 16],
    ['anniversary, three late: from the old date', anniversary, -3, 0, 3],
    ['anniversary, eight late: the date passed is skipped', anniversary, -8, 0, 4],
    ['anniversary, six late: due again next time, not at once', anniversary, -6, 0, 6],
    ['tolerance, one early: within it, nothing moves', tolerance, 10, 9, 16],
    ['tolerance, three early: half of the two beyond it', tolerance, 10, 7, 15],
    ['tolerance, two early: half a month rounds up', tolerance, 10, 8, 15],
    ['tolerance, three late: counts from the month done', tolerance, -3, 0, 6],
  ])('%s', (_, reset, due, done, expected) => {
    expect(nextDue({ interval: 6, reset }, due, done)).toBe(expected);
  });
});

describe('the first due date', () => {
  const [visit] = standardsOf(['visit']).duties;
  const dueOf = (record: CaseRecord): FirstDue | null => {
    if (!visit) throw new Error('no visit in the example standards');
    return firstDue(record, visit, 'medium', AS_AT);
  };
  const due = (lastDone: string | null, nextDueDate: string | null): FirstDue | null =>
    dueOf(caseOf('D1', { duties: [dutyState('visit', lastDone, nextDueDate)] }));

  it('is what the extract says, before all else', () => {
    expect(due('2026-09-10', '2027-01-05')).toEqual({ date: '2027-01-05', from: 'next-due', since: 'now' });
  });
  it('else is the last done plus the interval', () => {
    expect(due('2026-08-31', null)).toEqual({ date: '2027-02-28', from: 'last-done', since: 'now' });
  });
  it('else is the first assessment after the snapshot', () => {
    expect(due(null, null)).toEqual({ date: '2026-11-28', from: 'never-done', since: 'now' });
    expect(dueOf(caseOf('D1'))?.date).toBe('2026-11-28');
  });
});

describe('a release to come', () => {
  const [visit] = standardsOf(['visit']).duties;
  const release = isoDate('2027-02-20');
  const inCustody = (changes: Partial<CaseRecord> = {}): CaseRecord =>
    caseOf('D1', { status: 'custody', releaseOn: release, ...changes });
  const chainOf = (record: CaseRecord): Chain | undefined =>
    chainsOf([record], { standards: standardsOf(['visit']), unassessedAs: 'medium', asAt: AS_AT })[0];

  it('has the case owe its duties from that day on, and not before', () => {
    if (!visit) throw new Error('no visit in the example standards');
    expect(owes(inCustody(), visit)).toBe(false);
    expect(owesFrom(inCustody(), visit, AS_AT)).toBe(release);
    expect(owesFrom(inCustody({ mode: 'reactive' }), visit, AS_AT)).toBeNull();
    expect(owesFrom(inCustody({ releaseOn: AS_AT }), visit, AS_AT)).toBeNull();
    expect(owesFrom(caseOf('D1', { releaseOn: release }), visit, AS_AT)).toBe('now');
    expect(owesFrom(inCustody({ status: 'abroad' }), visit, AS_AT)).toBeNull();
  });

  it('is worked out by hand: first visit 28 days after it, in the month of the release at the earliest', () => {
    // 20 February and 28 days: 20 March, month 4 from November; the release is in month 3
    expect(chainOf(inCustody())).toMatchObject({ due: 4, dueDay: 20, opens: 3 });
    const held = [dutyState('visit', '2026-01-10', '2026-07-10')];
    expect(chainOf(inCustody({ duties: held }))).toMatchObject({ due: 4, opens: 3 });
    const later = [dutyState('visit', null, '2027-06-01')];
    expect(chainOf(inCustody({ duties: later }))).toMatchObject({ due: 7, opens: 3 });
    expect(chainOf(inCustody({ notificationEnd: isoDate('2027-02-28') }))).toBeUndefined();
  });

  it('is unknown to chains of plans kept before: they are open from month 0 on', () => {
    const { opens, ...kept } = chain();
    expect(Chain.parse(kept)).toEqual({ ...kept, opens });
  });
});

describe('who owes a duty', () => {
  const [visit] = standardsOf(['visit']).duties;

  it('is decided by mode and status; a missing value lets nobody off', () => {
    if (!visit) throw new Error('no visit in the example standards');
    expect(owes(caseOf('D1'), visit)).toBe(true);
    expect(owes(caseOf('D1', { mode: 'reactive' }), visit)).toBe(false);
    expect(owes(caseOf('D1', { status: 'custody' }), visit)).toBe(false);
    expect(owes(caseOf('D1', { mode: null, status: null }), visit)).toBe(true);
  });
});

describe('chains', () => {
  const build = (...records: Parameters<typeof chainsOf>[0]): Chain[] =>
    chainsOf(records, { standards: standardsOf(['visit']), unassessedAs: 'medium', asAt: AS_AT });

  it('take the interval of the case before that of the standard, and keep the window below it', () => {
    const [own] = build(
      caseOf('D1', {
        risk: 'low',
        duties: [dutyState('visit', '2026-10-01', '2026-12-01', { interval: 2 })],
      }),
    );
    expect(own).toMatchObject({ interval: 2, window: 1, due: 1, dueDay: 1 });
  });

  it('plan an unassessed case under the level chosen', () => {
    const [own] = build(caseOf('D1', { risk: 'unassessed' }));
    expect(own).toMatchObject({ risk: 'medium', interval: 6 });
  });

  it('are overdue by the day where the as-at date lies within month 0', () => {
    const due = (date: string): CaseRecord =>
      caseOf(date, { duties: [dutyState('visit', '2026-05-01', date)] });
    const cases = ['2026-10-31', '2026-11-17', '2026-11-18'].map(due);
    const chains = chainsOf(cases, {
      standards: standardsOf(['visit']),
      unassessedAs: 'medium',
      asAt: isoDate('2026-11-17'),
    });
    expect(chains.map((one) => [one.due, isOverdue(one, one.due)])).toEqual([
      [-1, true],
      [0, true],
      [0, false],
    ]);
    const [, ofThisMonth] = chains;
    expect(ofThisMonth && isOverdue(ofThisMonth, 6)).toBe(false);
  });

  it('come in the order of references', () => {
    expect(build(caseOf('D2'), caseOf('D1')).map((one) => one.reference)).toEqual(['D1', 'D2']);
  });

  it('do not arise after the notification end', () => {
    const state = [dutyState('visit', '2026-08-10', '2027-02-10')];
    expect(build(caseOf('D1', { duties: state, notificationEnd: isoDate('2027-01-31') }))).toEqual([]);
    expect(build(caseOf('D1', { duties: state, notificationEnd: isoDate('2027-02-01') }))).toHaveLength(1);
    expect(build(caseOf('D1', { duties: state, notificationEnd: isoDate('2026-10-30') }))).toEqual([]);
  });
});

describe('roll-out', () => {
  it('does overdue work in month 0 and goes on from there', () => {
    const months = replay([chain({ due: -2 })], 24).map(({ done }) => done);
    expect(months).toEqual([0, 6, 12, 18]);
  });

  it('follows a move with its knock-on', () => {
    const moved = replay([chain({ due: 3 })], 24, (_, due) => (due === 3 ? 2 : undefined));
    expect(moved.map(({ due, done }) => [due, done])).toEqual([
      [3, 2],
      [8, 8],
      [14, 14],
      [20, 20],
    ]);
  });

  const anyReset = fc.record({
    rule: fc.constantFrom('full' as const, 'anniversary' as const, 'tolerance' as const),
    tolerance: fc.integer({ min: 0, max: 3 }),
    factor: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const anyChain = fc
    .record({
      interval: fc.integer({ min: 1, max: 24 }),
      due: fc.integer({ min: -30, max: 40 }),
      end: fc.option(fc.integer({ min: 0, max: 60 })),
      reset: anyReset,
      time: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ time, ...rest }) => chain({ ...rest, hours: hours(time) }));

  it('without moves is the same as replaying every occurrence where it stands', () => {
    fc.assert(
      fc.property(fc.array(anyChain, { maxLength: 8 }), (chains) => {
        const unmoved = replay(chains, 36);
        expect(replay(chains, 36, (_, due) => Math.max(due, 0))).toEqual(unmoved);
      }),
    );
  });

  it('has no occurrence after the end, none before month 0, and none twice in a month', () => {
    fc.assert(
      fc.property(anyChain, (one) => {
        const done = replay([one], 36).map((occurrence) => occurrence.done);
        expect(done.every((month) => month >= 0 && month < 36 && month <= (one.end ?? 36))).toBe(true);
        expect(new Set(done).size).toBe(done.length);
        expect([...done].sort((a, b) => a - b)).toEqual(done);
      }),
    );
  });

  it('adds up to hours per occurrence times occurrences', () => {
    fc.assert(
      fc.property(fc.array(anyChain, { maxLength: 8 }), (chains) => {
        const occurrences = replay(chains, 36);
        const total = loadOf(chains, occurrences, 36).reduce((sum, value) => sum + value, 0);
        const expected = occurrences.reduce((sum, { chain: index }) => sum + (chains[index]?.hours ?? 0), 0);
        expect(total).toBeCloseTo(expected, 6);
      }),
    );
  });
});

describe('every chain of any case', () => {
  it('has a window below its interval and ends no later than the notification', () => {
    const anyCase = fc.record({
      risk: fc.constantFrom(...riskLevels),
      interval: fc.option(fc.integer({ min: 1, max: 24 })),
      last: fc.option(fc.integer({ min: -900, max: 0 })),
      next: fc.option(fc.integer({ min: -400, max: 700 })),
      end: fc.option(fc.integer({ min: -100, max: 900 })),
    });
    fc.assert(
      fc.property(anyCase, ({ risk, interval, last, next, end }) => {
        const day = (count: number | null) => (count === null ? null : addDays(AS_AT, count));
        const state = { duty: 'visit', lastDone: day(last), nextDue: day(next), interval, signedOff: null };
        const record = caseOf('D1', { risk, duties: [state], notificationEnd: day(end) });
        const chains = chainsOf([record], {
          standards: exampleStandards(),
          unassessedAs: 'medium',
          asAt: AS_AT,
        });
        for (const one of chains) {
          expect(one.window).toBeLessThan(one.interval);
          expect(one.due).toBeLessThanOrEqual(one.end ?? Infinity);
        }
      }),
    );
  });
});
