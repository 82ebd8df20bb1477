import { TextInput } from '@mantine/core';
import { showDate } from '#shared/domain/dates.ts';
import { entered, payName, type PayRate, type PayTable, type PayValue } from '#shared/domain/pay.ts';
import { cx } from '../../components/cx.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import figures from '../../view/figures-table.module.css';
import { payFields, withPay, type PayField } from './pay-model.ts';
import styles from './scenarios.module.css';
import { TypedNumber } from './typed-number.tsx';

/** The table of pay and on-cost, each value with its source, its year and whether it is the force's own. */
export function PayRates({ table, onChange }: { table: PayTable; onChange: (table: PayTable) => void }) {
  return (
    <ScrollTable label="Pay and on-cost" look={cx(figures.plain, styles.flush)}>
      <thead>
        <tr>
          <th scope="col">Role and contract</th>
          <th scope="col" style={{ textAlign: 'start' }}>
            Value
          </th>
          <th scope="col" style={{ textAlign: 'start' }}>
            Year or date it is of
          </th>
          <th scope="col" style={{ textAlign: 'start' }}>
            Source
          </th>
          <th scope="col" style={{ textAlign: 'start' }}>
            Confirmed
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rates.flatMap((rate) =>
          (['pay', 'onCost'] as const).map((field) => (
            <Row
              key={`${payName(rate)} ${field}`}
              rate={rate}
              field={field}
              onChange={(change) => {
                onChange(withPay(table, payName(rate), field, change));
              }}
            />
          )),
        )}
      </tbody>
    </ScrollTable>
  );
}

function Row({
  rate,
  field,
  onChange,
}: {
  rate: PayRate;
  field: PayField;
  onChange: (change: Partial<PayValue>) => void;
}) {
  const held = rate[field];
  const name = `${payFields[field]}, ${payName(rate)}`;
  return (
    <tr className={styles.pay}>
      <th scope="row">
        {field === 'pay' ? payName(rate) : ''}
        <span className="visually-hidden">{` ${name}`}</span>
      </th>
      <td style={{ minWidth: 130 }}>
        <TypedNumber
          label={payFields[field]}
          value={held.value}
          unit={field === 'pay' ? '£' : 'percent'}
          step={field === 'pay' ? 100 : 0.5}
          orNone="not entered"
          onChange={(value) => {
            onChange(entered(held, value));
          }}
        />
      </td>
      <td style={{ minWidth: 190 }}>
        <TextInput
          label={<span className="visually-hidden">{`Year of ${name}`}</span>}
          maxLength={60}
          value={held.year}
          onChange={(event) => {
            onChange({ year: event.currentTarget.value });
          }}
        />
      </td>
      <td style={{ minWidth: 260, width: '50%' }}>
        <TextInput
          label={<span className="visually-hidden">{`Source of ${name}`}</span>}
          maxLength={500}
          title={held.source}
          value={held.source}
          onChange={(event) => {
            onChange({ source: event.currentTarget.value });
          }}
        />
      </td>
      <td style={{ textAlign: 'start' }}>
        <input
          type="checkbox"
          className={styles.tick}
          aria-label={`${name}: confirmed`}
          checked={held.confirmed}
          disabled={held.value === null}
          onChange={(event) => {
            onChange({ confirmed: event.currentTarget.checked });
          }}
        />
        <span className={figures.unit}>
          {held.setOn === null ? 'as shipped' : `set on ${showDate(held.setOn)}`}
        </span>
      </td>
    </tr>
  );
}
