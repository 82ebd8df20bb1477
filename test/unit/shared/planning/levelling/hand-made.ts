/** Problems small enough to work out by hand: what is not given is usual. */
import type { Chain, Problem } from '#shared/domain/problem.ts';
import { hours } from '#shared/domain/units.ts';

/** Visits of 7 hours every six months, due in month 3, that may be done a month early. */
export const chain = (own: Partial<Chain> & Pick<Chain, 'reference'>): Chain => ({
  id: `${own.reference}/visit`,
  duty: 'visit',
  risk: 'medium',
  officer: '1',
  interval: 6,
  window: 1,
  due: 3,
  isOverdue: false,
  opens: 0,
  dueDay: 10,
  hours: hours(7),
  catchUp: 1,
  reset: { rule: 'full', tolerance: 0, factor: 1 },
  end: null,
  locks: [],
  excluded: false,
  ...own,
});

export const chains = (count: number, own: Partial<Chain> = {}): Chain[] =>
  Array.from({ length: count }, (_, index) => chain({ reference: `R${String(index)}`, ...own }));

/** Six months of 20 hours. */
export const problem = (own: Partial<Problem>): Problem => {
  const months = own.months ?? 6;
  return {
    months,
    firstMonth: 0,
    capacity: new Array<number>(months).fill(20).map(hours),
    fixed: new Array<number>(months).fill(0).map(hours),
    hoursPerFte: null,
    chains: [],
    target: null,
    overCapacity: 1,
    closedMonths: [],
    maxMoves: null,
    maxMovesPerOfficerMonth: null,
    officers: [],
    beyond: null,
    ...own,
  };
};
