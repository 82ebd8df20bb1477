import { Button } from '@mantine/core';
import { counted } from '#shared/planning/wording.ts';
import { useCommandOnce } from '../../api/use-command-once.ts';
import { notify } from '../../components/notify.ts';
import { Banner } from '../../components/states/panels.tsx';
import { takenBackWords } from './ledger-model.ts';
import styles from './abstractions.module.css';

/** Takes the review of these back, so that they wait for one again. */
export function TakeBack({
  ids,
  label,
  onDone,
}: {
  ids: readonly number[];
  label: string;
  onDone: () => void;
}) {
  const takeBack = useCommandOnce('abstractions.takeBackReview');
  return (
    <>
      <Button
        variant="default"
        loading={takeBack.isPending}
        onClick={() => {
          takeBack.mutate(
            { ids: [...ids] },
            {
              onSuccess: (reply) => {
                notify(takenBackWords(reply));
                onDone();
              },
            },
          );
        }}
      >
        {label}
      </Button>
      {takeBack.error && (
        <div role="alert" className={styles.wide}>
          <Banner tone="bad">{takeBack.error.message}</Banner>
        </div>
      )}
    </>
  );
}

/** What was reviewed last, as long as the page is open: one slip reviews a whole list. */
export function LastReviewed({ ids, onDone }: { ids: readonly number[]; onDone: () => void }) {
  if (ids.length === 0) return null;
  return (
    <div className={styles.last} role="group" aria-label="Reviewed last" data-print="hide">
      Reviewed last: {counted(ids.length, 'abstraction')}.
      <TakeBack ids={ids} label="Undo" onDone={onDone} />
    </div>
  );
}
