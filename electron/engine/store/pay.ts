/** The pay table as rows: one per value. */
import {
  examplePayTable,
  PayTable as PayTableSchema,
  type PayRate,
  type PayTable,
  type PayValue,
} from '#shared/domain/pay.ts';
import type { Selectable } from 'kysely';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['pay_value']>;

const toValue = (row: Row): PayValue => ({
  value: row.value,
  source: row.source,
  year: row.year,
  confirmed: row.confirmed === 1,
  setOn: row.set_on,
});

const toRow = (rate: PayRate, position: number, field: Row['field'], value: PayValue): Row => ({
  role: rate.role,
  contract: rate.contract,
  field,
  position,
  value: value.value,
  source: value.source,
  year: value.year,
  confirmed: value.confirmed ? 1 : 0,
  set_on: value.setOn,
});

/** The table held; the shipped one until the force has kept its own. */
export async function readPayTable(store: Store): Promise<PayTable> {
  const rows = await store.db.selectFrom('pay_value').selectAll().orderBy('position').execute();
  if (rows.length === 0) return examplePayTable();
  const of = (field: Row['field']): Row[] => rows.filter((row) => row.field === field);
  const onCosts = new Map(of('on-cost').map((row) => [row.position, toValue(row)]));
  return PayTableSchema.parse({
    rates: of('pay').map((row) => ({
      role: row.role,
      contract: row.contract,
      pay: toValue(row),
      onCost: onCosts.get(row.position),
    })),
  });
}

/** Replaces the table held. */
export async function writePayTable(store: Store, { rates }: PayTable): Promise<void> {
  await store.db.deleteFrom('pay_value').execute();
  store.insertMany(
    'pay_value',
    rates.flatMap((rate, position) => [
      toRow(rate, position, 'pay', rate.pay),
      toRow(rate, position, 'on-cost', rate.onCost),
    ]),
  );
}
