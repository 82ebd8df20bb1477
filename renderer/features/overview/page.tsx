import type { Demand } from '#shared/contract/demand.ts';
import { showDate } from '#shared/domain/dates.ts';
import { Later } from '../../components/states/later.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page, Section } from '../../view/page.tsx';
import { Cautions } from '../../view/cautions.tsx';
import { FirstUse } from '../../view/first-use.tsx';
import { WithDemand } from '../../view/with-snapshots.tsx';
import { WithWithout } from '../../view/with-without.tsx';
import { Facts } from './facts.tsx';
import { HeatMap } from './heat-map.tsx';
import { Headline } from './headline.tsx';
import { Overdue } from './overdue.tsx';
import { PlansInForce } from './plans-in-force.tsx';
import { RatioTable } from './ratio-table.tsx';
import styles from './overview.module.css';

/** Which teams break, when, and what to do about it: answered without a click. */
export const OverviewPage = () => (
  <WithDemand title="Overview">{(demand) => <Overview demand={demand} />}</WithDemand>
);

function Overview({ demand }: { demand: Demand }) {
  const { search } = useLookedAt();
  const hasPlanned = demand.teams.some((team) => team.planned !== null);
  const isPlanned = hasPlanned && search.get('plans') === 'with';
  const from =
    demand.rosterAsAt === null
      ? `Snapshot as at ${showDate(demand.asAt)}`
      : `Snapshot as at ${showDate(demand.asAt)}, roster as at ${showDate(demand.rosterAsAt)}`;
  return (
    <Page title="Overview" about={from}>
      <Headline demand={demand} />
      {demand.rosterAsAt === null && <FirstUse needs="roster" />}
      <Cautions unconfirmed={demand.unconfirmed} warnings={demand.warnings} />
      <Section
        title="Utilisation by team and month"
        about="Load due in the month from the cases held as a share of offender managers’ capacity, per cent; cases still to come are not in it. Choose a month to see why."
        actions={
          hasPlanned && (
            <WithWithout
              label="Accepted plans"
              inAddress="plans"
              isWith={isPlanned}
              names={{ without: 'Without plans', with: 'With plans in force' }}
            />
          )
        }
      >
        <HeatMap demand={demand} isPlanned={isPlanned} />
      </Section>
      <div className={styles.columns}>
        <RatioTable />
        <div className={styles.stack}>
          <Overdue />
          <PlansInForce demand={demand} />
        </div>
      </div>
      <Later>
        <Facts hasRoster={demand.rosterAsAt !== null} />
      </Later>
    </Page>
  );
}
