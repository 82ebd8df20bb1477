import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Scenario, ScenarioDraft } from '#shared/domain/scenario.ts';
import { useCommandOnce } from '../../api/use-command-once.ts';
import { useLookedAt } from '../../view/looked-at.ts';

/** Keeps a scenario; a new one then has a page of its own. */
export function useSaved(saved: Scenario | null) {
  const { mutate, isPending, error } = useCommandOnce('scenarios.save');
  const [madeId, setMadeId] = useState<number | null>(null);
  const { toPlace } = useLookedAt();
  const navigate = useNavigate();
  useEffect(() => {
    // Only once it is no longer unsaved: else leaving would be asked about.
    if (madeId !== null) void navigate(toPlace(`/scenarios/${String(madeId)}`), { replace: true });
  }, [madeId, navigate, toPlace]);
  const save = ({ name, description, changes }: ScenarioDraft) => {
    const draft = { name, description, changes };
    mutate(saved === null ? draft : { ...draft, scenarioId: saved.id }, {
      onSuccess: ({ id }) => {
        if (saved === null) setMadeId(id);
      },
    });
  };
  return { save, isSaving: isPending || madeId !== null, isLeaving: madeId !== null, error };
}
