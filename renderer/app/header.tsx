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
import { useEffect, useState } from 'react';
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

/** A list that shows what was chosen at once: the pages follow in their own time, and the next key counts from there. */
function Choice({
  label,
  className,
  value,
  data,
  onChoose,
}: {
  label: string;
  className: string | undefined;
  value: string;
  data: Array<{ value: string; label: string }>;
  onChoose: (value: string) => void;
}) {
  const [chosen, setChosen] = useState({ from: value, to: value });
  if (chosen.from !== value) setChosen({ from: value, to: value });
  return (
    <NativeSelect
      aria-label={label}
      size="xs"
      className={cx(className)}
      value={chosen.to}
      data={data}
      onChange={(event) => {
        const to = event.currentTarget.value;
        setChosen({ from: value, to });
        onChoose(to);
      }}
    />
  );
}

function SnapshotChoice() {
  const { snapshot } = useLookedAt();
  const change = useChangeWhereverGoing();
  const snapshots = useQuery('snapshots.list', {});
  const newest = snapshots.data?.[0];
  if (!snapshots.data || !newest) return null;
  return (
    <Choice
      label="Snapshot"
      className={styles.snapshot}
      value={String(snapshot ?? newest.id)}
      data={snapshots.data.map((held) => ({
        value: String(held.id),
        label: `as at ${showDate(held.asAt)}${held.purgedAt === null ? '' : ' (purged, counts only)'}`,
      }))}
      onChoose={(id) => {
        change({ snapshot: id === String(newest.id) ? null : Number(id) });
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
    <Choice
      label="Team"
      className={styles.team}
      value={team ?? ''}
      data={[
        { value: '', label: 'All teams' },
        ...teams.data.map((held) => ({ value: held.team, label: held.team })),
      ]}
      onChoose={(name) => {
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
    <Choice
      label="Months ahead"
      className={styles.months}
      value={String(months ?? usual)}
      data={horizons(usual, months).map((count) => ({ value: String(count), label: `${count} months` }))}
      onChoose={(count) => {
        change({ months: count === String(usual) ? null : Number(count) });
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
