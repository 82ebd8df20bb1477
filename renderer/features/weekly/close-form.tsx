import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TeamAction } from '#shared/domain/action.ts';
import { useCommandOnce } from '../../api/use-command-once.ts';
import { MeetingForm } from './meeting-form.tsx';
import styles from './weekly.module.css';

/** What came of an action, as it is closed. */
export function CloseForm({ action, onDone }: { action: TeamAction; onDone: () => void }) {
  const [note, setNote] = useState('');
  const close = useCommandOnce('actions.close');
  return (
    <MeetingForm
      label={`Close: ${action.text}`}
      submit="Close the action"
      isPending={close.isPending}
      error={close.error}
      onSubmit={(event) => {
        event.preventDefault();
        close.mutate({ id: action.id, note }, { onSuccess: onDone });
      }}
      onCancel={onDone}
    >
      <TextInput
        size="xs"
        label="What came of it"
        className={styles.grow ?? ''}
        maxLength={500}
        autoFocus
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value);
        }}
      />
    </MeetingForm>
  );
}
