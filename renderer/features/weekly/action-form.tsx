import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ApiError } from '../../api/api-error.ts';
import { useAskedForm } from '../../components/form/use-asked-form.ts';
import { MeetingForm } from './meeting-form.tsx';
import { draftFaults, readDraft, type ActionDraft, type ActionWords } from './model.ts';
import styles from './weekly.module.css';

/** What is to be done, by whom, by when. */
export function ActionForm({
  label,
  first,
  submit,
  error,
  isPending,
  onSave,
  onCancel,
}: {
  label: string;
  first: ActionDraft;
  submit: string;
  error: ApiError | null;
  isPending: boolean;
  onSave: (words: ActionWords) => void;
  onCancel: () => void;
}) {
  const [draft, setDraft] = useState(first);
  const faults = draftFaults(draft);
  const { isAsked, onSubmit } = useAskedForm(() => {
    const words = readDraft(draft);
    if (words) onSave(words);
  });
  const field = (name: keyof ActionDraft, title: string) => ({
    label: title,
    size: 'xs',
    value: draft[name],
    error: isAsked && faults[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setDraft((old) => ({ ...old, [name]: value }));
    },
  });
  return (
    <MeetingForm
      label={label}
      submit={submit}
      isPending={isPending}
      error={error}
      onSubmit={onSubmit}
      onCancel={onCancel}
    >
      <TextInput
        {...field('text', 'Action')}
        className={styles.grow ?? ''}
        maxLength={500}
        data-autofocus
        autoFocus
      />
      <TextInput {...field('owner', 'Owner')} maxLength={120} />
      <TextInput {...field('due', 'By')} type="date" />
    </MeetingForm>
  );
}
