import type { IsoDate } from '#shared/domain/dates.ts';
import { examplePayTable, payName, unconfirmedPay, type PayRate, type PayTable } from '#shared/domain/pay.ts';
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { readPayTable, writePayTable } from '../store/pay.ts';
import { dated } from './dated.ts';
import { todayOf } from './today.ts';

function dateChanges(table: PayTable, held: PayTable, today: IsoDate): PayTable {
  const before = new Map(held.rates.map((rate) => [payName(rate), rate]));
  return {
    rates: table.rates.map((rate): PayRate => {
      const own = before.get(payName(rate));
      return {
        ...rate,
        pay: dated(rate.pay, own?.pay, today),
        onCost: dated(rate.onCost, own?.onCost, today),
      };
    }),
  };
}

export const payHandlers: HandlersOf<'payRates.get' | 'payRates.save'> = {
  async 'payRates.get'(_, { store }) {
    const table = await readPayTable(store);
    return { table, examples: examplePayTable(), unconfirmed: unconfirmedPay(table) };
  },

  async 'payRates.save'({ table }, { store, engine }) {
    const names = table.rates.map(payName);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
      throw new AppError('invalid-input', `Expected one rate for ${twice}, found two. Take one out.`);
    }
    if (table.rates.some(({ onCost }) => (onCost.value ?? 0) > 5)) {
      throw new AppError(
        'invalid-input',
        'Expected on-costs as a share of pay (0.353 is 35.3\u00a0%), at most 5.',
      );
    }
    const today = todayOf(engine);
    await writePayTable(store, dateChanges(table, await readPayTable(store), today));
    return {};
  },
};
