import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import more from './more-beside.module.css';
import { markMoreBeside } from './more-beside.ts';
import styles from './scroll-table.module.css';

/**
 * A table that scrolls sideways where it is wider than the page, by keyboard too; what names its rows stays, and its
 * end fades where there is more. Figures stand close together unless the table has a look of its own. `data-edge` draws
 * a line before a cell, `data-total` one above a row.
 */
export function ScrollTable({
  label,
  groupLabel = label,
  look = styles.dense,
  children,
}: {
  label: string;
  /** Names what is scrolled, where that is not the table's name. */
  groupLabel?: string;
  look?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div
      ref={markMoreBeside}
      className={cx(styles.scroll, more.fading)}
      role="group"
      aria-label={groupLabel}
      tabIndex={0}
    >
      <table className={look} aria-label={label}>
        {children}
      </table>
    </div>
  );
}
