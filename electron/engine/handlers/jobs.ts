import type { HandlersOf } from '../context.ts';

export const jobHandlers: HandlersOf<'jobs.get' | 'jobs.cancel'> = {
  'jobs.get': ({ jobId }, { engine }) => Promise.resolve(engine.jobs.get(jobId)),

  'jobs.cancel': ({ jobId }, { engine }) => {
    engine.jobs.cancel(jobId);
    return Promise.resolve({});
  },
};
