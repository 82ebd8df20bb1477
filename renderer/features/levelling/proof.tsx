import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { Plan } from '#shared/domain/plan.ts';
import { counted } from '#shared/planning/wording.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { listMonths, showCount, showFte, showHours, showMonthYear, showPercent } from '../../view/figures.ts';
import { heldGroups } from './proof-model.ts';
import styles from './steering.module.css';

type Certificate = NonNullable<Plan['certificate']>;
const MONTHS_NAMED = 3;

/** What stops the peak going lower, in one line; behind it the months that prove the bound and the work held there. */
export function Proof({ certificate }: { certificate: Certificate }) {
  const [isOpen, setIsOpen] = useState(false);
  const table = useId();
  const { months } = certificate;
  if (months.length === 0) return null;
  const named = months
    .slice(0, MONTHS_NAMED)
    .map(({ month }) => month)
    .sort();
  const more = months.length - named.length;
  return (
    <div className={styles.proof}>
      <p>
        What stops it going lower: work that cannot leave {listMonths(named)}
        {more > 0 ? `, and ${counted(more, 'more month')}` : ''}.{' '}
        <Button
          variant="default"
          size="compact-xs"
          aria-expanded={isOpen}
          aria-controls={table}
          data-print="hide"
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {isOpen ? 'Hide the proof' : 'Show the proof'}
        </Button>
      </p>
      <div id={table} hidden={!isOpen}>
        <ScrollTable label="What holds the peak where it is" look={styles.price}>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Weight in the bound</th>
              <th scope="col" className={styles.start}>
                Work that cannot leave these months
              </th>
              <th scope="col">Hours held</th>
              <th scope="col">FTE short</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, weight, held, hoursHeld, fteShort }) => (
              <tr key={month}>
                <th scope="row">{showMonthYear(month)}</th>
                <td>{showPercent(weight)}</td>
                <td className={styles.start}>
                  {heldGroups(held).map((group) => (
                    <p key={group.why}>
                      <strong>
                        {group.why}, {showHours(group.hours)}:
                      </strong>{' '}
                      {group.works}
                    </p>
                  ))}
                </td>
                <td>{showCount(hoursHeld)}</td>
                <td>{showFte(fteShort)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </div>
    </div>
  );
}
