/** Scenarios beside one baseline: which assumptions differ, and what comes of it. */
import type { ScenarioChange, ScenarioDraft } from '#shared/domain/scenario.ts';
import {
  figureKeys,
  type Comparison,
  type Figure,
  type ScenarioResult,
} from '#shared/domain/scenario-result.ts';
import type { Standards } from '#shared/domain/standards.ts';
import type { ScenarioBase } from './base.ts';
import { partOf } from '#shared/domain/team.ts';
import { figureNames, figureOf } from './figures.ts';
import { simulatedResult } from './result.ts';
import { inWords } from './words.ts';

/** What a scenario says of each thing that it changes. Of two changes of one thing the later stands; posts are all told. */
function assumptionsOf(changes: readonly ScenarioChange[], standards: Standards): Map<string, string> {
  const told = new Map<string, string>();
  for (const change of changes) {
    const { name, value } = inWords(change, standards);
    const addsUp = change.kind === 'posts' || change.kind === 'risk-mix';
    const before = told.get(name);
    told.set(name, addsUp && before !== undefined ? `${before}; ${value}` : value);
  }
  return told;
}

const AS_HELD = 'as held';

/** Rows of assumptions in which a scenario differs from the first. */
function differingAssumptions(
  scenarios: ReadonlyArray<Pick<ScenarioDraft, 'changes'>>,
  standards: Standards,
): Comparison['assumptions'] {
  const all = scenarios.map(({ changes }) => assumptionsOf(changes, standards));
  const names = [...new Set(all.flatMap((told) => [...told.keys()]))];
  return names.flatMap((name) => {
    const values = all.map((told) => told.get(name) ?? AS_HELD);
    const differs = values.map((value) => value !== values[0]);
    return differs.includes(true) ? [{ name, values, differs }] : [];
  });
}

function figuresOf(results: readonly ScenarioResult[], team: string | null): Figure[] {
  return figureKeys.map((key) => ({
    key,
    ...figureNames[key],
    values: results.map((result) => {
      const of = partOf(result, team);
      return of === undefined ? null : figureOf(key, { team: of, cost: result.cost, limit: result.limit });
    }),
  }));
}

export type Compared = ScenarioDraft & { scenarioId: number | null };

/**
 * @param scenarios the baseline first
 * @param onStep told which scenario is being worked out; may throw to end the work
 */
export function compareScenarios(
  base: ScenarioBase,
  scenarios: readonly Compared[],
  team: string | null,
  onStep: (name: string, share: number) => void = () => undefined,
): Comparison {
  const results = scenarios.map((scenario, index) => {
    onStep(scenario.name, index / scenarios.length);
    return simulatedResult(base, scenario);
  });
  return {
    scenarios: scenarios.map(({ name, scenarioId }) => ({ name, scenarioId })),
    assumptions: differingAssumptions(scenarios, base.standards),
    team,
    figures: figuresOf(results, team),
    results,
  };
}
