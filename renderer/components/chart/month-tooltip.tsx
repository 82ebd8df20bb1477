import type { LineSeries, MonthMark, OutlineSeries, StackSeries } from './month-data.ts';
import styles from './chart.module.css';

/** The figures of the month under the pointer. The drawing library adds what is pointed at. */
export function MonthTooltip(props: {
  marks: readonly MonthMark[];
  stacks: readonly StackSeries[];
  lines: readonly LineSeries[];
  outline: OutlineSeries | null;
  showValue: (value: number) => string;
  active?: boolean;
  label?: string | number;
}) {
  const index = props.marks.findIndex((mark) => mark.key === props.label);
  const mark = props.marks[index];
  if (props.active !== true || !mark) return null;
  const outline = props.outline
    ? [{ key: 'outline', name: props.outline.name, values: props.outline.values }]
    : [];
  const items = [...outline, ...props.stacks, ...props.lines];
  return (
    <div className={styles.tooltip}>
      <strong>{mark.label}</strong>
      <table>
        <tbody>
          {items.map((series) => {
            const value = series.values[index] ?? null;
            return (
              <tr key={series.key}>
                <th scope="row">{series.name}</th>
                <td>{value === null ? '–' : props.showValue(value)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
