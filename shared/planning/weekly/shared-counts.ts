/** Counts of the pack as it may be shared: small ones say who is meant (`planning/small-counts.ts`). */
import type { BacklogChange, LateBand } from '#shared/domain/backlog.ts';
import type { Risk } from '#shared/domain/case.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { SmallCountRule } from '#shared/domain/small-counts.ts';
import type { WeeklyBacklog, WeeklyCheck, WeeklyMoves, WeeklySignOffs } from '#shared/domain/weekly-pack.ts';
import { shareList, shareTable, type SharedCount } from '../small-counts.ts';
import { shown, type PackCell } from './pack-table.ts';

/** A line of a duty's matrix; a count is null where it is withheld. */
type SharedLine = {
  bands: Array<number | null>;
  outstanding: number | null;
  owing: number | null;
  /** Null too where it would give a withheld count away. */
  share: number | null;
};

export type SharedBacklog = {
  duty: WeeklyBacklog;
  all: SharedLine;
  rows: Array<SharedLine & { risk: Risk; isOverTolerance: boolean }>;
  /** Since the snapshot before; its parts null where one of them is withheld. Null where none is held, or to be told. */
  changeSince: { asAt: IsoDate; more: number; change: BacklogChange | null } | null;
  /** True where a count shown is small and to be flagged. */
  hasSmall: boolean;
};

const countOf = ({ count }: SharedCount): number | null => count;
const zero: SharedCount = { count: 0, isSmall: false };

/** @param bands those shown; the others hold nothing */
export function sharedBacklog(
  duty: WeeklyBacklog,
  bands: readonly LateBand[],
  rule: SmallCountRule,
): SharedBacklog {
  const matrix = shareTable(
    duty.rows.map((own) => bands.map((band) => own.bands[band])),
    rule,
  );
  const owing = shareList(
    duty.rows.map((own) => own.owing),
    rule,
  );
  const line = (
    cells: readonly SharedCount[],
    outstanding: SharedCount,
    owed: SharedCount,
    share: number | null,
  ): SharedLine => ({
    bands: cells.map(countOf),
    outstanding: outstanding.count,
    owing: owed.count,
    share: outstanding.count === null || owed.count === null ? null : share,
  });
  const counts = [...matrix.rows.flat(), ...matrix.rowTotals, ...matrix.columnTotals, matrix.total];
  return {
    duty,
    all: line(matrix.columnTotals, matrix.total, owing.total, duty.share),
    rows: duty.rows.map(({ risk, share, isOverTolerance }, index) => ({
      risk,
      isOverTolerance,
      ...line(matrix.rows[index] ?? [], matrix.rowTotals[index] ?? zero, owing.counts[index] ?? zero, share),
    })),
    changeSince: matrix.total.count === null ? null : sharedChange(duty, rule),
    hasSmall: [...counts, ...owing.counts, owing.total].some(({ isSmall }) => isSmall),
  };
}

/** A part that is small could be worked out from the others, so either all of them are told or none. */
function sharedChange(
  { outstanding, before }: WeeklyBacklog,
  rule: SmallCountRule,
): SharedBacklog['changeSince'] {
  if (before === null) return null;
  const { asAt, change } = before;
  const isTold = (values: number[]): boolean =>
    shareList(values, rule).counts.every(({ count }) => count !== null);
  if (!isTold([before.outstanding])) return null;
  return {
    asAt,
    more: outstanding - before.outstanding,
    change: isTold(Object.values(change)) ? change : null,
  };
}

/** How many of a team are overdue in all, of any duty; null where that would give a withheld count of one duty away. */
export function sharedOverdue(backlog: readonly WeeklyBacklog[], rule: SmallCountRule): number | null {
  const { counts, total } = shareList(
    backlog.map(({ outstanding }) => outstanding),
    rule,
  );
  return [...counts, total].some(({ count }) => count === null) ? null : total.count;
}

export type SharedCheck = { found: PackCell; of: PackCell; missing: PackCell; hasSmall: boolean };

const shareOne = (value: number, rule: SmallCountRule): SharedCount =>
  shareList([value], rule).counts[0] ?? zero;

/** Counts of a check stand for themselves: nothing shown adds them up. What is not held stays null. */
export function sharedCheck({ found, of, missing }: WeeklyCheck, rule: SmallCountRule): SharedCheck {
  const cell = (value: number | null): PackCell =>
    value === null ? null : shown(shareOne(value, rule).count);
  const held = [found, of, missing].filter((value) => value !== null);
  return {
    found: cell(found),
    of: cell(of),
    missing: cell(missing),
    hasSmall: held.some((value) => shareOne(value, rule).isSmall),
  };
}

/** Counts are null where they are withheld. */
export type SharedMoves = {
  byDuty: Array<{ name: string; count: number | null; catchUp: number | null }>;
  /** Null too where they would give the count of a duty away. */
  listed: number | null;
  hours: number | null;
  missed: number | null;
  hasSmall: boolean;
};

/** The moves of a month by duty; the hours of a duty are known, so that they tell its count. */
export function sharedMoves(
  { byDuty, listed, hours, missed }: WeeklyMoves,
  rule: SmallCountRule,
): SharedMoves {
  const duties = byDuty.map(({ name, count, catchUp }) => {
    const { counts, total } = shareList([catchUp, count - catchUp], rule);
    return { name, count: total, catchUp: counts[0] ?? zero };
  });
  const late = shareOne(missed, rule);
  const isTold = duties.every(({ count }) => count.count !== null);
  return {
    byDuty: duties.map(({ name, count, catchUp }) => ({ name, count: count.count, catchUp: catchUp.count })),
    listed: isTold ? listed : null,
    hours: isTold ? hours : null,
    missed: late.count,
    hasSmall: [late, ...duties.flatMap(({ count, catchUp }) => [count, catchUp])].some(
      ({ isSmall }) => isSmall,
    ),
  };
}

/** Sign-offs by supervisor add up to those over the limit, and with the others to all that wait: all are told, or none. */
export function sharedSignOffs(
  { waiting, overLimit, bySupervisor }: WeeklySignOffs,
  rule: SmallCountRule,
): { isTold: boolean; hasSmall: boolean } {
  const parts = [...bySupervisor.map((own) => own.overLimit), overLimit, waiting - overLimit, waiting];
  const shared = parts.map((value) => shareOne(value, rule));
  return {
    isTold: shared.every(({ count }) => count !== null),
    hasSmall: shared.some(({ isSmall }) => isSmall),
  };
}
