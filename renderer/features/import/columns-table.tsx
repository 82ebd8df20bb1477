import { Button, NativeSelect } from '@mantine/core';
import type {
  DateOrder,
  FieldChoice,
  FileKind,
  InspectedColumn,
  Inspection,
  Mapping,
} from '#shared/contract/mapping.ts';
import { cx } from '../../components/cx.ts';
import { Section } from '../../view/page.tsx';
import {
  fieldGroups,
  sureness,
  whyRead,
  withDateOrder,
  withField,
  type FieldGroup,
} from './mapping-model.ts';
import { useEver } from './use-ever.ts';
import importStyles from './import.module.css';
import styles from './mapping.module.css';

type Props = {
  kind: FileKind;
  mapping: Mapping;
  inspection: Inspection;
  onChange: (mapping: Mapping) => void;
};

const LEFT_OUT = '';
const columnKey = (heading: string, index: number): string => `${String(index)} ${heading}`;

/** A row per column of the file: what it holds, and what it is read as. */
export function ColumnsTable({ kind, mapping, inspection, onChange }: Props) {
  const groups = fieldGroups(inspection.fields, kind);
  // Columns keep their choice of order once it has been made, and so the focus.
  const open = useEver(
    inspection.columns.flatMap(({ isDateOrderOpen, heading }, at) =>
      isDateOrderOpen ? [columnKey(heading, at)] : [],
    ),
  );
  const openNow = inspection.columns.flatMap(({ heading }, at) =>
    open.has(columnKey(heading, at)) ? [at] : [],
  );
  return (
    <Section
      title="Columns"
      about="A field has one column: choosing it for another moves it."
      actions={
        openNow.length > 1 && (
          <AllOrders
            onOrder={(order) => {
              onChange(withDateOrder(mapping, openNow, order));
            }}
          />
        )
      }
    >
      <div
        className={importStyles.across}
        role="group"
        aria-label="Columns of the file, scrolls"
        tabIndex={0}
      >
        <table className={cx(importStyles.table, styles.mapping)} aria-label="Columns of the file">
          <thead>
            <tr>
              <th scope="col">Heading</th>
              <th scope="col">What it holds</th>
              <th scope="col">Read as</th>
              <th scope="col">How sure, and why</th>
            </tr>
          </thead>
          <tbody>
            {inspection.columns.map((column, index) => (
              <ColumnRow
                key={columnKey(column.heading, index)}
                column={column}
                mapped={mapping.columns[index]}
                fields={inspection.fields}
                asksOrder={open.has(columnKey(column.heading, index))}
                groups={groups}
                onField={(field) => {
                  onChange(withField(mapping, index, field));
                }}
                onOrder={(order) => {
                  onChange(withDateOrder(mapping, [index], order));
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function ColumnRow({
  column,
  mapped,
  fields,
  asksOrder,
  groups,
  onField,
  onOrder,
}: {
  column: InspectedColumn;
  mapped: Mapping['columns'][number] | undefined;
  fields: readonly FieldChoice[];
  asksOrder: boolean;
  groups: FieldGroup[];
  onField: (field: string | null) => void;
  onOrder: (order: DateOrder) => void;
}) {
  const field = mapped?.field ?? null;
  const name = column.heading === '' ? 'without a heading' : column.heading;
  return (
    <tr>
      <th scope="row" className={styles.heading}>
        {column.heading === '' ? <em>no heading</em> : column.heading}
      </th>
      <td className={styles.samples}>
        {column.isPersonal ? (
          <em>personal, never stored</em>
        ) : (
          column.samples.map((sample, at) => <span key={`${String(at)} ${sample}`}>{sample}</span>)
        )}
      </td>
      <td>
        <div className={styles.readAs}>
          <NativeSelect
            size="xs"
            aria-label={`Read ${name} as`}
            value={field ?? LEFT_OUT}
            data={[{ value: LEFT_OUT, label: 'left out' }, ...groups]}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              onField(chosen === LEFT_OUT ? null : chosen);
            }}
          />
          {field !== null && asksOrder && (
            <OrderSelect name={name} order={mapped?.dateOrder ?? null} onOrder={onOrder} />
          )}
        </div>
      </td>
      <td className={styles.why}>
        {column.isPersonal && field !== null && column.field === null ? (
          'it says who somebody is and is left out all the same'
        ) : (
          <Sureness column={column} field={field} fields={fields} />
        )}
      </td>
    </tr>
  );
}

function Sureness({
  column,
  field,
  fields,
}: {
  column: InspectedColumn;
  field: string | null;
  fields: readonly FieldChoice[];
}) {
  const word = sureness(column, field);
  const why = <span className={importStyles.dim}>{whyRead(column, field, fields)}</span>;
  // A column that means nothing to anybody is left out without more words.
  if (field === null && column.proposal.field === null && word !== 'as kept') return why;
  return (
    <>
      <span className={styles.sure} data-check={word.includes('check') || word.startsWith('new')}>
        {word}
      </span>{' '}
      {why}
    </>
  );
}

const orders: ReadonlyArray<{ value: DateOrder; label: string }> = [
  { value: 'day-first', label: 'day first' },
  { value: 'month-first', label: 'month first' },
];

function OrderSelect({
  name,
  order,
  onOrder,
}: {
  name: string;
  order: DateOrder | null;
  onOrder: (order: DateOrder) => void;
}) {
  return (
    <NativeSelect
      size="xs"
      aria-label={`Order of dates in ${name}`}
      aria-invalid={order === null}
      value={order ?? ''}
      data={[...(order === null ? [{ value: '', label: 'day or month first?' }] : []), ...orders]}
      onChange={(event) => {
        const chosen = orders.find(({ value }) => value === event.currentTarget.value);
        if (chosen) onOrder(chosen.value);
      }}
    />
  );
}

/** One answer for every column of dates that could be read either way. */
function AllOrders({ onOrder }: { onOrder: (order: DateOrder) => void }) {
  return (
    <>
      {orders.map(({ value, label }) => (
        <Button
          key={value}
          size="compact-xs"
          variant="default"
          onClick={() => {
            onOrder(value);
          }}
        >
          All open dates: {label}
        </Button>
      ))}
    </>
  );
}
