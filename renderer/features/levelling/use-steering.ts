import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Proposal, SteeringSaid } from '#shared/contract/levelling.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { Steering } from '#shared/domain/steering.ts';
import { useCommand } from '../../api/hooks.ts';

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

export type SteeredPlan = { snapshotId: number; team: string; months: number };

/**
 * The word on a team's plan: remembered by the page, so that leaving and coming back loses nothing, and by the
 * backend, so that loading the page anew does not either. It is state of the page first, since a field must show at
 * once what was chosen in it.
 *
 * @param said what the backend remembers
 */
export function useSteering({ snapshotId, team, months }: SteeredPlan, said: SteeringSaid) {
  const client = useQueryClient();
  const key = useMemo(() => ['steering', snapshotId, team, months], [snapshotId, team, months]);
  const [held, setHeld] = useState<Held>(
    () => client.getQueryData<Held>(key) ?? { draft: said.draft, applied: said.applied, since: null },
  );
  const { mutate: keep } = useCommand('steering.keep');
  const kept = useRef<Pick<Held, 'draft' | 'applied'>>(held);
  useEffect(() => {
    client.setQueryDefaults(['steering'], { gcTime: Infinity });
    client.setQueryData<Held>(key, held);
    const { draft, applied } = held;
    if (draft === kept.current.draft && applied === kept.current.applied) return;
    kept.current = { draft, applied };
    keep({ snapshotId, team, months, draft, applied });
  }, [client, held, keep, key, months, snapshotId, team]);
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
