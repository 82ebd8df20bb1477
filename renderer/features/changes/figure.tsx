import { showCount } from '../../view/figures.ts';
import { isSameChoice, type Choice } from './model.ts';
import styles from './changes.module.css';

/** A figure that lists its cases; a plain nought where there are none. */
export function Figure({
  count,
  label,
  own,
  choice,
  onChoose,
}: {
  count: number;
  label: string;
  own: Choice;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}) {
  if (count === 0) return <span className={styles.none}>0</span>;
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={`${label}: ${showCount(count)}`}
      aria-pressed={isSameChoice(own, choice)}
      onClick={() => {
        onChoose(own);
      }}
    >
      {showCount(count)}
    </button>
  );
}
