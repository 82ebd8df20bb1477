import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Demand } from '#shared/contract/demand.ts';
import { showDate } from '#shared/domain/dates.ts';
import type { DemandOfTeam } from '#shared/domain/demand.ts';
import { counted } from '#shared/planning/wording.ts';
import { Banner, EmptyPanel } from '../../components/states/panels.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { Cautions } from '../../view/cautions.tsx';
import { WithDemand } from '../../view/with-snapshots.tsx';
import { DemandChart } from './demand-chart.tsx';
import { MonthBelow } from './month-below.tsx';
import { openingMonth, readMonth, teamOf } from './model.ts';

/** A team's load by duty against its capacity, why a month is full, and the cases that make it so. */
export function DemandPage() {
  const { team } = useLookedAt();
  return (
    <WithDemand title="Demand">
      {(demand) => {
        const one = teamOf(demand, team);
        return one ? (
          <TeamDemand key={team ?? ''} demand={demand} one={one} />
        ) : (
          <NoSuchTeam team={team ?? ''} />
        );
      }}
    </WithDemand>
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
