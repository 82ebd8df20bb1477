/** A person's word on a plan, as the page holds it: what was said of each move, and all of it in words. */
import { z } from 'zod';
import { addMonths, Month, showMonth } from '#shared/domain/dates.ts';
import { isOverdueMove, type Move } from '#shared/domain/plan.ts';
import { partsOfChain } from '#shared/domain/problem.ts';
import type { Standards } from '#shared/domain/standards.ts';
import type { Steering } from '#shared/domain/steering.ts';
import { counted, listed } from '#shared/planning/wording.ts';
import { showMonthYear } from '../../view/figures.ts';

/** What is said of one move: nothing, that it is refused, or the month it must be done in. */
export const Decision = z.union([z.literal(['proposed', 'refused']), Month]);
export type Decision = z.infer<typeof Decision>;

type Occasion = Pick<Move, 'id' | 'due'>;

const isAbout = (move: Occasion) => (word: { chain: string; due: Month }) =>
  word.chain === move.id && word.due === move.due;

export function decisionOn(steering: Steering, move: Occasion): Decision {
  if (steering.refusals.some(isAbout(move))) return 'refused';
  return steering.pins.find(isAbout(move))?.to ?? 'proposed';
}

/** The steering with another word on a move; the last word stands. */
export function decide(steering: Steering, move: Occasion, decision: Decision): Steering {
  const isOther = (word: { chain: string; due: Month }) => !isAbout(move)(word);
  const pins = steering.pins.filter(isOther);
  const refusals = steering.refusals.filter(isOther);
  const word = { chain: move.id, due: move.due };
  if (decision === 'refused') return { ...steering, pins, refusals: [...refusals, word] };
  if (decision === 'proposed') return { ...steering, pins, refusals };
  return { ...steering, pins: [...pins, { ...word, to: decision }], refusals };
}

export type ExcludedKind = keyof Steering['excluded'];

/** The steering with what is excluded of one kind put in place. */
export const withExcluded = (
  steering: Steering,
  kind: ExcludedKind,
  values: readonly string[],
): Steering => ({
  ...steering,
  excluded: { ...steering.excluded, [kind]: [...values] },
});

export const isSameSteering = (a: Steering, b: Steering): boolean => JSON.stringify(a) === JSON.stringify(b);

/** All that is said, in a few words; empty when nothing is. */
export function steeringWords(steering: Steering, dutyName: (key: string) => string): string[] {
  const { pins, refusals, excluded, caps, reset } = steering;
  const words: string[] = [];
  if (pins.length > 0) words.push(`${String(pins.length)} pinned`);
  if (refusals.length > 0) words.push(`${String(refusals.length)} refused`);
  if (excluded.cases.length > 0) words.push(`${counted(excluded.cases.length, 'case')} left alone`);
  if (excluded.officers.length > 0) words.push(`work of ${listed(excluded.officers)} left alone`);
  if (excluded.duties.length > 0) words.push(`${listed(excluded.duties.map(dutyName))} left alone`);
  if (excluded.months.length > 0) words.push(`${listed(excluded.months.map(showMonthYear))} closed`);
  if (caps.moves !== null) words.push(`at most ${counted(caps.moves, 'move')}`);
  if (caps.movesPerOfficerMonth !== null)
    words.push(`at most ${String(caps.movesPerOfficerMonth)} an officer and month`);
  for (const [duty, { rule }] of Object.entries(reset)) words.push(`${dutyName(duty)} reset: ${rule}`);
  return words;
}

/**
 * The months in which a move's work may be done by the standards, the earliest first, its due month last; of
 * overdue work the months of its catch-up. What else forbids a month the backend says.
 */
export function monthsOpenTo(
  move: Pick<Move, 'duty' | 'risk' | 'dueIndex' | 'monthsEarly'>,
  standards: Standards | undefined,
  month0: Month,
): Month[] {
  const values = standards?.duties.find(({ key }) => key === move.duty)?.values[move.risk];
  if (!values) return [];
  const isOverdue = isOverdueMove(move);
  const first = isOverdue ? 0 : Math.max(0, move.dueIndex - values.window.value);
  const last = isOverdue ? values.catchUp.value : move.dueIndex;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => addMonths(month0, first + step));
}

/** `Visit of AB-1234, due in March 2027`. */
export const nameOfWord = (
  word: { chain: string; due: Month },
  dutyName: (key: string) => string,
): string => {
  const { reference, duty } = partsOfChain(word.chain);
  return `${dutyName(duty)} of ${reference}, due in ${showMonth(word.due)}`;
};
