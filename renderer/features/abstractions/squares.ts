/** Moving about a calendar by keys. */
export type Square = { row: number; column: number };

/** The square a key moves to, or null when the key moves to none. */
export function nextSquare(
  key: string,
  { row, column }: Square,
  { rows, columns }: { rows: number; columns: number },
): Square | null {
  const to = {
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
  }[key];
  if (!to || rows === 0 || columns === 0) return null;
  return {
    row: Math.min(rows - 1, Math.max(0, to.row)),
    column: Math.min(columns - 1, Math.max(0, to.column)),
  };
}
