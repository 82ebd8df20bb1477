import { useMantineColorScheme } from '@mantine/core';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useCommand, useQuery } from '../api/hooks.ts';
import { cx } from '../components/cx.ts';
import { Icon } from '../components/icon.tsx';
import { useLookedAt } from '../view/looked-at.ts';
import { places } from './places.ts';
import styles from './frame.module.css';

/** Ctrl K: every page, every team, every command. */
export function Palette({ onHelp }: { onHelp: () => void }) {
  const groups = useGroups(onHelp);
  return (
    <Spotlight
      actions={groups}
      shortcut="mod + K"
      // From within a field, too.
      tagsToIgnore={[]}
      nothingFound="Nothing of that name"
      highlightQuery
      scrollable
      maxHeight={420}
      title="Command palette"
      classNames={{ header: cx(styles.paletteHead), actionDescription: cx(styles.paletteAbout) }}
      overlayProps={{ blur: 0 }}
      transitionProps={{ duration: 0 }}
      searchProps={{
        placeholder: 'Page, team or command',
        'aria-label': 'Page, team or command',
        leftSection: <Icon name="search" />,
      }}
    />
  );
}

/** Pages of one team, as people ask for them. */
const teamPages = [
  {
    id: 'demand',
    path: '/demand',
    name: 'demand',
    about: 'Load against capacity, and why',
    icon: 'team',
  },
  {
    id: 'level',
    path: '/levelling',
    name: 'level the work',
    about: 'Which work to bring forward',
    icon: 'levelling',
  },
  {
    id: 'away',
    path: '/abstractions',
    name: 'abstractions',
    about: 'Who is away, and what for',
    icon: 'abstractions',
  },
  {
    id: 'staff',
    path: '/staffing',
    name: 'staffing',
    about: 'Ratio and forecast',
    icon: 'staffing',
  },
] as const;

const colourSchemes = [
  ['light', 'Light colours'],
  ['dark', 'Dark colours'],
  ['auto', 'Colours as the computer has them'],
] as const;

function useGroups(onHelp: () => void): SpotlightActionGroupData[] {
  const { toPlace, snapshotChoice } = useLookedAt();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const snapshots = useQuery('snapshots.list', {});
  const hasSnapshot = (snapshots.data?.length ?? 0) > 0;
  const teams = useQuery('teams.list', snapshotChoice, { enabled: hasSnapshot });
  const { mutate: close } = useCommand('workspace.close');
  return useMemo(() => {
    const go = (to: string) => () => void navigate(to);
    const pages = places.map((place) => ({
      id: `page ${place.path}`,
      label: place.name,
      description: place.about,
      leftSection: <Icon name={place.icon} />,
      onClick: go(toPlace(place.path)),
    }));
    const forTeams = (teams.data ?? []).flatMap(({ team }) =>
      teamPages.map(({ path, id, name, about, icon }) => ({
        id: `${id} ${team}`,
        label: `${team}: ${name}`,
        description: about,
        leftSection: <Icon name={icon} />,
        onClick: go(toPlace(path, { team })),
      })),
    );
    const commands = [
      {
        id: 'all teams',
        label: 'All teams',
        description: 'Look at the whole force',
        onClick: go(toPlace('/', { team: null })),
      },
      ...colourSchemes.map(([scheme, label]) => ({
        id: scheme,
        label,
        onClick: () => {
          setColorScheme(scheme);
        },
      })),
      {
        id: 'print',
        label: 'Print this page',
        onClick: () => {
          window.print();
        },
      },
      { id: 'help', label: 'Help: keys and terms', onClick: onHelp },
      {
        id: 'close',
        label: 'Close the workspace',
        onClick: () => {
          close({}, { onSuccess: () => void navigate('/') });
        },
      },
    ];
    return [
      { group: 'Pages', actions: pages },
      { group: 'Teams', actions: forTeams },
      { group: 'Commands', actions: commands },
    ];
  }, [close, navigate, onHelp, setColorScheme, teams.data, toPlace]);
}
