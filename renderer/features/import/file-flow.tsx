import { Button } from '@mantine/core';
import type { FileKind } from '#shared/contract/mapping.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { JobProgress } from '../../components/states/job-progress.tsx';
import { Loading } from '../../components/states/loading.tsx';
import { ErrorPanel } from '../../components/states/panels.tsx';
import { Done } from './done.tsx';
import { MappingScreen } from './mapping-screen.tsx';
import { kindWords } from './model.ts';
import { Preview } from './preview.tsx';
import type { ImportFlow, ImportStep } from './use-file-import.ts';
import styles from './import.module.css';

/** One file on its way: looked at, asked about, accounted for, stored. */
export function FileFlow({ kind, flow }: { kind: FileKind; flow: ImportFlow }) {
  const { step, restart } = flow;
  switch (step.kind) {
    case 'choose':
      return null;
    case 'looking':
      return <Loading label={`Reading ${step.fileName}`} />;
    case 'mapping':
      return <MappingScreen kind={kind} file={step.file} flow={flow} />;
    case 'working':
      return (
        <JobProgress
          label={`${step.doing === 'storing' ? 'Importing' : 'Reading'} ${step.file.inspection.fileName}`}
          step={step.step}
          progress={step.progress}
          onCancel={flow.cancel}
        />
      );
    case 'preview':
      return <Preview kind={kind} step={step} flow={flow} />;
    case 'done':
      return <Done kind={kind} step={step} onAnother={restart} />;
    case 'failed':
      return <Failed kind={kind} step={step} flow={flow} />;
  }
}

function Failed({
  kind,
  step,
  flow,
}: {
  kind: FileKind;
  step: Extract<ImportStep, { kind: 'failed' }>;
  flow: ImportFlow;
}) {
  const { file } = step;
  return (
    <div className={styles.flow}>
      <ErrorPanel
        title={`${step.fileName} was not read as ${kindWords[kind].a}`}
        message={step.error.message}
        reference={step.error.reference}
      />
      <Buttons>
        {file && (
          <Button
            onClick={() => {
              flow.change(file);
            }}
          >
            Change how it is read …
          </Button>
        )}
        <Button variant={file ? 'default' : 'filled'} onClick={flow.restart}>
          Another file
        </Button>
      </Buttons>
    </div>
  );
}
