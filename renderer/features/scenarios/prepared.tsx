import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Standards } from '#shared/domain/standards.ts';
import type { ScenarioResult } from '#shared/domain/scenario-result.ts';
import { useQuery } from '../../api/hooks.ts';
import { useJobAnswer } from '../../api/job-answer.ts';
import { JobProgress } from '../../components/states/job-progress.tsx';
import { EmptyPanel, ErrorPanel } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { FirstUse } from '../../view/first-use.tsx';
import { useLookedAt } from '../../view/looked-at.ts';

/** What every scenario is held against, and whether drafts can be answered from its futures. */
export type Ground = { baseline: ScenarioResult; standards: Standards; isReady: boolean };

/** Simulates the futures once for the snapshot, with progress; what stands on them is shown after that. */
export function Prepared({ children }: { children: (ground: Ground) => ReactNode }) {
  const snapshots = useQuery('snapshots.list', {});
  return (
    <Asked query={snapshots} title="The snapshots could not be listed">
      {(held) => (held.length === 0 ? <FirstUse needs="snapshot" /> : <Futures>{children}</Futures>)}
    </Asked>
  );
}

function Futures({ children }: { children: (ground: Ground) => ReactNode }) {
  const { snapshotChoice } = useLookedAt();
  const standards = useQuery('standards.get', {});
  const prepared = useJobAnswer('scenarios.prepare', snapshotChoice, { keepsPrevious: true });
  if (prepared.data) {
    const baseline = prepared.data;
    const isReady = !prepared.isRunning;
    return (
      <Asked query={standards} title="The standards could not be read">
        {(data) => children({ baseline, standards: data.standards, isReady })}
      </Asked>
    );
  }
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
