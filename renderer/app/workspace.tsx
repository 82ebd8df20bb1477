import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useQuery } from '../api/hooks.ts';
import { dropWorkspace } from '../api/query-client.ts';
import { Loading } from '../components/states/loading.tsx';
import { Asked } from '../view/asked.tsx';
import { Frame } from './frame.tsx';

const StartPage = lazy(async () => ({ default: (await import('../features/start/page.tsx')).StartPage }));

/** The start screen while no workspace is open, else the frame with the page of the address. */
export function Workspace() {
  const client = useQueryClient();
  const status = useQuery('workspace.status', {});
  const isClosed = status.data?.isOpen === false;
  useEffect(() => {
    if (isClosed) dropWorkspace(client);
  }, [client, isClosed]);
  return (
    <Asked query={status} title="Evenkeel could not start">
      {(workspace) =>
        workspace.isOpen ? (
          <Frame key={workspace.path ?? ''} workspace={workspace} />
        ) : (
          <Suspense fallback={<Loading />}>
            <StartPage locked={workspace.locked} />
          </Suspense>
        )
      }
    </Asked>
  );
}
