import { loadSolver } from '#electron/engine/workers/highs.ts';
import { isoDate, monthRange, monthZero } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { teamCapacity } from '#shared/planning/capacity.ts';
import { level } from '#shared/planning/levelling/level.ts';
import { teamProblem } from '#shared/planning/levelling/problem.ts';
import { chainsOf, replay } from '#shared/planning/rollout.ts';
import { AS_AT, benchForce } from './force.ts';
import { measure, type Figure } from './measure.ts';

/** Roll-out of the whole force over five years, and levelling of one team and of all over two. */
export async function benchPlanning(): Promise<Figure[]> {
  const { cases, officers } = benchForce();
  const asAt = isoDate(AS_AT);
  const standards = exampleStandards();
  const month0 = monthZero(asAt);
  const months = monthRange(month0, 24);
  const solver = await loadSolver();
  const chains = chainsOf(cases, { standards, unassessedAs: 'medium', asAt });

  const problems = [...new Set(cases.map((record) => record.team))].map((team) => {
    const own = { officers: officers.filter((one) => one.team === team), abstractions: [] };
    const capacity = teamCapacity({
      ...own,
      assumptions: standards.assumptions,
      months,
      role: 'offender-manager',
      asAt,
    });
    const of = cases.filter((record) => record.team === team);
    const context = { standards, unassessedAs: 'medium' as const, asAt };
    return {
      team,
      problem: teamProblem({
        chains: chainsOf(of, context),
        capacity,
        standards,
        firstMonth: 0,
        target: null,
      }),
    };
  });
  const largest = problems.reduce((a, b) => (b.problem.chains.length > a.problem.chains.length ? b : a));
  const run = ({ team, problem }: (typeof problems)[number]) => level({ team, month0, problem, solver });

  return [
    await measure('chains of 2,200 cases built', null, () =>
      chainsOf(cases, { standards, unassessedAs: 'medium', asAt }),
    ),
    await measure('2,200 cases × 60 months rolled out', 20, () => replay(chains, 60)),
    await measure('largest team levelled over 24 months', 1000, () => run(largest)),
    await measure('all six teams levelled', 4000, () => problems.map(run), 5),
  ];
}
