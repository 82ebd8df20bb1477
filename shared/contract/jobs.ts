import { z } from 'zod';
import { ErrorReply } from './errors.ts';
import { command, nothing, query } from './operation.ts';

export const JobState = z.object({
  jobId: z.string(),
  name: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** 0 to 1. */
  progress: z.number().min(0).max(1),
  /** What is being done, in words. */
  step: z.string(),
  /** Output of the operation once done. */
  result: z.unknown(),
  error: ErrorReply.nullable(),
});
export type JobState = z.infer<typeof JobState>;

const jobId = z.strictObject({ jobId: z.string().max(100) });

export const jobsContract = {
  'jobs.get': query({ input: jobId, output: JobState }, { needsWorkspace: false }),
  'jobs.cancel': command(
    { input: jobId, output: nothing },
    { needsWorkspace: false, changes: ['jobs'], logged: 'nothing' },
  ),
};
