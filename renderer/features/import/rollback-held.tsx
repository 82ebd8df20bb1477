import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { AbstractionListHeld, Roster } from '#shared/contract/imports.ts';
import { showDate } from '#shared/domain/dates.ts';
import { useCommand } from '../../api/hooks.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { notify } from '../../components/notify.ts';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { listRollback, rosterRollback } from './model.ts';

/** Takes a list of abstractions out again, after one confirmation. */
export function RollbackListButton({ list }: { list: AbstractionListHeld }) {
  const { error, isPending, mutate, reset } = useCommand('abstractionLists.rollback');
  return (
    <RollbackButton
      what={`the list ${list.fileName}`}
      keep="Keep the list"
      said={[
        listRollback(list),
        'The file itself is not touched: importing it again brings the records back.',
      ]}
      command={{
        error,
        isPending,
        reset,
        run: (onSuccess) => {
          mutate({ listId: list.id }, { onSuccess });
        },
      }}
    />
  );
}

/** Takes a staff roster out again, after one confirmation. */
export function RollbackRosterButton({ roster, held }: { roster: Roster; held: readonly Roster[] }) {
  const { error, isPending, mutate, reset } = useCommand('rosters.rollback');
  return (
    <RollbackButton
      what={`the roster ${roster.fileName} as at ${showDate(roster.asAt)}`}
      keep="Keep the roster"
      said={[rosterRollback(roster, held), 'The file itself is not touched: it can be imported again.']}
      command={{
        error,
        isPending,
        reset,
        run: (onSuccess) => {
          mutate({ rosterId: roster.id }, { onSuccess });
        },
      }}
    />
  );
}

type Rollback = {
  error: { message: string } | null;
  isPending: boolean;
  reset: () => void;
  run: (onSuccess: () => void) => void;
};

function RollbackButton({
  what,
  keep,
  said,
  command,
}: {
  /** With its article, within a sentence. */
  what: string;
  keep: string;
  said: readonly string[];
  command: Rollback;
}) {
  const [isOpen, dialog] = useDisclosure(false, { onOpen: command.reset });
  const confirm = () => {
    command.run(() => {
      dialog.close();
      notify(`${what.charAt(0).toUpperCase()}${what.slice(1)} is rolled back.`);
    });
  };
  return (
    <>
      <Button variant="default" size="compact-xs" onClick={dialog.open} aria-label={`Roll back ${what}`}>
        Roll back …
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={`Roll back ${what}?`}>
        {said.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {command.error && <Banner tone="bad">{command.error.message}</Banner>}
        <EndButtons cancel={keep} onCancel={dialog.close}>
          <Button color="red" loading={command.isPending} onClick={confirm}>
            Roll back
          </Button>
        </EndButtons>
      </Dialog>
    </>
  );
}
