import { loadSolver } from '#electron/engine/workers/highs.ts';
import { isoDate, monthZero } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { frontier } from '#shared/planning/levelling/frontier.ts';
import { level } from '#shared/planning/levelling/level.ts';
import { chainsOf, replay } from '#shared/planning/rollout.ts';
import { AS_AT, benchForce } from './force.ts';
import { measure, type Figure } from './measure.ts';
import { problemsOf } from './teams.ts';

/** Roll-out of the whole force over five years; levelling of one team and of all, and their curves, over two. */
export async function benchPlanning(): Promise<Figure[]> {
  const { cases, officers } = benchForce();
  const asAt = isoDate(AS_AT);
  const standards = exampleStandards();
  const month0 = monthZero(asAt);
  const solver = await loadSolver();
  const chains = chainsOf(cases, { standards, unassessedAs: 'medium', asAt });

  const problems = problemsOf({ cases, officers });
  const largest = problems.reduce((a, b) => (b.problem.chains.length > a.problem.chains.length ? b : a));
  const run = ({ team, problem }: (typeof problems)[number]) => level({ team, month0, problem, solver });

  return [
    await measure('chains of 2,200 cases built', null, () =>
      chainsOf(cases, { standards, unassessedAs: 'medium', asAt }),
    ),
    await measure('2,200 cases × 60 months rolled out', 20, () => replay(chains, 60)),
    await measure('largest team levelled over 24 months', 1000, () => run(largest)),
    await measure('all six teams levelled', 4000, () => problems.map(run), 5),
    await measure(
      'curves of all six teams',
      10_000,
      () => problems.map(({ team, problem }) => frontier({ team, problem, solver })),
      3,
    ),
  ];
}
