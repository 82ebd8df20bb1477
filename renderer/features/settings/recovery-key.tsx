import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { Banner } from '../../components/states/panels.tsx';
import styles from './settings.module.css';

/** Asks for the passphrase, then shows the key once; it is forgotten when the dialog closes. */
export function RecoveryKey({ onClose }: { onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const make = useCommand('keys.recoveryKey');
  const close = () => {
    make.reset();
    onClose();
  };
  if (make.data) return <Shown recoveryKey={make.data.recoveryKey} onClose={close} />;
  return (
    <Dialog isOpen title="Make a recovery key" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate({ passphrase });
        }}
      >
        <p>
          It opens this workspace when the passphrase is lost. It is shown once, to be printed and locked away
          apart from the computer: whoever holds it and the file can read everything.
        </p>
        <PasswordInput
          label="Passphrase in use"
          value={passphrase}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
          }}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase in use' }}
          data-autofocus
        />
        {make.error && <Banner tone="bad">{make.error.message}</Banner>}
        <EndButtons onCancel={close}>
          <Button type="submit" loading={make.isPending} disabled={passphrase === ''}>
            Show the recovery key
          </Button>
        </EndButtons>
      </form>
    </Dialog>
  );
}

function Shown({ recoveryKey, onClose }: { recoveryKey: string; onClose: () => void }) {
  const status = useQuery('workspace.status', {});
  return (
    <Dialog isOpen title="Recovery key" onClose={onClose}>
      <div className={styles.sheet} data-print="only">
        <p>
          Of the workspace <strong>{status.data?.name}</strong>. OFFICIAL-SENSITIVE.
        </p>
        <output className={styles.key} aria-label="Recovery key">
          {recoveryKey}
        </output>
        <Banner tone="warn">It is not shown again. A change of passphrase makes it worthless.</Banner>
        <EndButtons cancel="I have it" onCancel={onClose}>
          <Button
            onClick={() => {
              print();
            }}
          >
            Print
          </Button>
        </EndButtons>
      </div>
    </Dialog>
  );
}
