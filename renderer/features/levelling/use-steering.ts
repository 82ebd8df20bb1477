import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Proposal } from '#shared/contract/levelling.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { Steering } from '#shared/domain/steering.ts';
import { noSteering } from './steering-model.ts';

type Held = {
  /** What has been said so far. */
  draft: Steering;
  /** What the plan shown was asked to respect. */
  applied: Steering;
  /** The proposal that the next one is compared with. */
  since: Since | null;
};

/** A plan as it is compared with the next: by its name, and what it came to. */
export type Since = {
  proposalId: string;
  plan: Pick<Plan, 'peakAfter' | 'extraHoursPerYear'> & { moves: number };
};

export const sinceOf = ({ proposalId, plan }: Proposal): Since => ({
  proposalId,
  plan: {
    peakAfter: plan.peakAfter,
    extraHoursPerYear: plan.extraHoursPerYear,
    moves: plan.moves.length,
  },
});

const untouched: Held = { draft: noSteering, applied: noSteering, since: null };

/**
 * The word on a team's plan: remembered for as long as the page is open, so that leaving and coming back loses
 * nothing. It is state of the page first, since a field must show at once what was chosen in it.
 */
export function useSteering(snapshotId: number, team: string, months: number) {
  const client = useQueryClient();
  const key = useMemo(() => ['steering', snapshotId, team, months], [snapshotId, team, months]);
  const [held, setHeld] = useState<Held>(() => client.getQueryData<Held>(key) ?? untouched);
  useEffect(() => {
    client.setQueryDefaults(['steering'], { gcTime: Infinity });
    client.setQueryData<Held>(key, held);
  }, [client, held, key]);
  const say = useCallback((next: (draft: Steering) => Steering) => {
    setHeld((old) => ({ ...old, draft: next(old.draft) }));
  }, []);
  /** Solves again around what has been said; told beside it is what changed since the proposal given. */
  const apply = useCallback((since: Since | null, next?: (draft: Steering) => Steering) => {
    setHeld((old) => {
      const draft = next ? next(old.draft) : old.draft;
      return { draft, applied: draft, since };
    });
  }, []);
  const takeBack = useCallback(() => {
    setHeld((old) => ({ ...old, draft: old.applied }));
  }, []);
  return { ...held, say, apply, takeBack };
}
