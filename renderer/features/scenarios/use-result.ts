import { useState } from 'react';
import type { ScenarioDraft } from '#shared/domain/scenario.ts';
import type { ScenarioResult } from '#shared/domain/scenario-result.ts';
import type { ApiError } from '../../api/api-error.ts';
import { useQuery } from '../../api/hooks.ts';
import { useJobAnswer } from '../../api/job-answer.ts';
import { useLookedAt } from '../../view/looked-at.ts';

/** An answer, and the draft that it is the answer to: while the next one comes they are of before. */
export type Answered = { result: ScenarioResult; draft: ScenarioDraft };

/** The middle path of a draft. The last answer stays in sight while the next comes, or where none can be given. */
export function useMiddlePath(
  draft: ScenarioDraft | null,
  isReady: boolean,
): { answered: Answered | null; error: ApiError | null } {
  const { snapshotChoice } = useLookedAt();
  const query = useQuery(
    'scenarios.run',
    { ...snapshotChoice, scenario: { draft: unnamed(draft) } },
    { enabled: isReady && draft !== null },
  );
  const [last, setLast] = useState<Answered | null>(null);
  // Without a draft the question asked is not this scenario's: an answer to it held from before is not shown.
  const result = draft === null ? undefined : query.data;
  if (draft !== null && result && result !== last?.result) setLast({ result, draft });
  return { answered: last, error: draft === null ? null : query.error };
}

/** The name and the description have no bearing on figures: typing there asks nothing. */
const unnamed = (draft: ScenarioDraft | null): ScenarioDraft => ({
  name: 'This scenario',
  description: '',
  changes: draft?.changes ?? [],
});

/** Ranges and chances of a draft, once it is left alone; null until they are there. */
export function useRanges(draft: ScenarioDraft | null, isReady: boolean): ScenarioResult | null {
  const { snapshotChoice } = useLookedAt();
  const { data } = useJobAnswer(
    'scenarios.simulate',
    {
      ...snapshotChoice,
      scenario: { draft: unnamed(draft) },
    },
    { enabled: isReady && draft !== null && draft.changes.length > 0 },
  );
  return draft === null ? null : (data ?? null);
}
