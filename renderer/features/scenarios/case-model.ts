/** What a business case is made of, as the page asks for it. */
import type { Input } from '#shared/contract/registry.ts';
import type { PackYears } from '#shared/domain/case-pack.ts';
import type { Scenario, ScenarioDraft } from '#shared/domain/scenario.ts';

const MOST_SCENARIOS = 6;

/** The baseline and levelling alone are options of every case: a scenario that is no more than that adds nothing. */
const isOption = ({ changes }: Pick<ScenarioDraft, 'changes'>): boolean =>
  changes.every((change) => change.kind === 'levelling' && change.team === null);

/** Scenarios that a case can hold beside its own options. */
export const caseScenarios = (chosen: readonly Scenario[]): Scenario[] =>
  chosen.filter((one) => !isOption(one));

export type CaseChoice = { preferred: number | null; years: PackYears; goal: 'ratio' | 'capacity' };

/** The preferred scenario comes first, the others as they are chosen. */
export function caseInput(
  chosen: readonly Scenario[],
  { preferred, years, goal }: CaseChoice,
): Input<'packs.businessCase'> {
  const own = caseScenarios(chosen);
  const first = own.find(({ id }) => id === preferred) ?? own[0];
  const ordered = first ? [first, ...own.filter(({ id }) => id !== first.id)] : [];
  return {
    scenarios: ordered.slice(0, MOST_SCENARIOS).map(({ id }) => ({ scenarioId: id })),
    years,
    goal,
  };
}
