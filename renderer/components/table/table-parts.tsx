import type { Column } from './column.ts';
import styles from './table.module.css';

export type Sorted = { id: string; desc: boolean };

/** The headings: each sorts by its column, and again the other way round. */
export function Headings<Row>({
  columns,
  sorting,
  onSort,
}: {
  columns: ReadonlyArray<Column<Row>>;
  sorting: readonly Sorted[];
  onSort: (sorting: Sorted[]) => void;
}) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const own = sorting.find((one) => one.id === column.key);
          const isDescending = own?.desc === true;
          return (
            <th
              key={column.key}
              scope="col"
              data-align={column.align ?? 'start'}
              data-below={column.isBelow}
              aria-sort={own ? (isDescending ? 'descending' : 'ascending') : 'none'}
              style={column.width === undefined ? {} : { width: column.width }}
            >
              <button
                type="button"
                className={styles.sort}
                data-direction={own ? (isDescending ? 'desc' : 'asc') : undefined}
                onClick={() => {
                  onSort([{ id: column.key, desc: own ? !isDescending : false }]);
                }}
              >
                {column.heading}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** A cell; the one that heads its row opens it, where rows open. */
export function Cell<Row>({
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

/** Room for rows that are not drawn. */
export function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr className={styles.spacer} aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
