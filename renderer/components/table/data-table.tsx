import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowData,
  type SortingState,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { compareValues, type CellValue, type Column } from './column.ts';
import { nextRow, useRowFocus } from './row-focus.ts';
import { usePrinting } from './use-printing.ts';
import styles from './table.module.css';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

const ROW_HEIGHT = 28;
/** Longer tables draw only the rows in sight. */
const DRAW_ALL_UP_TO = 40;

type Props<Row extends RowData> = {
  /** Names the table for a screen reader. */
  label: string;
  rows: readonly Row[];
  columns: ReadonlyArray<Column<Row>>;
  rowKey: (row: Row) => string;
  sort?: { key: string; isDescending: boolean };
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
  const [sorting, setSorting] = useState<SortingState>(
    sort ? [{ id: sort.key, desc: sort.isDescending }] : [],
  );
  const definitions = useMemo(() => columnDefinitions(columns), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowKey,
    state: { sorting },
    onSortingChange: setSorting,
    enableSortingRemoval: false,
  });
  const sorted = table.getRowModel().rows;
  const isPrinting = usePrinting();
  const isLong = sorted.length > DRAW_ALL_UP_TO && !isPrinting;
  // Its functions change what they return without changing themselves; nothing here memoises them.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: isLong ? sorted.length : 0,
    getScrollElement: () => region.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
    // Until it is measured: the first rows need not wait for that.
    initialRect: { width: 0, height: maxHeight },
  });
  const inSight = virtualizer.getVirtualItems();
  const drawn = isLong ? inSight.map((item) => item.index) : sorted.map((_, index) => index);
  const before = isLong ? (inSight[0]?.start ?? 0) : 0;
  const after = isLong ? virtualizer.getTotalSize() - (inSight[inSight.length - 1]?.end ?? 0) : 0;
  const focus = useRowFocus(region, (index) => {
    if (isLong) virtualizer.scrollToIndex(index);
  });

  const beside = columns.filter(({ isBelow }) => isBelow !== true).length;

  const onKeyDown = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).getAttribute('data-index') ?? NaN);
    if (!Number.isInteger(at)) return;
    const row = sorted[at];
    if (event.key === 'Enter' && onOpen && row) {
      onOpen(row.original);
      return;
    }
    const to = nextRow(event.key, at, sorted.length);
    if (to === null) return;
    event.preventDefault();
    focus.moveTo(to);
  };

  return (
    <div
      ref={region}
      className={styles.region}
      style={{ maxHeight }}
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
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => {
              const direction = sorting.find((one) => one.id === column.key);
              const isDescending = direction?.desc === true;
              return (
                <th
                  key={column.key}
                  scope="col"
                  data-align={column.align ?? 'start'}
                  data-below={column.isBelow}
                  aria-sort={direction ? (isDescending ? 'descending' : 'ascending') : 'none'}
                  style={column.width === undefined ? {} : { width: column.width }}
                >
                  <button
                    type="button"
                    className={styles.sort}
                    data-direction={direction ? (isDescending ? 'desc' : 'asc') : undefined}
                    onClick={() => {
                      setSorting([{ id: column.key, desc: direction ? !isDescending : false }]);
                    }}
                  >
                    {column.heading}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {before > 0 && <Spacer height={before} columns={columns.length} />}
          {drawn.map((index) => {
            const row = sorted[index];
            if (!row) return null;
            return (
              <tr
                key={row.id}
                ref={isLong ? virtualizer.measureElement : undefined}
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
          {after > 0 && <Spacer height={after} columns={columns.length} />}
        </tbody>
      </table>
      {sorted.length === 0 && <p className={styles.empty}>{empty}</p>}
    </div>
  );
}

function Cell<Row>({
  column,
  row,
  onOpen,
}: {
  column: Column<Row>;
  row: Row;
  onOpen: ((row: Row) => void) | undefined;
}) {
  const content = column.cell ? column.cell(row) : (column.value(row) ?? '–');
  const align = column.align ?? 'start';
  if (column.isRowHeader !== true) {
    return (
      <td data-align={align} data-wrap={column.isText === true} data-below={column.isBelow}>
        {content}
      </td>
    );
  }
  return (
    <th scope="row" data-align={align}>
      {onOpen ? (
        <button
          type="button"
          className={styles.open}
          onClick={() => {
            onOpen(row);
          }}
        >
          {content}
        </button>
      ) : (
        content
      )}
    </th>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr className={styles.spacer} aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function columnDefinitions<Row extends RowData>(
  columns: ReadonlyArray<Column<Row>>,
): Array<ColumnDef<typeof features, Row>> {
  return columns.map((column) => ({
    id: column.key,
    header: column.heading,
    accessorFn: (row: Row) => column.value(row) ?? undefined,
    sortFn: (a, b, id) => compareValues(a.getValue<CellValue>(id), b.getValue<CellValue>(id)),
    sortUndefined: 'last',
  }));
}
