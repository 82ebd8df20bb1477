import { Button, Tabs } from '@mantine/core';
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
import { Cautions } from '../../view/cautions.tsx';
import { FollowUpPart } from './follow-up.tsx';
import { standingSentence } from './follow-up-model.ts';
import { planStateMeaning } from './model.ts';
import { PlanView } from './plan-view.tsx';
import { UndoButton } from './undo-button.tsx';
import { WorkListPart } from './work-list.tsx';
import styles from './levelling.module.css';

const parts = ['plan', 'list', 'followup'] as const;
type Part = (typeof parts)[number];
const partNames: Record<Part, string> = { plan: 'Plan', list: 'Work list', followup: 'Follow-up' };

const isPart = (text: string | null): text is Part => parts.some((part) => part === text);

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
  const standing = followed.data ? standingSentence(followed.data.moves) : null;
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
  const { search, change } = useLookedAt();
  const asked = search.get('part');
  return (
    <Tabs
      value={isPart(asked) ? asked : 'plan'}
      keepMounted={false}
      onChange={(part) => {
        change({ part: part === 'plan' ? null : part });
      }}
    >
      <Tabs.List aria-label="Parts of the plan" data-print="hide">
        {parts.map((part) => (
          <Tabs.Tab key={part} value={part}>
            {partNames[part]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="plan" className={styles.part ?? ''}>
        <Cautions unconfirmed={unconfirmed} />
        <PlanView
          plan={plan}
          duties={duties}
          actions={summary.undoneAt === null ? <UndoButton plan={summary} /> : null}
        />
      </Tabs.Panel>
      <Tabs.Panel value="list" className={styles.part ?? ''}>
        <WorkListPart planId={summary.id} />
      </Tabs.Panel>
      <Tabs.Panel value="followup" className={styles.part ?? ''}>
        <FollowUpPart planId={summary.id} duties={duties} />
      </Tabs.Panel>
    </Tabs>
  );
}
