import { useEffect } from 'react';
import { Link } from 'react-router';
import type { Demand } from '#shared/contract/demand.ts';
import { useQuery } from '../../api/hooks.ts';
import { useJob } from '../../api/jobs.ts';
import { JobProgress } from '../../components/states/job-progress.tsx';
import { Banner, ErrorPanel } from '../../components/states/panels.tsx';
import { counted, showPercent } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { proposalSlot } from '../../view/use-proposals.ts';
import { Cautions } from '../../view/cautions.tsx';
import { AcceptButton } from './accept-button.tsx';
import { parseTarget } from './model.ts';
import { PlanView } from './plan-view.tsx';
import { TargetChoice } from './target-choice.tsx';
import styles from './levelling.module.css';

/** The proposal for one team: asked for at once, again with another target, cancelled, accepted. */
export function TeamProposal({ demand, team }: { demand: Demand; team: string }) {
  const { search, change } = useLookedAt();
  const target = parseTarget(search.get('target'));
  const months = demand.months.length;
  const { snapshotId } = demand;
  const job = useJob('levelling.level', proposalSlot(snapshotId, team, months, target));
  const { start, state } = job;
  const isBusy = state === 'starting' || state === 'running';

  useEffect(() => {
    if (state === 'idle') void start({ snapshotId, team, months, ...(target === null ? {} : { target }) });
  }, [months, snapshotId, start, state, target, team]);

  const again = () => {
    void start({ snapshotId, team, months, ...(target === null ? {} : { target }) });
  };
  return (
    <>
      <InForce team={team} />
      <div className={styles.controls} data-print="hide">
        <TargetChoice
          target={target}
          bound={job.result?.plan.lowerBound ?? null}
          isBusy={isBusy}
          onLevel={(wanted) => {
            if (wanted === target) again();
            else change({ target: wanted === null ? null : Math.round(wanted * 100) });
          }}
        />
      </div>
      {isBusy && (
        <JobProgress
          label={`Levelling ${team}`}
          step={job.step}
          progress={job.progress}
          onCancel={() => void job.cancel()}
        />
      )}
      {state === 'cancelled' && <Banner>Levelling was cancelled. Nothing has changed.</Banner>}
      {state === 'failed' && job.error && (
        <ErrorPanel
          title="Levelling failed"
          message={job.error.message}
          reference={job.error.reference}
          onRetry={again}
        />
      )}
      {job.result && (
        <>
          <Cautions unconfirmed={job.result.unconfirmed} />
          <PlanView
            plan={job.result.plan}
            duties={demand.duties}
            actions={<AcceptButton proposal={job.result} onLost={again} />}
          />
        </>
      )}
    </>
  );
}

function InForce({ team }: { team: string }) {
  const { toPlace } = useLookedAt();
  const plans = useQuery('plans.list', { team });
  const plan = plans.data?.find((one) => one.inForce);
  if (!plan) return null;
  return (
    <Banner tone="good">
      A plan is in force: {counted(plan.moves, 'move')}, peak {showPercent(plan.peakBefore)} →{' '}
      {showPercent(plan.peakAfter)}. <Link to={toPlace('/levelling', { team, plan: plan.id })}>Open it</Link>.
      Below is what would be proposed from the start.
    </Banner>
  );
}
