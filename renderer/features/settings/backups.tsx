import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { Backup } from '#shared/contract/backup.ts';
import { showMegabytes } from '#shared/planning/figures.ts';
import { useQuery } from '../../api/hooks.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { Section } from '../../view/page.tsx';
import { CopyDialog, RemoveDialog, RestoreDialog } from './backup-dialogs.tsx';
import { holdsWords, kindNames, madeWords } from './retention-model.ts';
import styles from './settings.module.css';

/** Verified copies of the workspace: made, saved elsewhere, listed, restored, removed. */
export function BackupSetting() {
  const query = useQuery('backup.list', {});
  const [isCopying, copying] = useDisclosure(false);
  return (
    <Section
      title="Backups"
      about="Made by itself once a day of use, before a new version and before a restore; each is opened again and checked"
      actions={
        <Button variant="default" onClick={copying.open}>
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
      {isCopying && <CopyDialog onClose={copying.close} />}
    </Section>
  );
}

function List({ backups }: { backups: readonly Backup[] }) {
  const [asking, setAsking] = useState<{ what: 'restore' | 'remove'; backup: Backup } | null>(null);
  const close = () => {
    setAsking(null);
  };
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
              <td>{showMegabytes(backup.bytes)}</td>
              <td>{holdsWords(backup)}</td>
              <td>
                <Buttons>
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={`Restore the backup of ${madeWords(backup)}`}
                    onClick={() => {
                      setAsking({ what: 'restore', backup });
                    }}
                  >
                    Restore …
                  </Button>
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={`Remove the backup of ${madeWords(backup)}`}
                    onClick={() => {
                      setAsking({ what: 'remove', backup });
                    }}
                  >
                    Remove …
                  </Button>
                </Buttons>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asking?.what === 'restore' && <RestoreDialog backup={asking.backup} onClose={close} />}
      {asking?.what === 'remove' && <RemoveDialog backup={asking.backup} onClose={close} />}
    </div>
  );
}
