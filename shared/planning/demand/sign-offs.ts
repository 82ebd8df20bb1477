/** Sign-offs: work that follows other work, due after each occurrence of what it follows (planning §1). */
import type { CaseRecord, RiskLevel } from '#shared/domain/case.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Chain, Occurrence } from '#shared/domain/problem.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { plannedRisk } from '../rollout.ts';

/** One occurrence of a duty that follows others (sign-off). */
export type SignOffDue = {
  reference: string;
  risk: RiskLevel;
  /** Key of the duty followed. */
  followed: string;
  /** Month index in which it is due; 0 for what is outstanding at the snapshot. */
  month: number;
  /** The day on which the followed work was done, for what is outstanding; null for work still to come. */
  doneOn: IsoDate | null;
};

/** Keys of the duties of which any of the cases holds a sign-off: of others, what is signed off cannot be told. */
export const signOffsHeldIn = (cases: readonly CaseRecord[]): ReadonlySet<string> =>
  new Set(cases.flatMap(({ duties }) => duties.filter((one) => one.signedOff).map(({ duty }) => duty)));

export type SignOffContext = {
  cases: readonly CaseRecord[];
  /** As {@link signOffsHeldIn} finds them in the whole snapshot, however few of its cases are looked at. */
  signOffsHeld: ReadonlySet<string>;
  unassessedAs: RiskLevel;
  asAt: IsoDate;
};

/**
 * Work that follows other work (sign-off): one for every occurrence of a followed duty, the duty's interval
 * after the month it is done; in month 0, one for each that the snapshot shows as done by its as-at date and not
 * signed off. Duties for which the snapshot holds no sign-off at all are not taken as outstanding.
 */
export function signOffsDue(
  duty: DutyStandard,
  { cases, signOffsHeld, unassessedAs, asAt }: SignOffContext,
  chains: readonly Chain[],
  occurrences: readonly Occurrence[],
): SignOffDue[] {
  const followed = new Set(duty.follows ?? []);
  const states = cases.flatMap((record) => record.duties.map((state) => ({ record, state })));
  const list: SignOffDue[] = [];
  for (const { record, state } of states) {
    const { lastDone: doneOn, signedOff } = state;
    if (!followed.has(state.duty) || !signOffsHeld.has(state.duty)) continue;
    if (doneOn === null || doneOn > asAt) continue;
    const isSigned = signedOff !== null && signedOff >= doneOn;
    // Work done is to be signed off, whatever the case has become since.
    if (isSigned) continue;
    const risk = plannedRisk(record, unassessedAs);
    list.push({ reference: record.reference, risk, followed: state.duty, month: 0, doneOn });
  }
  for (const { chain, done } of occurrences) {
    const own = chains[chain];
    if (!own || !followed.has(own.duty)) continue;
    const month = done + Math.round(duty.values[own.risk].interval.value);
    list.push({ reference: own.reference, risk: own.risk, followed: own.duty, month, doneOn: null });
  }
  return list;
}

/**
 * Work that follows other work, counted per month (see {@link signOffsDue}).
 *
 * @returns count and hours per month, `months` long
 */
export function signOffsByMonth(
  duty: DutyStandard,
  context: SignOffContext,
  chains: readonly Chain[],
  occurrences: readonly Occurrence[],
  months: number,
): { count: number[]; hours: number[] } {
  const count = new Array<number>(months).fill(0);
  const time = new Array<number>(months).fill(0);
  for (const { month, risk } of signOffsDue(duty, context, chains, occurrences)) {
    if (month >= months) continue;
    count[month] = (count[month] ?? 0) + 1;
    time[month] = (time[month] ?? 0) + duty.values[risk].hours.value;
  }
  return { count, hours: time };
}
