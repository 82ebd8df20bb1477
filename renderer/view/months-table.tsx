import { showMonth, showMonthShort, type Month } from '#shared/domain/dates.ts';
import { ScrollTable } from '../components/table/scroll-table.tsx';
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
            <th key={month} scope="col" abbr={showMonth(month)}>
              {showMonthShort(month).slice(0, 3)} <span className={styles.year}>{month.slice(0, 4)}</span>
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
