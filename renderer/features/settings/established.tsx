import type { Settings } from '#shared/domain/settings.ts';
import { useQuery } from '../../api/hooks.ts';
import { NumberField } from '../../components/form/number-field.tsx';
import { Section } from '../../view/page.tsx';
import { establishedTeams, withEstablished } from './model.ts';
import styles from './settings.module.css';

/** Posts established per team; empty where they are not known. */
export function Established({
  settings,
  onChange,
}: {
  settings: Settings;
  onChange: (settings: Settings) => void;
}) {
  const snapshots = useQuery('snapshots.list', {});
  const hasSnapshot = (snapshots.data?.length ?? 0) > 0;
  const teams = useQuery('teams.list', {}, { enabled: hasSnapshot });
  const names = establishedTeams(settings, teams.data?.map((team) => team.team) ?? []);
  return (
    <Section
      title="Established offender managers"
      about="Posts per team in full-time equivalents; leave empty where not known"
    >
      {names.length === 0 ? (
        <p className={styles.dim}>The teams are known once a caseload is loaded.</p>
      ) : (
        <div className={styles.grid}>
          {names.map((team) => (
            <Posts
              key={team}
              team={team}
              value={settings.establishedFte[team] ?? null}
              onChange={(posts) => {
                onChange(withEstablished(settings, team, posts));
              }}
            />
          ))}
        </div>
      )}
    </Section>
  );
}

function Posts({
  team,
  value,
  onChange,
}: {
  team: string;
  value: number | null;
  onChange: (posts: number | null) => void;
}) {
  return (
    <NumberField
      label={team}
      min={0}
      max={1000}
      step={0.5}
      value={value}
      onChange={onChange}
      onEmpty={() => {
        onChange(null);
      }}
    />
  );
}
