import { Button, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { Proposal } from '#shared/contract/levelling.ts';
import { counted } from '#shared/planning/wording.ts';
import { useCommandOnce } from '../../api/use-command-once.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { notify } from '../../components/notify.ts';
import { Banner } from '../../components/states/panels.tsx';
import { showPercent } from '../../view/figures.ts';
import { movesSaid } from '../../view/moves-said.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Dialog } from '../../components/overlay/dialog.tsx';

/** Accepts the proposal after one confirmation, with a note that stays with the plan. */
export function AcceptButton({
  proposal,
  isOlderThanWords,
  onLost,
  isBusy,
}: {
  proposal: Proposal;
  /** True where something has been said since that the proposal does not know. */
  isOlderThanWords: boolean;
  onLost: () => void;
  isBusy: boolean;
}) {
  const [isOpen, dialog] = useDisclosure(false);
  const [note, setNote] = useState('');
  const { accept, send } = useAccept(proposal, dialog.close);
  const { plan } = proposal;
  const isLost = accept.error?.code === 'not-found';
  return (
    <>
      <Button onClick={dialog.open} disabled={plan.moves.length === 0 || isBusy}>
        Accept plan …
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={`Accept the plan for ${plan.team}?`}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send(note.trim());
          }}
        >
          <WhatIsAccepted proposal={proposal} isOlderThanWords={isOlderThanWords} />
          <Textarea
            label="Note"
            description="Optional; stays with the plan"
            maxLength={500}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => {
              setNote(event.currentTarget.value);
            }}
            data-autofocus
          />
          {accept.error && (
            <Banner tone="bad">
              {isLost
                ? 'This proposal is no longer held, because Evenkeel was restarted. Level again, then accept.'
                : accept.error.message}
            </Banner>
          )}
          <EndButtons onCancel={dialog.close}>
            {isLost ? (
              <Button
                onClick={() => {
                  dialog.close();
                  accept.reset();
                  onLost();
                }}
              >
                Level again
              </Button>
            ) : (
              <Button type="submit" loading={accept.isPending}>
                Accept plan
              </Button>
            )}
          </EndButtons>
        </form>
      </Dialog>
    </>
  );
}

/** The plan it becomes is looked at next. */
function useAccept({ proposalId, plan }: Proposal, onAccepted: () => void) {
  const { change } = useLookedAt();
  const accept = useCommandOnce('plans.accept');
  const send = (note: string) => {
    accept.mutate(
      { proposalId, ...(note === '' ? {} : { note }) },
      {
        onSuccess: ({ id }) => {
          onAccepted();
          notify(`The plan for ${plan.team} is accepted. It can be undone.`);
          change({ plan: id });
        },
      },
    );
  };
  return { accept, send };
}

/** What accepting does, and what the plan does not know or rests on unconfirmed. */
function WhatIsAccepted({
  proposal: { plan, unconfirmed },
  isOlderThanWords,
}: {
  proposal: Proposal;
  isOlderThanWords: boolean;
}) {
  return (
    <>
      <p>
        {movesSaid(plan.moves)}; the peak goes from {showPercent(plan.peakBefore)} to{' '}
        {showPercent(plan.peakAfter)}. A plan of this team that is in force now is replaced. Nothing changes
        in the register.
      </p>
      {isOlderThanWords && (
        <Banner tone="warn">
          What you have said since is not in this plan. To have it kept to, cancel and level again.
        </Banner>
      )}
      {unconfirmed.length > 0 && (
        <Banner tone="warn">
          The plan rests on {counted(unconfirmed.length, 'value')} that the force has not confirmed.
        </Banner>
      )}
    </>
  );
}
