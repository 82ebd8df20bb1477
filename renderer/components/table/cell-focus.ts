import { useRef, useState, type KeyboardEvent } from 'react';

/** A cell of a table's body, counted from its first. */
export type CellAt = { row: number; column: number };
type Size = { rows: number; columns: number };

const within = ({ row, column }: CellAt, { rows, columns }: Size): CellAt => ({
  row: Math.min(rows - 1, Math.max(0, row)),
  column: Math.min(columns - 1, Math.max(0, column)),
});

/** The cell a key moves to, or null when the key moves to none. */
export function nextCell(
  { key, ctrlKey = false }: { key: string; ctrlKey?: boolean },
  { row, column }: CellAt,
  size: Size,
): CellAt | null {
  const to = {
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? size.rows - 1 : row, column: size.columns - 1 },
  }[key];
  return to && size.rows > 0 && size.columns > 0 ? within(to, size) : null;
}

/** One cell is in the tab order; arrow keys, Home and End lead from it to the others. */
export function useCellFocus(size: Size, first: CellAt) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [asked, setActive] = useState(first);
  // The table may have become smaller since.
  const active = within(asked, size);
  const onKeyDown = (event: KeyboardEvent) => {
    // With Alt the arrows are the browser's: back and forward.
    const to = event.altKey ? null : nextCell(event, active, size);
    if (!to) return;
    event.preventDefault();
    setActive(to);
    body.current
      ?.querySelector<HTMLElement>(`[data-row="${String(to.row)}"][data-column="${String(to.column)}"]`)
      ?.focus();
  };
  return {
    ofBody: { ref: body, onKeyDown },
    ofCell: (row: number, column: number) => ({
      'data-row': row,
      'data-column': column,
      tabIndex: active.row === row && active.column === column ? 0 : -1,
      onFocus: () => {
        setActive({ row, column });
      },
    }),
  };
}

/** What a cell that takes part is given. */
export type CellFocus = ReturnType<ReturnType<typeof useCellFocus>['ofCell']>;
