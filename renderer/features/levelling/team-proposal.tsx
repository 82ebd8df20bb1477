import { Button } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Demand } from '#shared/contract/demand.ts';
import type { Proposal, SteeringSaid } from '#shared/contract/levelling.ts';
import { showDate } from '#shared/domain/dates.ts';
import { noSteering } from '#shared/domain/steering.ts';
import { movesLeftSaid } from '#shared/planning/wording.ts';
import { useQuery } from '../../api/hooks.ts';
import { useJob, type JobView } from '../../api/jobs.ts';
import { JobProgress } from '../../components/states/job-progress.tsx';
import { Banner, ErrorPanel } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { dutyNamer } from '../../view/duty-names.ts';
import { showPercent } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { proposalSlot } from '../../view/use-proposals.ts';
import { isLower, isWornOut, peakWith } from '../../view/worn-out.ts';
import { Cautions } from '../../view/cautions.tsx';
import { AcceptButton } from './accept-button.tsx';
import { ChangedSince } from './changed-since.tsx';
import { HandPlan } from './hand-plan.tsx';
import { parseTarget } from './model.ts';
import type { Steer } from './moves-table.tsx';
import { PlanView } from './plan-view.tsx';
import { SteeringBar } from './steering-bar.tsx';
import { decide, decisionOn, isSameSteering, monthsOpenTo } from './steering-model.ts';
import { SteeringPanel } from './steering-panel.tsx';
import { TargetChoice } from './target-choice.tsx';
import { TeamCurve } from './team-curve.tsx';
import { sinceOf, useSteering, type Since } from './use-steering.ts';
import styles from './levelling.module.css';

/** The proposal for one team, around what was said of it before. */
export function TeamProposal({ demand, team }: { demand: Demand; team: string }) {
  const plan = { snapshotId: demand.snapshotId, team, months: demand.months.length };
  const said = useQuery('steering.get', plan);
  return (
    <Asked query={said} title="What was said of this plan could not be read">
      {(data) => <SteeredProposal demand={demand} team={team} said={data} />}
    </Asked>
  );
}

/** Asked for at once, steered and asked for again, cancelled, accepted. */
function SteeredProposal({ demand, team, said }: { demand: Demand; team: string; said: SteeringSaid }) {
  const { search, change } = useLookedAt();
  const target = parseTarget(search.get('target'));
  const months = demand.months.length;
  const { snapshotId } = demand;
  const steering = useSteering({ snapshotId, team, months }, said);
  const { draft, applied, since, say, apply } = steering;
  const job = useProposal({ snapshotId, team, months, target, applied, since });
  const isBusy = job.state === 'starting' || job.state === 'running';
  const standards = useQuery('standards.get', {}).data?.standards;
  const [isSteering, setIsSteering] = useState(false);
  const dutyName = useMemo(() => dutyNamer(demand.duties), [demand.duties]);
  // While the next plan is being worked out the last one stays in sight. Drawing a plan gives way to whoever types.
  const latest = useLastResult(job);
  const shown = useDeferredValue(latest);
  const steer = useMemo((): Steer | null => {
    const [month0] = demand.months;
    if (month0 === undefined) return null;
    return {
      decisionOn: (move) => decisionOn(draft, move),
      monthsOpenTo: (move) => monthsOpenTo(move, standards, month0),
      onDecide: (move, decision) => {
        say((old) => decide(old, move, decision));
      },
    };
  }, [demand.months, draft, say, standards]);
  const here = shown ? sinceOf(shown) : null;

  return (
    <>
      <InForce demand={demand} team={team} peakAfter={shown?.plan.peakAfter ?? null} />
      <div className={styles.controls} data-print="hide">
        <TargetChoice
          target={target}
          bound={shown?.plan.lowerBound ?? null}
          isBusy={isBusy}
          onLevel={(wanted) => {
            const isSame = wanted === target && isSameSteering(draft, applied);
            if (!isSame) apply(here);
            if (isSame) job.again();
            else change({ target: wanted === null ? null : Math.round(wanted * 100) });
          }}
        />
        <Button
          variant="default"
          aria-expanded={isSteering}
          disabled={!standards}
          onClick={() => {
            setIsSteering(!isSteering);
          }}
        >
          {isSteering ? 'Close steering' : 'Steer: caps, exclusions, reset rules …'}
        </Button>
      </div>
      {isSteering && standards && (
        <SteeringPanel
          draft={draft}
          months={demand.months}
          officers={shown?.plan.officers.map(({ officer }) => officer) ?? []}
          standards={standards}
          onSay={say}
        />
      )}
      <SteeringBar
        draft={draft}
        applied={applied}
        dutyName={dutyName}
        isBusy={isBusy}
        onSay={say}
        onApply={(next) => {
          apply(here, next);
        }}
        onTakeBack={steering.takeBack}
      />
      <Running team={team} job={job} />
      {shown && (
        <>
          <Cautions unconfirmed={shown.unconfirmed} warnings={shown.warnings} />
          <PlanView
            plan={shown.plan}
            duties={demand.duties}
            actions={
              <AcceptButton
                proposal={shown}
                isOlderThanWords={!isSameSteering(draft, applied)}
                onLost={job.again}
                isBusy={isBusy || shown !== latest}
              />
            }
            changes={
              shown.changedSince &&
              since && (
                <ChangedSince
                  difference={shown.changedSince}
                  before={since.plan}
                  now={sinceOf(shown).plan}
                  dutyName={dutyName}
                />
              )
            }
            curve={
              <TeamCurve
                question={{ snapshotId, team, months, steering: applied }}
                plan={shown.plan}
                isReady={job.state === 'done'}
                onPick={(moves) => {
                  change({ target: null });
                  apply(here, (old) => ({ ...old, caps: { ...old.caps, moves } }));
                }}
              />
            }
            steer={steer}
          />
          <HandPlan question={{ snapshotId, team, months, steering: applied }} />
        </>
      )}
    </>
  );
}

type ProposalJob = JobView<Proposal> & { again: () => void; cancel: () => Promise<void> };

/** The plan for what is asked now, started when it has not been asked before. */
function useProposal(question: {
  snapshotId: number;
  team: string;
  months: number;
  target: number | null;
  applied: typeof noSteering;
  since: Since | null;
}): ProposalJob {
  const { snapshotId, team, months, target, applied, since } = question;
  const isPlain = since === null && isSameSteering(applied, noSteering);
  const slot = proposalSlot(snapshotId, team, months, target, isPlain ? null : [applied, since?.proposalId]);
  const job = useJob('levelling.level', slot);
  const { start, state } = job;
  const again = useCallback(() => {
    void start({
      snapshotId,
      team,
      months,
      ...(target === null ? {} : { target }),
      ...(isPlain ? {} : { steering: applied }),
      ...(since === null ? {} : { since: { proposalId: since.proposalId } }),
    });
  }, [applied, isPlain, months, since, snapshotId, start, target, team]);
  useEffect(() => {
    if (state === 'idle') again();
  }, [again, state]);
  return { ...job, again };
}

function useLastResult({ result }: JobView<Proposal>): Proposal | null {
  const [last, setLast] = useState(result);
  if (result !== null && result !== last) setLast(result);
  return result ?? last;
}

function Running({ team, job }: { team: string; job: ProposalJob }) {
  const { state } = job;
  return (
    <>
      {(state === 'starting' || state === 'running') && (
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
          onRetry={job.again}
        />
      )}
    </>
  );
}

/** The plan that the team works by, what is left of it, and whether the proposal below would do better. */
function InForce({ demand, team, peakAfter }: { demand: Demand; team: string; peakAfter: number | null }) {
  const { toPlace } = useLookedAt();
  const planned = demand.teams.find((one) => one.team === team)?.planned ?? null;
  if (!planned) return null;
  const peak = peakWith(planned);
  return (
    <Banner tone={isWornOut(demand, planned) ? 'warn' : 'good'}>
      A plan is in force, accepted on the snapshot as at {showDate(planned.asAt)}:{' '}
      {movesLeftSaid(planned.counts)}. With it the peak is {showPercent(peak)}
      {isLower(peakAfter, peak) && `; the proposal below would bring it to ${showPercent(peakAfter)}`}.{' '}
      <Link to={toPlace('/levelling', { team, plan: planned.planId })}>Open it</Link>. Below is what would be
      proposed from the start: accepted, it takes that plan’s place.
    </Banner>
  );
}
