import { useEffect, useState } from 'react';
import styles from './states.module.css';

const SHOW_AFTER_MS = 200;

/** Outlines of what comes; a wait below 200 ms shows nothing at all, so that quick pages do not flicker. */
export function Loading({ label = 'Loading' }: { label?: string }) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsShown(true);
    }, SHOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div role="status" aria-label={label} className={styles.lines}>
      {isShown && (
        <>
          <div className={styles.line} style={{ width: '45%' }} />
          <div className={styles.line} style={{ width: '70%' }} />
          <div className={styles.block} />
        </>
      )}
    </div>
  );
}
