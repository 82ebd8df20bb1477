import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
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

/** The word on a team's plan: kept for as long as the page is open, so that leaving and coming back loses nothing. */
export function useSteering(snapshotId: number, team: string, months: number) {
  const client = useQueryClient();
  const queryKey = ['steering', snapshotId, team, months] as const;
  const held = useQuery<Held>({
    queryKey,
    queryFn: () => untouched,
    initialData: untouched,
    staleTime: Infinity,
    gcTime: Infinity,
  }).data;
  const put = useCallback(
    (next: (held: Held) => Held) => {
      client.setQueryData<Held>(['steering', snapshotId, team, months], (old) => next(old ?? untouched));
    },
    [client, snapshotId, team, months],
  );
  const say = useCallback(
    (next: (draft: Steering) => Steering) => {
      put((old) => ({ ...old, draft: next(old.draft) }));
    },
    [put],
  );
  /** Solves again around what has been said; told beside it is what changed since the proposal given. */
  const apply = useCallback(
    (since: Since | null, next?: (draft: Steering) => Steering) => {
      put((old) => {
        const draft = next ? next(old.draft) : old.draft;
        return { draft, applied: draft, since };
      });
    },
    [put],
  );
  const takeBack = useCallback(() => {
    put((old) => ({ ...old, draft: old.applied }));
  }, [put]);
  return { ...held, say, apply, takeBack };
}
