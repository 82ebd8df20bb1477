import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Parsed } from '#shared/contract/registry.ts';
import type { Reason } from '#shared/domain/abstraction.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { useAskedForm } from '../../components/form/use-asked-form.ts';
import { Banner } from '../../components/states/panels.tsx';
import { draftProblems, reasonChoices, sentDraft, withChange, type Draft } from './draft.ts';
import { useProposal } from './use-proposal.ts';
import styles from './abstractions.module.css';

type Props = {
  first: Draft;
  reasons: readonly Reason[];
  /** Collar numbers to choose from; typed where none are known. */
  people: readonly string[];
  /** The record that is being changed; none when one is recorded. */
  id?: number;
  submit: string;
  error: { message: string } | null;
  isPending: boolean;
  onSave: (sent: Parsed<'abstractions.record'>, draft: Draft) => void;
  onCancel?: () => void;
};

/** Who, when, how long, what for. What is usual stands there already, and Enter saves. */
export function RecordForm(props: Props) {
  const { first, reasons, people, id, submit, error, isPending, onSave, onCancel } = props;
  const [draft, setDraft] = useState(first);
  const { filled, isWaiting, whenFilled, overlap } = useProposal(draft, id);
  const { isAsked, onSubmit } = useAskedForm(() => {
    void whenFilled().then((whole) => {
      const sent = sentDraft(whole);
      if (sent) onSave(sent, whole);
    });
  });
  const { hours: ofHours, ...rest } = draftProblems(filled);
  const problems = isWaiting || ofHours === undefined ? rest : { ...rest, hours: ofHours };
  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      <RecordFields
        first={first}
        draft={filled}
        problems={isAsked ? problems : {}}
        reasons={reasons}
        people={people}
        onChange={(changes) => {
          setDraft((old) => withChange(old, changes, reasons));
        }}
      />
      {overlap !== null && (
        <div role="status">
          <Banner tone="warn">{overlap}</Banner>
        </div>
      )}
      {error && (
        <div role="alert">
          <Banner tone="bad">{error.message}</Banner>
        </div>
      )}
      <EndButtons onCancel={onCancel}>
        <Button type="submit" loading={isPending}>
          {submit}
        </Button>
      </EndButtons>
    </form>
  );
}

type Edited = { draft: Draft; onChange: (changes: Partial<Draft>) => void };

function RecordFields({
  first,
  draft,
  problems,
  reasons,
  people,
  onChange,
}: Pick<Props, 'first' | 'reasons' | 'people'> & Edited & { problems: ReturnType<typeof draftProblems> }) {
  /** A text field of the draft. */
  const text = (
    key: 'from' | 'to' | 'startTime' | 'hours' | 'collar' | 'requestedBy' | 'approvedBy' | 'detail',
  ) => ({
    value: draft[key],
    error: problems[key],
    onChange: (event: { currentTarget: { value: string } }) => {
      onChange({ [key]: event.currentTarget.value });
    },
  });
  const asksWho = first.collar === '';
  return (
    <div className={styles.fields}>
      <Who people={people} isFocused={asksWho} {...text('collar')} />
      <NativeSelect
        size="xs"
        label="Reason"
        data={reasonChoices(reasons, first.reason)}
        value={draft.reason}
        error={problems.reason}
        onChange={(event) => {
          onChange({ reason: event.currentTarget.value });
        }}
      />
      <TextInput
        type="date"
        label="First day"
        data-autofocus={asksWho ? undefined : true}
        {...text('from')}
      />
      <TextInput type="date" label="Last day" {...text('to')} />
      <TextInput
        type="time"
        label="Begins at, for a part of a day"
        disabled={draft.from !== draft.to}
        {...text('startTime')}
      />
      <TextInput label="Hours lost, in all" inputMode="decimal" {...text('hours')} />
      <TextInput label="Requested by" maxLength={60} {...text('requestedBy')} />
      <TextInput label="Approved by" maxLength={60} {...text('approvedBy')} />
      <div className={styles.wide}>
        <TextInput label="Detail" maxLength={300} {...text('detail')} />
      </div>
      <PlannedAndLent draft={draft} onChange={onChange} />
    </div>
  );
}

function PlannedAndLent({ draft, onChange }: Edited) {
  return (
    <>
      <Checkbox
        label={`Planned: known beforehand${draft.isPlanned === null ? ' (not said)' : ''}`}
        checked={draft.isPlanned === true}
        indeterminate={draft.isPlanned === null}
        onChange={(event) => {
          onChange({ isPlanned: event.currentTarget.checked });
        }}
      />
      <Checkbox
        label="Lent to other policing"
        checked={draft.toOtherPolicing}
        onChange={(event) => {
          onChange({ toOtherPolicing: event.currentTarget.checked });
        }}
      />
    </>
  );
}

function Who({
  people,
  isFocused,
  ...field
}: {
  people: readonly string[];
  isFocused: boolean;
  value: string;
  error: string | undefined;
  onChange: (event: { currentTarget: { value: string } }) => void;
}) {
  if (people.length === 0)
    return <TextInput label="Officer" maxLength={60} data-autofocus={isFocused || undefined} {...field} />;
  const listed = field.value === '' || people.includes(field.value) ? people : [field.value, ...people];
  return (
    <NativeSelect
      size="xs"
      label="Officer"
      data-autofocus={isFocused || undefined}
      data={[{ value: '', label: 'Choose' }, ...listed.map((collar) => ({ value: collar, label: collar }))]}
      {...field}
    />
  );
}
