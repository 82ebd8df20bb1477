/** What people cost, by financial year: April to March. */
import type { Month } from '#shared/domain/dates.ts';
import { payName, type PayTable } from '#shared/domain/pay.ts';
import type { Cost, CostYear } from '#shared/domain/scenario-result.ts';
import { fte } from '#shared/domain/units.ts';
import { sum } from '../sum.ts';
import { listed } from '../wording.ts';
import type { Paid } from './people.ts';

/** The calendar year in which the financial year of a month began. */
export const financialYearOf = (month: Month): number =>
  Number(month.slice(0, 4)) - (Number(month.slice(5, 7)) < 4 ? 1 : 0);

/** `2026/27` */
export const showFinancialYear = (year: number): string =>
  `${String(year)}/${String((year + 1) % 100).padStart(2, '0')}`;

/** Pay and on-cost of one full-time equivalent a year; null where either is missing. */
function yearlyCost(table: PayTable, key: string): number | null {
  const rate = table.rates.find((one) => payName(one) === key);
  if (rate === undefined || rate.pay.value === null || rate.onCost.value === null) return null;
  return rate.pay.value * (1 + rate.onCost.value);
}

/** Full-time equivalents paid by role and contract, all teams together. */
export function paidBy(people: ReadonlyArray<readonly Paid[]>, months: number): Map<string, number[]> {
  const all = new Map<string, number[]>();
  for (const paid of people.flat()) {
    const key = payName(paid);
    const row = all.get(key) ?? new Array<number>(months).fill(0);
    for (const [at, value] of paid.fte.entries()) row[at] = (row[at] ?? 0) + value;
    all.set(key, row);
  }
  return all;
}

export type CostInput = {
  months: readonly Month[];
  /** Full-time equivalents paid by role and contract, month by month. */
  paid: ReadonlyMap<string, readonly number[]>;
  pay: PayTable;
  /** Rise of all pay each April from the second financial year on. */
  rise: number;
};

type Sum = number | null;
const plus = (a: Sum, b: Sum): Sum => (a === null || b === null ? null : a + b);

/** Cost of one role and contract in a month. Nobody costs nothing, whatever the pay. */
function monthlyCost(input: CostInput, key: string, at: number): Sum {
  const people = input.paid.get(key)?.[at] ?? 0;
  if (people === 0) return 0;
  const yearly = yearlyCost(input.pay, key);
  const [first] = input.months;
  const month = input.months[at];
  if (yearly === null || first === undefined || month === undefined) return null;
  return (people * yearly * (1 + input.rise) ** (financialYearOf(month) - financialYearOf(first))) / 12;
}

/** What the scenario's people cost more than the baseline's; what is missing on both sides alike falls out. */
function addedCost(input: CostInput, before: CostInput, keys: readonly string[], at: number): Sum {
  return keys.reduce<Sum>((total, key) => {
    const now = monthlyCost(input, key, at);
    const then = monthlyCost(before, key, at);
    const isAlike = now === null && then === null && input.paid.get(key)?.[at] === before.paid.get(key)?.[at];
    return plus(total, isAlike ? 0 : plus(now, then === null ? null : -then));
  }, 0);
}

/** @param before the same roster without the scenario's changes */
export function costOf(input: CostInput, before: CostInput): Cost {
  const keys = [...new Set([...input.paid.keys(), ...before.paid.keys()])];
  const byYear = new Map<number, number[]>();
  for (const [at, month] of input.months.entries()) {
    const year = financialYearOf(month);
    byYear.set(year, [...(byYear.get(year) ?? []), at]);
  }
  let cumulative: Sum = 0;
  let cumulativeAdded: Sum = 0;
  const years = [...byYear].map(([year, months]): CostYear => {
    const total = months.flatMap((at) => keys.map((key) => monthlyCost(input, key, at))).reduce<Sum>(plus, 0);
    const added = months.map((at) => addedCost(input, before, keys, at)).reduce<Sum>(plus, 0);
    const people = sum(months.flatMap((at) => keys.map((key) => input.paid.get(key)?.[at] ?? 0)));
    cumulative = plus(cumulative, total);
    cumulativeAdded = plus(cumulativeAdded, added);
    return {
      year: showFinancialYear(year),
      months: months.length,
      fte: fte(people / months.length),
      total,
      added,
      cumulative,
      cumulativeAdded,
    };
  });
  return { years, notes: notesOf(input, before, keys) };
}

/** Of whom there is somebody to be paid, and no pay. */
const unpaid = ({ paid, pay }: CostInput, keys: readonly string[]): string[] =>
  keys.filter((key) => (paid.get(key) ?? []).some((value) => value > 0) && yearlyCost(pay, key) === null);

function notesOf(input: CostInput, before: CostInput, keys: readonly string[]): string[] {
  const missing = unpaid(input, keys);
  const missingBefore = unpaid(before, keys).filter((key) => !missing.includes(key));
  const notes = [
    'Costs are of offender managers in post, newcomers in full from their first day, and of posts that the scenario adds; supervisors on the roster are not in them.',
  ];
  if (missing.length > 0) {
    notes.push(
      `Pay or on-cost is missing for ${listed(missing)}: enter it, and the sums that need it can be told.`,
    );
  }
  if (missingBefore.length > 0) {
    notes.push(
      `What the scenario adds to the cost cannot be told: the pay table lacks pay or on-cost of ${listed(missingBefore)}, whom the roster as it is holds too.`,
    );
  }
  if (input.rise === 0) notes.push('Costs are in the prices of the pay table: no pay rise is assumed.');
  return notes;
}
