import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { PlanSummary } from '#shared/contract/plans.ts';
import { showDate, isoDate } from '#shared/domain/dates.ts';
import { planState, type Plan } from '#shared/domain/plan.ts';
import { useQuery } from '../../api/hooks.ts';
import { Banner } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import type { DutyName } from '../../view/duty-names.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { PartTabs } from '../../view/part-tabs.tsx';
import { Cautions } from '../../view/cautions.tsx';
import { FollowUpPart } from './follow-up.tsx';
import { standingSentence } from './follow-up-model.ts';
import { planStateMeaning } from './model.ts';
import { PlanView } from './plan-view.tsx';
import { UndoButton } from './undo-button.tsx';
import { WorkListPart } from './work-list.tsx';

/** A plan as it was accepted, what it asks of whom, and what became of it. */
export function AcceptedPlan({ planId, duties }: { planId: number; duties: readonly DutyName[] }) {
  const { toPlace } = useLookedAt();
  const query = useQuery('plans.get', { planId });
  return (
    <Asked query={query} title="The plan could not be opened">
      {({ summary, plan, unconfirmed }) => (
        <Page
          title={`Accepted plan for ${summary.team}`}
          about={`Accepted ${showDate(isoDate(summary.acceptedAt.slice(0, 10)))}, from the snapshot as at ${showDate(summary.asAt)}${summary.note === '' ? '' : `. ${summary.note}`}`}
          actions={
            <Button component={Link} variant="default" to={toPlace('/levelling', { team: summary.team })}>
              Back to levelling {summary.team}
            </Button>
          }
        >
          <StateBanner summary={summary} />
          <Parts summary={summary} plan={plan} unconfirmed={unconfirmed} duties={duties} />
        </Page>
      )}
    </Asked>
  );
}

/** Where the plan stands; once a newer snapshot is loaded, how much of it still does. */
function StateBanner({ summary }: { summary: PlanSummary }) {
  const state = planState(summary);
  const enabled = summary.inForce && summary.isStale;
  const followed = useQuery('plans.followUp', { planId: summary.id }, { enabled });
  const standing = enabled && followed.data ? standingSentence(followed.data.moves) : null;
  return (
    <Banner tone={state === 'in force' ? 'good' : 'warn'}>
      This plan is {state}. {planStateMeaning[state]}.{standing !== null && ` ${standing}.`}
    </Banner>
  );
}

function Parts({
  summary,
  plan,
  unconfirmed,
  duties,
}: {
  summary: PlanSummary;
  plan: Plan;
  unconfirmed: readonly string[];
  duties: readonly DutyName[];
}) {
  return (
    <PartTabs
      label="Parts of the plan"
      parts={[
        {
          key: 'plan',
          name: 'Plan',
          body: (
            <>
              <Cautions unconfirmed={unconfirmed} />
              <PlanView
                plan={plan}
                duties={duties}
                actions={summary.undoneAt === null ? <UndoButton plan={summary} /> : null}
              />
            </>
          ),
        },
        { key: 'list', name: 'Work list', body: <WorkListPart planId={summary.id} /> },
        {
          key: 'followup',
          name: 'Follow-up',
          body: <FollowUpPart planId={summary.id} duties={duties} />,
        },
      ]}
    />
  );
}
