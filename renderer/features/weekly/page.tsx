import { Button, Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import { SHOWN_WHEN_CLOSED_DAYS } from '#shared/domain/action.ts';
import { addDays } from '#shared/domain/dates.ts';
import type { WeeklyPack } from '#shared/domain/weekly-pack.ts';
import { withActions } from '#shared/planning/weekly/figures.ts';
import { packHeadline, packSummary } from '#shared/planning/weekly/sections.ts';
import { call } from '../../api/client.ts';
import { useQuery } from '../../api/hooks.ts';
import { Asked } from '../../view/asked.tsx';
import { Cautions } from '../../view/cautions.tsx';
import { DocumentTable } from '../../view/document-table.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page, Section } from '../../view/page.tsx';
import { SaveButton } from '../../view/save-button.tsx';
import { today } from '../../view/today.ts';
import { WithSnapshots } from '../../view/with-snapshots.tsx';
import { ActionsPart } from './actions-part.tsx';
import { TeamPage } from './team-page.tsx';
import styles from './weekly.module.css';
import short from '../../view/in-short.module.css';

const TITLE = 'Weekly meeting';

/** What the weekly meeting of supervisors looks at, and what it agrees. */
export const WeeklyPage = () => <WithSnapshots title={TITLE}>{() => <Held />}</WithSnapshots>;

function Held() {
  const { snapshotChoice, team, search, change } = useLookedAt();
  const withCases = search.get('cases') === 'yes';
  const asked = useMemo(
    () => ({
      ...snapshotChoice,
      ...(team === undefined ? {} : { team }),
      ...(withCases ? { withCases } : {}),
    }),
    [snapshotChoice, team, withCases],
  );
  const pack = useQuery('packs.weekly', asked, { keepsPrevious: true });
  const actions = useQuery('actions.list', {
    ...(team === undefined ? {} : { team }),
    closedSince: addDays(today(), -SHOWN_WHEN_CLOSED_DAYS),
  });
  return (
    <Page
      title={TITLE}
      about="One page a team, in counts"
      actions={
        <>
          <Checkbox
            size="xs"
            label="Name the cases of the moves due"
            checked={withCases}
            onChange={(event) => {
              change({ cases: event.currentTarget.checked ? 'yes' : null });
            }}
          />
          <Button
            variant="default"
            onClick={() => {
              window.print();
            }}
          >
            Print
          </Button>
          <SaveButton label="Word" ask={() => call('packs.weeklyFile', { ...asked, format: 'docx' })} />
          <SaveButton label="Excel" ask={() => call('packs.weeklyFile', { ...asked, format: 'xlsx' })} />
        </>
      }
    >
      <Asked query={pack} title="The pack could not be put together">
        {(figures) => (
          <Asked query={actions} title="The actions could not be read">
            {(listed) => <Pack pack={withActions(figures, listed)} />}
          </Asked>
        )}
      </Asked>
    </Page>
  );
}

function Pack({ pack }: { pack: WeeklyPack }) {
  return (
    <>
      <div className={short.headline} role="group" aria-label="In short">
        <p>{packHeadline(pack)}</p>
      </div>
      <Cautions unconfirmed={pack.unconfirmed} />
      {pack.teams.length > 1 && (
        <div className={styles.force}>
          <Summary pack={pack} />
        </div>
      )}
      {pack.teams.map((team) => (
        <TeamPage key={team.team} team={team} pack={pack} />
      ))}
      {pack.otherActions.length > 0 && <OtherActions pack={pack} />}
    </>
  );
}

function Summary({ pack }: { pack: WeeklyPack }) {
  const summary = useMemo(() => packSummary(pack), [pack]);
  return <DocumentTable table={summary} label={summary.label} />;
}

/** Of teams that the snapshot does not name; each is edited under its own. */
function OtherActions({ pack: { otherActions } }: { pack: WeeklyPack }) {
  const teams = [...new Set(otherActions.map(({ team }) => team))];
  return (
    <Section title="Actions of other teams" about="The snapshot does not name these teams">
      {teams.map((team) => (
        <section key={team} aria-label={`Actions of ${team}`}>
          <h3>{team}</h3>
          <ActionsPart team={team} actions={otherActions.filter((action) => action.team === team)} />
        </section>
      ))}
    </Section>
  );
}
