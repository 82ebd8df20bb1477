import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Buttons } from '../../components/form/buttons.tsx';
import styles from './start.module.css';

/** Opens a workspace that is not on the list. */
export function OpenByPath({
  onBack,
  onOpen,
}: {
  onBack: () => void;
  onOpen: (path: string, name: string) => void;
}) {
  const [path, setPath] = useState('');
  const trimmed = path.trim().replace(/^"(.*)"$/, '$1');
  return (
    <section className={styles.section} aria-label="Open a workspace">
      <h2>Open a workspace</h2>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onOpen(trimmed, trimmed.split(/[\\/]/).pop() ?? trimmed);
        }}
      >
        <TextInput
          label="File"
          description="The whole path of the workspace file, ending in .evenkeel"
          value={path}
          onChange={(event) => {
            setPath(event.currentTarget.value);
          }}
          autoFocus
        />
        <Buttons>
          <Button type="submit" disabled={trimmed === ''}>
            Continue
          </Button>
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
        </Buttons>
      </form>
    </section>
  );
}
