import { showCount } from './figures.ts';
import styles from './figure.module.css';

/** A figure that opens its cases; a plain nought where there are none. */
export function Figure({
  count,
  label,
  said = showCount(count),
  isChosen,
  onOpen,
}: {
  count: number;
  label: string;
  /** The count in words, for a screen reader. */
  said?: string;
  /** Whether its cases are listed on the page; absent where they open beside it. */
  isChosen?: boolean;
  onOpen: () => void;
}) {
  if (count === 0) return <span className={styles.none}>0</span>;
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={`${label}: ${said}`}
      {...(isChosen === undefined ? { 'aria-haspopup': 'dialog' as const } : { 'aria-pressed': isChosen })}
      onClick={onOpen}
    >
      {showCount(count)}
    </button>
  );
}
