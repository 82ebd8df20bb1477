import { Button } from '@mantine/core';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { Demand } from '#shared/contract/demand.ts';
import type { Proposal, SteeringSaid } from '#shared/contract/levelling.ts';
import type { Standards } from '#shared/domain/standards.ts';
import type { Steering } from '#shared/domain/steering.ts';
import { useQuery } from '../../api/hooks.ts';
import { JobProgress } from '../../components/states/job-progress.tsx';
import { Banner, ErrorPanel } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { Cautions } from '../../view/cautions.tsx';
import { dutyNamer } from '../../view/duty-names.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { AcceptButton } from './accept-button.tsx';
import { ChangedSince } from './changed-since.tsx';
import { HandPlan } from './hand-plan.tsx';
import { InForce } from './in-force.tsx';
import { parseTarget } from './model.ts';
import type { Steer } from './moves-table.tsx';
import { PlanView } from './plan-view.tsx';
import { SteeringBar } from './steering-bar.tsx';
import { decide, decisionOn, isSameSteering, monthsOpenTo } from './steering-model.ts';
import { SteeringPanel } from './steering-panel.tsx';
import { TargetChoice, useTargetChoice } from './target-choice.tsx';
import { TeamCurve } from './team-curve.tsx';
import { useLastResult, useProposal, type ProposalJob } from './use-proposal.ts';
import { sinceOf, useSteering } from './use-steering.ts';
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
  const { draft, applied, since, apply } = steering;
  const job = useProposal({ snapshotId, team, months, target, applied, since });
  const isBusy = job.state === 'starting' || job.state === 'running';
  const standards = useQuery('standards.get', {}).data?.standards;
  // While the next plan is being worked out the last one stays in sight. Drawing a plan, the first as well, gives way to whoever types.
  const latest = useLastResult(job);
  const shown = useDeferredValue(latest, null);
  const choice = useTargetChoice(target, shown?.plan.lowerBound ?? null);
  /** Levels to what the controls say, around what has been said. */
  const level = (next?: (draft: Steering) => Steering, wanted = choice.wanted) => {
    const isSame = next === undefined && wanted === target && isSameSteering(draft, applied);
    if (isSame) {
      job.again();
      return;
    }
    apply(shown ? sinceOf(shown) : null, next);
    change({ target: wanted === null ? null : Math.round(wanted * 100) });
  };
  const ask: Ask = { demand, team, steering, job, isBusy, level };

  return (
    <>
      <InForce demand={demand} team={team} peakAfter={shown?.plan.peakAfter ?? null} />
      <SteeringControls ask={ask} shown={shown} standards={standards}>
        <TargetChoice
          choice={choice}
          bound={shown?.plan.lowerBound ?? null}
          isBusy={isBusy}
          onLevel={() => {
            level();
          }}
        />
      </SteeringControls>
      <Running team={team} job={job} />
      {shown && <Proposed ask={ask} shown={shown} isLatest={shown === latest} standards={standards} />}
    </>
  );
}

/** What is asked, of whom, and how far the answer is. */
type Ask = {
  demand: Demand;
  team: string;
  steering: ReturnType<typeof useSteering>;
  job: ProposalJob;
  isBusy: boolean;
  /** @param wanted the highest peak, as a share, or null for the lowest; as the controls say where it is not given */
  level: (next?: (draft: Steering) => Steering, wanted?: number | null) => void;
};

/** What is said of the plan before it is worked out again; beside the button that opens it, what is asked. */
function SteeringControls({
  ask: { demand, steering, job, isBusy, level },
  shown,
  standards,
  children,
}: {
  ask: Ask;
  shown: Proposal | null;
  standards: Standards | undefined;
  children: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const dutyName = useMemo(() => dutyNamer(demand.duties), [demand.duties]);
  const { draft, applied, say, takeBack } = steering;
  return (
    <>
      <div className={styles.controls} data-print="hide">
        {children}
        <Button
          variant="default"
          aria-expanded={isOpen}
          disabled={!standards}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {isOpen ? 'Close steering' : 'Steer: caps, exclusions, reset rules …'}
        </Button>
      </div>
      {isOpen && standards && (
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
        isAnswered={job.state === 'done'}
        onSay={say}
        onApply={level}
        onTakeBack={takeBack}
      />
    </>
  );
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

/** The plan proposed, its moves open to be decided on. */
function Proposed({
  ask: { demand, team, steering, job, isBusy, level },
  shown,
  isLatest,
  standards,
}: {
  ask: Ask;
  shown: Proposal;
  isLatest: boolean;
  standards: Standards | undefined;
}) {
  const { draft, applied, since } = steering;
  const steer = useSteer(demand, steering, standards);
  const dutyName = useMemo(() => dutyNamer(demand.duties), [demand.duties]);
  const question = {
    snapshotId: demand.snapshotId,
    team,
    months: demand.months.length,
    steering: applied,
  };
  return (
    <>
      <Cautions unconfirmed={shown.unconfirmed} warnings={shown.warnings} />
      <PlanView
        plan={shown.plan}
        duties={demand.duties}
        actions={
          <AcceptButton
            proposal={shown}
            isOlderThanWords={!isSameSteering(draft, applied) || job.state !== 'done'}
            onLost={job.again}
            isBusy={isBusy || !isLatest}
          />
        }
        changes={
          shown.changedSince &&
          since &&
          since.proposalId !== shown.proposalId && (
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
            question={question}
            plan={shown.plan}
            isReady={job.state === 'done'}
            onPick={(moves) => {
              level((old) => ({ ...old, caps: { ...old.caps, moves } }), null);
            }}
          />
        }
        steer={steer}
      />
      <HandPlan question={question} />
    </>
  );
}

/** How a single move is decided on. */
function useSteer(
  { months: [month0] }: Demand,
  { draft, say }: Ask['steering'],
  standards: Standards | undefined,
): Steer | null {
  return useMemo(() => {
    if (month0 === undefined) return null;
    return {
      decisionOn: (move) => decisionOn(draft, move),
      monthsOpenTo: (move) => monthsOpenTo(move, standards, month0),
      onDecide: (move, decision) => {
        say((old) => decide(old, move, decision));
      },
    };
  }, [month0, draft, say, standards]);
}
