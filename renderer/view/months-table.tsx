import type { Month } from '#shared/domain/dates.ts';
import { ScrollTable } from '../components/table/scroll-table.tsx';
import { showMonthYear } from './figures.ts';
import styles from './months-table.module.css';

/** The figures behind a chart over months: one line a series, months across. */
export function MonthsTable({
  label,
  months,
  lines,
}: {
  label: string;
  months: readonly Month[];
  lines: ReadonlyArray<{ name: string; unit: string; values: readonly string[] }>;
}) {
  return (
    <ScrollTable label={label} look={styles.table}>
      <thead>
        <tr>
          <th scope="col">Month</th>
          {months.map((month) => (
            <th key={month} scope="col">
              {showMonthYear(month)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.name} ${line.unit}`}>
            <th scope="row">
              {line.name} {line.unit !== '' && <span className={styles.unit}>{line.unit}</span>}
            </th>
            {months.map((month, index) => (
              <td key={month}>{line.values[index] ?? '–'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
