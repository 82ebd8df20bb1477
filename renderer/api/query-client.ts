import { QueryClient, type QueryKey } from '@tanstack/react-query';
import type { BackendEvent } from '#shared/contract/events.ts';
import { JOB_ANSWER } from './job-answer.ts';
import { followJobs, JOB_OF } from './jobs.ts';

/**
 * The backend is on this machine and tells when stored facts change, so nothing is asked again on a timer or
 * on focus, and a refusal is shown at once rather than retried.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      // What a command was given may be a passphrase: it goes with the form that gave it.
      mutations: { retry: false, networkMode: 'always', gcTime: 0 },
    },
  });

/** Areas whose change leaves what a job worked out as good as it was; or drops it anyway. */
const besideAnswers: ReadonlySet<string> = new Set([
  'plans',
  'jobs',
  'workspace',
  'scenarios',
  'backups',
  'actions',
]);

/** Brings what the page holds up to date with what the backend tells. */
export function takeEvent(client: QueryClient, event: BackendEvent): void {
  switch (event.topic) {
    case 'hello':
      // Sent whenever the stream opens: after a break, events may have been missed.
      void client.invalidateQueries();
      return;
    case 'job':
      followJobs(client, event);
      return;
    case 'data-changed':
      if (event.areas.some((area) => !besideAnswers.has(area))) {
        void client.resetQueries({ predicate: ({ queryKey }) => isJobOfWorkspace(queryKey) });
      }
      void client.invalidateQueries({ predicate: (query) => isTouched(query.queryKey, event.areas) });
  }
}

/** Of this computer rather than of what a workspace holds. */
const isOfComputer = (key: QueryKey): boolean =>
  String(key[0]).startsWith('workspace.') || key[0] === 'keys.remembering';

const isOfNoWorkspace = (key: QueryKey): boolean =>
  isOfComputer(key) || key[0] === 'jobs.get' || key[1] === 'workspace.demo';

/** What was worked out from a workspace: proposals, curves, the forecast. Reset, it is started again when looked at. */
const isJobOfWorkspace = (key: QueryKey): boolean => key[0] === JOB_OF && key[1] !== 'workspace.demo';

/** When the workspace itself changes, what was in it is dropped (see `dropWorkspace`), not asked again. */
function isTouched(key: QueryKey, areas: readonly string[]): boolean {
  if (areas.includes('workspace')) return isOfComputer(key);
  // No figure rests on what a meeting agreed.
  if (areas.every((area) => area === 'actions')) return String(key[0]).startsWith('actions.');
  if (key[0] === JOB_ANSWER) return areas.some((area) => !besideAnswers.has(area));
  return key[0] !== 'jobs.get';
}

/** Forgets all that belongs to a workspace, so that nothing of it is shown in the next one. */
export function dropWorkspace(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => !isOfNoWorkspace(query.queryKey) });
}
