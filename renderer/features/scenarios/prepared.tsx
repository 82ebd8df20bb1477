import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Standards } from '#shared/domain/standards.ts';
import type { ScenarioResult } from '#shared/domain/scenario-result.ts';
import { useQuery } from '../../api/hooks.ts';
import { useJobAnswer, type JobAnswer } from '../../api/job-answer.ts';
import { JobProgress } from '../../components/states/job-progress.tsx';
import { EmptyPanel, ErrorPanel } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { FirstUse } from '../../view/first-use.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';

/** What every scenario is held against, and whether drafts can be answered from its futures. */
export type Ground = { baseline: ScenarioResult; standards: Standards; isReady: boolean };

type Props = {
  /** Of the page to show until all is there; absent where the caller shows one. */
  title?: string;
  children: (ground: Ground) => ReactNode;
};

/** Simulates the futures once for the snapshot, with progress; what stands on them is shown after that. */
export function Prepared(props: Props) {
  const snapshots = useQuery('snapshots.list', {});
  return (
    <Asked query={snapshots} title="The snapshots could not be listed">
      {(held) =>
        held.length === 0 ? (
          <Waiting title={props.title}>
            <FirstUse needs="snapshot" />
          </Waiting>
        ) : (
          <Futures {...props} />
        )
      }
    </Asked>
  );
}

const Waiting = ({ title, children }: { title: string | undefined; children: ReactNode }) =>
  title === undefined ? children : <Page title={title}>{children}</Page>;

function Futures({ title, children }: Props) {
  const { snapshotChoice } = useLookedAt();
  const standards = useQuery('standards.get', {});
  const prepared = useJobAnswer('scenarios.prepare', snapshotChoice, { keepsPrevious: true });
  if (!prepared.data) {
    return (
      <Waiting title={title}>
        <Preparing prepared={prepared} />
      </Waiting>
    );
  }
  const baseline = prepared.data;
  const isReady = !prepared.isRunning;
  return (
    <Asked query={standards} title="The standards could not be read">
      {(data) => children({ baseline, standards: data.standards, isReady })}
    </Asked>
  );
}

function Preparing({ prepared }: { prepared: JobAnswer<ScenarioResult> }) {
  if (prepared.error?.details.needs === 'roster') return <FirstUse needs="roster" />;
  if (prepared.error && prepared.error.code !== 'cancelled') {
    return (
      <ErrorPanel
        title="The futures could not be simulated"
        message={prepared.error.message}
        reference={prepared.error.reference}
        onRetry={prepared.again}
      />
    );
  }
  if (prepared.isCancelled || prepared.error) {
    return (
      <EmptyPanel
        title="Simulating the futures was cancelled"
        actions={<Button onClick={prepared.again}>Simulate the futures</Button>}
      >
        <p>Every scenario rests on them. It takes seconds, once for a snapshot.</p>
      </EmptyPanel>
    );
  }
  return (
    <JobProgress
      label="Simulating 1,000 futures"
      step={prepared.step}
      progress={prepared.progress}
      onCancel={prepared.cancel}
    />
  );
}
