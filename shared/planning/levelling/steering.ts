/** From a person's word on a plan (steering) to the problem that is solved around it, or what is wrong with it. */
import { addMonths, monthsBetween, showMonth, type Month } from '#shared/domain/dates.ts';
import { partsOfChain, type Chain, type Lock, type Problem } from '#shared/domain/problem.ts';
import type { DutyStandard, Standards } from '#shared/domain/standards.ts';
import type { Steering } from '#shared/domain/steering.ts';
import { isOverdue, unmovedMonth } from '../rollout.ts';
import { counted } from '../wording.ts';
import { allowedSpan } from './problem.ts';

/** What steering may name. */
export type SteeringFacts = {
  team: string;
  month0: Month;
  /** References of the team's cases. */
  cases: ReadonlySet<string>;
  /** Collar numbers of the roster, and of those who manage the team's cases. */
  officers: ReadonlySet<string>;
  duties: readonly DutyStandard[];
};

/** Collects what is wrong, in words, while the steering is read. */
class Reader {
  readonly complaints: string[] = [];
  readonly #chains: ReadonlyMap<string, Chain>;
  readonly #problem: Problem;
  readonly #facts: SteeringFacts;

  constructor(problem: Problem, facts: SteeringFacts) {
    this.#problem = problem;
    this.#facts = facts;
    this.#chains = new Map(problem.chains.map((chain) => [chain.id, chain]));
  }

  complain(text: string): void {
    if (!this.complaints.includes(text)) this.complaints.push(text);
  }

  name(month: number): string {
    return showMonth(addMonths(this.#facts.month0, month));
  }

  /** Complains of the names that are not among those known. */
  known(what: string, names: readonly string[], known: ReadonlySet<string>): Set<string> {
    for (const name of names) {
      if (!known.has(name)) this.complain(`${this.#facts.team} has no ${what} called “${name}”.`);
    }
    return new Set(names);
  }

  /** The index of a month of the horizon. */
  month(month: Month): number | null {
    const { month0 } = this.#facts;
    const index = monthsBetween(month0, month);
    if (index >= 0 && index < this.#problem.months) return index;
    this.complain(
      `${showMonth(month)} is outside the horizon, ${showMonth(month0)} to ${this.name(this.#problem.months - 1)}.`,
    );
    return null;
  }

  /** The due month of a chain: of the horizon, or the one in which it fell overdue. */
  due(chain: Chain, month: Month): number | null {
    const index = monthsBetween(this.#facts.month0, month);
    return index < 0 && index === chain.due ? index : this.month(month);
  }

  chain(id: string): Chain | null {
    const chain = this.#chains.get(id);
    if (chain) return chain;
    const { reference, duty } = partsOfChain(id);
    const { cases, duties, team } = this.#facts;
    const standard = duties.find((one) => one.key === duty);
    if (reference === '') this.complain(`Expected a case and a duty like “REF/visit”, found “${id}”.`);
    else if (!cases.has(reference)) this.complain(`${team} has no case called “${reference}”.`);
    else if (!standard) {
      const keys = duties.map((one) => one.key).join(', ');
      this.complain(`There is no duty called “${duty}”. Duties: ${keys}.`);
    } else if (!standard.movable || standard.hoursOf !== 'offender-manager') {
      this.complain(`${id}: ${standard.name} is not work that levelling moves.`);
    } else this.complain(`${id}: this case does not owe ${standard.name}.`);
    return null;
  }
}

/** The rule that keeps work due in `due` to its months, in words. */
function ruleOf(chain: Chain, due: number, name: (month: number) => string): string {
  if (isOverdue(chain, due)) return `a catch-up of ${counted(chain.catchUp, 'month')}`;
  return chain.opens > due - chain.window
    ? `a release in ${name(chain.opens)}`
    : `a window of ${counted(chain.window, 'month')}`;
}

/** Why a pin cannot hold whatever else is decided; null when it can. */
function pinBroken(read: Reader, problem: Problem, chain: Chain, due: number, to: number): string | null {
  const unmoved = unmovedMonth(due);
  if (to === unmoved) return null;
  const name = (month: number): string => read.name(month);
  const what = `${chain.id}, due in ${name(due)}, cannot be pinned to ${name(to)}: `;
  if (chain.excluded) return `${what}the case, its officer or the duty is excluded.`;
  const closed = [unmoved, to].find((month) => problem.closedMonths.includes(month));
  if (closed !== undefined) return `${what}${name(closed)} is excluded.`;
  const { from, to: last } = allowedSpan(problem, chain, due);
  if (to >= from && to <= last) return null;
  const rule = ruleOf(chain, due, name);
  return from >= last
    ? `${what}with ${rule} only ${name(unmoved)} is allowed.`
    : `${what}with ${rule} only ${name(from)} to ${name(last)} are allowed.`;
}

/** The locks of each chain. */
function readLocks(read: Reader, problem: Problem, steering: Steering): Map<string, Lock[]> {
  const locks = new Map<string, Lock[]>();
  const chains = new Map(problem.chains.map((chain) => [chain.id, chain]));
  const add = (id: string, lock: Lock): void => {
    const own = locks.get(id) ?? [];
    locks.set(id, own);
    const other = own.find((one) => one.due === lock.due);
    if (!other) own.push(lock);
    else if (other.to !== lock.to) {
      read.complain(
        `${id}, due in ${read.name(lock.due)}, is locked to ${read.name(other.to)} and to ${read.name(lock.to)}. Keep one.`,
      );
    }
  };
  for (const pin of steering.pins) {
    const chain = read.chain(pin.chain) && chains.get(pin.chain);
    if (!chain) continue;
    const due = read.due(chain, pin.due);
    const to = read.month(pin.to);
    if (due === null || to === null) continue;
    const broken = pinBroken(read, problem, chain, due, to);
    if (broken === null) add(chain.id, { due, to, kind: 'pin' });
    else read.complain(broken);
  }
  for (const refusal of steering.refusals) {
    const chain = read.chain(refusal.chain) && chains.get(refusal.chain);
    const due = chain ? read.due(chain, refusal.due) : null;
    if (chain && due !== null) add(chain.id, { due, to: unmovedMonth(due), kind: 'refusal' });
  }
  return locks;
}

/**
 * The problem solved around a person's word.
 *
 * @param problem the team's problem as the standards give it
 * @returns the steered problem, and what of the steering cannot be, in words; with any complaint, do not solve
 */
export function steer(
  problem: Problem,
  steering: Steering,
  facts: SteeringFacts,
): { problem: Problem; complaints: string[] } {
  const read = new Reader(problem, facts);
  const { excluded, caps } = steering;
  const cases = read.known('case', excluded.cases, facts.cases);
  const officers = read.known('offender manager', excluded.officers, facts.officers);
  const duties = read.known('duty', excluded.duties, new Set(facts.duties.map((duty) => duty.key)));
  const closed = excluded.months.map((month) => read.month(month)).filter((month) => month !== null);
  const isExcluded = (chain: Chain): boolean =>
    chain.excluded ||
    cases.has(chain.reference) ||
    duties.has(chain.duty) ||
    (chain.officer !== null && officers.has(chain.officer));
  const bounded: Problem = {
    ...problem,
    closedMonths: [...new Set([...problem.closedMonths, ...closed])].sort((a, b) => a - b),
    maxMoves: caps.moves ?? problem.maxMoves,
    maxMovesPerOfficerMonth: caps.movesPerOfficerMonth ?? problem.maxMovesPerOfficerMonth,
    chains: problem.chains.map((chain) => ({ ...chain, excluded: isExcluded(chain) })),
  };
  const locks = readLocks(read, bounded, steering);
  const moved = [...locks.values()]
    .flat()
    .filter(({ kind, due, to }) => kind === 'pin' && to !== unmovedMonth(due));
  if (caps.moves !== null && moved.length > caps.moves) {
    read.complain(
      `${counted(moved.length, 'move')} ${moved.length === 1 ? 'is' : 'are'} pinned, and at most ${String(caps.moves)} are allowed. Allow more, or unpin some.`,
    );
  }
  const chains = bounded.chains.map((chain) => ({ ...chain, locks: locks.get(chain.id) ?? chain.locks }));
  return { problem: { ...bounded, chains }, complaints: read.complaints };
}

/** The standards with the reset rules of this plan, and complaints of duties that there are not. */
export function withReset(
  standards: Standards,
  reset: Steering['reset'],
): { standards: Standards; complaints: string[] } {
  const keys = standards.duties.map((duty) => duty.key);
  const complaints = Object.keys(reset)
    .filter((key) => !keys.includes(key))
    .map((key) => `There is no duty called “${key}” to give a reset rule. Duties: ${keys.join(', ')}.`);
  const duties = standards.duties.map((duty) => ({ ...duty, reset: reset[duty.key] ?? duty.reset }));
  return { standards: { ...standards, duties }, complaints };
}
