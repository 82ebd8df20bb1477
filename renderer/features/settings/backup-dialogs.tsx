import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backup } from '#shared/contract/backup.ts';
import { useCommand, useJobCommand, useQuery } from '../../api/hooks.ts';
import { dropWorkspace } from '../../api/query-client.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { useAskedForm } from '../../components/form/use-asked-form.ts';
import { notify } from '../../components/notify.ts';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { isPassphraseGood, nothingTyped } from '../../view/new-passphrase.ts';
import { NewPassphraseFields } from '../../view/new-passphrase-fields.tsx';
import { backupWords } from './retention-model.ts';

/** What was typed goes with the dialog, as in all dialogs here: each is mounted only while it is open. */
export function CopyDialog({ onClose }: { onClose: () => void }) {
  const [to, setTo] = useState('');
  const [hasOwn, setHasOwn] = useState(false);
  const [typed, setTyped] = useState(nothingTyped);
  const make = useJobCommand('backup.make', ({ file }) => {
    notify(`Made and checked ${file}.`);
  });
  const { isAsked, onSubmit, askAnew } = useAskedForm(() => {
    if (hasOwn && !isPassphraseGood(typed)) return;
    make.mutate(
      {
        ...(to.trim() === '' ? {} : { to: to.trim() }),
        ...(hasOwn ? { newPassphrase: typed.first } : {}),
      },
      { onSuccess: onClose },
    );
  });
  return (
    <Dialog isOpen onClose={onClose} title="Make a backup">
      <form onSubmit={onSubmit}>
        <TextInput
          label="Save a copy as"
          description="Left empty, it is kept among the backups"
          value={to}
          onChange={(event) => {
            setTo(event.currentTarget.value);
          }}
        />
        <Checkbox
          label="A passphrase of its own"
          description="Otherwise it opens with the passphrase of this workspace"
          checked={hasOwn}
          onChange={(event) => {
            setHasOwn(event.currentTarget.checked);
            setTyped(nothingTyped);
            askAnew();
          }}
        />
        {hasOwn && (
          <NewPassphraseFields
            label="Passphrase of the backup"
            typed={typed}
            onChange={setTyped}
            isAsked={isAsked}
          />
        )}
        {make.error && <Banner tone="bad">{make.error.message}</Banner>}
        <EndButtons onCancel={onClose}>
          <Button type="submit" loading={make.isPending}>
            Make the backup
          </Button>
        </EndButtons>
      </form>
    </Dialog>
  );
}

type Props = { backup: Backup; onClose: () => void };

export function RestoreDialog({ backup, onClose }: Props) {
  const status = useQuery('workspace.status', {});
  const restore = useCommand('backup.restore');
  const client = useQueryClient();
  const [passphrase, setPassphrase] = useState('');
  const path = status.data?.path ?? '';
  return (
    <Dialog isOpen onClose={onClose} title="Go back to this backup?">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          restore.mutate(
            { path, from: backup.file, passphrase },
            {
              onSuccess: () => {
                dropWorkspace(client);
                notify('Restored. The file replaced is kept among the backups.');
                onClose();
              },
            },
          );
        }}
      >
        <p>{backupWords(backup)}</p>
        <p>What was stored after it is no longer shown. The present file is kept among the backups.</p>
        <PasswordInput
          label="Passphrase of the backup"
          value={passphrase}
          autoComplete="off"
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
          }}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase of the backup' }}
          data-autofocus
        />
        {restore.error && <Banner tone="bad">{restore.error.message}</Banner>}
        <EndButtons onCancel={onClose}>
          <Button type="submit" loading={restore.isPending} disabled={passphrase === ''}>
            Restore
          </Button>
        </EndButtons>
      </form>
    </Dialog>
  );
}

export function RemoveDialog({ backup, onClose }: Props) {
  const remove = useCommand('backup.remove');
  return (
    <Dialog isOpen onClose={onClose} title="Remove this backup for good?">
      <p>{backupWords(backup)}</p>
      <p>Nobody can go back to it afterwards. The workspace and the other backups stay as they are.</p>
      {remove.error && <Banner tone="bad">{remove.error.message}</Banner>}
      <EndButtons onCancel={onClose}>
        <Button
          color="red"
          loading={remove.isPending}
          onClick={() => {
            remove.mutate({ file: backup.file }, { onSuccess: onClose });
          }}
        >
          Remove
        </Button>
      </EndButtons>
    </Dialog>
  );
}
