/** The options of a case, run beside each other: nothing, levelling alone, the fewest posts, and what a person chose. */
import type { OptionKind } from '#shared/domain/case-pack.ts';
import { BASELINE_NAME, type ScenarioChange } from '#shared/domain/scenario.ts';
import type { Comparison, Sought } from '#shared/domain/scenario-result.ts';
import type { ScenarioBase } from '../scenarios/base.ts';
import { compareScenarios, type Compared } from '../scenarios/compare.ts';
import { newPosts, seek, type SeekInput } from '../scenarios/sweep.ts';
import { inWords } from '../scenarios/words.ts';

export type CaseQuestion = {
  /** What the fewest posts must keep. Without changes of its own: levelling is added where the goal is capacity. */
  seek: SeekInput;
  /** The first is the preferred option, the others stand beside it. */
  scenarios: readonly Compared[];
};

type CaseOption = {
  key: string;
  kind: OptionKind;
  name: string;
  description: string;
  changes: readonly ScenarioChange[];
  /** The changes in words. */
  words: string[];
};

export type CaseOutcome = { options: CaseOption[]; sought: Sought; comparison: Comparison };

const levelling: ScenarioChange = { kind: 'levelling', team: null };

/** Fewest posts and latest start, found where they are: posts are not asked for before levelling has done its part. */
function minimumOf(base: ScenarioBase, input: SeekInput, sought: Sought): readonly ScenarioChange[] | null {
  if (sought.posts === null) return null;
  if (sought.posts === 0) return [levelling];
  return [levelling, newPosts(base, input, sought.posts, sought.latestStart ?? input.from)];
}

type Plain = Omit<CaseOption, 'words'>;

function optionsOf(base: ScenarioBase, { seek: input, scenarios }: CaseQuestion, sought: Sought): Plain[] {
  const minimum = minimumOf(base, input, sought);
  return [
    {
      key: 'nothing',
      kind: 'nothing',
      name: BASELINE_NAME,
      description: 'Nothing is done: all as it is held.',
      changes: [],
    },
    {
      key: 'level',
      kind: 'level',
      name: 'Level only',
      description: 'Work is brought forward within the rules; nobody is recruited.',
      changes: [levelling],
    },
    ...(minimum === null
      ? []
      : [
          {
            key: 'minimum',
            kind: 'minimum' as const,
            name: 'Minimum',
            description: 'The fewest posts, recruited as late as may be, and levelling.',
            changes: minimum,
          },
        ]),
    ...scenarios.map(({ name, description, changes }, index): Plain => {
      const kind = index === 0 ? 'preferred' : 'other';
      return {
        key: index === 0 ? kind : `${kind}-${String(index)}`,
        kind,
        name: index === 0 ? `Preferred: ${name}` : name,
        description,
        changes,
      };
    }),
  ];
}

/**
 * Seeks the minimum and runs every option on the same futures. The ratio does not know of levelling, so it is sought
 * without: the answer is the same, and sooner there.
 *
 * @param onStep told which option is being worked out; may throw to end the work
 */
export function runCase(
  base: ScenarioBase,
  question: CaseQuestion,
  onStep: (step: string, share: number) => void = () => undefined,
): CaseOutcome {
  const input: SeekInput = {
    ...question.seek,
    changes: question.seek.goal === 'capacity' ? [levelling] : [],
  };
  const sought = seek(base, input, (posts) => {
    onStep(`Minimum: ${String(posts)} posts`, (posts / input.most) * 0.5);
  });
  const plain = optionsOf(base, question, sought);
  const comparison = compareScenarios(
    base,
    plain.map((option) => ({ ...option, changes: [...option.changes], scenarioId: null })),
    null,
    (name, share) => {
      onStep(name, 0.5 + share / 2);
    },
  );
  const options = plain.map((option) => ({
    ...option,
    words: option.changes.map((change) => {
      const { name, value } = inWords(change, base.standards);
      return `${name}: ${value}`;
    }),
  }));
  return { options, sought, comparison };
}
