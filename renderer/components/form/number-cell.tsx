import { useId } from 'react';
import { useTypedNumber } from './use-typed-number.ts';
import styles from './form.module.css';

/** A number in a table of numbers: a plain input, light enough to stand there a hundred times. */
export function NumberCell({
  label,
  value,
  min = 0,
  max = 10_000,
  isWhole = false,
  onChange,
}: {
  label: string;
  value: number;
  min?: number;
  max?: number;
  isWhole?: boolean;
  onChange: (value: number) => void;
}) {
  const { text, fault, onType, onLeave } = useTypedNumber({ min, max, isWhole }, onChange);
  const faultId = useId();
  return (
    <span className={styles.cell}>
      <input
        className={styles.number}
        type="text"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : faultId}
        value={text ?? String(value)}
        onChange={(event) => {
          onType(event.currentTarget.value);
        }}
        onBlur={onLeave}
      />
      {fault !== null && (
        <span id={faultId} role="status" className={styles.fault}>
          {fault}
        </span>
      )}
    </span>
  );
}
