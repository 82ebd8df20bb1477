import { showCount } from '../../view/figures.ts';
import styles from './backlog.module.css';

/** A figure that opens its cases beside the page; a plain nought where there are none. */
export function Figure({ count, label, onOpen }: { count: number; label: string; onOpen: () => void }) {
  if (count === 0) return <span className={styles.none}>0</span>;
  return (
    <button
      type="button"
      className={styles.figure}
      aria-haspopup="dialog"
      aria-label={`${label}: ${showCount(count)}`}
      onClick={onOpen}
    >
      {showCount(count)}
    </button>
  );
}
