import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { PlanSummary } from '#shared/contract/plans.ts';
import { showDate } from '#shared/domain/dates.ts';
import { useCommandOnce } from '../../api/use-command-once.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { notify } from '../../components/notify.ts';
import { Banner } from '../../components/states/panels.tsx';
import { Dialog } from '../../components/overlay/dialog.tsx';

/** Takes an accepted plan back, after one confirmation. */
export function UndoButton({ plan, isSmall = false }: { plan: PlanSummary; isSmall?: boolean }) {
  const [isOpen, dialog] = useDisclosure(false);
  const undo = useCommandOnce('plans.undo');
  return (
    <>
      <Button
        variant="default"
        size={isSmall ? 'compact-xs' : 'xs'}
        onClick={dialog.open}
        aria-label={`Undo the plan for ${plan.team} as at ${showDate(plan.asAt)}`}
      >
        Undo …
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={`Undo the plan for ${plan.team}?`}>
        <p>
          The team’s work stands as it falls due again. The plan stays in the list as undone. An earlier plan
          does not come back into force.
        </p>
        {undo.error && <Banner tone="bad">{undo.error.message}</Banner>}
        <EndButtons cancel="Keep the plan" onCancel={dialog.close}>
          <Button
            loading={undo.isPending}
            onClick={() => {
              undo.mutate(
                { planId: plan.id },
                {
                  onSuccess: () => {
                    dialog.close();
                    notify(`The plan for ${plan.team} is undone.`);
                  },
                },
              );
            }}
          >
            Undo the plan
          </Button>
        </EndButtons>
      </Dialog>
    </>
  );
}
