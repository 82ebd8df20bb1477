import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Demand } from '#shared/contract/demand.ts';
import { showDate } from '#shared/domain/dates.ts';
import type { DemandOfTeam } from '#shared/domain/demand.ts';
import { useQuery } from '../../api/hooks.ts';
import { Loading } from '../../components/states/loading.tsx';
import { Banner, EmptyPanel } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { counted } from '../../view/figures.ts';
import { FirstUse } from '../../view/first-use.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { Cautions } from '../../view/cautions.tsx';
import { DemandChart } from './demand-chart.tsx';
import { MonthBelow } from './month-below.tsx';
import { openingMonth, readMonth, teamOf } from './model.ts';

/** A team's load by duty against its capacity, why a month is full, and the cases that make it so. */
export function DemandPage() {
  const { team, months, snapshotChoice } = useLookedAt();
  const snapshots = useQuery('snapshots.list', {});
  const hasSnapshot = (snapshots.data?.length ?? 0) > 0;
  // The same question as the overview's, so that changing page or team asks nothing new.
  const demand = useQuery(
    'demand.get',
    { ...snapshotChoice, ...(months === undefined ? {} : { months }) },
    { enabled: hasSnapshot, keepsPrevious: true },
  );
  if (snapshots.data?.length === 0) {
    return (
      <Page title="Demand">
        <FirstUse needs="snapshot" />
      </Page>
    );
  }
  if (!snapshots.data) return <Loading />;
  return (
    <Asked query={demand} title="The demand could not be worked out">
      {(data) => {
        const one = teamOf(data, team);
        return one ? (
          <TeamDemand key={team ?? ''} demand={data} one={one} />
        ) : (
          <NoSuchTeam team={team ?? ''} />
        );
      }}
    </Asked>
  );
}

function TeamDemand({ demand, one }: { demand: Demand; one: DemandOfTeam }) {
  const { team, search, change, toPlace } = useLookedAt();
  const index = useMemo(() => openingMonth(demand, one, search.get('month')), [demand, one, search]);
  const reading = useMemo(() => readMonth(demand, one, index), [demand, one, index]);
  return (
    <Page
      title={one.team ?? 'All teams'}
      about={`${counted(one.cases, 'case')}, snapshot as at ${showDate(demand.asAt)}`}
      actions={
        one.team !== null && (
          <Button component={Link} to={toPlace('/levelling')}>
            Level this team’s work
          </Button>
        )
      }
    >
      {demand.rosterAsAt === null && (
        <Banner tone="warn">
          No staff roster is loaded, so capacity is not known.{' '}
          <Link to={toPlace('/import')}>Import a roster</Link>
        </Banner>
      )}
      <Cautions
        unconfirmed={demand.unconfirmed}
        warnings={one.team === null && demand.rosterAsAt !== null ? demand.warnings : []}
      />
      <DemandChart
        demand={demand}
        one={one}
        selected={index}
        onSelect={(chosen) => {
          change({ month: demand.months[chosen] });
        }}
      />
      {reading && <MonthBelow key={team ?? ''} demand={demand} reading={reading} />}
    </Page>
  );
}

function NoSuchTeam({ team }: { team: string }) {
  const { change } = useLookedAt();
  return (
    <Page title="Demand">
      <EmptyPanel
        title={`This snapshot has no team called ${team}`}
        actions={
          <Button
            onClick={() => {
              change({ team: null });
            }}
          >
            Show all teams
          </Button>
        }
      >
        <p>It may be spelt differently, or have been joined with another team.</p>
      </EmptyPanel>
    </Page>
  );
}
