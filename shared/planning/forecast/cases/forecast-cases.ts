/** Forecast by case: from the snapshots held, month by month, by team and risk level, with its past error. */
import type { CasesForecast, Range, RiskForecast, TeamForecast } from '#shared/domain/forecast.ts';
import { monthRange, monthZero } from '#shared/domain/dates.ts';
import { backTest } from './back-test.ts';
import { endIndex, risks, type SnapshotFacts } from './facts.ts';
import { middleOf } from './middle.ts';
import { notesOf } from './notes.ts';
import { project, type Projection } from './project.ts';
import { rangeOf } from './ranges.ts';

export type CasesInput = {
  /** Oldest first; the last is the one forecast from. At least one. */
  snapshots: readonly SnapshotFacts[];
  months: number;
  runs: number;
  seed: number;
  /** Told the share done; may throw to end the work. */
  onStep?: (step: string, share: number) => void;
};

/** Share of the time that the forecast itself takes; the rest is its back-test. */
const MAIN_SHARE = 0.6;

const teamsOf = ({ teams, held, outcomes }: Projection, months: number): TeamForecast[] =>
  teams.names.map((team, index) => ({
    team,
    now: held.filter((one) => one.team === index).length,
    ...rangeOf(outcomes.teams[index] ?? new Int32Array(0), months),
  }));

const risksOf = ({ held, outcomes }: Projection, months: number): RiskForecast[] =>
  risks.map((risk, index) => ({
    risk,
    now: held.filter((one) => one.risk === index).length,
    ...rangeOf(outcomes.risks[index] ?? new Int32Array(0), months),
  }));

const joinersOf = ({ teams, outcomes }: Projection, months: number): CasesForecast['joiners'] =>
  teams.names.flatMap((team, teamIndex) =>
    risks.map((risk, riskIndex) => {
      const cell = teamIndex * risks.length + riskIndex;
      return { team, risk, expected: [...outcomes.joiners.subarray(cell * months, (cell + 1) * months)] };
    }),
  );

function middleByCell({ teams, outcomes }: Projection, runs: number, force: Range): CasesForecast['middle'] {
  const middle = middleOf(outcomes.cells ?? new Int32Array(0), runs, force);
  const size = teams.names.length * risks.length;
  return teams.names.flatMap((team, teamIndex) =>
    risks.map((risk, riskIndex) => ({
      team,
      risk,
      cases: force.median.map((_, month) => middle[month * size + teamIndex * risks.length + riskIndex] ?? 0),
    })),
  );
}

function knownEnds({ newest }: Projection, months: number): number[] {
  const ends = new Array<number>(months).fill(0);
  for (const { notificationEnd } of newest.cases) {
    const index = endIndex(notificationEnd, newest.asAt);
    if (index !== null && index < months) ends[index] = (ends[index] ?? 0) + 1;
  }
  return ends;
}

/**
 * Number of cases at the end of each month ahead: simulated `runs` times from the seed, with notification ends as
 * held, and everything else at rates drawn anew in each run from what the snapshots make likely.
 *
 * @throws RangeError without a snapshot
 */
export function forecastCases(input: CasesInput): CasesForecast {
  const { snapshots, months, runs, seed, onStep = () => undefined } = input;
  const projection = project({
    snapshots,
    months,
    runs,
    seed,
    keepsCells: true,
    onStep: (share) => onStep('Simulating', share * MAIN_SHARE),
  });
  const pastError = backTest(snapshots, seed, (share) =>
    onStep('Testing on months that are known', MAIN_SHARE + share * (1 - MAIN_SHARE)),
  );
  const { newest, outcomes } = projection;
  const force = rangeOf(outcomes.force, months);
  return {
    asAt: newest.asAt,
    now: newest.cases.length,
    months: monthRange(monthZero(newest.asAt), months),
    ...force,
    method: 'Simulated case by case',
    runs,
    seed,
    snapshots: snapshots.length,
    teams: teamsOf(projection, months),
    risks: risksOf(projection, months),
    middle: middleByCell(projection, runs, force),
    joiners: joinersOf(projection, months),
    knownEnds: knownEnds(projection, months),
    pastError,
    notes: notesOf(projection, snapshots, pastError),
  };
}
