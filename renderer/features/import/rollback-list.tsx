import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { AbstractionListHeld } from '#shared/contract/imports.ts';
import { useCommand } from '../../api/hooks.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { notify } from '../../components/notify.ts';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { listRollback } from './model.ts';

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
    <>
      <p>{listRollback(list)}</p>
      <p>The file itself is not touched: importing it again brings the records back.</p>
      {rollback.error && <Banner tone="bad">{rollback.error.message}</Banner>}
      <EndButtons cancel="Keep the list" onCancel={onClose}>
        <Button color="red" loading={rollback.isPending} onClick={confirm}>
          Roll back
        </Button>
      </EndButtons>
    </>
  );
}
