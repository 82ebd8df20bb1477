/** What happened between neighbouring snapshots, counted: who joined, left, changed risk level or team. */
import { byReference } from '#shared/domain/case.ts';
import { monthOf, monthsBetween } from '#shared/domain/dates.ts';
import { teamKey } from '#shared/domain/team.ts';
import { monthsApart, risks, type CaseFacts, type SnapshotFacts, type TeamIndex } from './facts.ts';

/** Stands for a notification without an end that is known. */
export const NO_END = -1;

export type Interval = {
  /** Its length in months, and its middle in years before the newest snapshot (negative). */
  months: number;
  middle: number;
  joiners: number;
};

/** Counts over all intervals. Indices are those of teams and of {@link risks}; a pair is `from × size + to`. */
export type History = {
  snapshots: number;
  intervals: Interval[];
  joinersByTeam: number[];
  joinersByRisk: number[];
  /** Months of notification that joiners had before them when first seen. */
  lengths: number[];
  /** Case-months lived at each level and in each team. */
  livedAtRisk: number[];
  livedInTeam: number[];
  /** Left without their notification having ended, by level. */
  leavers: number[];
  riskChanges: number[];
  moves: number[];
  /** Teams of which so many cases moved at once that it was a reorganisation, and teams that began or ended. */
  reorganised: string[];
};

const zeros = (count: number): number[] => new Array<number>(count).fill(0);
/** Counts nothing for what has no index: a team that is no more. */
const add = (counts: number[], index: number, amount = 1): void => {
  if (index >= 0) counts[index] = (counts[index] ?? 0) + amount;
};
const riskIndex = (one: CaseFacts): number => risks.indexOf(one.risk);

/** Months of notification ahead of a case at a snapshot. */
export const monthsAhead = (one: CaseFacts, asAt: SnapshotFacts['asAt']): number =>
  one.notificationEnd === null
    ? NO_END
    : Math.max(0, monthsBetween(monthOf(asAt), monthOf(one.notificationEnd)));

const emptyHistory = (teams: number, snapshots: number): History => ({
  snapshots,
  intervals: [],
  joinersByTeam: zeros(teams),
  joinersByRisk: zeros(risks.length),
  lengths: [],
  livedAtRisk: zeros(risks.length),
  livedInTeam: zeros(teams),
  leavers: zeros(risks.length),
  riskChanges: zeros(risks.length ** 2),
  moves: zeros(teams ** 2),
  reorganised: [],
});

/** Beyond this share of a team, and this number of cases, moves within one interval are a reorganisation. */
const REORGANISED_SHARE = 0.1;
const REORGANISED_CASES = 10;

type Pair = { then: SnapshotFacts; now: SnapshotFacts; months: number };

function countMoves(pair: Pair, moved: ReadonlyMap<number, number>, teams: TeamIndex, into: History): void {
  const size = teams.names.length;
  const held = zeros(size);
  const gone = zeros(size);
  for (const one of pair.then.cases) add(held, teams.of(one.team));
  for (const [key, count] of moved) add(gone, Math.floor(key / size), count);
  for (const [key, count] of moved) {
    const from = Math.floor(key / size);
    const limit = Math.max(REORGANISED_CASES, REORGANISED_SHARE * (held[from] ?? 0));
    if ((gone[from] ?? 0) <= limit) add(into.moves, key, count);
    else if (!into.reorganised.includes(teams.names[from] ?? '')) {
      into.reorganised.push(teams.names[from] ?? '');
    }
  }
}

/** A case in both: half the interval lived as it was, half as it is, where it changed. */
function countStay(old: CaseFacts, record: CaseFacts, months: number, teams: TeamIndex, into: History): void {
  const [from, to] = [riskIndex(old), riskIndex(record)];
  add(into.livedAtRisk, from, months / 2);
  add(into.livedAtRisk, to, months / 2);
  if (from !== to) add(into.riskChanges, from * risks.length + to);
  add(into.livedInTeam, teams.of(old.team), months / 2);
  add(into.livedInTeam, teams.of(record.team), months / 2);
}

function countGone(old: CaseFacts, pair: Pair, teams: TeamIndex, into: History): void {
  add(into.livedAtRisk, riskIndex(old), pair.months / 2);
  add(into.livedInTeam, teams.of(old.team), pair.months / 2);
  const hasEnded = old.notificationEnd !== null && old.notificationEnd <= pair.now.asAt;
  if (!hasEnded) add(into.leavers, riskIndex(old));
}

const teamsOf = ({ cases }: SnapshotFacts): Set<string> =>
  new Set([...new Set(cases.map(({ team }) => team))].map(teamKey));

function countPair(pair: Pair, teams: TeamIndex, into: History): number {
  const { then, now, months } = pair;
  const before = byReference(then.cases);
  const after = new Set(now.cases.map(({ reference }) => reference));
  // A team in one of the two only has been left out of a file, or is new: its cases have neither joined nor left.
  const teamsThen = teamsOf(then);
  const teamsNow = teamsOf(now);
  const moved = new Map<number, number>();
  let joiners = 0;
  for (const record of now.cases) {
    const old = before.get(record.reference);
    const team = teams.of(record.team);
    if (old) {
      countStay(old, record, months, teams, into);
      const from = teams.of(old.team);
      const key = from * teams.names.length + team;
      if (from !== team && from >= 0 && team >= 0) moved.set(key, (moved.get(key) ?? 0) + 1);
    } else if (teamsThen.has(teamKey(record.team))) {
      joiners++;
      add(into.joinersByTeam, team);
      add(into.joinersByRisk, riskIndex(record));
      into.lengths.push(monthsAhead(record, now.asAt));
    }
  }
  for (const old of then.cases) {
    if (!after.has(old.reference) && teamsNow.has(teamKey(old.team))) countGone(old, pair, teams, into);
  }
  countMoves(pair, moved, teams, into);
  return joiners;
}

/** @param snapshots oldest first, all of the same force */
export function historyOf(snapshots: readonly SnapshotFacts[], teams: TeamIndex): History {
  const history = emptyHistory(teams.names.length, snapshots.length);
  const newest = snapshots.at(-1);
  for (const [index, now] of snapshots.entries()) {
    const then = snapshots[index - 1];
    if (!then || !newest) continue;
    const months = monthsApart(then.asAt, now.asAt);
    const joiners = countPair({ then, now, months }, teams, history);
    const middle = -(monthsApart(now.asAt, newest.asAt) + months / 2) / 12;
    history.intervals.push({ months, middle, joiners });
  }
  return history;
}
