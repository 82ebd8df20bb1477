import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '#electron/engine/workers/highs.ts';
import { addMonths, type Month } from '#shared/domain/dates.ts';
import type { Chain, Problem } from '#shared/domain/problem.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { Steering, type SteeringInput } from '#shared/domain/steering.ts';
import { level } from '#shared/planning/levelling/level.ts';
import type { Solver } from '#shared/planning/levelling/solver.ts';
import { steer, withReset } from '#shared/planning/levelling/steering.ts';
import { nextDue, unmovedMonth } from '#shared/planning/rollout.ts';
import { chain, problem as handMade } from './hand-made.ts';
import { problems } from './random-problem.ts';

const month0 = '2026-11' as Month;
const at = (index: number): Month => addMonths(month0, index);
let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});
const levelled = (problem: Problem): Plan => level({ team: 'Harbour', month0, problem, solver });

const problem = (chains: Chain[], months = 6): Problem => handMade({ chains, months });
const steered = (of: Problem, steering: SteeringInput) =>
  steer(of, Steering.parse(steering), {
    team: 'Harbour',
    month0,
    cases: new Set([...of.chains.map((one) => one.reference), 'Z']),
    officers: new Set(of.chains.flatMap((one) => one.officer ?? [])),
    duties: exampleStandards().duties,
  });
const fourVisits = ['A', 'B', 'C', 'D'].map((reference) => chain({ reference }));
const complaints = (steering: SteeringInput, chains = fourVisits): string[] =>
  steered(problem(chains), steering).complaints;

describe('steering a plan', () => {
  it('keeps pins and refusals, and leaves what is excluded', () => {
    const { problem: own } = steered(problem(fourVisits), {
      pins: [{ chain: 'D/visit', due: at(3), to: at(2) }],
      refusals: [{ chain: 'A/visit', due: at(3) }],
      excluded: { cases: ['B'] },
    });
    expect(levelled(own).moves.map((move) => move.reference)).toEqual(['C', 'D']);
  });

  it('excludes an officer, a duty, a month', () => {
    const two = [...fourVisits, chain({ reference: 'E', officer: '2' })];
    const movesWith = (excluded: SteeringInput['excluded']) =>
      levelled(steered(problem(two), { excluded }).problem).moves.map((move) => move.reference);
    expect(movesWith({})).toHaveLength(2);
    expect(movesWith({ officers: ['1'] })).toEqual(['E']);
    expect(movesWith({ duties: ['visit'] })).toEqual([]);
    expect(movesWith({ months: [at(2)] })).toEqual([]);
    expect(movesWith({ months: [at(3)] })).toEqual([]);
  });

  it('leads a chain to its pin: what comes before is done so that the pinned work falls due', () => {
    // Due in month 1; only when done in month 0 does the next fall due in month 3 (full reset, three-monthly).
    const chains = [chain({ reference: 'A', due: 1, interval: 3 })];
    const { problem: own } = steered(problem(chains), {
      pins: [{ chain: 'A/visit', due: at(3), to: at(2) }],
    });
    const plan = levelled(own);
    expect(plan.moves.map(({ dueIndex, toIndex }) => [dueIndex, toIndex])).toEqual([
      [1, 0],
      [3, 2],
    ]);
    expect(plan.notMended).toEqual([]);
  });

  it('says in words when a pinned month never comes up', () => {
    const chains = [chain({ reference: 'A', due: 1, interval: 6 })];
    const { problem: own } = steered(problem(chains), {
      pins: [{ chain: 'A/visit', due: at(4), to: at(3) }],
    });
    expect(levelled(own).notMended).toMatchObject([
      {
        cause: 'lock-unused',
        month: at(4),
        text: 'A/visit: the pin of the work due in March 2027 to February 2027 was not used: nothing of it falls due in March 2027, whatever is moved before.',
      },
    ]);
  });

  it('says in words when a refusal bears on nothing, and nothing of one that holds work', () => {
    const refusing = (due: number) =>
      levelled(
        steered(problem([chain({ reference: 'A', due: 1, interval: 6 })]), {
          refusals: [{ chain: 'A/visit', due: at(due) }],
        }).problem,
      ).notMended;
    expect(refusing(4).map(({ text }) => text)).toEqual([
      'A/visit: the refusal of the work due in March 2027 bears on nothing: under this plan none of it falls due then.',
    ]);
    expect(refusing(1)).toEqual([]);
  });

  it('refuses a pin that breaks a rule, and says which months are allowed', () => {
    expect(complaints({ pins: [{ chain: 'A/visit', due: at(3), to: at(4) }] })).toEqual([
      'A/visit, due in February 2027, cannot be pinned to March 2027: with a window of 1 month only January 2027 to February 2027 are allowed.',
    ]);
    const overdue = [chain({ reference: 'A', due: -2 })];
    expect(complaints({ pins: [{ chain: 'A/visit', due: at(-2), to: at(2) }] }, overdue)).toEqual([
      'A/visit, due in September 2026, cannot be pinned to January 2027: with a catch-up of 1 month only November 2026 to December 2026 are allowed.',
    ]);
    const stuck = [chain({ reference: 'A', window: 0 })];
    expect(complaints({ pins: [{ chain: 'A/visit', due: at(3), to: at(2) }] }, stuck)).toEqual([
      'A/visit, due in February 2027, cannot be pinned to January 2027: with a window of 0 months only February 2027 is allowed.',
    ]);
  });

  it('refuses names it does not know, months outside the horizon, and words that contradict each other', () => {
    expect(
      complaints({
        pins: [
          { chain: 'Y/visit', due: at(3), to: at(2) },
          { chain: 'A/visits', due: at(3), to: at(2) },
          { chain: 'A/arms', due: at(3), to: at(2) },
          { chain: 'A/notification', due: at(3), to: at(2) },
          { chain: 'visit', due: at(3), to: at(2) },
          { chain: 'A/visit', due: at(30), to: at(29) },
          { chain: 'A/visit', due: at(3), to: at(2) },
        ],
        refusals: [{ chain: 'A/visit', due: at(3) }],
        excluded: { cases: ['X', 'Z'], officers: ['9'], duties: ['tea'], months: [at(-1)] },
      }),
    ).toEqual([
      'Harbour has no case called “X”.',
      'Harbour has no offender manager called “9”.',
      'Harbour has no duty called “tea”.',
      'October 2026 is outside the horizon, November 2026 to April 2027.',
      'Harbour has no case called “Y”.',
      'There is no duty called “visits”. Duties: visit, arms, rmp, pnd, notification, signoff.',
      'A/arms: this case does not owe ARMS.',
      'A/notification: Notification is not work that levelling moves.',
      'Expected a case and a duty like “REF/visit”, found “visit”.',
      'May 2029 is outside the horizon, November 2026 to April 2027.',
      'April 2029 is outside the horizon, November 2026 to April 2027.',
      'A/visit, due in February 2027, is locked to January 2027 and to February 2027. Keep one.',
    ]);
  });

  it('refuses a pin of what is excluded, and more pins than moves are allowed', () => {
    const pins = ['A', 'B'].map((reference) => ({ chain: `${reference}/visit`, due: at(3), to: at(2) }));
    expect(complaints({ pins, excluded: { cases: ['A'], months: [at(2)] } })).toEqual([
      'A/visit, due in February 2027, cannot be pinned to January 2027: the case, its officer or the duty is excluded.',
      'B/visit, due in February 2027, cannot be pinned to January 2027: January 2027 is excluded.',
    ]);
    expect(complaints({ pins, caps: { moves: 1 } })).toEqual([
      '2 moves are pinned, and at most 1 are allowed. Allow more, or unpin some.',
    ]);
  });

  it('gives a duty another reset rule for this plan only', () => {
    const anniversary = { rule: 'anniversary' as const, tolerance: 0, factor: 1 };
    const given = exampleStandards();
    const { standards, complaints: none } = withReset(given, { visit: anniversary });
    expect(none).toEqual([]);
    expect(standards.duties.map((duty) => duty.reset.rule).slice(0, 2)).toEqual(['anniversary', 'full']);
    expect(given).toEqual(exampleStandards());
    expect(withReset(given, { tea: anniversary }).complaints).toHaveLength(1);
  });
});

/** Every way to do a chain by window, catch-up, exclusions, refusals and closed months, pins apart. */
function waysWithoutPins(of: Problem, own: Chain): Array<Map<number, number>> {
  const lawful = (due: number, after: number): number[] => {
    const unmoved = unmovedMonth(due);
    const isRefused = own.locks.some((lock) => lock.kind === 'refusal' && lock.due === due);
    if (own.excluded || isRefused) return [unmoved];
    const wasOverdue = due < 0 || (own.isOverdue && due === own.due);
    const first = Math.max(of.firstMonth, after, wasOverdue ? 0 : due - own.window, own.opens);
    const last = wasOverdue ? Math.min(of.firstMonth + own.catchUp, of.months - 1, own.end ?? Infinity) : due;
    const months = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
    const open = months.filter(
      (month) => month === unmoved || ![month, unmoved].some((one) => of.closedMonths.includes(one)),
    );
    return open.length > 0 ? open : [unmoved];
  };
  const from = (due: number, after: number): Array<Map<number, number>> => {
    const isOver = due >= of.months || (own.end !== null && due > own.end);
    if (isOver) return [new Map<number, number>()];
    return lawful(due, after).flatMap((done) =>
      from(nextDue(own, due, done), done + 1).map((rest) => new Map<number, number>([[due, done], ...rest])),
    );
  };
  return from(own.due, 0);
}

const keyed = (plan: Plan): Map<string, number> =>
  new Map(plan.moves.map((move) => [`${move.id}@${String(move.dueIndex)}`, move.toIndex]));

describe('steering any plan', () => {
  const size = { most: 12, months: 12 };
  const runs = { numRuns: 150 };

  it('keeps all pins of a chain wherever any lawful way keeps them, and names those it does not keep', () => {
    fc.assert(
      fc.property(problems(size), (any) => {
        const plan = levelled(any);
        if (plan.status === 'no-capacity') return;
        const moved = keyed(plan);
        const unused = plan.notMended.filter(
          ({ cause, text }) => cause === 'lock-unused' && text.includes('the pin'),
        );
        for (const own of any.chains) {
          const pins = own.locks.filter((lock) => lock.kind === 'pin');
          if (pins.length === 0) continue;
          const canHold = waysWithoutPins(any, own).some((way) =>
            pins.every((pin) => way.get(pin.due) === pin.to),
          );
          const named = unused.filter((one) => one.text.startsWith(`${own.id}:`)).length;
          if (canHold) expect(named).toBe(0);
          for (const pin of canHold ? pins : []) {
            expect(moved.get(`${own.id}@${String(pin.due)}`) ?? unmovedMonth(pin.due)).toBe(pin.to);
          }
          if (!canHold) expect(named).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  it('moves nothing that is refused or excluded, and nothing into or out of a closed month', () => {
    fc.assert(
      fc.property(problems(size), (any) => {
        for (const move of levelled(any).moves) {
          const own = any.chains.find((one) => one.id === move.id);
          expect(own?.excluded).toBe(false);
          expect(any.closedMonths).not.toContain(move.toIndex);
          expect(any.closedMonths).not.toContain(unmovedMonth(move.dueIndex));
          expect(own?.locks.some((lock) => lock.kind === 'refusal' && lock.due === move.dueIndex)).toBe(
            false,
          );
        }
      }),
      runs,
    );
  });

  it('gives a plan again when all its moves are pinned', () => {
    fc.assert(
      fc.property(problems(size), (any) => {
        const plan = levelled(any);
        const chains = any.chains.map((own) => {
          // A lock that no path could keep gives way to the move made in its stead.
          const pins = plan.moves
            .filter((move) => move.id === own.id)
            .map((move) => ({ due: move.dueIndex, to: move.toIndex, kind: 'pin' as const }));
          const others = own.locks.filter((lock) => !pins.some((pin) => pin.due === lock.due));
          return { ...own, locks: [...others, ...pins] };
        });
        expect(levelled({ ...any, chains }).moves).toEqual(plan.moves);
      }),
      runs,
    );
  });
});
