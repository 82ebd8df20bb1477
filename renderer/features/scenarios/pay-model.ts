/** The pay table as it is edited. */
import { payName, PayTable, type PayRate, type PayValue } from '#shared/domain/pay.ts';
import { showPercent } from '../../view/figures.ts';

export type PayField = 'pay' | 'onCost';
export const payFields: Record<PayField, string> = { pay: 'Pay', onCost: 'On-cost' };
/** The backend's own limit: an on-cost above it is a percentage typed as a share. */
const MOST_ON_COST = 5;

const valueFields = ['value', 'source', 'year', 'confirmed'] as const;
const isSameValue = (a: PayValue, b: PayValue): boolean =>
  valueFields.every((field) => Object.is(a[field], b[field]));

/** Whether two tables say the same; the day a value was set on is the backend's to write. */
export const isSamePay = (a: PayTable, b: PayTable): boolean =>
  a.rates.length === b.rates.length &&
  a.rates.every((rate, index) => {
    const other = b.rates[index];
    return other !== undefined && isSameValue(rate.pay, other.pay) && isSameValue(rate.onCost, other.onCost);
  });

export const withPay = (
  table: PayTable,
  name: string,
  field: PayField,
  change: Partial<PayValue>,
): PayTable => ({
  rates: table.rates.map((rate): PayRate =>
    payName(rate) === name ? { ...rate, [field]: { ...rate[field], ...change } } : rate,
  ),
});

/** Values nobody has entered, named. */
export const missingPay = ({ rates }: PayTable): string[] =>
  rates.flatMap((rate) =>
    (['pay', 'onCost'] as const).flatMap((field) =>
      rate[field].value === null ? [`${payFields[field].toLowerCase()} of ${payName(rate)}`] : [],
    ),
  );

/** What cannot be saved, in sentences. */
export function payFaults(table: PayTable): string[] {
  const read = PayTable.safeParse(table);
  const wrong = read.success
    ? []
    : read.error.issues.map(({ path }) => {
        const rate = table.rates[Number(path[1])];
        const field = path[2] === 'onCost' ? payFields.onCost : payFields.pay;
        return `${field}${rate ? ` of ${payName(rate)}` : ''}: expected a number from 0 to 1,000,000, and short words.`;
      });
  const tooHigh = table.rates
    .filter(({ onCost }) => (onCost.value ?? 0) > MOST_ON_COST)
    .map((rate) => `On-cost of ${payName(rate)}: at most ${showPercent(MOST_ON_COST)}.`);
  return [...new Set([...wrong, ...tooHigh])];
}
