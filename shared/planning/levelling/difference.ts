/** What changed from one plan of a team to the next, told in the order of the months in which work is done. */
import type { Move, Plan, PlanDifference } from '#shared/domain/plan.ts';

/** An occurrence is the same when its chain and its due month are: what is said of it else follows from the load. */
const occurrenceOf = (move: Move): string => `${move.id}@${move.due}`;

const byTime = (a: Move, b: Move): number =>
  a.to.localeCompare(b.to) || a.due.localeCompare(b.due) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * The least that tells one plan from another: moves that only the later has, that only the earlier had, and
 * occurrences moved by both but to different months. What both move alike is not named.
 */
export function differenceOf(before: Plan, now: Plan): PlanDifference {
  const was = new Map(before.moves.map((move) => [occurrenceOf(move), move]));
  const is = new Map(now.moves.map((move) => [occurrenceOf(move), move]));
  const altered = [...is].flatMap(([key, to]) => {
    const from = was.get(key);
    return from && from.to !== to.to ? [{ from, to }] : [];
  });
  return {
    added: [...is]
      .filter(([key]) => !was.has(key))
      .map(([, move]) => move)
      .sort(byTime),
    dropped: [...was]
      .filter(([key]) => !is.has(key))
      .map(([, move]) => move)
      .sort(byTime),
    altered: altered.sort((a, b) => byTime(a.to, b.to)),
    peak: [before.peakAfter, now.peakAfter],
  };
}
