import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isIsoDate, isoDate, showDate } from '#shared/domain/dates.ts';
import { Loading } from '../../components/states/loading.tsx';
import { Banner, ErrorPanel } from '../../components/states/panels.tsx';
import { Section } from '../../view/page.tsx';
import { Account } from './account.tsx';
import { Done } from './done.tsx';
import { kindWords, type FileKind } from './model.ts';
import type { ImportStep, useFileImport } from './use-file-import.ts';
import styles from './import.module.css';

type Flow = ReturnType<typeof useFileImport>;

/** One file on its way: read, dated, accounted for, stored. */
export function FileFlow({ kind, flow }: { kind: FileKind; flow: Flow }) {
  const { step, restart } = flow;
  switch (step.kind) {
    case 'choose':
      return null;
    case 'reading':
      return <Loading label={`Reading ${step.fileName}`} />;
    case 'date':
      return <AskDate step={step} flow={flow} />;
    case 'preview':
      return <Preview kind={kind} step={step} flow={flow} />;
    case 'done':
      return (
        <Done kind={kind} account={step.account} alreadyLoaded={step.alreadyLoaded} onAnother={restart} />
      );
    case 'failed':
      return <Failed kind={kind} step={step} onAnother={restart} />;
  }
}

function AskDate({ step, flow }: { step: Extract<ImportStep, { kind: 'date' }>; flow: Flow }) {
  const [text, setText] = useState('');
  return (
    <Section title={`Which day does ${step.fileName} speak of?`} about={step.error.message}>
      <form
        className={styles.date}
        onSubmit={(event) => {
          event.preventDefault();
          if (isIsoDate(text)) void flow.read(step.fileName, step.uploadId, isoDate(text));
        }}
      >
        <TextInput
          type="date"
          label="As at"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
          autoFocus
        />
        <Button type="submit" disabled={!isIsoDate(text)}>
          Continue
        </Button>
        <Button variant="default" onClick={flow.restart}>
          Another file
        </Button>
      </form>
    </Section>
  );
}

function Preview({
  kind,
  step,
  flow,
}: {
  kind: FileKind;
  step: Extract<ImportStep, { kind: 'preview' }>;
  flow: Flow;
}) {
  const { account } = step;
  const words = kindWords[kind];
  return (
    <div className={styles.flow}>
      {step.alreadyLoaded && (
        <Banner>
          This file is already loaded, as at {showDate(account.asAt)}. Importing it again changes nothing.
        </Banner>
      )}
      {step.error && (
        <ErrorPanel
          title="Nothing was stored"
          message={step.error.message}
          reference={step.error.reference}
        />
      )}
      <div className={styles.buttons}>
        <Button onClick={() => void flow.confirm()} loading={step.isStoring}>
          {step.alreadyLoaded ? 'Import again' : `Import ${words.title.toLowerCase()}`}
        </Button>
        <Button variant="default" onClick={flow.restart}>
          Another file
        </Button>
      </div>
      <Account account={account} kind={kind} />
    </div>
  );
}

function Failed({
  kind,
  step,
  onAnother,
}: {
  kind: FileKind;
  step: Extract<ImportStep, { kind: 'failed' }>;
  onAnother: () => void;
}) {
  return (
    <div className={styles.flow}>
      <ErrorPanel
        title={`${step.fileName} was not read as a ${kindWords[kind].title.toLowerCase()}`}
        message={step.error.message}
        reference={step.error.reference}
      />
      <div className={styles.buttons}>
        <Button onClick={onAnother}>Another file</Button>
      </div>
    </div>
  );
}
