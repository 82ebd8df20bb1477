/**
 * An invented force: monthly snapshots of a caseload whose recurring work is really lived through, staff lists
 * and abstractions. Nothing in it is taken from anybody; references begin with D so that none is taken for real.
 */
import type { Abstraction } from '#shared/domain/abstraction.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import {
  addDays,
  addMonths,
  isoDate,
  lastDayOf,
  monthOf,
  monthRange,
  type IsoDate,
} from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { inventAbstractions } from './absence.ts';
import { inventCase, recordOn, type DemoCase } from './cases.ts';
import { randomFrom, type Random } from './random.ts';
import { demoTeams, type DemoTeam } from './teams.ts';

export type DemoForce = {
  /** Oldest first. */
  snapshots: Array<{ asAt: IsoDate; cases: CaseRecord[] }>;
  /** Oldest first; one every quarter and one with the last snapshot. */
  rosters: Array<{ asAt: IsoDate; officers: Officer[] }>;
  abstractions: Abstraction[];
};

export type DemoOptions = {
  seed: number;
  /** Month-end of the last snapshot. */
  asAt?: IsoDate;
  /** Month-ends, counted back from the last. */
  snapshots?: number;
};

export const DEMO_SEED = 8;
const DEFAULT_AS_AT = isoDate('2026-10-31');
const FIRST_CASES = 1190;
const JOINERS_A_MONTH = 12;

/**
 * The invented force of a seed; the same options give the same data, to the byte.
 *
 * @throws RangeError when `asAt` is not the last day of a month or `snapshots` is below 1
 */
export function inventForce({ seed, asAt = DEFAULT_AS_AT, snapshots = 36 }: DemoOptions): DemoForce {
  if (lastDayOf(monthOf(asAt)) !== asAt)
    throw new RangeError(`Expected the last day of a month, found ${asAt}.`);
  if (snapshots < 1) throw new RangeError(`Expected at least one snapshot, found ${String(snapshots)}.`);
  const random = randomFrom(seed);
  const teams = demoTeams(asAt);
  const lastMonth = monthOf(asAt);
  const days = monthRange(addMonths(lastMonth, 1 - snapshots), snapshots).map(lastDayOf);
  const cases = inventCases(teams, days, asAt, random);
  return {
    snapshots: days.map((day) => ({
      asAt: day,
      cases: cases.map((own) => recordOn(own, day)).filter((record) => record !== null),
    })),
    rosters: days
      .filter((_, index) => (days.length - 1 - index) % 3 === 0)
      .map((day) => ({ asAt: day, officers: rosterOn(teams, day) })),
    abstractions: inventAbstractions(teams, asAt, random),
  };
}

function inventCases(
  teams: readonly DemoTeam[],
  days: readonly IsoDate[],
  asAt: IsoDate,
  random: Random,
): DemoCase[] {
  const [firstDay] = days;
  if (firstDay === undefined) return [];
  const start = addDays(firstDay, -40);
  const cases: DemoCase[] = [];
  const add = (team: DemoTeam, joined: IsoDate, share: number | null): void => {
    const phase = share === null ? null : { share, start };
    cases.push(inventCase({ number: cases.length + 1, team, asAt, joined, phase }, random));
  };
  for (const team of teams) {
    const count = Math.round(FIRST_CASES * team.share);
    // The golden section spreads any number of cases evenly, and every risk level among them.
    for (let index = 0; index < count; index++) add(team, start, (index * 0.618034) % 1);
  }
  // A new case goes to the team furthest below its share, so that no team drifts away from its posts.
  const neediest = (day: IsoDate): DemoTeam | undefined => {
    const here = cases.filter((own) => own.left === null || own.left >= day);
    const missing = (team: DemoTeam): number =>
      team.share - here.filter((own) => own.team === team).length / here.length;
    return [...teams].sort((a, b) => missing(b) - missing(a))[0];
  };
  for (const day of days.slice(1)) {
    const joiners = JOINERS_A_MONTH + random.int(-4, 4);
    for (let index = 0; index < joiners; index++) {
      const team = neediest(day);
      if (team) add(team, addDays(day, -random.int(0, 27)), null);
    }
  }
  return cases;
}

/** The staff list as it stood: those in post and those known to join or leave within two months. */
function rosterOn(teams: readonly DemoTeam[], day: IsoDate): Officer[] {
  const soon = addDays(day, 61);
  return teams
    .flatMap((team) => [...team.posts.flatMap((post) => post.holders), team.supervisor])
    .filter(
      (officer) =>
        (officer.start === null || officer.start <= soon) &&
        (officer.leaving === null || officer.leaving >= day),
    )
    .map((officer) => ({
      ...officer,
      leaving: officer.leaving !== null && officer.leaving <= soon ? officer.leaving : null,
    }));
}
