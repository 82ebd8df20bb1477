import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { cx } from '../../components/cx.ts';
import { changeKinds, unitIn, withField, type Context, type Field } from './change-kinds.ts';
import type { Fault, TypedChange, TypedValue } from './draft.ts';
import { faultSaid, TypedNumber } from './typed-number.tsx';
import styles from './scenarios.module.css';

/** One change of a scenario: its fields, and a way to take it out. */
export function ChangeFields({
  change,
  number,
  context,
  faultAt,
  onChange,
  onRemove,
}: {
  change: TypedChange;
  /** Its place in the list, from 1. */
  number: number;
  context: Context;
  faultAt: (key: string) => Fault | undefined;
  onChange: (change: TypedChange) => void;
  onRemove: () => void;
}) {
  const { name, about, fields } = changeKinds[change.kind];
  const label = `${String(number)}. ${name}`;
  return (
    <section className={styles.change} role="group" aria-label={label}>
      <div className={styles.changeHead}>
        <div>
          <h3>{label}</h3>
          <p className={styles.dim}>{about}</p>
        </div>
        <Button variant="default" size="compact-xs" aria-label={`Take out ${label}`} onClick={onRemove}>
          Take out
        </Button>
      </div>
      <div className={styles.fields}>
        {fields
          .filter(({ isShown }) => isShown?.(change) ?? true)
          .map((field) => (
            <OneField
              key={`${field.key} ${field.label}`}
              field={field}
              change={change}
              context={context}
              fault={faultAt(field.key)}
              onSet={(value) => {
                onChange(withField(change, field.key, value, context));
              }}
            />
          ))}
      </div>
    </section>
  );
}

function OneField({
  field,
  change,
  context,
  fault,
  onSet,
}: {
  field: Field;
  change: TypedChange;
  context: Context;
  fault: Fault | undefined;
  onSet: (value: TypedValue) => void;
}) {
  const value = change[field.key] ?? null;
  switch (field.type) {
    case 'number': {
      const unit = unitIn(field, change);
      return (
        <TypedNumber
          // Another unit is another field: what was typed in the old one does not stay.
          key={unit}
          label={field.label}
          value={typeof value === 'number' ? value : null}
          unit={unit}
          {...(field.step === undefined ? {} : { step: field.step })}
          orNone={field.orNone}
          fault={fault}
          onChange={onSet}
        />
      );
    }
    case 'choice': {
      const options = field.options(context);
      const held = typeof value === 'string' ? value : '';
      const isKnown = held === '' || options.some((option) => option.value === held);
      return (
        <NativeSelect
          size="xs"
          label={field.label}
          value={held}
          data={[
            ...(field.none === undefined ? [] : [{ value: '', label: field.none }]),
            ...(isKnown ? [] : [{ value: held, label: held }]),
            ...options,
          ]}
          error={fault && faultSaid(fault, false, '')}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onSet(chosen === '' ? null : chosen);
          }}
        />
      );
    }
    case 'tick':
      return (
        <Checkbox
          className={cx(styles.wide)}
          label={field.label}
          checked={value === true}
          onChange={(event) => {
            onSet(event.currentTarget.checked);
          }}
        />
      );
  }
}
