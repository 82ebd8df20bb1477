import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TeamAction } from '#shared/domain/action.ts';
import { showDate } from '#shared/domain/dates.ts';
import { actionState } from '#shared/planning/weekly/sections.ts';
import { useCommandOnce } from '../../api/use-command-once.ts';
import { cx } from '../../components/cx.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { notify } from '../../components/notify.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { today } from '../../view/today.ts';
import { ActionForm } from './action-form.tsx';
import { CloseForm } from './close-form.tsx';
import { newAction, type ActionWords } from './model.ts';
import styles from './weekly.module.css';

/** What is being done to an action, in its own row. */
type Open = { id: number; as: 'edited' | 'closed' };

/** A team's actions, edited where they stand. */
export function ActionsPart({ team, actions }: { team: string; actions: readonly TeamAction[] }) {
  const [isAdding, setIsAdding] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const done = () => {
    setOpen(null);
  };
  return (
    <div className={styles.actions}>
      {actions.length === 0 ? (
        <p>No action is open.</p>
      ) : (
        <ScrollTable label={`Actions, ${team}`}>
          <thead>
            <tr>
              {['Action', 'Owner', 'By', 'Agreed', 'State'].map((heading) => (
                <th key={heading} scope="col" className={styles.word}>
                  {heading}
                </th>
              ))}
              <th scope="col" data-print="hide">
                <span className="visually-hidden">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {actions.map((action) =>
              open?.id === action.id ? (
                <tr key={action.id}>
                  <td colSpan={6} className={styles.word}>
                    {open.as === 'edited' ? (
                      <EditForm action={action} onDone={done} />
                    ) : (
                      <CloseForm action={action} onDone={done} />
                    )}
                  </td>
                </tr>
              ) : (
                <ActionRow key={action.id} action={action} onOpen={setOpen} />
              ),
            )}
          </tbody>
        </ScrollTable>
      )}
      <div data-print="hide">
        {isAdding ? (
          <AddForm
            team={team}
            onDone={() => {
              setIsAdding(false);
            }}
          />
        ) : (
          <Button
            size="xs"
            variant="default"
            aria-label={`Add an action, ${team}`}
            onClick={() => {
              setIsAdding(true);
            }}
          >
            Add an action
          </Button>
        )}
      </div>
    </div>
  );
}

function ActionRow({ action, onOpen }: { action: TeamAction; onOpen: (open: Open) => void }) {
  const reopen = useCommandOnce('actions.reopen');
  const { id, text, owner, due, madeOn, closedOn, isOverdue } = action;
  const button = (name: string, onClick: () => void) => (
    <Button size="compact-xs" variant="default" aria-label={`${name}: ${text}`} onClick={onClick}>
      {name}
    </Button>
  );
  return (
    <tr className={cx(closedOn !== null && styles.dim)}>
      <th scope="row" className={cx(styles.word, styles.wrapped)}>
        {text}
      </th>
      <td className={styles.word}>{owner}</td>
      <td className={styles.word}>{showDate(due)}</td>
      <td className={styles.word}>{showDate(madeOn)}</td>
      <td className={cx(styles.word, styles.wrapped, isOverdue && styles.late)}>{actionState(action)}</td>
      <td data-print="hide">
        <Buttons>
          {closedOn === null ? (
            <>
              {button('Edit', () => {
                onOpen({ id, as: 'edited' });
              })}
              {button('Close', () => {
                onOpen({ id, as: 'closed' });
              })}
            </>
          ) : (
            button('Take up again', () => {
              reopen.mutate(
                { id },
                {
                  onError: ({ message }) => {
                    notify(message);
                  },
                },
              );
            })
          )}
        </Buttons>
      </td>
    </tr>
  );
}

function EditForm({ action, onDone }: { action: TeamAction; onDone: () => void }) {
  const { id, team, text, owner, due } = action;
  return (
    <SavedForm
      label={`Edit: ${text}`}
      submit="Save"
      first={{ text, owner, due }}
      ids={{ id, team }}
      onDone={onDone}
    />
  );
}

const AddForm = ({ team, onDone }: { team: string; onDone: () => void }) => (
  <SavedForm
    label={`New action, ${team}`}
    submit="Add"
    first={newAction(today())}
    ids={{ team }}
    onDone={onDone}
  />
);

function SavedForm({
  label,
  submit,
  first,
  ids,
  onDone,
}: {
  label: string;
  submit: string;
  first: ReturnType<typeof newAction>;
  ids: { id?: number; team: string };
  onDone: () => void;
}) {
  const save = useCommandOnce('actions.save');
  return (
    <ActionForm
      label={label}
      submit={submit}
      first={first}
      error={save.error}
      isPending={save.isPending}
      onCancel={onDone}
      onSave={(words: ActionWords) => {
        save.mutate({ ...ids, ...words }, { onSuccess: onDone });
      }}
    />
  );
}
