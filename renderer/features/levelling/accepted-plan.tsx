import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { showDate, isoDate } from '#shared/domain/dates.ts';
import { useQuery } from '../../api/hooks.ts';
import { Banner } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import type { DutyName } from '../../view/duty-names.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { Cautions } from '../../view/cautions.tsx';
import { planState, planStateMeaning } from './model.ts';
import { PlanView } from './plan-view.tsx';
import { UndoButton } from './undo-button.tsx';

/** A plan as it was accepted. */
export function AcceptedPlan({ planId, duties }: { planId: number; duties: readonly DutyName[] }) {
  const { toPlace } = useLookedAt();
  const query = useQuery('plans.get', { planId });
  return (
    <Asked query={query} title="The plan could not be opened">
      {({ summary, plan, unconfirmed }) => {
        const state = planState(summary);
        return (
          <Page
            title={`Accepted plan for ${summary.team}`}
            about={`Accepted ${showDate(isoDate(summary.acceptedAt.slice(0, 10)))}, from the snapshot as at ${showDate(summary.asAt)}${summary.note === '' ? '' : `. ${summary.note}`}`}
            actions={
              <Button component={Link} variant="default" to={toPlace('/levelling', { team: summary.team })}>
                Back to levelling {summary.team}
              </Button>
            }
          >
            <Banner tone={state === 'in force' ? 'good' : 'warn'}>
              This plan is {state}. {planStateMeaning[state]}.
            </Banner>
            <Cautions unconfirmed={unconfirmed} />
            <PlanView
              plan={plan}
              duties={duties}
              actions={summary.undoneAt === null ? <UndoButton plan={summary} /> : null}
            />
          </Page>
        );
      }}
    </Asked>
  );
}
