import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { showMonth, showMonthShort, type Month } from '#shared/domain/dates.ts';
import type { OfficerMonths, Plan } from '#shared/domain/plan.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { showHours, showPercent } from '../../view/figures.ts';
import { heatLevel } from '../../view/heat.ts';
import { Section } from '../../view/page.tsx';
import { officerTitle } from './model.ts';
import styles from './steering.module.css';

type When = 'before' | 'after';

/** Each offender manager's movable work by month, before and after: evened within the team's plan, never at its cost. */
export function OfficersTable({ plan }: { plan: Plan }) {
  const [when, setWhen] = useState<When>('after');
  return (
    <Section
      title="Officers"
      about="Movable work as a share of each officer’s own hours for it: part-time hours and absences counted"
      actions={
        <SegmentedControl
          aria-label="Before or after"
          value={when}
          onChange={(value) => {
            setWhen(value === 'before' ? 'before' : 'after');
          }}
          data={[
            { value: 'before', label: 'Before' },
            { value: 'after', label: 'After' },
          ]}
        />
      }
    >
      {plan.officers.length === 0 ? (
        <p>No officer of this team holds a case that may move.</p>
      ) : (
        <ScrollTable
          groupLabel="Officers and months"
          label={`Utilisation by officer and month, ${when}, per cent`}
          look={styles.officers}
        >
          <thead>
            <tr>
              <th scope="col">Officer</th>
              {plan.months.map((month) => (
                <th key={month} scope="col" abbr={showMonth(month)}>
                  {showMonthShort(month).slice(0, 3)}
                  <span className={styles.year}>{month.endsWith('-01') ? month.slice(0, 4) : ''}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.officers.map((row) => (
              <tr key={row.officer}>
                <th scope="row">{officerTitle(plan, row)}</th>
                {plan.months.map((month, index) => (
                  <OfficerCell key={month} row={row} month={month} index={index} when={when} />
                ))}
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </Section>
  );
}

function OfficerCell({
  row,
  month,
  index,
  when,
}: {
  row: OfficerMonths;
  month: Month;
  index: number;
  when: When;
}) {
  const capacity: number = row.capacity[index] ?? 0;
  const share = (load: number | undefined) => (capacity > 0 && load !== undefined ? load / capacity : null);
  const shown = share(row[when][index]);
  const words = `${row.officer}, ${showMonth(month)}: ${showHours(row.before[index])} before, ${showHours(row.after[index])} after, of ${showHours(capacity)}`;
  return (
    <td data-level={heatLevel(shown)} title={words}>
      {shown === null ? '–' : showPercent(shown).replace(/\s*%/, '')}
    </td>
  );
}
