/** What became of an accepted plan: each move judged by the snapshots after the plan's own. */
import { byReference } from '#shared/domain/case.ts';
import {
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsBetween,
  monthZero,
  type Month,
} from '#shared/domain/dates.ts';
import {
  byOutcome,
  isToDo,
  type Adherence,
  type FollowedMonth,
  type FollowedMove,
  type FollowUp,
  type Outcome,
  type Overtaken,
} from '#shared/domain/follow-up.ts';
import { hasLeft, type Officer } from '#shared/domain/officer.ts';
import type { Chain, Occurrence } from '#shared/domain/problem.ts';
import type { Move } from '#shared/domain/plan.ts';
import { hours } from '#shared/domain/units.ts';
import { doneSince, type DatedCases, type Done, type FollowUpInput } from './done-trail.ts';
import { happenedLoad } from './happened.ts';
import { overtakenBy, type PlannedChain } from './overtaken.ts';
import { replayMoves, unmovedMonth } from '../rollout.ts';

type Context = FollowUpInput & {
  month0: Month;
  trail: ReadonlyMap<string, readonly Done[]>;
  /** Cases of each later snapshot by reference. */
  records: ReadonlyArray<ReadonlyMap<string, DatedCases['cases'][number]>>;
  newestAsAt: DatedCases['asAt'];
  people: ReadonlyMap<string, Officer>;
};

/**
 * Sets each move of a plan against the snapshots after the plan's own ({@link Outcome} names what it can be).
 *
 * Done. The plan gives each chain (case × duty) a row of occurrences, moved or not; later snapshots show a row of
 * dates on which its work was done ({@link doneSince}). The first date is the doing of the first occurrence, the
 * second of the second, and so on: whoever does a case's work does what is outstanding. The month done is set
 * against two months: the planned one, and the one the work was moved from (its due month; month 0 for overdue work).
 *
 * Overtaken. A move done in its planned month is done as planned, whatever else happened. Any other is overtaken
 * when a snapshot shows a change ({@link overtakenBy}) before one shows the work done; snapshots count up to the
 * first at which the planned month is over, so that a change after that excuses nothing.
 *
 * Not done and not overtaken: `missed` once the planned month is over as at the newest snapshot, `open` until then.
 */
export function followUp(input: FollowUpInput): FollowUp {
  const context: Context = {
    ...input,
    month0: monthZero(input.first.asAt),
    trail: doneSince(input.first, input.later),
    records: input.later.map(({ cases }) => byReference(cases)),
    newestAsAt: input.later.at(-1)?.asAt ?? input.first.asAt,
    people: new Map(input.roster.map((person) => [person.collar, person])),
  };
  const moves = followedMoves(context);
  const { happened, untold, untoldDuties } = happenedLoad(input, context.trail);
  const months = input.plan.months.map((month, index): FollowedMonth => ({
    month,
    planned: hours(input.plan.after[index] ?? 0),
    unmoved: hours(input.plan.before[index] ?? 0),
    happened: isOver(context, index) ? hours(happened[index] ?? 0) : null,
    untold: hours(untold[index] ?? 0),
    adherence: adherenceOf(moves.filter((move) => move.to === month)),
  }));
  return {
    newestAsAt: context.newestAsAt,
    counts: countsOf(moves),
    moves,
    months,
    adherence: adherenceOf(moves),
    untoldDuties,
  };
}

/** Moves done as planned ÷ moves whose planned month is over and that were not overtaken. */
export function adherenceOf(moves: readonly FollowedMove[]): Adherence {
  const judged = moves.filter((move) => move.isOver && move.outcome !== 'overtaken');
  const asPlanned = judged.filter((move) => move.outcome === 'as-planned').length;
  return { asPlanned, judged: judged.length, share: judged.length === 0 ? null : asPlanned / judged.length };
}

const countsOf = (moves: readonly FollowedMove[]): Record<Outcome, number> =>
  byOutcome((outcome) => moves.filter((move) => move.outcome === outcome).length);

const isOver = ({ month0, newestAsAt }: Context, index: number): boolean =>
  lastDayOf(addMonths(month0, index)) <= newestAsAt;

function followedMoves(context: Context): FollowedMove[] {
  const { plan, chains } = context;
  const withMoves = new Set(plan.moves.map(({ id }) => id));
  const own = chains.filter(({ id }) => withMoves.has(id));
  const rows = new Map<string, Occurrence[]>(own.map(({ id }) => [id, []]));
  for (const occurrence of replayMoves(own, plan.months.length, plan.moves))
    rows.get(own[occurrence.chain]?.id ?? '')?.push(occurrence);
  const planned = new Map(
    own.map((chain) => [chain.id, plannedChain(context, chain, rows.get(chain.id) ?? [])]),
  );
  return plan.moves.map((move) => follow(context, move, planned.get(move.id)));
}

function plannedChain(context: Context, chain: Chain, occurrences: readonly Occurrence[]): PlannedChain {
  const { standards, plan, month0, unassessedAs } = context;
  const duty = standards.duties.find(({ key }) => key === chain.duty);
  if (!duty) throw new Error(`Expected the plan's standards to hold the duty ${chain.duty}; they do not.`);
  return { chain, duty, team: plan.team, month0, unassessedAs, occurrences };
}

function follow(context: Context, move: Move, planned: PlannedChain | undefined): FollowedMove {
  const index = planned?.occurrences.findIndex(({ due }) => due === move.dueIndex) ?? -1;
  if (!planned || index < 0) {
    throw new Error(`Expected ${move.id}, due ${move.due}, among the plan's work; it is not there.`);
  }
  const done = context.trail.get(move.id)?.[index];
  const over = overtaking(context, move, planned, index);
  const doneMonth = done && monthsBetween(context.month0, monthOf(done.on));
  const isMoveOver = isOver(context, move.toIndex);
  const outcome = outcomeOf(move, doneMonth, over !== null, isMoveOver);
  const isOvertaken = outcome === 'overtaken';
  const seen = isOvertaken ? over?.seen : done?.seen;
  return {
    ...move,
    ...whoseTurn(context, move, outcome),
    outcome,
    doneOn: done?.on ?? null,
    seenAsAt: seen === undefined ? null : (context.later[seen]?.asAt ?? null),
    overtakenBy: isOvertaken ? (over?.by ?? null) : null,
    isOver: isMoveOver,
  };
}

/** Who is to do the move, where it is still to be done, and whether that officer is still there. */
function whoseTurn(
  { records, people, newestAsAt }: Context,
  { reference, officer: planned, to }: Move,
  outcome: Outcome,
): Pick<FollowedMove, 'officer' | 'hasLeft'> {
  if (!isToDo(outcome)) return { officer: planned, hasLeft: false };
  const record = records.at(-1)?.get(reference);
  const officer = record ? record.officer : planned;
  const person = officer === null ? undefined : people.get(officer);
  // What was missed is still to be done: from now on.
  const from = firstDayOf(to) > newestAsAt ? firstDayOf(to) : newestAsAt;
  return { officer, hasLeft: person !== undefined && hasLeft(person, from) };
}

function outcomeOf(
  { dueIndex, toIndex }: Move,
  doneMonth: number | undefined,
  isOvertaken: boolean,
  isMoveOver: boolean,
): Outcome {
  if (doneMonth === toIndex) return 'as-planned';
  if (isOvertaken) return 'overtaken';
  if (doneMonth === undefined) return isMoveOver ? 'missed' : 'open';
  const movedFrom = unmovedMonth(dueIndex);
  if (doneMonth === movedFrom) return 'due-month';
  return doneMonth > Math.max(movedFrom, toIndex) ? 'late' : 'other-month';
}

/** The first change that overtakes the move, before it is seen done and up to the end of its planned month. */
function overtaking(
  { later, records, trail, month0 }: Context,
  move: Move,
  planned: PlannedChain,
  index: number,
): { by: Overtaken; seen: number } | null {
  const dates = trail.get(move.id) ?? [];
  const lastDay = lastDayOf(addMonths(month0, move.toIndex));
  for (const [seen, { asAt }] of later.entries()) {
    const doneCount = dates.filter((date) => date.seen <= seen).length;
    if (doneCount > index) return null;
    const by = overtakenBy(planned, index, records[seen]?.get(move.reference), { asAt, doneCount });
    if (by !== null) return { by, seen };
    if (asAt >= lastDay) return null;
  }
  return null;
}
