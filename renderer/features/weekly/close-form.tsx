import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TeamAction } from '#shared/domain/action.ts';
import { useCommand } from '../../api/hooks.ts';
import { Banner } from '../../components/states/panels.tsx';
import styles from './weekly.module.css';

/** What came of an action, as it is closed. */
export function CloseForm({ action, onDone }: { action: TeamAction; onDone: () => void }) {
  const [note, setNote] = useState('');
  const close = useCommand('actions.close');
  return (
    <form
      className={styles.form}
      aria-label={`Close: ${action.text}`}
      onSubmit={(event) => {
        event.preventDefault();
        close.mutate({ id: action.id, note }, { onSuccess: onDone });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
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
      <Button type="submit" size="xs" loading={close.isPending}>
        Close the action
      </Button>
      <Button size="xs" variant="default" onClick={onDone}>
        Cancel
      </Button>
      {close.error && (
        <div role="alert" className={styles.wide}>
          <Banner tone="bad">{close.error.message}</Banner>
        </div>
      )}
    </form>
  );
}
