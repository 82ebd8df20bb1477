import { showCount } from '#shared/planning/figures.ts';
import styles from './sum.module.css';

export type SumPart = { label: string; count: number; sign: '' | '=' | '+' | '−' };

/** A sum spelt out, so that a reader can check it: each part with its count, its name and its sign. */
export function Sum({ label, parts }: { label: string; parts: readonly SumPart[] }) {
  return (
    <div className={styles.sum} role="group" aria-label={label}>
      {parts.map((part) => (
        <div key={part.label}>
          {part.sign !== '' && <span className={styles.sign}>{part.sign}</span>}
          <span className={styles.part}>
            <b>{showCount(part.count)}</b>
            <span>{part.label}</span>
          </span>
        </div>
      ))}
    </div>
  );
}
