/** The cases behind a number: which work falls due in a month when nothing is moved. */
import {
  byReference,
  riskLevels,
  stateOf,
  type CaseDuty,
  type CaseRecord,
  type Risk,
  type RiskLevel,
} from '#shared/domain/case.ts';
import {
  addMonths,
  dayOfMonth,
  daysBetween,
  monthsBetween,
  monthZero,
  showDate,
  showMonth,
  type IsoDate,
  type Month,
} from '#shared/domain/dates.ts';
import type { DueCase } from '#shared/domain/demand.ts';
import type { Chain, Occurrence } from '#shared/domain/problem.ts';
import type { DutyStandard, Standards } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';
import { chainsOf, firstDue, nextDue, replay, unmovedMonth, type FirstDue } from '../rollout.ts';
import { signOffsDue, type SignOffDue } from './sign-offs.ts';
import { counted, dutyNoun } from '../wording.ts';

export type DueCasesInput = {
  cases: readonly CaseRecord[];
  /** Of the whole snapshot: see {@link signOffsHeldIn}. */
  signOffsHeld: ReadonlySet<string>;
  standards: Standards;
  unassessedAs: RiskLevel;
  asAt: IsoDate;
  month: Month;
  /** Each narrows the list; absent or undefined, all. */
  duty?: string | undefined;
  risk?: Risk | undefined;
  officer?: string | undefined;
};

/** A due case with what orders the list. */
type Sortable = { due: DueCase; planned: RiskLevel; dutyRank: number; day: string };

/**
 * The work that falls due in a month, unmoved, duties that follow others included; overdue work is in month 0.
 * Highest risk first (an unassessed case at the level it is planned under), then in the standards' order of
 * duties, so that the sign-off of work does not stand before the work, then by due date, then reference.
 */
export function dueCases(input: DueCasesInput): DueCase[] {
  const index = monthsBetween(monthZero(input.asAt), input.month);
  if (index < 0) return [];
  const records = byReference(input.cases);
  const chains = chainsOf(input.cases, input);
  const rolled = { index, records, chains, occurrences: replay(chains, index + 1) };
  const found = [...chainWork(input, rolled), ...signOffWork(input, rolled)];
  return found
    .filter(
      ({ due }) =>
        (input.duty === undefined || due.duty === input.duty) &&
        (input.risk === undefined || due.risk === input.risk) &&
        (input.officer === undefined || due.officer === input.officer),
    )
    .sort(byUrgency)
    .map(({ due }) => due);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byUrgency = (a: Sortable, b: Sortable): number =>
  riskLevels.indexOf(a.planned) - riskLevels.indexOf(b.planned) ||
  a.dutyRank - b.dutyRank ||
  compare(a.day, b.day) ||
  compare(a.due.reference, b.due.reference);

type Rolled = {
  /** The month looked at. */
  index: number;
  records: ReadonlyMap<string, CaseRecord>;
  chains: readonly Chain[];
  /** Up to that month. */
  occurrences: readonly Occurrence[];
};

function chainWork(input: DueCasesInput, { index, records, chains, occurrences }: Rolled): Sortable[] {
  const { standards, asAt } = input;
  const duties = new Map(standards.duties.map((duty) => [duty.key, duty]));
  return occurrences.flatMap(({ chain: number, due, done }): Sortable[] => {
    const chain = chains[number];
    const record = chain && records.get(chain.reference);
    const duty = chain && duties.get(chain.duty);
    if (done !== index || !record || !duty) return [];
    const state = stateOf(record, chain.duty);
    const isFirst = due === chain.due;
    const first = firstDue(record, duty, chain.risk, asAt);
    if (!first) return [];
    const dueDate = isFirst ? first.date : null;
    const isOverdue = dueDate !== null && dueDate <= asAt;
    const dueMonth = addMonths(monthZero(asAt), due);
    const notes = [
      ...caseNotes(record, chain.risk),
      ...releaseNotes(first.since),
      ...chainNotes(chain, duty, state),
      ...(isFirst ? firstNotes(first, state, duty, asAt) : []),
      ...endNotes(chain, due, asAt),
    ];
    const facts = { due: dueMonth, dueDate, isOverdue, lastDone: state?.lastDone ?? null };
    return [sortable(record, chain.risk, standards, duty, facts, notes, chain.dueDay)];
  });
}

function sortable(
  record: CaseRecord,
  planned: RiskLevel,
  standards: Standards,
  duty: DutyStandard,
  facts: Pick<DueCase, 'due' | 'dueDate' | 'isOverdue' | 'lastDone'>,
  notes: string[],
  dueDay: number,
): Sortable {
  const { reference, team, officer, risk } = record;
  const time = hours(duty.values[planned].hours.value);
  const due = { reference, team, officer, risk, duty: duty.key, ...facts, hours: time, notes };
  const dutyRank = standards.duties.indexOf(duty);
  return { due, planned, dutyRank, day: `${facts.due}-${String(dueDay).padStart(2, '0')}` };
}

function signOffWork(input: DueCasesInput, { index, records, chains, occurrences }: Rolled): Sortable[] {
  const following = input.standards.duties.filter((duty) => duty.follows !== null);
  return following.flatMap((duty) =>
    signOffsDue(duty, input, chains, occurrences)
      .filter((one) => one.month === index)
      .flatMap((one): Sortable[] => {
        const record = records.get(one.reference);
        return record ? [signOffCase(one, duty, record, input)] : [];
      }),
  );
}

function signOffCase(
  one: SignOffDue,
  duty: DutyStandard,
  record: CaseRecord,
  { month, standards }: DueCasesInput,
): Sortable {
  const name = standards.duties.find((other) => other.key === one.followed)?.name ?? one.followed;
  const noun = dutyNoun(name, 1);
  const note = one.doneOn ? `for the ${noun} done on ${showDate(one.doneOn)}` : `for the ${noun} before it`;
  const facts = { due: month, dueDate: null, isOverdue: false, lastDone: one.doneOn };
  const day = one.doneOn === null ? 1 : dayOfMonth(one.doneOn);
  return sortable(record, one.risk, standards, duty, facts, [note, ...caseNotes(record, one.risk)], day);
}

function caseNotes(record: CaseRecord, planned: RiskLevel): string[] {
  const notes: string[] = [];
  if (record.risk === 'unassessed')
    notes.push(`not assessed yet, planned as ${planned.replace('-', ' ')} risk`);
  if (record.officer === null) notes.push('no offender manager');
  if (record.mode === null) notes.push('management mode missing, taken to owe the duty');
  if (record.status === null) notes.push('status missing, taken to owe the duty');
  return notes;
}

const releaseNotes = (since: 'now' | IsoDate): string[] =>
  since === 'now' ? [] : [`to be released on ${showDate(since)}`];

function chainNotes(chain: Chain, duty: DutyStandard, state: CaseDuty | undefined): string[] {
  const standard = Math.round(duty.values[chain.risk].interval.value);
  return state?.interval != null && state.interval !== standard
    ? [`interval of its own: ${counted(state.interval, 'month')}, standard ${String(standard)}`]
    : [];
}

function firstNotes(
  first: FirstDue,
  state: CaseDuty | undefined,
  duty: DutyStandard,
  asAt: IsoDate,
): string[] {
  const notes: string[] = [];
  if (first.from === 'never-done') {
    const days = Math.round(duty.firstAssessmentDays.value);
    notes.push(`no date held: first due ${counted(days, 'day')} after the snapshot`);
  }
  if (first.from === 'release') {
    const days = Math.round(duty.firstAssessmentDays.value);
    notes.push(`first due ${counted(days, 'day')} after the release`);
  }
  if (first.from === 'last-done') notes.push('due date missing, counted from the last done');
  if (first.from === 'next-due' && state?.lastDone == null) notes.push('first ever, or last done missing');
  if (state?.lastDone != null && first.date <= state.lastDone) notes.push('due before it was last done');
  if (first.date <= asAt) notes.push(`${counted(daysBetween(first.date, asAt), 'day')} overdue`);
  return notes;
}

function endNotes(chain: Chain, due: number, asAt: IsoDate): string[] {
  if (chain.end === null || nextDue(chain, due, unmovedMonth(due)) <= chain.end) return [];
  return [`last one: notification ends in ${showMonth(addMonths(monthZero(asAt), chain.end))}`];
}
