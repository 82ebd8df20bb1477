import { useState } from 'react';
import type { ScenarioDraft } from '#shared/domain/scenario.ts';
import type { ScenarioResult } from '#shared/domain/scenario-result.ts';
import type { ApiError } from '../../api/api-error.ts';
import { useQuery } from '../../api/hooks.ts';
import { useJobAnswer } from '../../api/job-answer.ts';
import { useLookedAt } from '../../view/looked-at.ts';

/** The middle path of a draft. The last answer stays in sight while the next comes, or where none can be given. */
export function useMiddlePath(
  draft: ScenarioDraft | null,
  isReady: boolean,
): { result: ScenarioResult | null; error: ApiError | null } {
  const { snapshotChoice } = useLookedAt();
  const scenario = { draft: draft ?? { name: 'None', description: '', changes: [] } };
  const query = useQuery(
    'scenarios.run',
    { ...snapshotChoice, scenario: { draft: unnamed(scenario.draft) } },
    { enabled: isReady && draft !== null },
  );
  const [last, setLast] = useState<ScenarioResult | null>(null);
  // Without a draft the question asked is not this scenario's: an answer to it held from before is not shown.
  const answer = draft === null ? undefined : query.data;
  if (answer && answer !== last) setLast(answer);
  return { result: answer ?? last, error: draft === null ? null : query.error };
}

/** The name and the description have no bearing on figures: typing there asks nothing. */
const unnamed = ({ changes }: ScenarioDraft): ScenarioDraft => ({
  name: 'This scenario',
  description: '',
  changes,
});

/** Ranges and chances of a draft, once it is left alone; null until they are there. */
export function useRanges(draft: ScenarioDraft | null, isReady: boolean): ScenarioResult | null {
  const { snapshotChoice } = useLookedAt();
  const { data } = useJobAnswer(
    'scenarios.simulate',
    {
      ...snapshotChoice,
      scenario: { draft: unnamed(draft ?? { name: 'None', description: '', changes: [] }) },
    },
    { enabled: isReady && draft !== null && draft.changes.length > 0 },
  );
  return draft === null ? null : (data ?? null);
}
