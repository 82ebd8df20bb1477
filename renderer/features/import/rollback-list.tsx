import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { AbstractionListHeld } from '#shared/contract/imports.ts';
import { useCommand } from '../../api/hooks.ts';
import { notify } from '../../components/notify.ts';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { listRollback } from './model.ts';
import styles from './import.module.css';

/** Takes a list of abstractions out again, after one confirmation. */
export function RollbackListButton({ list }: { list: AbstractionListHeld }) {
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        onClick={dialog.open}
        aria-label={`Roll back the list ${list.fileName}`}
      >
        Roll back …
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={`Roll back the list ${list.fileName}?`}>
        <Confirm list={list} onClose={dialog.close} />
      </Dialog>
    </>
  );
}

function Confirm({ list, onClose }: { list: AbstractionListHeld; onClose: () => void }) {
  const rollback = useCommand('abstractionLists.rollback');
  const confirm = () => {
    rollback.mutate(
      { listId: list.id },
      {
        onSuccess: () => {
          onClose();
          notify(`The list ${list.fileName} is rolled back.`);
        },
      },
    );
  };
  return (
    <div className={styles.flow}>
      <p>{listRollback(list)}</p>
      <p>The file itself is not touched: importing it again brings the records back.</p>
      {rollback.error && <Banner tone="bad">{rollback.error.message}</Banner>}
      <div className={styles.dialogButtons}>
        <Button variant="default" onClick={onClose}>
          Keep the list
        </Button>
        <Button loading={rollback.isPending} onClick={confirm}>
          Roll back
        </Button>
      </div>
    </div>
  );
}
