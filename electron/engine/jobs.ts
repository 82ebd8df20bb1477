/** Long work: starts, reports progress, can be cancelled; its result is kept and read by id. */
import { randomUUID } from 'node:crypto';
import type { ErrorReply } from '#shared/contract/errors.ts';
import type { JobState } from '#shared/contract/jobs.ts';
import { AppError } from './errors.ts';
import type { Emit } from './events.ts';

export type JobControl = {
  jobId: string;
  signal: AbortSignal;
  /** @param share done so far, 0 to 1 */
  progress(step: string, share: number): void;
};

export type Jobs = {
  start(
    name: string,
    run: (control: JobControl) => Promise<unknown>,
    toReply: (error: unknown) => ErrorReply,
  ): string;
  get(jobId: string): JobState;
  cancel(jobId: string): void;
  /** Cancels what runs and forgets what has ended, but not the job named: results hold data of the workspace. */
  clear(except?: string): void;
  isAnyRunning(): boolean;
  /** Resolves once no job runs. */
  settled(): Promise<void>;
};

const MAX_KEPT = 50;

type Kept = { state: JobState; abort: AbortController; ended: Promise<void> };

export const cancelled = (): AppError => new AppError('cancelled', 'Cancelled. Nothing was changed.');

export function createJobs(emit: Emit): Jobs {
  const kept = new Map<string, Kept>();

  const find = (jobId: string): Kept => {
    const job = kept.get(jobId);
    if (!job) throw new AppError('not-found', 'This job is not known: it may have ended a long time ago.');
    return job;
  };
  const change = (job: Kept, change: Partial<JobState>): void => {
    job.state = { ...job.state, ...change };
    const { jobId, name, state, progress, step } = job.state;
    emit({ topic: 'job', jobId, name, state, progress, step });
  };
  const prune = (): void => {
    for (const [jobId, { state }] of kept) {
      if (kept.size <= MAX_KEPT) break;
      if (state.state !== 'running') kept.delete(jobId);
    }
  };

  return {
    start(name, run, toReply) {
      const jobId = randomUUID();
      const abort = new AbortController();
      const state: JobState = {
        jobId,
        name,
        state: 'running',
        progress: 0,
        step: 'Starting',
        result: null,
        error: null,
      };
      const job: Kept = { state, abort, ended: Promise.resolve() };
      kept.set(jobId, job);
      prune();
      const control: JobControl = {
        jobId,
        signal: abort.signal,
        progress(step, share) {
          if (job.state.state === 'running') change(job, { step, progress: Math.min(1, Math.max(0, share)) });
        },
      };
      job.ended = Promise.resolve()
        .then(() => {
          change(job, {});
          return run(control);
        })
        .then(
          (result) => {
            change(job, { state: 'done', progress: 1, step: 'Done', result });
          },
          (error: unknown) => {
            const reply = toReply(error);
            const isCancelled = reply.code === 'cancelled';
            change(job, {
              state: isCancelled ? 'cancelled' : 'failed',
              step: isCancelled ? 'Cancelled' : 'Failed',
              error: reply,
            });
          },
        );
      return jobId;
    },
    get: (jobId) => find(jobId).state,
    cancel: (jobId) => {
      const job = find(jobId);
      if (job.state.state === 'running') job.abort.abort(cancelled());
    },
    clear(except) {
      for (const [jobId, job] of kept) {
        if (jobId === except) continue;
        if (job.state.state === 'running') job.abort.abort(cancelled());
        else kept.delete(jobId);
      }
    },
    isAnyRunning: () => [...kept.values()].some(({ state }) => state.state === 'running'),
    settled: async () => {
      await Promise.all([...kept.values()].map((job) => job.ended));
    },
  };
}
