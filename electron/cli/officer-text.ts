/** Officers of moves, for people at a terminal: who has left by the month somebody else has to take the case. */

export const officerText = (officer: string | null, hasLeft: boolean): string | null =>
  hasLeft ? `${officer ?? ''}, has left` : officer;

/** What is said of the moves whose officer has left; nothing where there are none. */
export function leaversText(left: ReadonlyArray<{ officer: string | null }>): string[] {
  if (left.length === 0) return [];
  const who = [...new Set(left.map(({ officer }) => officer))].join(', ');
  return [
    `${String(left.length)} of the moves are of officers who have left by then (${who}): somebody has to take the case.`,
  ];
}
