/** What the backend tells without being asked: one JSON value a line on `GET /api/events`. */
import { z } from 'zod';
import { Area } from './operation.ts';

export const BackendEvent = z.discriminatedUnion('topic', [
  z.object({ topic: z.literal('hello') }),
  z.object({ topic: z.literal('data-changed'), areas: z.array(Area) }),
  z.object({
    topic: z.literal('job'),
    jobId: z.string(),
    name: z.string(),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    progress: z.number(),
    step: z.string(),
  }),
]);
export type BackendEvent = z.infer<typeof BackendEvent>;
