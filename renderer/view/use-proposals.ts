import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Proposal } from '#shared/contract/levelling.ts';
import { startJob, useJobs, type JobView } from '../api/jobs.ts';

/** Under which slot a proposal is remembered: everything that it depends on and the user chooses. */
export const proposalSlot = (
  snapshotId: number,
  team: string,
  months: number,
  target: number | null,
  steered: unknown = null,
): string => JSON.stringify([snapshotId, team, months, target, steered]);

/**
 * Levels the teams given, one after the other, in the background; what it comes to is there for the overview
 * and, without waiting, for the levelling page.
 */
export function useProposals(
  snapshotId: number,
  teams: readonly string[],
  months: number,
): Array<{ team: string; job: JobView<Proposal> }> {
  const client = useQueryClient();
  const slots = teams.map((team) => proposalSlot(snapshotId, team, months, null));
  const jobs = useJobs('levelling.level', slots);
  const isBusy = jobs.some((job) => job.state === 'starting' || job.state === 'running');
  // A cancelled one means that the workspace is being closed, or that it has been asked to stop.
  const isStopped = jobs.some((job) => job.state === 'cancelled');
  const next = isBusy || isStopped ? undefined : teams[jobs.findIndex((job) => job.state === 'idle')];
  useEffect(() => {
    if (next === undefined) return;
    const slot = proposalSlot(snapshotId, next, months, null);
    void startJob(client, 'levelling.level', { snapshotId, team: next, months }, slot);
  }, [client, months, next, snapshotId]);
  return teams.flatMap((team, index) => {
    const job = jobs[index];
    return job ? [{ team, job }] : [];
  });
}
