/** Runs one task in a planner worker of its own. Cancelling ends the worker, however busy it is. */
import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { cancelled, type JobControl } from '../jobs.ts';
import { workerEntry } from '../worker-entry.ts';
import type { PlannerMessage, PlannerResult, PlannerTask } from './messages.ts';

/**
 * Runs one task in the worker of that file.
 * @throws AppError cancelled when the signal is given; unavailable when the worker ends without a result
 */
export function runWorker<T extends PlannerTask>(
  entry: URL,
  task: T,
  job: Pick<JobControl, 'signal' | 'progress'>,
): Promise<PlannerResult<T>> {
  if (job.signal.aborted) return Promise.reject(cancelled());
  const worker = new Worker(entry, { workerData: task });
  return new Promise<PlannerResult<T>>((resolve, reject) => {
    const onAbort = (): void => {
      reject(cancelled());
    };
    job.signal.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (message: PlannerMessage) => {
      if (message.kind === 'step') job.progress(message.step, message.progress);
      else if (message.kind === 'done') resolve(message.result as PlannerResult<T>);
      else reject(Object.assign(new Error(message.message), { stack: message.stack }));
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      reject(
        new AppError(
          'unavailable',
          'The computation ended before it had a result, maybe for want of memory. Try again.',
        ),
      );
    });
  }).finally(() => void worker.terminate());
}

export const runPlanner = <T extends PlannerTask>(
  task: T,
  job: Pick<JobControl, 'signal' | 'progress'>,
): Promise<PlannerResult<T>> => runWorker(workerEntry('planner', import.meta.url), task, job);
