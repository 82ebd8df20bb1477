import { useEffect } from 'react';
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
  const { caps } = question.steering;
  const uncapped = { ...question.steering, caps: { ...caps, moves: null } };
  const input = { ...question, steering: uncapped };
  const slot = JSON.stringify(input);
  const job = useJob('levelling.frontier', slot);
  const { start, state } = job;
  useEffect(() => {
    if (isReady && state === 'idle') void start(JSON.parse(slot) as typeof input);
  }, [isReady, slot, start, state]);

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
  const own = job.result?.teams.find(({ team }) => team === question.team);
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
      points={own.points}
      kneeIndex={own.kneeIndex}
      bound={own.points.at(-1)?.bound ?? null}
      shown={{ moves: plan.moves.length, peak: plan.peakAfter }}
      months={question.months}
      isBusy={!isReady}
      onPick={({ moves }) => {
        onPick(moves);
      }}
    />
  );
}
