import type { DocumentCell, DocumentTable as Table } from '#shared/domain/document.ts';
import { cx } from '../components/cx.ts';
import { ScrollTable } from '../components/table/scroll-table.tsx';
import { MISSING, showNumber } from './figures.ts';
import styles from './document-table.module.css';

const shown = (cell: DocumentCell): string => {
  if (cell === null) return MISSING;
  return typeof cell === 'number' ? showNumber(cell) : cell;
};

/** A table of a document, as it will stand in Word. */
export function DocumentTable({ table: { columns, rows }, label }: { table: Table; label: string }) {
  return (
    <ScrollTable label={label}>
      <thead>
        <tr>
          {columns.map(({ heading, isNumber }) => (
            <th key={heading} scope="col" className={cx(isNumber !== true && styles.word)}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, isStrong }, index) => (
          // The rows of a printed page have no names of their own and never change places.
          <tr key={index} className={cx(isStrong === true && styles.strong)}>
            {columns.map(({ heading, isNumber }, place) => {
              const text = shown(cells[place] ?? null);
              return place === 0 && text !== '' ? (
                <th key={heading} scope="row" className={styles.word}>
                  {text}
                </th>
              ) : (
                <td key={heading} className={cx(isNumber === true ? styles.number : styles.word)}>
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
