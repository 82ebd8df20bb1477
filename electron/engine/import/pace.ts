/** Long reading in steps: the engine stays free for others, progress is told, and it can be cancelled between two. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JobControl } from '../jobs.ts';

/** @param share of this step's work that is done, 0 to 1 */
export type Pace = (step: string, share: number) => Promise<void>;

/** The part of a job's progress from `from` to `to`. */
export const paceOf =
  (job: Pick<JobControl, 'signal' | 'progress'>, from: number, to: number): Pace =>
  async (step, share) => {
    job.progress(step, from + (to - from) * share);
    await nextTurn();
    job.signal.throwIfAborted();
  };
