import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { JobAnswer } from '../../api/job-answer.ts';
import { JobProgress } from '../../components/states/job-progress.tsx';
import { EmptyPanel, ErrorPanel } from '../../components/states/panels.tsx';

/** The answer of a job once it is there; until then how far it is, or what went wrong. */
export function Worked<T>({
  answer,
  label,
  children,
}: {
  answer: JobAnswer<T>;
  label: string;
  children: (data: T) => ReactNode;
}) {
  if (answer.data !== undefined) {
    return (
      <>
        {answer.isRunning && (
          <JobProgress label={label} step={answer.step} progress={answer.progress} onCancel={answer.cancel} />
        )}
        {children(answer.data)}
      </>
    );
  }
  if (answer.error && answer.error.code !== 'cancelled') {
    return (
      <ErrorPanel message={answer.error.message} reference={answer.error.reference} onRetry={answer.again} />
    );
  }
  if (answer.error || answer.isCancelled) {
    return <EmptyPanel title="Cancelled" actions={<Button onClick={answer.again}>Run it</Button>} />;
  }
  return <JobProgress label={label} step={answer.step} progress={answer.progress} onCancel={answer.cancel} />;
}
