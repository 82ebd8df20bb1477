import {
  ActionIcon,
  Button,
  Menu,
  NativeSelect,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { useEffect } from 'react';
import { Link, useNavigate, useNavigation } from 'react-router';
import type { WorkspaceStatus } from '#shared/contract/workspace.ts';
import { showDate } from '#shared/domain/dates.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { useCommand, useQuery } from '../api/hooks.ts';
import { cx } from '../components/cx.ts';
import { Icon } from '../components/icon.tsx';
import { useLookedAt, withChanges } from '../view/looked-at.ts';
import styles from './frame.module.css';
import { horizons } from './horizons.ts';

export function Header({ workspace, onHelp }: { workspace: WorkspaceStatus; onHelp: () => void }) {
  const { toPlace } = useLookedAt();
  return (
    <header className={styles.top}>
      <p className={styles.marking}>OFFICIAL-SENSITIVE</p>
      <div className={styles.header}>
        <Link to={toPlace('/')} className={cx(styles.brand)} aria-label="Evenkeel, overview">
          <Icon name="logo" size={20} /> Evenkeel
        </Link>
        <div className={styles.choices}>
          <WorkspaceMenu workspace={workspace} />
          <SnapshotChoice />
          <TeamChoice />
          <MonthsChoice />
        </div>
        <Tools onHelp={onHelp} />
      </div>
    </header>
  );
}

function WorkspaceMenu({ workspace }: { workspace: WorkspaceStatus }) {
  const { toPlace } = useLookedAt();
  const navigate = useNavigate();
  const settings = useQuery('settings.get', {});
  const close = useCommand('workspace.close');
  const force = settings.data?.forceName ?? '';
  const own = workspace.isDemo ? 'Demo' : (workspace.name ?? 'Workspace');
  const name = force === '' ? own : force;
  const label = workspace.isDemo ? `${name} · invented data` : name;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          rightSection="▾"
          aria-label={`Workspace: ${label}`}
          title={label}
          className={cx(styles.workspace)}
          classNames={{ label: cx(styles.workspaceName) }}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{workspace.path}</Menu.Label>
        <Menu.Item component={Link} to={toPlace('/import')}>
          Import a file
        </Menu.Item>
        <Menu.Item component={Link} to={toPlace('/settings')}>
          Settings
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            close.mutate({}, { onSuccess: () => void navigate('/') });
          }}
        >
          Close the workspace
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Changes what is looked at; while another page is on its way, there, so that a choice never turns back. */
function useChangeWhereverGoing(): ReturnType<typeof useLookedAt>['change'] {
  const { change } = useLookedAt();
  const navigate = useNavigate();
  const { location: next } = useNavigation();
  if (!next) return change;
  return (changes) => {
    const search = withChanges(new URLSearchParams(next.search), changes).toString();
    void navigate({ pathname: next.pathname, search });
  };
}

function SnapshotChoice() {
  const { snapshot } = useLookedAt();
  const change = useChangeWhereverGoing();
  const snapshots = useQuery('snapshots.list', {});
  const newest = snapshots.data?.[0];
  if (!snapshots.data || !newest) return null;
  return (
    <NativeSelect
      aria-label="Snapshot"
      size="xs"
      className={cx(styles.snapshot)}
      value={String(snapshot ?? newest.id)}
      data={snapshots.data.map((held) => ({
        value: String(held.id),
        label: `as at ${showDate(held.asAt)}${held.purgedAt === null ? '' : ' (purged, counts only)'}`,
      }))}
      onChange={(event) => {
        const id = Number(event.currentTarget.value);
        change({ snapshot: id === newest.id ? null : id });
      }}
    />
  );
}

function TeamChoice() {
  const { team, snapshotChoice, change: correct } = useLookedAt();
  const change = useChangeWhereverGoing();
  const snapshots = useQuery('snapshots.list', {});
  const hasSnapshot = (snapshots.data?.length ?? 0) > 0;
  const teams = useQuery('teams.list', snapshotChoice, { enabled: hasSnapshot, keepsPrevious: true });
  const spelt = teams.data?.find((held) => team !== undefined && isSameTeam(held.team, team))?.team;
  useEffect(() => {
    // An address may spell a team as an older snapshot does; pages know it by the name of this one.
    if (spelt !== undefined && spelt !== team) correct({ team: spelt });
  }, [spelt, team, correct]);
  if (!hasSnapshot || !teams.data) return null;
  return (
    <NativeSelect
      aria-label="Team"
      size="xs"
      className={cx(styles.team)}
      value={team ?? ''}
      data={[
        { value: '', label: 'All teams' },
        ...teams.data.map((held) => ({ value: held.team, label: held.team })),
      ]}
      onChange={(event) => {
        const name = event.currentTarget.value;
        change({ team: name === '' ? null : name });
      }}
    />
  );
}

function MonthsChoice() {
  const { months } = useLookedAt();
  const change = useChangeWhereverGoing();
  const settings = useQuery('settings.get', {});
  const snapshots = useQuery('snapshots.list', {});
  if (!settings.data || (snapshots.data?.length ?? 0) === 0) return null;
  const usual = settings.data.horizonMonths;
  return (
    <NativeSelect
      aria-label="Months ahead"
      size="xs"
      className={cx(styles.months)}
      value={String(months ?? usual)}
      data={horizons(usual, months).map((count) => ({ value: String(count), label: `${count} months` }))}
      onChange={(event) => {
        const count = Number(event.currentTarget.value);
        change({ months: count === usual ? null : count });
      }}
    />
  );
}

function Tools({ onHelp }: { onHelp: () => void }) {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <div className={styles.tools} data-print="hide">
      <Button
        variant="default"
        leftSection={<Icon name="search" size={14} />}
        onClick={() => {
          spotlight.open();
        }}
        aria-label="Ctrl K, command palette"
      >
        Ctrl K
      </Button>
      <Tooltip label={`Use the ${other} colours`}>
        <ActionIcon
          aria-label={`Use the ${other} colours`}
          onClick={() => {
            setColorScheme(other);
          }}
        >
          <Icon name={other} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Help: keys and terms">
        <ActionIcon aria-label="Help: keys and terms" onClick={onHelp}>
          <Icon name="help" />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
