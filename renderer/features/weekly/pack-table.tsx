import { cx } from '../../components/cx.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { MISSING, showNumber } from '../../view/figures.ts';
import type { PackCell, PackTable as Table } from '#shared/planning/weekly/pack-table.ts';
import styles from './weekly.module.css';

const shown = (cell: PackCell): string => {
  if (cell === null) return MISSING;
  return typeof cell === 'number' ? showNumber(cell) : cell;
};

/** A table of the pack, as it will stand in Word. */
export function PackTable({ table, team }: { table: Table; team?: string }) {
  const { columns, rows, label } = table;
  return (
    <ScrollTable label={team === undefined ? label : `${label}, ${team}`}>
      <thead>
        <tr>
          {columns.map(({ heading, isNumber }) => (
            <th key={heading} scope="col" className={cx(!isNumber && styles.word)}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, isStrong }, index) => (
          // The rows of a printed page have no names of their own and never change places.
          <tr key={index} className={cx(isStrong && styles.strong)}>
            {columns.map(({ heading, isNumber }, place) => {
              const text = shown(cells[place] ?? null);
              return place === 0 && text !== '' ? (
                <th key={heading} scope="row" className={styles.word}>
                  {text}
                </th>
              ) : (
                <td key={heading} className={cx(!isNumber && styles.word)}>
                  {text}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
