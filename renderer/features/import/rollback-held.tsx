import { Button } from '@mantine/core';
import type { AbstractionListHeld, Roster } from '#shared/contract/imports.ts';
import { showDate } from '#shared/domain/dates.ts';
import { useCommand } from '../../api/hooks.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { notify } from '../../components/notify.ts';
import { Banner } from '../../components/states/panels.tsx';
import { listRollback, rosterRollback } from './model.ts';
import { RollbackButton } from './rollback-button.tsx';

/** Takes a list of abstractions out again, after one confirmation. */
export function RollbackListButton({ list }: { list: AbstractionListHeld }) {
  const { error, isPending, mutate, reset } = useCommand('abstractionLists.rollback');
  return (
    <RollbackAtOnce
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
    <RollbackAtOnce
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

function RollbackAtOnce({
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
  return (
    <RollbackButton what={what} onOpen={command.reset}>
      {(close) => (
        <>
          {said.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {command.error && <Banner tone="bad">{command.error.message}</Banner>}
          <EndButtons cancel={keep} onCancel={close}>
            <Button
              color="red"
              loading={command.isPending}
              onClick={() => {
                command.run(() => {
                  close();
                  notify(`${what.charAt(0).toUpperCase()}${what.slice(1)} is rolled back.`);
                });
              }}
            >
              Roll back
            </Button>
          </EndButtons>
        </>
      )}
    </RollbackButton>
  );
}
