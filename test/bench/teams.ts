/** Levelling problems of invented teams, for benchmarks. */
import { inventForce } from '#electron/engine/demo/force.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import { isoDate, monthRange, monthZero } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import type { Problem } from '#shared/domain/problem.ts';
import { exampleStandards, type Standards } from '#shared/domain/standards.ts';
import { teamCapacity } from '#shared/planning/capacity.ts';
import { teamProblem } from '#shared/planning/levelling/problem.ts';
import { chainsOf } from '#shared/planning/rollout.ts';
import { AS_AT } from './force.ts';

export type TeamProblem = { team: string; problem: Problem };

/** The problem of each team of a force over 24 months, nothing steered. */
export function problemsOf(
  force: { cases: CaseRecord[]; officers: Officer[] },
  standards: Standards = exampleStandards(),
): TeamProblem[] {
  const asAt = isoDate(AS_AT);
  const months = monthRange(monthZero(asAt), 24);
  return [...new Set(force.cases.map((record) => record.team))].map((team) => {
    const capacity = teamCapacity({
      officers: force.officers.filter((one) => one.team === team),
      abstractions: [],
      assumptions: standards.assumptions,
      months,
      role: 'offender-manager',
      absencesHeldTo: asAt,
    });
    const cases = force.cases.filter((record) => record.team === team);
    const chains = chainsOf(cases, { standards, unassessedAs: 'medium', asAt });
    return { team, problem: teamProblem({ chains, capacity, standards, firstMonth: 0, target: null }) };
  });
}

/** Problems of that many invented teams, always the same. */
export function inventedTeams(count: number): TeamProblem[] {
  const teams: TeamProblem[] = [];
  for (let seed = 101; teams.length < count; seed++) {
    const { snapshots, rosters } = inventForce({ seed, snapshots: 1 });
    const found = problemsOf({
      cases: snapshots.at(-1)?.cases ?? [],
      officers: rosters.at(-1)?.officers ?? [],
    });
    teams.push(...found.map(({ team, problem }) => ({ team: `${team} ${String(seed)}`, problem })));
  }
  return teams.slice(0, count);
}
