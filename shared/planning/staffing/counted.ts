/**
 * The RSOs that a ratio counts in the months ahead. A forecast counts every case, a ratio maybe those in the community
 * only: the share counted today is carried on by team and risk level, and releases to come are counted from their month
 * on (planning §4). Staffing, the overview and scenarios take it from here.
 */
import { asReleased, releaseAhead, type CaseRecord } from '#shared/domain/case.ts';
import { monthOf, type IsoDate, type Month } from '#shared/domain/dates.ts';
import type { CountedCases, CountedTeam } from '#shared/domain/demand.ts';
import type { CasesForecast, Range } from '#shared/domain/forecast.ts';
import type { Numerator } from '#shared/domain/settings.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { risks } from '../forecast/cases/facts.ts';
import { sum } from '../sum.ts';
import { countsIn } from './numerator.ts';

/** Of some cases those that a numerator counts today, and those that it will count from their release on. */
export function countedCases(
  cases: readonly CaseRecord[],
  { numerator, asAt }: { numerator: Numerator; asAt: IsoDate },
): CountedCases {
  const later = cases.filter((record) => !countsIn(record, numerator));
  const releases = later.flatMap((record) => {
    const release = releaseAhead(record, asAt);
    return release !== null && countsIn(asReleased(record), numerator) ? [monthOf(release)] : [];
  });
  return { cases: cases.length, counted: cases.length - later.length, releases: releases.sort() };
}

const together = (all: readonly CountedCases[]): CountedCases => ({
  cases: sum(all.map(({ cases }) => cases)),
  counted: sum(all.map(({ counted }) => counted)),
  releases: all.flatMap(({ releases }) => releases),
});

/** Share counted at the end of each month; null without cases. */
function sharesOf({ cases, counted, releases }: CountedCases, months: readonly Month[]): number[] | null {
  if (cases === 0) return null;
  return months.map((month) => (counted + releases.filter((release) => release <= month).length) / cases);
}

/**
 * Share of the cases of each team and level that is counted at the end of each month. What a team has no case of is
 * taken from all teams'; what none has counts.
 *
 * @param teams by team, then level
 */
export function countedShares(
  teams: ReadonlyArray<readonly CountedCases[]>,
  months: readonly Month[],
): number[][][] {
  const all = risks.map((_, level) =>
    sharesOf(together(teams.flatMap((levels) => levels[level] ?? [])), months),
  );
  return teams.map((levels) =>
    levels.map((own, level) => sharesOf(own, months) ?? all[level] ?? months.map(() => 1)),
  );
}

/** A number of RSOs by month: the middle path, and the ends of the 80 % range. */
export type CountedAhead = Pick<Range, 'median' | 'low' | 'high'>;

/**
 * Of a forecast the RSOs that the ratio counts at the end of each month: on the middle path by team and level; ends of
 * the range in the same proportion.
 *
 * @param team absent: the force
 */
export function countedAhead(
  forecast: Pick<CasesForecast, 'months' | 'middle' | 'teams' | 'low' | 'high'>,
  counted: readonly CountedTeam[],
  team: string | undefined,
): CountedAhead {
  const { months, middle } = forecast;
  const shares = countedShares(
    counted.map(({ levels }) => levels),
    months,
  );
  const range = team === undefined ? forecast : forecast.teams.find((one) => isSameTeam(one.team, team));
  const cells = middle
    .filter((cell) => team === undefined || isSameTeam(cell.team, team))
    .map(({ team: own, risk, cases }) => {
      const at = counted.findIndex((one) => isSameTeam(one.team, own));
      return { cases, share: shares[at]?.[risks.indexOf(risk)] };
    });
  const median = months.map((_, month) =>
    sum(cells.map(({ cases, share }) => (cases[month] ?? 0) * (share?.[month] ?? 1))),
  );
  const share = median.map((count, month) => {
    const all = sum(cells.map(({ cases }) => cases[month] ?? 0));
    return all > 0 ? count / all : 0;
  });
  const ofAll = (values: readonly number[]): number[] =>
    share.map((own, month) => own * (values[month] ?? 0));
  return { median, low: ofAll(range?.low ?? []), high: ofAll(range?.high ?? []) };
}
