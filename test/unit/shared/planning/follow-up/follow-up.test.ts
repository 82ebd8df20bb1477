import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '#shared/domain/case.ts';
import { addMonths, isoDate, lastDayOf, monthRange, monthsBetween, monthZero } from '#shared/domain/dates.ts';
import { outcomes, type FollowUp } from '#shared/domain/follow-up.ts';
import type { Chain } from '#shared/domain/problem.ts';
import type { Move, Plan } from '#shared/domain/plan.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';
import { followUp } from '#shared/planning/follow-up/follow-up.ts';
import { chainsOf, loadOf, replay } from '#shared/planning/rollout.ts';
import { caseOf, dutyState, officerOf } from '../../../../fixtures/records.ts';

const standards = exampleStandards();
const asAt = isoDate('2026-05-31');
const months = monthRange(monthZero(asAt), 12);
const unassessedAs = 'medium' as const;
/** Cases of the others are of 101, whom the roster does not know. */
const roster = [officerOf('102', { leaving: '2026-06-20' }), officerOf('104', { leaving: '2026-07-31' })];

/** A visit of the example standards at medium risk: every six months, one month early at most, 7 hours. */
const visit = (reference: string, lastDone: string, nextDue: string, changes: Partial<CaseRecord> = {}) =>
  caseOf(reference, { duties: [dutyState('visit', lastDone, nextDue)], ...changes });

function moveOf(chains: readonly Chain[], id: string, due: string, to: string): Move {
  const chain = chains.find((one) => one.id === id);
  if (!chain) throw new Error(`Expected a chain ${id}.`);
  const [from, into] = [months.find((month) => month === due), months.find((month) => month === to)];
  if (!from || !into) throw new Error(`Expected ${due} and ${to} within the horizon.`);
  const [dueIndex, toIndex] = [months.indexOf(from), months.indexOf(into)];
  const { reference, duty, risk, officer } = chain;
  const facts = { id, reference, duty, risk, officer, due: from, to: into, dueIndex, toIndex };
  return { ...facts, monthsEarly: dueIndex - toIndex, hours: chain.hours, reason: 'by hand' };
}

function planOf(chains: readonly Chain[], moves: readonly Move[]): Plan {
  const loads = (occurrences: ReturnType<typeof replay>) =>
    loadOf(chains, occurrences, months.length).map(hours);
  const to = new Map(moves.map((move) => [`${move.id}@${String(move.dueIndex)}`, move.toIndex]));
  return {
    team: 'Harbour',
    months,
    status: 'levelled',
    target: null,
    capacity: months.map(() => hours(100)),
    before: loads(replay(chains, months.length)),
    after: loads(
      replay(chains, months.length, (index, due) => to.get(`${chains[index]?.id ?? ''}@${String(due)}`)),
    ),
    peakBefore: null,
    peakAfter: null,
    lowerBound: null,
    gap: null,
    moves: [...moves],
    occurrencesBefore: 0,
    occurrencesAfter: 0,
    extraOccurrences: 0,
    extraHoursPerYear: hours(0),
    echo: { months: [], capacity: [], before: [], after: [], isAbovePresent: false, text: null },
    notMended: [],
    officers: [],
    price: [],
    predictable: [],
    certificate: null,
  };
}

/** Follows moves of visits, each `[reference, due, to]`, over month-end snapshots from June on. */
function follow(
  first: readonly CaseRecord[],
  moves: ReadonlyArray<[reference: string, due: string, to: string]>,
  ...later: ReadonlyArray<readonly CaseRecord[]>
): FollowUp {
  const chains = chainsOf(first, { standards, unassessedAs, asAt }).filter(({ duty }) => duty === 'visit');
  return followUp({
    plan: planOf(
      chains,
      moves.map(([reference, due, to]) => moveOf(chains, `${reference}/visit`, due, to)),
    ),
    chains,
    first: { asAt, cases: first },
    later: later.map((cases, index) => ({ asAt: lastDayOf(addMonths(monthZero(asAt), index)), cases })),
    roster,
    standards,
    unassessedAs,
  });
}

const outcomeOf = ({ moves }: FollowUp) => moves.map((move) => [move.reference, move.outcome]);

describe('the officer of a move', () => {
  const of = (reference: string, officer: string, nextDue = '2026-08-15') =>
    visit(reference, '2026-02-15', nextDue, { officer });
  const first = [
    of('gone', '102'),
    of('leaves later', '104'),
    of('unknown', '101'),
    of('handed over', '102'),
    of('missed', '102', '2026-07-15'),
    of('done', '102', '2026-07-15'),
  ];
  const june = [
    ...first.slice(0, 3),
    of('handed over', '104'),
    of('missed', '102', '2026-07-15'),
    visit('done', '2026-06-10', '2026-12-10', { officer: '104' }),
  ];
  const { moves } = follow(
    first,
    [
      ['gone', '2026-08', '2026-07'],
      ['leaves later', '2026-08', '2026-07'],
      ['unknown', '2026-08', '2026-07'],
      ['handed over', '2026-08', '2026-07'],
      ['missed', '2026-07', '2026-06'],
      ['done', '2026-07', '2026-06'],
    ],
    june,
  );

  it('is who has the case now while it is to be done, and is said to have left by then', () => {
    expect(moves.map((move) => [move.reference, move.outcome, move.officer, move.hasLeft])).toEqual([
      ['gone', 'open', '102', true],
      ['leaves later', 'open', '104', false],
      ['unknown', 'open', '101', false],
      ['handed over', 'open', '104', false],
      // Still to be done: from the newest snapshot on.
      ['missed', 'missed', '102', true],
      // Nothing is asked of anybody.
      ['done', 'as-planned', '102', false],
    ]);
  });
});

describe('a plan of one move of each kind, worked by hand', () => {
  const waiting = (reference: string) => visit(reference, '2026-02-15', '2026-08-15');
  const first = [
    ...['A', 'B', 'C', 'F', 'G'].map(waiting),
    visit('D', '2026-01-15', '2026-07-15'),
    visit('E', '2026-04-15', '2026-10-15'),
  ];
  const doneOn = (reference: string, on: string, nextDue: string) => visit(reference, on, nextDue);
  const without = (cases: readonly CaseRecord[], ...changed: CaseRecord[]) => [
    ...cases.filter(({ reference }) => !changed.some((record) => record.reference === reference)),
    ...changed,
  ];
  const june = without(
    first.filter(({ reference }) => reference !== 'G'),
    doneOn('B', '2026-06-20', '2026-12-20'),
  );
  const july = without(june, doneOn('A', '2026-07-10', '2027-01-10'));
  const august = without(
    july,
    doneOn('C', '2026-08-05', '2027-02-05'),
    doneOn('D', '2026-08-20', '2027-02-20'),
  );
  const found = follow(
    first,
    [
      ['A', '2026-08', '2026-07'],
      ['B', '2026-08', '2026-07'],
      ['C', '2026-08', '2026-07'],
      ['D', '2026-07', '2026-06'],
      ['E', '2026-10', '2026-09'],
      ['F', '2026-08', '2026-07'],
      ['G', '2026-08', '2026-07'],
    ],
    june,
    july,
    august,
  );

  it('judges each by the snapshot that shows it', () => {
    expect(
      found.moves.map(({ reference, outcome, doneOn: on, seenAsAt, overtakenBy, isOver }) => [
        reference,
        outcome,
        on,
        seenAsAt,
        overtakenBy,
        isOver,
      ]),
    ).toEqual([
      ['A', 'as-planned', '2026-07-10', '2026-07-31', null, true],
      ['B', 'other-month', '2026-06-20', '2026-06-30', null, true],
      ['C', 'due-month', '2026-08-05', '2026-08-31', null, true],
      ['D', 'late', '2026-08-20', '2026-08-31', null, true],
      ['E', 'open', null, null, null, false],
      ['F', 'missed', null, null, null, true],
      ['G', 'overtaken', null, '2026-06-30', 'left', true],
    ]);
    expect(found.counts).toEqual(Object.fromEntries(outcomes.map((outcome) => [outcome, 1])));
    expect(found.newestAsAt).toBe('2026-08-31');
  });

  it('names the denominator of adherence: moves whose month is over and that were not overtaken', () => {
    expect(found.adherence).toEqual({ asPlanned: 1, judged: 5, share: 0.2 });
    expect(found.months.slice(0, 4).map(({ adherence }) => adherence)).toEqual([
      { asPlanned: 0, judged: 1, share: 0 },
      { asPlanned: 1, judged: 4, share: 0.25 },
      { asPlanned: 0, judged: 0, share: null },
      { asPlanned: 0, judged: 0, share: null },
    ]);
  });

  it('sets the hours that happened beside the plan and beside no plan', () => {
    // Unmoved: D in July, five in August, E in October. Planned: D in June, five in July, E in September.
    expect(found.months.slice(0, 5).map((month) => [month.unmoved, month.planned, month.happened])).toEqual([
      [0, 7, 7],
      [7, 35, 7],
      [35, 0, 14],
      [0, 7, null],
      [7, 0, null],
    ]);
  });
});

describe('a move is overtaken', () => {
  const first = [visit('A', '2026-02-15', '2026-08-15')];
  const moves: Array<[string, string, string]> = [['A', '2026-08', '2026-07']];
  const changed = (changes: Partial<CaseRecord>) => [visit('A', '2026-02-15', '2026-08-15', changes)];

  it.each([
    ['left', []],
    ['team', changed({ team: 'Moor' })],
    ['not-owed', changed({ mode: 'reactive' })],
    ['not-owed', changed({ notificationEnd: isoDate('2026-07-31'), indefinite: false })],
    ['risk', changed({ risk: 'high' })],
    ['interval', changed({ duties: [dutyState('visit', '2026-02-15', '2026-08-15', { interval: 4 })] })],
    ['re-dated', changed({ duties: [dutyState('visit', '2026-02-15', '2026-09-15')] })],
  ] as const)('by %s', (by, june) => {
    expect(follow(first, moves, june).moves[0]).toMatchObject({
      outcome: 'overtaken',
      overtakenBy: by,
      seenAsAt: '2026-06-30',
    });
  });

  it.each([
    ['another spelling of the team', changed({ team: 'HARBOUR' })],
    ['another officer', changed({ officer: '102' })],
    [
      'an interval of its own that is the same',
      changed({ duties: [dutyState('visit', '2026-02-15', '2026-08-15', { interval: 6 })] }),
    ],
    ['another day of the same month', changed({ duties: [dutyState('visit', '2026-02-15', '2026-08-30')] })],
  ])('not by %s', (_, june) => {
    expect(follow(first, moves, june).moves[0]).toMatchObject({ outcome: 'open', overtakenBy: null });
  });

  it('not when it was done in its planned month all the same', () => {
    const july = [visit('A', '2026-07-03', '2026-10-03', { risk: 'high' })];
    expect(follow(first, moves, changed({ risk: 'high' }), july).moves[0]).toMatchObject({
      outcome: 'as-planned',
      overtakenBy: null,
    });
  });

  it('not by a change after its planned month was over: it was missed, and stays so', () => {
    const found = follow(first, moves, changed({}), changed({}), []);
    expect(outcomeOf(found)).toEqual([['A', 'missed']]);
  });

  it('when earlier work of the chain is not done, so that its own date shifts', () => {
    const cases = [visit('A', '2025-12-15', '2026-06-15')];
    // Nothing was done by the end of June: the December visit will not be due in December.
    const found = follow(cases, [['A', '2026-12', '2026-11']], cases);
    expect(found.moves[0]).toMatchObject({ outcome: 'overtaken', overtakenBy: 're-dated' });
  });
});

describe('of several occurrences of a chain', () => {
  const first = [visit('A', '2026-02-15', '2026-08-15')];
  const moves: Array<[string, string, string]> = [
    ['A', '2026-08', '2026-07'],
    ['A', '2027-01', '2026-12'],
  ];
  const july = [visit('A', '2026-07-10', '2027-01-10')];

  it('the first date seen is the doing of the first, the second of the second', () => {
    const december = [visit('A', '2026-12-01', '2027-06-01')];
    const found = follow(first, moves, first, july, july, july, july, july, december);
    expect(found.moves.map(({ outcome, doneOn }) => [outcome, doneOn])).toEqual([
      ['as-planned', '2026-07-10'],
      ['as-planned', '2026-12-01'],
    ]);
  });

  it('a date that a later snapshot overwrites counts all the same', () => {
    const again = [visit('A', '2026-08-20', '2027-02-20')];
    const found = follow(first, moves, first, july, again);
    expect(found.moves.map(({ outcome, doneOn }) => [outcome, doneOn])).toEqual([
      ['as-planned', '2026-07-10'],
      ['other-month', '2026-08-20'],
    ]);
    expect(found.months.slice(0, 3).map(({ happened }) => happened)).toEqual([0, 7, 7]);
  });
});

describe('what is no evidence', () => {
  const first = [caseOf('A', { duties: [dutyState('visit', null, '2026-08-15')] })];
  it.each([
    ['a date before the plan, filled in where none was held', '2024-01-10'],
    ['a date after the snapshot that holds it', '2062-07-10'],
  ])('%s', (_, on) => {
    const june = [visit('A', on, '2026-08-15')];
    expect(follow(first, [['A', '2026-08', '2026-07']], june).moves[0]).toMatchObject({
      outcome: 'open',
      doneOn: null,
    });
  });
});

it('while no snapshot is newer, every move is open and nothing is judged', () => {
  const found = follow([visit('A', '2026-02-15', '2026-08-15')], [['A', '2026-08', '2026-07']]);
  expect(found).toMatchObject({ newestAsAt: asAt, adherence: { asPlanned: 0, judged: 0, share: null } });
  expect(outcomeOf(found)).toEqual([['A', 'open']]);
});

it('a duty whose doing no snapshot tells is named, with its hours', () => {
  const both = caseOf('A', {
    duties: [dutyState('visit', '2026-02-15', '2026-08-15'), dutyState('notification', null, '2026-09-10')],
  });
  const found = follow([both], [['A', '2026-08', '2026-07']], [both]);
  expect(found.untoldDuties).toContain('notification');
  expect(found.months[3]?.untold).toBe(1);
});

it('whatever happens, every move has one outcome and adherence rests on the months that are over', () => {
  const day = (month: number, of: number) => {
    const name = addMonths(months[0] ?? monthZero(asAt), month);
    return `${name}-${String(of).padStart(2, '0')}`;
  };
  const life = fc.record({
    done: fc.option(
      fc.record({ month: fc.integer({ min: 0, max: 4 }), of: fc.integer({ min: 1, max: 28 }) }),
    ),
    left: fc.option(fc.integer({ min: 0, max: 4 })),
    risk: fc.constantFrom('medium', 'medium', 'high' as const),
    due: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(life, { minLength: 1, maxLength: 12 }), (lives) => {
      const due = (index: number) => lives[index]?.due ?? 1;
      const first = lives.map((_, index) => visit(`C${String(index)}`, '2026-02-15', day(due(index), 15)));
      const later = [0, 1, 2, 3].map((month) =>
        first.flatMap((record, index) => {
          const own = lives[index];
          if (!own || (own.left !== null && own.left <= month)) return [];
          const isDone = own.done !== null && own.done.month <= month;
          const on = isDone && own.done ? day(own.done.month, own.done.of) : '2026-02-15';
          const next = isDone && own.done ? day(own.done.month + 6, 1) : day(own.due, 15);
          return [visit(record.reference, on, next, { risk: own.risk })];
        }),
      );
      const moves = first.map((record, index): [string, string, string] => [
        record.reference,
        day(due(index), 1).slice(0, 7),
        day(due(index) - 1, 1).slice(0, 7),
      ]);
      const found = follow(first, moves, ...later);
      const sum = Object.values(found.counts).reduce((total, count) => total + count, 0);
      expect(sum).toBe(moves.length);
      for (const move of found.moves) {
        const doneIn = move.doneOn && monthsBetween(monthZero(asAt), monthZero(move.doneOn));
        if (move.outcome === 'as-planned') expect(move.doneOn?.slice(0, 7)).toBe(move.to);
        if (move.outcome === 'open') expect(move.isOver).toBe(false);
        if (move.outcome === 'missed') expect([move.isOver, doneIn]).toEqual([true, null]);
        expect(move.overtakenBy === null).toBe(move.outcome !== 'overtaken');
      }
      const judged = found.months.reduce((total, { adherence }) => total + adherence.judged, 0);
      expect(judged).toBe(found.adherence.judged);
    }),
  );
});
