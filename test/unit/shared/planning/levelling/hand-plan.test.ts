import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '#electron/engine/workers/highs.ts';
import { addMonths, type Month } from '#shared/domain/dates.ts';
import type { HandPlanRule } from '#shared/domain/hand-plan.ts';
import type { Chain, Occurrence, Problem } from '#shared/domain/problem.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';
import { replayHandPlan, type HandRow } from '#shared/planning/levelling/hand-plan.ts';
import { level } from '#shared/planning/levelling/level.ts';
import type { Solver } from '#shared/planning/levelling/solver.ts';
import { replay, unmovedMonth } from '#shared/planning/rollout.ts';
import { chain as handMadeChain, problem as handMade } from './hand-made.ts';
import { problems } from './random-problem.ts';

const month0 = '2026-11' as Month;
const at = (index: number): Month => addMonths(month0, index);
let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Every three months, due in month 2. */
const chain = (own: Partial<Chain> & Pick<Chain, 'reference'>): Chain =>
  handMadeChain({ interval: 3, due: 2, ...own });
/** Nine months of 14 hours. */
const problem = (own: Partial<Problem>): Problem =>
  handMade({ months: 9, capacity: new Array<number>(9).fill(14).map(hours), ...own });
const replayed = (of: Problem, rows: HandRow[]) =>
  replayHandPlan(of, rows, {
    team: 'Harbour',
    month0,
    cases: new Set(of.chains.map((one) => one.reference)),
    officers: new Set(),
    duties: exampleStandards().duties,
  });
const row = (line: number, reference: string, due: number, to: number, duty = 'visit'): HandRow => ({
  row: line,
  reference,
  duty,
  due: at(due),
  to: at(to),
  unreadable: [],
});
const rulesOf = (of: Problem, rows: HandRow[]): string[][] =>
  replayed(of, rows).rows.map((one) => one.broken.map(({ rule }) => rule));
const textsOf = (of: Problem, rows: HandRow[]): string[] =>
  replayed(of, rows).rows.flatMap((one) => one.broken.map(({ text }) => text));

describe('a plan made by hand', () => {
  const two = problem({ chains: ['A', 'B'].map((reference) => chain({ reference })) });

  it('claims a load that its knock-on does not deliver', () => {
    const { before, claims, delivers, rows, text } = replayed(two, [row(2, 'A', 2, 1), row(3, 'B', 5, 4)]);
    expect(before.load).toEqual([0, 0, 14, 0, 0, 14, 0, 0, 14]);
    // As the spreadsheet has it, one visit leaves each of two piles; the third pile of 14 h is still claimed.
    expect(claims.load).toEqual([0, 7, 7, 0, 7, 7, 0, 0, 14]);
    // In truth A comes round in months 4 and 7, and B, done in 4, in month 7: two piles elsewhere.
    expect(delivers.load).toEqual([0, 7, 7, 0, 14, 0, 0, 14, 0]);
    expect(delivers).toMatchObject({ moves: 2, occurrences: 6, extraOccurrences: 0, extraHoursPerYear: 0 });
    expect(rows.every((one) => one.isApplied)).toBe(true);
    expect(text).toBe(
      'All 2 rows keep the rules. The plan claims a peak of 100\u00a0% and delivers 100\u00a0%.',
    );
  });

  it('is told in words, row by row, what it breaks, and those rows do not count', () => {
    const rows = [
      row(2, 'A', 2, 3),
      row(3, 'B', 2, 0),
      row(4, 'B', 3, 2),
      row(5, 'C', 2, 1),
      row(6, 'A', 2, 1, 'tea'),
      row(7, 'A', 2, 1, 'Notification'),
      row(8, 'A', 5, 4, 'arms'),
      row(9, 'A', 2, 1, 'Visit'),
      { ...row(10, 'A', 2, 1), to: null, unreadable: ['Expected a month under to, found “soon”.'] },
    ];
    expect(textsOf(two, rows)).toEqual([
      'February 2027 is later than due: work is never put off.',
      'November 2026 is 2 months early; the window is 1 month.',
      'Nothing falls due in February 2027: with the rows before it, it falls due in January 2027 and April 2027.',
      'Harbour has no case called “C”.',
      'There is no duty called “tea”. Duties: visit, arms, rmp, pnd, notification, signoff.',
      'Notification is not work that levelling moves.',
      'This case does not owe ARMS.',
      'Row 2 places the same work.',
      'Expected a month under to, found “soon”.',
    ]);
    const { delivers, before, text } = replayed(two, rows);
    expect(delivers.load).toEqual(before.load);
    expect(text).toContain('9 rows of 9 break a rule and are left out');
  });

  it('never brings work before the release that it waits for', () => {
    const released = [chain({ reference: 'A', interval: 12, window: 3, due: 3, opens: 2 })];
    expect(textsOf(problem({ chains: released }), [row(2, 'A', 3, 1)])).toEqual([
      'December 2026 comes before the release, which is in January 2027.',
    ]);
    expect(textsOf(problem({ chains: released }), [row(2, 'A', 3, 2)])).toEqual([]);
  });

  it('of a caseload with other rules breaks those: closed months, exclusions, notification end, caps', () => {
    const chains = [
      chain({ reference: 'A', excluded: true }),
      chain({ reference: 'B', end: 4 }),
      chain({ reference: 'C', due: -2 }),
      chain({ reference: 'D', locks: [{ due: 2, to: 2, kind: 'refusal' }] }),
      chain({ reference: 'E' }),
      chain({ reference: 'F' }),
    ];
    expect(
      textsOf(problem({ chains, closedMonths: [4], maxMoves: 1 }), [
        row(2, 'A', 2, 1),
        row(3, 'B', 5, 4),
        row(4, 'C', -2, 2),
        row(5, 'D', 2, 1),
        row(6, 'E', 5, 4),
        row(7, 'E', 2, 1),
        row(8, 'F', 2, 1),
      ]),
    ).toEqual([
      'The case, its officer or the duty is excluded: nothing of it moves.',
      'Nothing falls due in April 2027: the notification period ends in March 2027.',
      'The work is overdue since September 2026 and may be done up to December 2026: catch-up is 1 month.',
      'The work due in January 2027 was refused a move.',
      'Nothing falls due in April 2027: with the rows before it, it falls due in March 2027 and June 2027.',
      'The plan may hold 1 move; this is one more.',
    ]);
    expect(textsOf(problem({ chains, closedMonths: [1] }), [row(2, 'E', 2, 1)])).toEqual([
      'December 2026 is excluded: nothing moves into or out of it.',
    ]);
    expect(
      rulesOf(problem({ chains, maxMovesPerOfficerMonth: 1 }), [row(2, 'E', 2, 1), row(3, 'F', 2, 1)]),
    ).toEqual([[], ['cap']]);
  });

  it('may not have the same work done twice in a month', () => {
    const chains = [
      chain({
        reference: 'A',
        due: -1,
        interval: 2,
        window: 1,
        catchUp: 1,
        reset: { rule: 'anniversary', tolerance: 0, factor: 1 },
      }),
    ];
    // Overdue since October, done in November; next due in December, which may be done in November, were it free.
    expect(textsOf(problem({ chains }), [row(2, 'A', 1, 0)])).toEqual([
      'The occurrence before is done in November 2026 too.',
    ]);
  });
});

const wasOverdue = (own: Chain, due: number): boolean => due < 0 || (own.isOverdue && due === own.due);

type Breaking = { rule: HandPlanRule; to: (of: Problem, own: Chain, one: Occurrence) => number | null };

/** Ways to place an occurrence so that one rule at least is broken; null where the rule does not bear on it. */
const breakings: Breaking[] = [
  { rule: 'later-than-due', to: (_, own, { due }) => (wasOverdue(own, due) ? null : due + 1) },
  { rule: 'outside-window', to: (_, own, { due }) => (wasOverdue(own, due) ? null : due - own.window - 1) },
  {
    rule: 'before-first-open-month',
    to: ({ firstMonth }, _, { done }) => (firstMonth - 1 === done ? null : firstMonth - 1),
  },
  {
    rule: 'outside-catch-up',
    to: ({ firstMonth }, own, { due }) => (wasOverdue(own, due) ? firstMonth + own.catchUp + 1 : null),
  },
  { rule: 'excluded', to: (_, own, { done }) => (own.excluded ? done - 1 : null) },
  {
    rule: 'month-closed',
    to: ({ closedMonths }, _, { done }) => (closedMonths.includes(done) ? done - 1 : null),
  },
];

describe('any plan made by hand', () => {
  const size = { most: 12, months: 12 };

  it('has the rule reported that a row breaks, and is left where it falls due', () => {
    fc.assert(
      fc.property(problems(size), fc.constantFrom(...breakings), fc.nat(), (any, { rule, to }, pick) => {
        const all = replay(any.chains, any.months).flatMap((one) => {
          const own = any.chains[one.chain];
          const month = own ? to(any, own, one) : null;
          return own && month !== null ? [{ own, due: one.due, month }] : [];
        });
        const chosen = all[pick % Math.max(1, all.length)];
        if (!chosen) return;
        const { rows, delivers, before } = replayed(any, [
          row(2, chosen.own.reference, chosen.due, chosen.month, chosen.own.duty),
        ]);
        expect(rows[0]?.isApplied).toBe(false);
        expect(rows[0]?.broken.map((one) => one.rule)).toContain(rule);
        expect(delivers.load).toEqual(before.load);
      }),
      { numRuns: 500 },
    );
  });

  it('that is our own plan breaks no rule and delivers exactly its load', () => {
    fc.assert(
      fc.property(problems(size), (any) => {
        const plan = level({ team: 'Harbour', month0, problem: any, solver });
        const rows = plan.moves.map((move, index) => ({
          row: index + 2,
          reference: move.reference,
          duty: move.duty,
          due: move.due,
          to: move.to,
          unreadable: [],
        }));
        const { rows: judged, delivers } = replayed(any, rows);
        expect(judged.flatMap((one) => one.broken)).toEqual([]);
        expect(judged.every((one) => one.isApplied)).toBe(true);
        expect(delivers.load).toEqual(plan.after);
        expect(delivers).toMatchObject({
          peak: plan.peakAfter,
          moves: plan.moves.length,
          occurrences: plan.occurrencesAfter,
          extraOccurrences: plan.extraOccurrences,
          extraHoursPerYear: plan.extraHoursPerYear,
        });
        expect(plan.moves.every((move) => move.toIndex !== unmovedMonth(move.dueIndex))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
