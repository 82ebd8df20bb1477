import { describe, expect, it } from 'vitest';
import { monthRange } from '#shared/domain/dates.ts';
import { examplePayTable, payName, type PayTable } from '#shared/domain/pay.ts';
import {
  costOf,
  financialYearOf,
  showFinancialYear,
  type CostInput,
} from '#shared/planning/scenarios/cost.ts';
import { month } from './hand-made.ts';

const officer = payName({ role: 'offender-manager', contract: 'officer' });
const staff = payName({ role: 'offender-manager', contract: 'staff' });

const value = (amount: number | null) => ({
  value: amount,
  source: '',
  year: '',
  confirmed: true,
  setOn: null,
});
const table: PayTable = {
  rates: [
    { role: 'offender-manager', contract: 'officer', pay: value(48_000), onCost: value(0.25) },
    { role: 'offender-manager', contract: 'staff', pay: value(null), onCost: value(0.25) },
  ],
};
const input = (officers: number, others = 0, changes: Partial<CostInput> = {}): CostInput => ({
  months: monthRange(month('2026-11'), 18),
  paid: new Map([
    [officer, new Array<number>(18).fill(officers)],
    [staff, new Array<number>(18).fill(others)],
  ]),
  pay: table,
  rise: 0,
  ...changes,
});

describe('financial years', () => {
  it('begin in April and end in March', () => {
    const years = ['2026-03', '2026-04', '2027-03', '2027-04'].map((text) => financialYearOf(month(text)));
    expect(years).toEqual([2025, 2026, 2026, 2027]);
    expect(showFinancialYear(2099)).toBe('2099/00');
  });
});

describe('cost by financial year', () => {
  it('is worked out by hand for two officers from November', () => {
    // 2 × £48,000 × 1.25 ÷ 12 = £10,000 a month: 5 months to March 2027, 12, and April 2028
    const { years } = costOf(input(2), input(0));
    expect(
      years.map(({ year, months, total, cumulativeAdded }) => [year, months, total, cumulativeAdded]),
    ).toEqual([
      ['2026/27', 5, 50_000, 50_000],
      ['2027/28', 12, 120_000, 170_000],
      ['2028/29', 1, 10_000, 180_000],
    ]);
  });

  it('says whose pay is missing where the scenario has it and the pay table has not', () => {
    const own: PayTable = { rates: table.rates.map((rate) => ({ ...rate, pay: value(30_000) })) };
    const { years, notes } = costOf(input(2, 1, { pay: own }), input(2, 1));
    expect(years.at(-1)?.cumulativeAdded).toBeNull();
    expect(notes.join(' ')).toMatch(/cannot be told: the pay table lacks pay or on-cost of [^.]*staff/i);
  });

  it('rises each April where a pay rise is assumed', () => {
    const { years } = costOf(input(2, 0, { rise: 0.02 }), input(2));
    expect(years.map(({ total }) => Math.round(total ?? 0))).toEqual([50_000, 122_400, 10_404]);
    expect(years.map(({ added }) => Math.round(added ?? 0))).toEqual([0, 2_400, 404]);
  });

  it('is missing, not zero, where a pay is', () => {
    const { years, notes } = costOf(input(2, 1), input(0, 1));
    expect(years.map(({ total }) => total)).toEqual([null, null, null]);
    expect(notes.join(' ')).toContain('missing for Offender manager, police staff');
    // the staff are the same before and after: what is added can be told
    expect(years.at(-1)?.cumulativeAdded).toBeCloseTo(180_000, 6);
    expect(costOf(input(2, 2), input(0, 1)).years[0]?.added).toBeNull();
  });

  it('ships with the published pay alone, each with its source and year', () => {
    const { rates } = examplePayTable();
    for (const { pay, onCost } of rates) {
      expect([pay.confirmed, onCost.confirmed]).toEqual([false, false]);
      if (pay.value !== null) expect(pay.year).not.toBe('');
    }
    expect(rates.find((rate) => payName(rate) === staff)?.pay.value).toBeNull();
  });
});
