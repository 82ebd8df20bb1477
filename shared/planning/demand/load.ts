/** A team's unmoved work rolled out over the months ahead: what demand, peaks and lists of cases rest on. */
import { byReference, stateOf, type CaseRecord, type RiskLevel } from '#shared/domain/case.ts';
import { monthOf, type IsoDate, type Month } from '#shared/domain/dates.ts';
import type { Chain } from '#shared/domain/problem.ts';
import type { DutyStandard, Standards } from '#shared/domain/standards.ts';
import { hours, type Hours } from '#shared/domain/units.ts';
import { chainsOf, isOverdue, replay } from '../rollout.ts';
import { signOffsByMonth } from './sign-offs.ts';

/** The months over which a team's mean is taken. */
export const MEAN_MONTHS = 12;

/** One occurrence with the facts that explain it. */
export type WorkItem = {
  duty: string;
  risk: RiskLevel;
  team: string;
  officer: string | null;
  /** Month index in which it is done when nobody moves it. */
  month: number;
  hours: number;
  isOverdue: boolean;
  /** First of its chain within the horizon, so that the snapshot's last-done date is its own. */
  isFirst: boolean;
  /** Month in which the snapshot says the duty was last done; later occurrences of the chain follow from it. */
  lastDone: Month | null;
};

export type Work = {
  chains: Chain[];
  /** Occurrences of offender managers' duties that take time. */
  items: WorkItem[];
  /** Count per duty and month, every duty of the standards. */
  counts: Record<string, number[]>;
  /** Hours per month of each offender managers' duty. */
  loadByDuty: Record<string, Hours[]>;
  supervisorLoad: Hours[];
};

export type WorkContext = {
  cases: readonly CaseRecord[];
  /** Of the whole snapshot: see {@link signOffsHeldIn}. */
  signOffsHeld: ReadonlySet<string>;
  standards: Standards;
  unassessedAs: RiskLevel;
  asAt: IsoDate;
};

const zeros = (months: number): number[] => new Array<number>(months).fill(0);
const bump = (row: number[] | undefined, month: number, by: number): void => {
  if (row) row[month] = (row[month] ?? 0) + by;
};

/** What the cases owe over `months`, unmoved, duties that follow others included. */
export function rollOut(context: WorkContext, months: number): Work {
  const { cases, standards } = context;
  const chains = chainsOf(cases, context);
  const occurrences = replay(chains, months);
  const duties = new Map(standards.duties.map((duty) => [duty.key, duty]));
  const records = byReference(cases);

  const counts = Object.fromEntries(standards.duties.map((duty) => [duty.key, zeros(months)]));
  const time = Object.fromEntries(standards.duties.map((duty) => [duty.key, zeros(months)]));
  const items: WorkItem[] = [];
  for (const { chain: index, due, done } of occurrences) {
    const chain = chains[index];
    const record = chain && records.get(chain.reference);
    if (!chain || !record) continue;
    bump(counts[chain.duty], done, 1);
    bump(time[chain.duty], done, chain.hours);
    if (duties.get(chain.duty)?.hoursOf !== 'offender-manager' || chain.hours === 0) continue;
    const lastDone = stateOf(record, chain.duty)?.lastDone ?? null;
    items.push({
      duty: chain.duty,
      risk: chain.risk,
      team: record.team,
      officer: chain.officer,
      month: done,
      hours: chain.hours,
      isOverdue: isOverdue(chain, due),
      isFirst: due === chain.due,
      lastDone: lastDone === null ? null : monthOf(lastDone),
    });
  }
  for (const duty of standards.duties.filter((one) => one.follows !== null)) {
    const following = signOffsByMonth(duty, context, chains, occurrences, months);
    counts[duty.key] = following.count;
    time[duty.key] = following.hours;
  }

  const rowsOf = (whose: DutyStandard['hoursOf']): Array<[string, number[]]> =>
    standards.duties
      .filter((duty) => duty.hoursOf === whose)
      .map((duty) => [duty.key, time[duty.key] ?? zeros(months)]);
  return {
    chains,
    items,
    counts,
    loadByDuty: Object.fromEntries(rowsOf('offender-manager').map(([key, row]) => [key, row.map(hours)])),
    supervisorLoad: addUp(
      rowsOf('supervisor').map(([, row]) => row),
      months,
    ).map(hours),
  };
}

/** Rows of months added up, month by month. */
export function addUp(rows: ReadonlyArray<readonly number[]>, months: number): number[] {
  return Array.from({ length: months }, (_, month) =>
    rows.reduce((total, row) => total + (row[month] ?? 0), 0),
  );
}
