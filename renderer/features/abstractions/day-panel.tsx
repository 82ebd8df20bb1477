import { Button } from '@mantine/core';
import { useState } from 'react';
import type { LedgerRow } from '#shared/contract/abstractions.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { useQuery } from '../../api/hooks.ts';
import { Asked } from '../../view/asked.tsx';
import { showHoursExactly } from '../../view/figures.ts';
import { reviewWords } from './ledger-model.ts';
import { showReason, showSpan } from './model.ts';
import { RecordDetails } from './record-details.tsx';
import styles from './abstractions.module.css';

type Props = {
  collar: string;
  day: IsoDate;
  people: readonly string[];
  onRecord: () => void;
  onDone: () => void;
  onReviewed: (ids: readonly number[]) => void;
};

/** What is held of one person's day: its one record, or a list to choose from. */
export function DayPanel({ collar, day, people, onRecord, onDone, onReviewed }: Props) {
  const found = useQuery('abstractions.list', { collar, from: day, to: day });
  const [chosen, setChosen] = useState<LedgerRow | null>(null);
  return (
    <Asked query={found} title="The records of this day could not be read">
      {({ rows }) => {
        const shown = chosen ?? (rows.length === 1 ? (rows[0] ?? null) : null);
        return (
          <div className={styles.details}>
            {rows.length > 1 && (
              <ul className={styles.dayRecords} aria-label="Records of this day">
                {rows.map((row) => (
                  <li key={row.id}>
                    <Button
                      variant={row.id === shown?.id ? 'light' : 'default'}
                      aria-pressed={row.id === shown?.id}
                      onClick={() => {
                        setChosen(row);
                      }}
                    >
                      {showReason(row)}, {showSpan(row)}, {showHoursExactly(row.hours)}
                    </Button>{' '}
                    <span className={styles.dim}>{reviewWords(row)}</span>
                  </li>
                ))}
              </ul>
            )}
            <div>
              <Button variant="default" onClick={onRecord}>
                Record another on this day
              </Button>
            </div>
            {shown && (
              <RecordDetails
                key={shown.id}
                row={shown}
                people={people}
                onDone={onDone}
                onReviewed={onReviewed}
              />
            )}
          </div>
        );
      }}
    </Asked>
  );
}
