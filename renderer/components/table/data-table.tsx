import type { RowData } from '@tanstack/react-table';
import { useRef, type CSSProperties } from 'react';
import type { Column } from './column.ts';
import { useRowFocus } from './row-focus.ts';
import { Cell, Headings, Spacer } from './table-parts.tsx';
import { ROW_HEIGHT, useDrawnRows } from './use-drawn-rows.ts';
import { useSortedRows, type Sort } from './use-sorted-rows.ts';
import styles from './table.module.css';

type Props<Row extends RowData> = {
  /** Names the table for a screen reader. */
  label: string;
  rows: readonly Row[];
  columns: ReadonlyArray<Column<Row>>;
  rowKey: (row: Row) => string;
  sort?: Sort;
  /** Said in place of rows when there are none. */
  empty: string;
  /** Opens a row by pointer on its name, or by Enter. */
  onOpen?: (row: Row) => void;
  /** What is handed over when a row is dragged; without it rows cannot be dragged. */
  dragged?: (row: Row) => string;
  maxHeight?: number;
};

/** A real table: sticky sortable headings, rows reached by arrow keys, long ones drawn as they come in sight. */
export function DataTable<Row extends RowData>({
  label,
  rows,
  columns,
  rowKey,
  sort,
  empty,
  onOpen,
  dragged,
  maxHeight = 480,
}: Props<Row>) {
  const region = useRef<HTMLDivElement>(null);
  const { sorted, sorting, setSorting } = useSortedRows(rows, columns, rowKey, sort);
  const drawn = useDrawnRows(region, sorted.length, maxHeight);
  const focus = useRowFocus(region, sorted.length, {
    bringIntoSight: drawn.scrollTo,
    onEnter: (index) => {
      const row = sorted[index];
      if (row) onOpen?.(row.original);
    },
  });
  const beside = columns.filter(({ isBelow }) => isBelow !== true).length;
  return (
    <div
      ref={region}
      className={styles.region}
      style={{
        maxHeight,
        containIntrinsicHeight: `auto ${String(Math.min(maxHeight, (sorted.length + 1) * ROW_HEIGHT))}px`,
      }}
      data-has-below={beside < columns.length}
      role="group"
      aria-label={label}
      tabIndex={0}
    >
      <table
        className={styles.table}
        style={{ '--beside': beside } as CSSProperties}
        aria-rowcount={sorted.length + 1}
        aria-label={label}
      >
        <Headings columns={columns} sorting={sorting} onSort={setSorting} />
        <Rows
          sorted={sorted}
          drawn={drawn}
          focus={focus}
          columns={columns}
          onOpen={onOpen}
          dragged={dragged}
        />
      </table>
      {sorted.length === 0 && <p className={styles.empty}>{empty}</p>}
    </div>
  );
}

/** The rows drawn, and room for those that are not. */
function Rows<Row extends RowData>({
  sorted,
  drawn,
  focus,
  columns,
  onOpen,
  dragged,
}: {
  sorted: ReadonlyArray<{ id: string; original: Row }>;
  drawn: ReturnType<typeof useDrawnRows>;
  focus: ReturnType<typeof useRowFocus>;
  columns: ReadonlyArray<Column<Row>>;
  onOpen: ((row: Row) => void) | undefined;
  dragged: ((row: Row) => string) | undefined;
}) {
  return (
    <tbody onKeyDown={focus.onKeyDown}>
      {drawn.before > 0 && <Spacer height={drawn.before} columns={columns.length} />}
      {drawn.indexes.map((index) => {
        const row = sorted[index];
        if (!row) return null;
        return (
          <tr
            key={row.id}
            ref={drawn.measure}
            data-index={index}
            aria-rowindex={index + 2}
            tabIndex={index === focus.active ? 0 : -1}
            draggable={dragged !== undefined}
            onDragStart={(event) => {
              if (dragged) event.dataTransfer.setData('text/plain', dragged(row.original));
            }}
            onFocus={() => {
              focus.setActive(index);
            }}
          >
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row.original} onOpen={onOpen} />
            ))}
          </tr>
        );
      })}
      {drawn.after > 0 && <Spacer height={drawn.after} columns={columns.length} />}
    </tbody>
  );
}
