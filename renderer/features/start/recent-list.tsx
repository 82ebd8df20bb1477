import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { RecentWorkspace } from '#shared/contract/workspace.ts';
import { isoDate, showDate } from '#shared/domain/dates.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { Icon } from '../../components/icon.tsx';
import styles from './start.module.css';

/** Workspaces opened before on this computer, newest first. */
export function RecentList({
  workspaces,
  onOpen,
}: {
  workspaces: RecentWorkspace[];
  onOpen: (path: string, name: string) => void;
}) {
  const forget = useCommand('workspace.forget');
  const remembering = useQuery('keys.remembering', {});
  const openRemembered = useCommand('keys.openRemembered');
  const isRemembered = (path: string) => remembering.data?.paths.includes(path) === true;
  if (workspaces.length === 0) {
    return <p className={styles.dim}>None yet. Make a new workspace, or look at the demo first.</p>;
  }
  return (
    <ul className={styles.recent}>
      {workspaces.map((workspace) => (
        <li key={workspace.path}>
          <button
            type="button"
            className={styles.open}
            disabled={!workspace.exists}
            onClick={() => {
              const { path, name } = workspace;
              const ask = () => {
                onOpen(path, name);
              };
              if (isRemembered(path)) openRemembered.mutate({ path }, { onError: ask });
              else ask();
            }}
          >
            <span className={styles.name}>{workspace.name}</span>
            <span className={styles.path}>
              {workspace.exists ? facts(workspace) : 'The file is no longer there'} · {workspace.path}
            </span>
          </button>
          {isRemembered(workspace.path) && <ForgetPassphrase path={workspace.path} name={workspace.name} />}
          <Tooltip label="Take off this list; the file stays">
            <ActionIcon
              aria-label={`Take ${workspace.name} off this list`}
              onClick={() => {
                forget.mutate({ path: workspace.path });
              }}
            >
              <Icon name="close" size={14} />
            </ActionIcon>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}

function facts(workspace: RecentWorkspace): string {
  const opened = `last opened ${showDate(isoDate(workspace.lastOpened.slice(0, 10)))}`;
  return workspace.asAt === null ? `${opened}, no snapshot` : `as at ${showDate(workspace.asAt)}, ${opened}`;
}

function ForgetPassphrase({ path, name }: { path: string; name: string }) {
  const forget = useCommand('keys.forgetPassphrase');
  const client = useQueryClient();
  return (
    <Button
      variant="default"
      size="xs"
      aria-label={`Forget the passphrase of ${name}`}
      onClick={() => {
        forget.mutate(
          { path },
          { onSuccess: () => void client.invalidateQueries({ queryKey: ['keys.remembering'] }) },
        );
      }}
    >
      Forget passphrase
    </Button>
  );
}
