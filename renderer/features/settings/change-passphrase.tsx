import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { useAskedForm } from '../../components/form/use-asked-form.ts';
import { notify } from '../../components/notify.ts';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { isPassphraseGood, nothingTyped } from '../../view/new-passphrase.ts';
import { NewPassphraseFields } from '../../view/new-passphrase-fields.tsx';

/** What was typed goes with the dialog: it is taken off the page when it closes. */
export function ChangePassphrase({ onClose }: { onClose: () => void }) {
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState(nothingTyped);
  const change = useCommand('keys.changePassphrase');
  const { isAsked, onSubmit } = useAskedForm(() => {
    if (!isPassphraseGood(typed)) return;
    change.mutate(
      { passphrase: current, newPassphrase: typed.first },
      {
        onSuccess: () => {
          notify('The passphrase was changed. The one before no longer opens this workspace.');
          onClose();
        },
      },
    );
  });
  return (
    <Dialog isOpen title="Change the passphrase" onClose={onClose}>
      <form onSubmit={onSubmit}>
        <PasswordInput
          label="Passphrase in use"
          value={current}
          onChange={(event) => {
            setCurrent(event.currentTarget.value);
          }}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase in use' }}
          data-autofocus
        />
        <NewPassphraseFields label="New passphrase" typed={typed} onChange={setTyped} isAsked={isAsked} />
        <Banner tone="warn">
          A lost passphrase cannot be recovered by anybody. A recovery key printed before no longer opens the
          workspace; backups made before still open with the passphrase of then.
        </Banner>
        {change.error && <Banner tone="bad">{change.error.message}</Banner>}
        <EndButtons onCancel={onClose}>
          <Button type="submit" loading={change.isPending} disabled={current === ''}>
            Change the passphrase
          </Button>
        </EndButtons>
      </form>
    </Dialog>
  );
}
