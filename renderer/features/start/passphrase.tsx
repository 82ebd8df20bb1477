import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { ErrorPanel } from '../../components/states/panels.tsx';
import { triesSentence } from './model.ts';
import styles from './start.module.css';

/** Opens a workspace. A wrong passphrase says how many tries it has been: no lockout, no hint. */
export function Passphrase({ path, name, onBack }: { path: string; name: string; onBack: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const open = useCommand('workspace.open');
  const isWrong = open.error?.code === 'key-wrong';
  return (
    <section className={styles.section} aria-label={`Open ${name}`}>
      <h2>Open {name}</h2>
      <p className={styles.path}>{path}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate({ path, passphrase });
        }}
      >
        <PasswordInput
          label="Passphrase"
          value={passphrase}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
          }}
          error={isWrong && open.error ? triesSentence(open.error.details) : null}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase' }}
          data-autofocus
          autoFocus
        />
        {open.error && !isWrong && (
          <ErrorPanel
            title="This workspace could not be opened"
            message={open.error.message}
            reference={open.error.reference}
          />
        )}
        <div className={styles.buttons}>
          <Button type="submit" disabled={passphrase === ''} loading={open.isPending}>
            Open
          </Button>
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
        </div>
      </form>
    </section>
  );
}
