import { Button, NativeSelect } from '@mantine/core';
import { useId } from 'react';
import type { FileKind, Inspection } from '#shared/contract/mapping.ts';
import { useQuery } from '../../api/hooks.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { Section } from '../../view/page.tsx';
import { CodesTable } from './codes-table.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { FileFacts } from './file-facts.tsx';
import { FirstRows } from './first-rows.tsx';
import { asProposed, isEdited, mappingOf, type Reading } from './mapping-model.ts';
import { kindWords } from './model.ts';
import { blockers, openQuestions } from './questions.ts';
import type { FileInHand, ImportFlow } from './use-file-import.ts';
import { useInspection } from './use-inspection.ts';
import importStyles from './import.module.css';

/** How a file is read: what it is, what its columns and codes mean, and the first rows read that way. */
export function MappingScreen({ kind, file, flow }: { kind: FileKind; file: FileInHand; flow: ImportFlow }) {
  const { reading, inspection, proposed, error, isLooking, read } = useInspection(kind, file);
  const mapping = mappingOf(reading, inspection);
  const change = (next: typeof mapping) => {
    read({ ...reading, mapping: next });
  };
  return (
    <div className={importStyles.flow}>
      <Section
        title={`How is ${inspection.fileName} read?`}
        about={`As ${kindWords[kind].a}. Nothing is stored yet.`}
        actions={<ReadBy kind={kind} reading={reading} recognised={proposed.mappingName} onRead={read} />}
      >
        <Questions reading={reading} inspection={inspection} proposed={proposed} />
        {error && <Banner tone="bad">{error.message} What is shown below is as it was before.</Banner>}
        <MappingButtons
          canUndo={isEdited(reading, proposed)}
          reasons={[
            ...blockers(reading, inspection),
            // Without a mapping of its own the file has to be looked at first: it may ask something else now.
            ...(isLooking && reading.mapping === undefined ? ['the file is being looked at again'] : []),
            ...(error ? ['the file cannot be read like this'] : []),
          ]}
          onContinue={() => {
            // What is shown is what is read: proposals that are not sure are only used when they are said.
            const said = inspection.mappingFrom === 'proposed' ? { ...reading, mapping } : reading;
            void flow.account({ reading: said, inspection, proposed });
          }}
          onUndo={() => {
            read(asProposed(reading));
          }}
          onAnother={flow.restart}
        />
        <p className="visually-hidden" role="status">
          {isLooking ? 'Reading again' : `Read: ${String(inspection.rows)} rows`}
        </p>
      </Section>
      <FileFacts kind={kind} reading={reading} inspection={inspection} onRead={read} />
      <ColumnsTable kind={kind} mapping={mapping} inspection={inspection} onChange={change} />
      <CodesTable mapping={mapping} inspection={inspection} onChange={change} />
      <FirstRows inspection={inspection} isLooking={isLooking} />
    </div>
  );
}

function Questions({
  reading,
  inspection,
  proposed,
}: {
  reading: Reading;
  inspection: Inspection;
  proposed: Inspection;
}) {
  const questions = openQuestions(reading, inspection, proposed);
  const name = proposed.mappingName;
  return (
    <>
      {proposed.misfits.length > 0 && (
        <Banner tone="warn">
          The kept mapping {name === null ? '' : `“${name}” `}no longer fits this file:
          <ul>
            {proposed.misfits.map((misfit) => (
              <li key={misfit}>{misfit}</li>
            ))}
          </ul>
        </Banner>
      )}
      {questions.length > 0 ? (
        <Banner tone="warn">
          <strong>To be looked at</strong>
          <ul aria-label="To be looked at">
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </Banner>
      ) : (
        <Banner tone="good">Nothing is left to be asked. Look at the first rows below, then continue.</Banner>
      )}
    </>
  );
}

function MappingButtons({
  canUndo,
  reasons,
  onContinue,
  onUndo,
  onAnother,
}: {
  canUndo: boolean;
  reasons: readonly string[];
  onContinue: () => void;
  onUndo: () => void;
  onAnother: () => void;
}) {
  const reasonId = useId();
  return (
    <Buttons>
      <Button
        onClick={onContinue}
        disabled={reasons.length > 0}
        {...(reasons.length > 0 ? { 'aria-describedby': reasonId } : {})}
      >
        Continue
      </Button>
      <Button variant="default" onClick={onUndo} disabled={!canUndo}>
        As proposed
      </Button>
      <Button variant="default" onClick={onAnother}>
        Another file
      </Button>
      {reasons.length > 0 && (
        <span id={reasonId} className={importStyles.dim}>
          Cannot continue: {reasons.join('; ')}.
        </span>
      )}
    </Buttons>
  );
}

/** The kept mappings of this kind, where there are any to choose from. */
function ReadBy({
  kind,
  reading,
  recognised,
  onRead,
}: {
  kind: FileKind;
  reading: Reading;
  recognised: string | null;
  onRead: (reading: Reading) => void;
}) {
  const kept = useQuery('mappings.list', {});
  const names = (kept.data ?? []).filter((one) => one.kind === kind).map(({ name }) => name);
  if (names.length === 0) return null;
  const name = reading.mappingName ?? recognised ?? '';
  return (
    <NativeSelect
      size="xs"
      label="Read by kept mapping"
      value={name}
      data={[...(name === '' ? [{ value: '', label: 'none' }] : []), ...names]}
      onChange={(event) => {
        onRead({ ...asProposed(reading), mappingName: event.currentTarget.value });
      }}
    />
  );
}
