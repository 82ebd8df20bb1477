/** What the forecast knows of a case, and how snapshots become plain numbers: teams, levels and months as indices. */
import { Risk } from '#shared/domain/case.ts';
import {
  dayOfMonth,
  daysBetween,
  lastDayOf,
  monthOf,
  monthsBetween,
  monthZero,
  type IsoDate,
} from '#shared/domain/dates.ts';
import { teamKey } from '#shared/domain/team.ts';

export type CaseFacts = {
  reference: string;
  team: string;
  risk: Risk;
  notificationStart: IsoDate | null;
  notificationEnd: IsoDate | null;
  indefinite: boolean;
};

export type SnapshotFacts = { asAt: IsoDate; cases: readonly CaseFacts[] };

export const risks: readonly Risk[] = Risk.options;

/** Cases of a team at each level, in the order of the levels. */
export const byLevel = <Case extends { risk: Risk }>(cases: readonly Case[]): Case[][] =>
  risks.map((risk) => cases.filter((record) => record.risk === risk));

const DAYS_A_MONTH = 365.25 / 12;

/** Time between two as-at dates in months. */
export const monthsApart = (from: IsoDate, to: IsoDate): number => daysBetween(from, to) / DAYS_A_MONTH;

/** Share of month 0 that lies after the as-at date. */
export function shareLeft(asAt: IsoDate): number {
  const month = monthZero(asAt);
  if (month !== monthOf(asAt)) return 1;
  const last = dayOfMonth(lastDayOf(month));
  return (last - dayOfMonth(asAt)) / last;
}

/** Month index of the notification end, 0 where it is past; null for none. */
export const endIndex = (end: IsoDate | null, asAt: IsoDate): number | null =>
  end === null ? null : Math.max(0, monthsBetween(monthZero(asAt), monthOf(end)));

/** Days into a month from which a date lies closer to the month's end than to its beginning. */
const MID_MONTH = 15;

/** Index of the month whose end lies closest to a later as-at date; below 0 for none of those forecast. */
export function closestMonthEnd(asAt: IsoDate, later: IsoDate): number {
  const month = monthsBetween(monthZero(asAt), monthOf(later));
  return dayOfMonth(later) >= MID_MONTH ? month : month - 1;
}

/** Teams in the order of their names; spellings fall together. */
export class TeamIndex {
  readonly names: string[] = [];
  /** Every spelling met so far: the key of a name costs much more than looking it up. */
  readonly #bySpelling = new Map<string, number>();
  readonly #byKey = new Map<string, number>();

  constructor(names: Iterable<string>) {
    for (const name of [...new Set(names)].sort()) {
      if (this.#byKey.has(teamKey(name))) continue;
      this.#byKey.set(teamKey(name), this.names.length);
      this.names.push(name);
    }
  }

  /** -1 for a team that is not among them. */
  of(name: string): number {
    const known = this.#bySpelling.get(name);
    if (known !== undefined) return known;
    const index = this.#byKey.get(teamKey(name)) ?? -1;
    this.#bySpelling.set(name, index);
    return index;
  }
}
