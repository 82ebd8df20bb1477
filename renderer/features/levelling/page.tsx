import type { Demand } from '#shared/contract/demand.ts';
import { showDate } from '#shared/domain/dates.ts';
import { useQuery } from '../../api/hooks.ts';
import { Loading } from '../../components/states/loading.tsx';
import { Asked } from '../../view/asked.tsx';
import { FirstUse } from '../../view/first-use.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { AcceptedPlan } from './accepted-plan.tsx';
import { AcceptedPlans } from './accepted-plans.tsx';
import { ChooseTeam } from './choose-team.tsx';
import { TeamProposal } from './team-proposal.tsx';

/** Which work of a team to bring forward: proposed, looked at, accepted, taken back. */
export function LevellingPage() {
  const { months, snapshotChoice } = useLookedAt();
  const snapshots = useQuery('snapshots.list', {});
  const hasSnapshot = (snapshots.data?.length ?? 0) > 0;
  const demand = useQuery(
    'demand.get',
    { ...snapshotChoice, ...(months === undefined ? {} : { months }) },
    { enabled: hasSnapshot, keepsPrevious: true },
  );
  if (snapshots.data?.length === 0) {
    return (
      <Page title="Levelling">
        <FirstUse needs="snapshot" />
      </Page>
    );
  }
  if (!snapshots.data) return <Loading />;
  return (
    <Asked query={demand} title="The demand could not be worked out">
      {(data) => <Levelling demand={data} />}
    </Asked>
  );
}

function Levelling({ demand }: { demand: Demand }) {
  const { team, search } = useLookedAt();
  const planId = Number(search.get('plan') ?? NaN);
  const isKnown = demand.teams.some((one) => one.team === team);
  const about = `Snapshot as at ${showDate(demand.asAt)}, ${String(demand.months.length)} months ahead. Nothing is done after its due date; overdue work is caught up within the months the standards allow.`;
  if (team === undefined || !isKnown) {
    return (
      <Page title="Levelling" about={about}>
        {demand.rosterAsAt === null ? <FirstUse needs="roster" /> : <ChooseTeam demand={demand} />}
        <AcceptedPlans team={undefined} />
      </Page>
    );
  }
  if (Number.isInteger(planId)) return <AcceptedPlan planId={planId} duties={demand.duties} />;
  return (
    <Page title={`Levelling ${team}`} about={about}>
      {demand.rosterAsAt === null ? (
        <FirstUse needs="roster" />
      ) : (
        <TeamProposal
          key={`${team} ${String(demand.snapshotId)} ${String(demand.months.length)}`}
          demand={demand}
          team={team}
        />
      )}
      <AcceptedPlans team={team} />
    </Page>
  );
}
