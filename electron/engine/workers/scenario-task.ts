/** Scenario work that takes a planner worker: with all futures, or of many variants. */
import type { Comparison, FigureKey, Sought, Sweep, Tornado } from '#shared/domain/scenario-result.ts';
import type { ScenarioChange } from '#shared/domain/scenario.ts';
import { runCase, type CaseOutcome, type CaseQuestion } from '#shared/planning/case-pack/options.ts';
import { scenarioBase, type BaseInput } from '#shared/planning/scenarios/base.ts';
import { compareScenarios, type Compared } from '#shared/planning/scenarios/compare.ts';
import { seek, sweep, type NewPosts, type SeekInput } from '#shared/planning/scenarios/sweep.ts';
import { tornado } from '#shared/planning/scenarios/tornado.ts';

export type ScenarioQuestion =
  | { ask: 'compare'; scenarios: readonly Compared[]; team: string | null }
  | { ask: 'tornado'; changes: readonly ScenarioChange[]; figure: FigureKey; team: number }
  | { ask: 'sweep'; input: NewPosts; most: number }
  | { ask: 'seek'; input: SeekInput }
  | { ask: 'case'; input: CaseQuestion };

export type ScenarioTask<Q extends ScenarioQuestion = ScenarioQuestion> = {
  kind: 'scenarios';
  base: BaseInput;
  question: Q;
};

type Answers = {
  compare: Comparison;
  tornado: Tornado;
  sweep: Sweep;
  seek: Sought;
  case: CaseOutcome;
};
export type ScenarioAnswer<T extends ScenarioTask> = Answers[T['question']['ask']];

export function answerScenarios(
  { base: input, question }: ScenarioTask,
  onStep: (step: string, share: number) => void,
): ScenarioAnswer<ScenarioTask> {
  onStep('Rolling out the work', question.ask === 'case' ? 0 : 0.9);
  const base = scenarioBase(input);
  switch (question.ask) {
    case 'compare':
      return compareScenarios(base, question.scenarios, question.team, (name, share) => {
        onStep(name, 0.9 + share / 10);
      });
    case 'tornado':
      return tornado(base, question);
    case 'sweep':
      return sweep(base, question.input, question.most, (posts) => {
        onStep(`${String(posts)} posts`, 0.9 + posts / question.most / 10);
      });
    case 'seek':
      return seek(base, question.input, (posts) => {
        onStep(`${String(posts)} posts`, 0.9 + posts / question.input.most / 10);
      });
    case 'case':
      return runCase(base, question.input, (step, share) => {
        onStep(step, share);
      });
  }
}
