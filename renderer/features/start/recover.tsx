import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { useAskedForm } from '../../components/form/use-asked-form.ts';
import { Banner, ErrorPanel } from '../../components/states/panels.tsx';
import { isPassphraseGood, nothingTyped } from '../../view/new-passphrase.ts';
import { NewPassphraseFields } from '../../view/new-passphrase-fields.tsx';
import styles from './start.module.css';

/** Opens a workspace whose passphrase is lost, and sets another. */
export function Recover({ path, name, onBack }: { path: string; name: string; onBack: () => void }) {
  const [recoveryKey, setRecoveryKey] = useState('');
  const [typed, setTyped] = useState(nothingTyped);
  const recover = useCommand('keys.recover');
  const { isAsked, onSubmit } = useAskedForm(() => {
    if (recoveryKey.trim() === '' || !isPassphraseGood(typed)) return;
    recover.mutate({ path, recoveryKey, newPassphrase: typed.first });
  });
  return (
    <section className={styles.section} aria-label={`Recover ${name}`}>
      <h2>Recover {name}</h2>
      <p className={styles.path}>{path}</p>
      <form className={styles.form} onSubmit={onSubmit}>
        <TextInput
          label="Recovery key"
          description="As it was printed: fourteen groups of four"
          value={recoveryKey}
          onChange={(event) => {
            setRecoveryKey(event.currentTarget.value);
          }}
          error={isAsked && recoveryKey.trim() === '' ? 'Type the recovery key.' : null}
          autoComplete="off"
          autoFocus
        />
        <NewPassphraseFields label="New passphrase" typed={typed} onChange={setTyped} isAsked={isAsked} />
        <Banner>The recovery key is used up by this. Have a new one made under Settings.</Banner>
        {recover.error && (
          <ErrorPanel
            title="This workspace could not be recovered"
            message={recover.error.message}
            reference={recover.error.reference}
          />
        )}
        <Buttons>
          <Button type="submit" loading={recover.isPending}>
            Set the new passphrase
          </Button>
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
        </Buttons>
      </form>
    </section>
  );
}
