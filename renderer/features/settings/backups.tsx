import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backup } from '#shared/contract/backup.ts';
import { isoDate, showDate } from '#shared/domain/dates.ts';
import { useCommand, useJobCommand, useQuery } from '../../api/hooks.ts';
import { dropWorkspace } from '../../api/query-client.ts';
import { notify } from '../../components/notify.ts';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { Section } from '../../view/page.tsx';
import { holdsWords, kindNames, megabytes } from './retention-model.ts';
import styles from './settings.module.css';

/** Verified copies of the workspace: made, saved elsewhere, listed, restored, removed. */
export function BackupSetting() {
  const query = useQuery('backup.list', {});
  const [isCopying, setIsCopying] = useState(false);
  return (
    <Section
      title="Backups"
      about="Made by itself once a day of use, before a new version and before a restore; each is opened again and checked"
      actions={
        <Button
          variant="default"
          onClick={() => {
            setIsCopying(true);
          }}
        >
          Make a backup …
        </Button>
      }
    >
      <Asked query={query}>
        {({ folder, backups, problem }) => (
          <div className={styles.form}>
            {problem !== null && (
              <Banner tone="warn">Today’s backup could not be made by itself: {problem}</Banner>
            )}
            <p className={styles.dim}>
              {backups.length === 0 ? 'There is none yet; they will be in' : 'In'} {folder}
            </p>
            {backups.length > 0 && <List backups={backups} />}
          </div>
        )}
      </Asked>
      <CopyDialog
        isOpen={isCopying}
        onClose={() => {
          setIsCopying(false);
        }}
      />
    </Section>
  );
}

function List({ backups }: { backups: readonly Backup[] }) {
  const remove = useCommand('backup.remove');
  const [restoring, setRestoring] = useState<Backup | null>(null);
  return (
    <div className={styles.scroll}>
      <table className={styles.list}>
        <thead>
          <tr>
            <th scope="col">Made</th>
            <th scope="col">Why</th>
            <th scope="col">Size</th>
            <th scope="col">Holds</th>
            <th scope="col">
              <span className="visually-hidden">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.file}>
              <th scope="row" title={backup.file}>
                {madeWords(backup)}
              </th>
              <td>{kindNames[backup.kind]}</td>
              <td>{megabytes(backup.bytes)}</td>
              <td>{holdsWords(backup)}</td>
              <td>
                <div className={styles.buttons}>
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={`Restore the backup of ${madeWords(backup)}`}
                    onClick={() => {
                      setRestoring(backup);
                    }}
                  >
                    Restore …
                  </Button>
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={`Remove the backup of ${madeWords(backup)}`}
                    onClick={() => {
                      remove.mutate({ file: backup.file });
                    }}
                  >
                    Remove
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {remove.error && <Banner tone="bad">{remove.error.message}</Banner>}
      <RestoreDialog
        backup={restoring}
        onClose={() => {
          setRestoring(null);
        }}
      />
    </div>
  );
}

const madeWords = ({ madeAt }: Backup): string =>
  `${showDate(isoDate(madeAt.slice(0, 10)))} ${madeAt.slice(11, 16)}`;

function CopyDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [to, setTo] = useState('');
  const [newPassphrase, setNewPassphrase] = useState('');
  const make = useJobCommand('backup.make', ({ file }) => {
    setNewPassphrase('');
    notify(`Made and checked ${file}.`);
    onClose();
  });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Make a backup">
      <div className={styles.form}>
        <TextInput
          label="Save a copy as"
          description="Left empty, it is kept among the backups"
          value={to}
          onChange={(event) => {
            setTo(event.currentTarget.value);
          }}
        />
        <PasswordInput
          label="Another passphrase"
          description="Left empty, the copy has the passphrase of this workspace"
          value={newPassphrase}
          autoComplete="new-password"
          onChange={(event) => {
            setNewPassphrase(event.currentTarget.value);
          }}
        />
        {make.error && <Banner tone="bad">{make.error.message}</Banner>}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            loading={make.isPending}
            onClick={() => {
              make.mutate({
                ...(to === '' ? {} : { to }),
                ...(newPassphrase === '' ? {} : { newPassphrase }),
              });
            }}
          >
            Make the backup
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function RestoreDialog({ backup, onClose }: { backup: Backup | null; onClose: () => void }) {
  const status = useQuery('workspace.status', {});
  const restore = useCommand('backup.restore');
  const client = useQueryClient();
  const [passphrase, setPassphrase] = useState('');
  const path = status.data?.path ?? '';
  return (
    <Dialog isOpen={backup !== null} onClose={onClose} title="Go back to this backup?">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (backup === null) return;
          restore.mutate(
            { path, from: backup.file, passphrase },
            {
              onSuccess: () => {
                setPassphrase('');
                dropWorkspace(client);
                notify('Restored. The file replaced is kept among the backups.');
                onClose();
              },
            },
          );
        }}
      >
        <p>What was stored after it is no longer shown. The present file is kept among the backups.</p>
        <PasswordInput
          label="Passphrase of the backup"
          value={passphrase}
          autoComplete="off"
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
          }}
        />
        {restore.error && <Banner tone="bad">{restore.error.message}</Banner>}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={restore.isPending} disabled={passphrase === ''}>
            Restore
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
