import { useMemo } from 'react';
import { useLookedAt } from '../../view/looked-at.ts';

type Scope = { snapshotId?: number; team?: string; officer?: string; supervisor?: string };

/** Whose backlog the address asks for; the input of every query of this page. */
export function useScope(): Scope {
  const { snapshotChoice, team, search } = useLookedAt();
  const officer = search.get('officer');
  const supervisor = search.get('supervisor');
  return useMemo(
    () => ({
      ...snapshotChoice,
      ...(team === undefined ? {} : { team }),
      ...(officer ? { officer } : {}),
      ...(supervisor ? { supervisor } : {}),
    }),
    [snapshotChoice, team, officer, supervisor],
  );
}
