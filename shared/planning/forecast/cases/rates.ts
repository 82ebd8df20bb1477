/** Rates estimated from the history, with how unsure they are: what the data tell, added to what is usual. */
import { monthOf, monthsBetween } from '#shared/domain/dates.ts';
import { sum } from '../../sum.ts';
import { addedUp, type Draws } from './draws.ts';
import { risks, type CaseFacts, type SnapshotFacts, type TeamIndex } from './facts.ts';
import { monthsAhead, type History } from './history.ts';
import { drawRate, joinerModel, type JoinerModel, type JoinerRate } from './joiners.ts';

/**
 * What is assumed where the snapshots tell nothing: shares of the caseload a year. Examples, not a finding: growth
 * is about what the published national counts show of late, the others are round figures.
 */
export const usual = { growth: 0.03, leaving: 0.03, riskChange: 0.06, assessed: 6 } as const;

/** Events that each assumption weighs as much as. */
const PRIOR_LEAVERS = 2;
const PRIOR_CHANGES = 1;
/** Cases that the shares of the caseload held weigh as much as among the joiners. */
const PRIOR_TEAM_CASES = 30;
const PRIOR_RISK_CASES = 10;
/** Fewer lengths of joiners are filled up with those of cases that began lately. */
const ENOUGH_LENGTHS = 30;
const LATELY_MONTHS = 24;

export type Estimate = {
  history: History;
  joiners: JoinerModel;
  /** Cases of each team and level in the newest snapshot. */
  teamCases: number[];
  riskCases: number[];
  /** Months of notification to draw from; {@link NO_END} for none. */
  lengths: Int16Array;
  /** Whether lengths of cases held had to fill up those of joiners. */
  hasFewLengths: boolean;
};

/** Rates of one run. Hazards are a month's. */
export type Rates = {
  joiners: JoinerRate;
  /** Running totals of the joiners' shares. */
  teams: Float64Array;
  levels: Float64Array;
  lengths: Int16Array;
  leaving: number[];
  riskChanges: number[];
  moves: number[];
};

function countBy(cases: readonly CaseFacts[], size: number, of: (one: CaseFacts) => number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const one of cases) counts[of(one)] = (counts[of(one)] ?? 0) + 1;
  return counts;
}

/** Months of notification of the cases that began lately; of all held where none did. */
function recentLengths({ cases, asAt }: SnapshotFacts): number[] {
  const ahead = cases.map((one) => ({
    length: monthsAhead(one, asAt),
    age:
      one.notificationStart === null
        ? Infinity
        : monthsBetween(monthOf(one.notificationStart), monthOf(asAt)),
  }));
  const lately = ahead.filter(({ age }) => age <= LATELY_MONTHS);
  return (lately.length > 0 ? lately : ahead).map(({ length, age }) =>
    length < 0 || !Number.isFinite(age) ? length : length + Math.max(0, age),
  );
}

/** What the snapshots say of joining, leaving, moving and change of risk, steadied by what is usual where they say little. */
export function estimate(history: History, newest: SnapshotFacts, teams: TeamIndex): Estimate {
  const hasFewLengths = history.lengths.length < ENOUGH_LENGTHS;
  const lengths = hasFewLengths ? [...history.lengths, ...recentLengths(newest)] : history.lengths;
  const cases = newest.cases.length;
  const ending = newest.cases
    .map((one) => monthsAhead(one, newest.asAt))
    .filter((ahead) => ahead >= 0 && ahead <= 60);
  const prior = ending.length / 60 + (cases * (usual.growth + usual.leaving)) / 12;
  return {
    history,
    joiners: joinerModel(history.intervals, Math.max(prior, 0.1)),
    teamCases: countBy(newest.cases, teams.names.length, (one) => teams.of(one.team)),
    riskCases: countBy(newest.cases, risks.length, (one) => risks.indexOf(one.risk)),
    lengths: Int16Array.from(lengths.length > 0 ? lengths : [-1]),
    hasFewLengths,
  };
}

/** Shares of the joiners: counted, with those of the caseload as a few cases more. */
function drawShares(
  counts: readonly number[],
  held: readonly number[],
  weight: number,
  draws: Draws,
): Float64Array {
  const all = Math.max(1, sum(held));
  return addedUp(counts.map((count, index) => draws.gamma(count + (weight * (held[index] ?? 0)) / all, 1)));
}

/** Levels differ, yet each is drawn towards the rate of all: few events of one level say little. */
function drawLeaving({ leavers, livedAtRisk }: History, draws: Draws): number[] {
  const all = draws.gamma(
    PRIOR_LEAVERS + sum(leavers),
    PRIOR_LEAVERS / (usual.leaving / 12) + sum(livedAtRisk),
  );
  return risks.map((_, risk) =>
    draws.gamma(PRIOR_LEAVERS + (leavers[risk] ?? 0), PRIOR_LEAVERS / all + (livedAtRisk[risk] ?? 0)),
  );
}

const UNASSESSED = risks.indexOf('unassessed');

/** Hazard assumed beforehand: to the levels beside it; the unassessed are assessed like those held. */
function usualChange(from: number, to: number, riskCases: readonly number[]): number {
  if (to === UNASSESSED) return 0;
  if (from !== UNASSESSED) return Math.abs(from - to) === 1 ? usual.riskChange / 12 / 2 : 0;
  const assessed = sum(riskCases) - (riskCases[UNASSESSED] ?? 0);
  const share = assessed > 0 ? (riskCases[to] ?? 0) / assessed : 1 / UNASSESSED;
  return (usual.assessed / 12) * share;
}

function drawChanges({ history, riskCases }: Estimate, draws: Draws): number[] {
  return history.riskChanges.map((count, key) => {
    const from = Math.floor(key / risks.length);
    const to = key % risks.length;
    if (from === to) return 0;
    const assumed = usualChange(from, to, riskCases);
    const lived = history.livedAtRisk[from] ?? 0;
    if (assumed === 0) return count === 0 ? 0 : draws.gamma(count, lived);
    return draws.gamma(PRIOR_CHANGES + count, PRIOR_CHANGES / assumed + lived);
  });
}

const drawMoves = ({ moves, livedInTeam }: History, draws: Draws): number[] => {
  const size = livedInTeam.length;
  return moves.map((count, key) => draws.gamma(count, Math.max(1, livedInTeam[Math.floor(key / size)] ?? 0)));
};

/** One draw of everything that is not known for sure. */
export function drawRates(known: Estimate, draws: Draws): Rates {
  const { history, lengths } = known;
  return {
    joiners: drawRate(known.joiners, draws),
    teams: drawShares(history.joinersByTeam, known.teamCases, PRIOR_TEAM_CASES, draws),
    levels: drawShares(history.joinersByRisk, known.riskCases, PRIOR_RISK_CASES, draws),
    // A sample of the sample: how unsure the mix of lengths is.
    lengths: lengths.map(() => lengths[Math.floor(draws.uniform() * lengths.length)] ?? -1),
    leaving: drawLeaving(history, draws),
    riskChanges: drawChanges(known, draws),
    moves: drawMoves(history, draws),
  };
}
