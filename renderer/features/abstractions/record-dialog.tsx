import { useState } from 'react';
import type { IsoDate } from '#shared/domain/dates.ts';
import { useQuery } from '../../api/hooks.ts';
import { useCommandOnce } from '../../api/use-command-once.ts';
import { notify } from '../../components/notify.ts';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { Asked } from '../../view/asked.tsx';
import { showHoursExactly } from '../../view/figures.ts';
import { newDraft, type Kept } from './draft.ts';
import { showReason, showSpan } from './model.ts';
import { RecordForm } from './record-form.tsx';

export type Seed = { collar: string; day: IsoDate };

/** Records an absence: officer and day are those that were pointed at. */
export function RecordDialog({
  seed,
  people,
  onClose,
}: {
  /** Null while nothing is being recorded. */
  seed: Seed | null;
  people: readonly string[];
  onClose: () => void;
}) {
  const found = useQuery('abstractions.reasons', {});
  const record = useCommandOnce('abstractions.record');
  const [kept, setKept] = useState<Kept | null>(null);
  // The dialog takes the focus as it opens: the field it goes to has to be there by then.
  const isReady = found.data !== undefined || found.error !== null;
  const close = () => {
    record.reset();
    onClose();
  };
  return (
    <Dialog isOpen={seed !== null && isReady} holdsForms onClose={close} title="Record an absence" size="lg">
      <Asked query={found} title="The list of reasons could not be read">
        {({ reasons }) =>
          seed && (
            <RecordForm
              first={newDraft({ ...seed, reasons, kept })}
              reasons={reasons}
              people={people}
              submit="Record"
              error={record.error}
              isPending={record.isPending}
              onCancel={close}
              onSave={(sent, { reason, requestedBy, approvedBy }) => {
                record.mutate(sent, {
                  onSuccess: () => {
                    setKept({ reason, requestedBy, approvedBy });
                    notify(
                      `Recorded for ${sent.collar}: ${showReason(sent)}, ${showSpan(sent)}, ${showHoursExactly(sent.hours)}.`,
                    );
                    close();
                  },
                });
              }}
            />
          )
        }
      </Asked>
    </Dialog>
  );
}
