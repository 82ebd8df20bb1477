import { ActionIcon, Tooltip } from '@mantine/core';
import type { RecentWorkspace } from '#shared/contract/workspace.ts';
import { isoDate, showDate } from '#shared/domain/dates.ts';
import { useCommand } from '../../api/hooks.ts';
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
              onOpen(workspace.path, workspace.name);
            }}
          >
            <span className={styles.name}>{workspace.name}</span>
            <span className={styles.path}>
              {workspace.exists ? facts(workspace) : 'The file is no longer there'} · {workspace.path}
            </span>
          </button>
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
