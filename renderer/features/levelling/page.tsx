import type { Demand } from '#shared/contract/demand.ts';
import { showDate } from '#shared/domain/dates.ts';
import { FirstUse } from '../../view/first-use.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { WithDemand } from '../../view/with-snapshots.tsx';
import { AcceptedPlan } from './accepted-plan.tsx';
import { AcceptedPlans } from './accepted-plans.tsx';
import { ChooseTeam } from './choose-team.tsx';
import { TeamProposal } from './team-proposal.tsx';

/** Which work of a team to bring forward: proposed, looked at, accepted, taken back. */
export const LevellingPage = () => (
  <WithDemand title="Levelling">{(demand) => <Levelling demand={demand} />}</WithDemand>
);

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
