import { isOverdueMove, type Move } from '#shared/domain/plan.ts';
import { counted } from '#shared/planning/wording.ts';
import { showCount } from './figures.ts';

/** How much of a plan is work done early, and how much is overdue work placed within its catch-up. */
export function countMoves(moves: readonly Move[]): { early: number; overdue: number } {
  const overdue = moves.filter(isOverdueMove).length;
  return { early: moves.length - overdue, overdue };
}

/** `41 pieces of work brought forward, 12 overdue ones spread over their catch-up` */
export function movesSaid(moves: readonly Move[]): string {
  const { early, overdue } = countMoves(moves);
  if (overdue === 0) return `${counted(early, 'piece')} of work brought forward`;
  if (early === 0) return `${counted(overdue, 'overdue piece')} of work spread over the catch-up`;
  const ones = overdue === 1 ? 'overdue one' : 'overdue ones';
  return `${counted(early, 'piece')} of work brought forward, ${counted(overdue, ones, ones)} spread over the catch-up`;
}

/** `41 brought forward, 12 overdue spread over the catch-up` */
export function movesInShort(moves: readonly Move[]): string {
  const { early, overdue } = countMoves(moves);
  const parts = [
    ...(early > 0 ? [`${showCount(early)} brought forward`] : []),
    ...(overdue > 0 ? [`${showCount(overdue)} overdue spread over the catch-up`] : []),
  ];
  return parts.length === 0 ? 'no moves' : parts.join(', ');
}
