import { useState } from 'react';
import { monthAt, monthSpan, type MonthMark } from './month-data.ts';
import styles from './chart.module.css';

type Props = {
  marks: readonly MonthMark[];
  series: ReadonlyArray<{ key: string; name: string; values: ReadonlyArray<number | null> }>;
  showValue: (value: number) => string;
  onSelect: ((index: number) => void) | undefined;
};

/** The month under the pointer, and its figures beside it; a click chooses it. Keys choose below the chart. */
export function MonthPointer({ marks, series, showValue, onSelect }: Props) {
  const [pointed, setPointed] = useState<number | null>(null);
  const months = marks.length;
  const mark = pointed === null ? undefined : marks[pointed];
  return (
    <div
      className={styles.pointer}
      onPointerMove={(event) => {
        const { left, width } = event.currentTarget.getBoundingClientRect();
        setPointed(monthAt(event.clientX - left, width, months));
      }}
      onPointerLeave={() => {
        setPointed(null);
      }}
      onClick={() => {
        if (pointed !== null) onSelect?.(pointed);
      }}
    >
      {pointed !== null && mark && (
        <>
          <div className={styles.pointed} style={monthSpan(pointed, months)} />
          <div className={styles.tooltip} style={besideMonth(pointed, months)}>
            <strong>{mark.label}</strong>
            <table>
              <tbody>
                {series.map(({ key, name, values }) => {
                  const value = values[pointed] ?? null;
                  return (
                    <tr key={key}>
                      <th scope="row">{name}</th>
                      <td>{value === null ? '–' : showValue(value)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  );
}

/** On the side of the month where there is more room. */
function besideMonth(index: number, months: number): { left: string } | { right: string } {
  const { left, width } = monthSpan(index, months);
  return index < months / 2
    ? { left: `calc(${left} + ${width} + 8px)` }
    : { right: `calc(100% - ${left} + 8px)` };
}
