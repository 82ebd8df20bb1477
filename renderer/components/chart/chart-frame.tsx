import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import { Legend, type LegendItem } from './legend.tsx';
import styles from './chart.module.css';

/**
 * What every chart has: the finding as its title, the unit, a summary in words, a legend and the same figures
 * as a table.
 */
export function ChartFrame({
  title,
  unit,
  summary,
  legend,
  actions,
  table,
  children,
}: {
  /** The finding: "Plymouth is over capacity in March". */
  title: string;
  /** What the vertical axis counts. */
  unit: string;
  summary?: ReactNode;
  legend: LegendItem[];
  actions?: ReactNode;
  /** Drawn only when it is asked for. */
  table: () => ReactNode;
  children: ReactNode;
}) {
  const [isTable, setIsTable] = useState(false);
  return (
    <figure className={styles.frame} aria-label={title}>
      <div className={styles.head}>
        <figcaption>
          <h2>{title}</h2>
          {summary !== undefined && <p className={styles.summary}>{summary}</p>}
        </figcaption>
        <div className={styles.actions} data-print="hide">
          {actions}
          <Button
            variant="default"
            leftSection={<Icon name={isTable ? 'chart' : 'table'} size={14} />}
            onClick={() => {
              setIsTable(!isTable);
            }}
          >
            {isTable ? 'Show as chart' : 'Show as table'}
          </Button>
        </div>
      </div>
      {isTable ? (
        table()
      ) : (
        <>
          <div className={styles.meta}>
            <span>{unit}</span>
            <Legend items={legend} />
          </div>
          {children}
        </>
      )}
    </figure>
  );
}
