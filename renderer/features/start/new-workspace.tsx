import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { useAskedForm } from '../../components/form/use-asked-form.ts';
import { Banner, ErrorPanel } from '../../components/states/panels.tsx';
import { isPassphraseGood, nothingTyped } from '../../view/new-passphrase.ts';
import { NewPassphraseFields } from '../../view/new-passphrase-fields.tsx';
import { nameProblem, workspacePath } from './model.ts';
import styles from './start.module.css';

/** Makes a new, encrypted workspace: name, folder, passphrase twice. */
export function NewWorkspace({ onBack }: { onBack: () => void }) {
  const recent = useQuery('workspace.recent', {});
  const create = useCommand('workspace.create');
  const [name, setName] = useState('');
  const [folder, setFolder] = useState<string | null>(null);
  const [typed, setTyped] = useState(nothingTyped);
  const place = folder ?? recent.data?.folder ?? '';
  const wrongName = nameProblem(name);
  const { isAsked, onSubmit } = useAskedForm(() => {
    if (wrongName !== null || !isPassphraseGood(typed) || place === '') return;
    create.mutate({ path: workspacePath(place, name), passphrase: typed.first });
  });
  return (
    <section className={styles.section} aria-label="New workspace">
      <h2>New workspace</h2>
      <form className={styles.form} onSubmit={onSubmit}>
        <TextInput
          label="Name"
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          error={isAsked ? wrongName : null}
          autoFocus
        />
        <TextInput
          label="Folder"
          value={place}
          onChange={(event) => {
            setFolder(event.currentTarget.value);
          }}
          error={isAsked && place === '' ? 'Give the folder in which the file is to be made.' : null}
        />
        <NewPassphraseFields typed={typed} onChange={setTyped} isAsked={isAsked} />
        <Banner tone="warn">
          The file is encrypted with this passphrase. A lost passphrase cannot be recovered by anybody: keep
          it where your force keeps such things. Under Settings you can have a recovery key made, to print and
          lock away.
        </Banner>
        {create.error && (
          <ErrorPanel
            title="The workspace was not made"
            message={create.error.message}
            reference={create.error.reference}
          />
        )}
        <Buttons>
          <Button type="submit" loading={create.isPending}>
            Make the workspace
          </Button>
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
        </Buttons>
      </form>
    </section>
  );
}
