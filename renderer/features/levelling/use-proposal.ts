import { useCallback, useEffect, useState } from 'react';
import type { Proposal } from '#shared/contract/levelling.ts';
import { noSteering, type Steering } from '#shared/domain/steering.ts';
import { useJob, type JobView } from '../../api/jobs.ts';
import { proposalSlot } from '../../view/use-proposals.ts';
import { isSameSteering } from './steering-model.ts';
import type { Since } from './use-steering.ts';

export type ProposalJob = JobView<Proposal> & { again: () => void; cancel: () => Promise<void> };

/** The plan for what is asked now, started when it has not been asked before. */
export function useProposal(question: {
  snapshotId: number;
  team: string;
  months: number;
  target: number | null;
  applied: Steering;
  since: Since | null;
}): ProposalJob {
  const { snapshotId, team, months, target, applied, since } = question;
  const isPlain = since === null && isSameSteering(applied, noSteering);
  const slot = proposalSlot(snapshotId, team, months, target, isPlain ? null : [applied, since?.proposalId]);
  const job = useJob('levelling.level', slot);
  const { start, state } = job;
  const again = useCallback(() => {
    void start({
      snapshotId,
      team,
      months,
      ...(target === null ? {} : { target }),
      ...(isPlain ? {} : { steering: applied }),
      ...(since === null ? {} : { since: { proposalId: since.proposalId } }),
    });
  }, [applied, isPlain, months, since, snapshotId, start, target, team]);
  useEffect(() => {
    if (state === 'idle') again();
  }, [again, state]);
  return { ...job, again };
}

/** The last plan there was, while the next is being worked out. */
export function useLastResult({ result }: JobView<Proposal>): Proposal | null {
  const [last, setLast] = useState(result);
  if (result !== null && result !== last) setLast(result);
  return result ?? last;
}
