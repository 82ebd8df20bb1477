import { useState } from 'react';
import { boundsWords, readNumber } from './read-number.ts';
import styles from './form.module.css';

/**
 * A number in a table of numbers: a plain input, light enough to stand there a hundred times. What cannot be read
 * as a number in its bounds is marked and not passed on; leaving the cell shows the last good value again.
 */
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
  const [text, setText] = useState<string | null>(null);
  const isBad = text !== null && readNumber(text, min, max, isWhole) === null;
  return (
    <input
      className={styles.number}
      type="text"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={isBad}
      title={isBad ? boundsWords(min, max, isWhole) : undefined}
      value={text ?? String(value)}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        const read = readNumber(typed, min, max, isWhole);
        if (read !== null) onChange(read);
      }}
      onBlur={() => {
        setText(null);
      }}
    />
  );
}
