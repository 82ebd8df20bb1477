/** One forecast from the snapshots given, without its past error: what both the forecast and its back-test run. */
import type { IsoDate } from '#shared/domain/dates.ts';
import { drawsFrom } from './draws.ts';
import { endIndex, risks, shareLeft, TeamIndex, type CaseFacts, type SnapshotFacts } from './facts.ts';
import { historyOf } from './history.ts';
import { estimate, type Estimate } from './rates.ts';
import { simulate, type Outcomes, type Placed } from './simulate.ts';

export type ProjectInput = {
  /** Oldest first; the last is the one forecast from. At least one. */
  snapshots: readonly SnapshotFacts[];
  months: number;
  runs: number;
  seed: number;
  /** Whether the outcomes hold counts by team and level together too. */
  keepsCells?: boolean;
  onStep?: (share: number) => void;
};

export type Projection = {
  newest: SnapshotFacts;
  teams: TeamIndex;
  known: Estimate;
  held: Placed[];
  outcomes: Outcomes;
};

const placed = (one: Omit<CaseFacts, 'reference'>, teams: TeamIndex, asAt: IsoDate): Placed => ({
  team: Math.max(0, teams.of(one.team)),
  risk: risks.indexOf(one.risk),
  end: endIndex(one.notificationEnd, asAt),
});

/** @throws RangeError without a snapshot */
export function project(input: ProjectInput): Projection {
  const newest = input.snapshots.at(-1);
  if (!newest) throw new RangeError('Expected at least one snapshot, found none.');
  // Teams of today: what became of others bears on none of them.
  const teams = new TeamIndex(newest.cases.map(({ team }) => team));
  const known = estimate(historyOf(input.snapshots, teams), newest, teams);
  const held = newest.cases.map((one) => placed(one, teams, newest.asAt));
  const outcomes = simulate(
    {
      months: input.months,
      teams: teams.names.length,
      firstShare: shareLeft(newest.asAt),
      held,
      keepsCells: input.keepsCells ?? false,
    },
    known,
    input.runs,
    drawsFrom(input.seed),
    input.onStep,
  );
  return { newest, teams, known, held, outcomes };
}
