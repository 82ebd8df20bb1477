/** What flattening costs: work that comes round more often, and visits that can be foreseen. */
import { riskLevels } from '#shared/domain/case.ts';
import { addMonths, type Month } from '#shared/domain/dates.ts';
import type { Occurrence, Problem } from '#shared/domain/problem.ts';
import type { Predictable, Price } from '#shared/domain/plan.ts';
import { hours } from '#shared/domain/units.ts';
import { replay } from '../rollout.ts';

/** Extra work a year by duty and risk level, most hours first; what comes to nothing is left out. */
export function priceOf(
  problem: Problem,
  unmoved: readonly Occurrence[],
  planned: readonly Occurrence[],
): Price[] {
  const extra = new Map<string, Price>();
  const aYear = 12 / problem.months;
  const count = (occurrences: readonly Occurrence[], by: number): void => {
    for (const { chain } of occurrences) {
      const own = problem.chains[chain];
      if (!own) continue;
      const key = `${own.duty}/${own.risk}`;
      const { duty, risk } = own;
      const sum = extra.get(key) ?? { duty, risk, occurrencesPerYear: 0, hoursPerYear: hours(0) };
      extra.set(key, {
        ...sum,
        occurrencesPerYear: sum.occurrencesPerYear + by,
        hoursPerYear: hours(sum.hoursPerYear + by * own.hours),
      });
    }
  };
  count(planned, 1);
  count(unmoved, -1);
  return [...extra.values()]
    .filter(
      ({ occurrencesPerYear, hoursPerYear }) => occurrencesPerYear !== 0 || Math.abs(hoursPerYear) > 1e-6,
    )
    .sort(
      (a, b) =>
        b.hoursPerYear - a.hoursPerYear ||
        (a.duty < b.duty ? -1 : a.duty > b.duty ? 1 : 0) ||
        riskLevels.indexOf(a.risk) - riskLevels.indexOf(b.risk),
    )
    .map((sum) => ({
      ...sum,
      occurrencesPerYear: sum.occurrencesPerYear * aYear,
      hoursPerYear: hours(sum.hoursPerYear * aYear),
    }));
}

/** Work done at least this often is a contact that a person could come to expect. */
const LONGEST_INTERVAL = 6;
/** Equal gaps running that make it foreseen. */
const GAPS = 3;
/** Far enough for three of the longest gaps to be seen in any horizon. */
const FURTHER = LONGEST_INTERVAL * (GAPS + 1);

/** The first three equal gaps running, and where they begin; of the lengths allowed. */
function firstRun(
  done: readonly number[],
  isAllowed: (gap: number) => boolean,
): { gaps: number[]; from: number } | null {
  const gaps = done.slice(1).map((month, index) => month - (done[index] ?? 0));
  const at = gaps.findIndex(
    (gap, index) =>
      isAllowed(gap) &&
      index + GAPS <= gaps.length &&
      gaps.slice(index, index + GAPS).every((one) => one === gap),
  );
  return at < 0 ? null : { gaps: gaps.slice(at, at + GAPS), from: done[at] ?? 0 };
}

function doneByChain(occurrences: readonly Occurrence[]): Map<number, number[]> {
  const done = new Map<number, number[]>();
  for (const one of occurrences) done.set(one.chain, [...(done.get(one.chain) ?? []), one.done]);
  return done;
}

/**
 * Chains that the plan makes predictable: done at gaps of one length three times running, where unmoved they
 * never are at that length. Visits should vary; a rhythm that the interval itself sets, in whole months, is there
 * without the plan and not blamed on it, but one that moves set (always a month early, so every two months
 * instead of three) is. No duty says that it is a visit, so all movable work that comes round within six
 * months counts; what is rarer gives nobody a rhythm.
 */
export function predictableIn(
  problem: Problem,
  month0: Month,
  planned: readonly Occurrence[],
): Predictable[] {
  const { chains, months } = problem;
  const unmoved = doneByChain(replay(chains, months + FURTHER));
  return [...doneByChain(planned)].flatMap(([index, done]): Predictable[] => {
    const chain = chains[index];
    if (!chain || chain.interval > LONGEST_INTERVAL) return [];
    const before = unmoved.get(index) ?? [];
    const run = firstRun(done, (gap) => firstRun(before, (own) => own === gap) === null);
    if (!run) return [];
    const { id, reference, duty } = chain;
    return [{ id, reference, duty, gaps: run.gaps, from: addMonths(month0, run.from) }];
  });
}
