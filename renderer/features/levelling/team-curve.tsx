import { useEffect, useMemo } from 'react';
import type { Plan } from '#shared/domain/plan.ts';
import type { Steering } from '#shared/domain/steering.ts';
import { useJob } from '../../api/jobs.ts';
import { JobProgress } from '../../components/states/job-progress.tsx';
import { ErrorPanel } from '../../components/states/panels.tsx';
import { Curve } from './curve.tsx';

type Question = { snapshotId: number; team: string; months: number; steering: Steering };

/** The curve of one team, worked out once the plan is there; what is steered bends it, a cap on moves does not. */
export function TeamCurve({
  question,
  plan,
  isReady,
  onPick,
}: {
  question: Question;
  plan: Plan;
  isReady: boolean;
  onPick: (moves: number) => void;
}) {
  const { snapshotId, team, months, steering } = question;
  const input = useMemo(
    () => ({ snapshotId, team, months, steering: { ...steering, caps: { ...steering.caps, moves: null } } }),
    [snapshotId, team, months, steering],
  );
  const slot = JSON.stringify(input);
  const job = useJob('levelling.frontier', slot);
  const { start, state } = job;
  useEffect(() => {
    if (isReady && state === 'idle') void start(input);
  }, [input, isReady, start, state]);

  if (state === 'failed' && job.error) {
    return (
      <ErrorPanel
        title="The curve could not be worked out"
        message={job.error.message}
        reference={job.error.reference}
        onRetry={() => void start(input)}
      />
    );
  }
  const own = job.result?.teams.find((one) => one.team === team);
  if (!own) {
    return (
      <JobProgress
        label="Peak against moves"
        step={job.step}
        progress={job.progress}
        {...(state === 'running' ? { onCancel: () => void job.cancel() } : {})}
      />
    );
  }
  return (
    <Curve
      key={slot}
      curve={{ points: own.points, kneeIndex: own.kneeIndex }}
      shown={{ moves: plan.moves.length, peak: plan.peakAfter }}
      isBusy={!isReady}
      onPick={({ moves }) => {
        onPick(moves);
      }}
    />
  );
}
