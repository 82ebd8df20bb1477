import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ApiError } from '../../api/api-error.ts';
import { Banner } from '../../components/states/panels.tsx';
import { readDraft, type ActionDraft, type ActionWords } from './model.ts';
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
  const words = readDraft(draft);
  const field = (name: keyof ActionDraft, title: string) => ({
    label: title,
    size: 'xs',
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setDraft((old) => ({ ...old, [name]: value }));
    },
  });
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (words) onSave(words);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
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
      <Button type="submit" size="xs" disabled={words === null} loading={isPending}>
        {submit}
      </Button>
      <Button size="xs" variant="default" onClick={onCancel}>
        Cancel
      </Button>
      {error && (
        <div role="alert" className={styles.wide}>
          <Banner tone="bad">{error.message}</Banner>
        </div>
      )}
    </form>
  );
}
