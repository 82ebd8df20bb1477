import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FileKind } from '#shared/contract/mapping.ts';
import { showDate } from '#shared/domain/dates.ts';
import { counted } from '#shared/planning/wording.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { Banner, ErrorPanel } from '../../components/states/panels.tsx';
import { Account } from './account.tsx';
import { ExportAccount } from './export-account.tsx';
import { nameFromFile } from './mapping-model.ts';
import { heldOtherwise, kindWords } from './model.ts';
import { isWorthKeeping } from './questions.ts';
import type { ImportFlow, ImportStep } from './use-file-import.ts';
import styles from './import.module.css';

/** What becomes of every row, before anything is stored. */
export function Preview({
  kind,
  step,
  flow,
}: {
  kind: FileKind;
  step: Extract<ImportStep, { kind: 'preview' }>;
  flow: ImportFlow;
}) {
  const { file, previewed } = step;
  const { account, alreadyLoaded, readsDifferently, alreadyHeld } = previewed;
  const words = kindWords[kind];
  const offersKeeping = isWorthKeeping(file.reading, file.proposed);
  const [name, setName] = useState(() => file.proposed.mappingName ?? nameFromFile(file.inspection.fileName));
  const keepAs = offersKeeping && name.trim() !== '' ? name.trim() : null;
  return (
    <div className={styles.flow}>
      {readsDifferently && <Banner tone="warn">{heldOtherwise(kind)}</Banner>}
      {alreadyLoaded && !readsDifferently && (
        <Banner>
          This file is already loaded, as at {showDate(account.asAt)}. Importing it again changes nothing.
        </Banner>
      )}
      {!alreadyLoaded && !readsDifferently && alreadyHeld !== null && alreadyHeld > 0 && (
        <Banner>
          {counted(alreadyHeld, 'abstraction')} of this file {alreadyHeld === 1 ? 'is' : 'are'} held already
          and will not be stored twice.
        </Banner>
      )}
      {step.error && (
        <ErrorPanel
          title="Nothing was stored"
          message={step.error.message}
          reference={step.error.reference}
        />
      )}
      {offersKeeping && (
        <TextInput
          size="xs"
          className={styles.keepAs ?? ''}
          label="Keep this mapping as"
          description="Next month’s file with these headings is then read without asking. Empty: not kept."
          maxLength={80}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
      )}
      <Buttons>
        <Button onClick={() => void flow.confirm(file, previewed, keepAs)}>
          {alreadyLoaded ? 'Import again' : `Import ${words.title.toLowerCase()}`}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            flow.change(file);
          }}
        >
          Change how columns are read …
        </Button>
        <ExportAccount account={account} kind={kind} />
        <Button variant="default" onClick={flow.restart}>
          Another file
        </Button>
      </Buttons>
      <Account account={account} kind={kind} fields={file.inspection.fields} />
    </div>
  );
}
