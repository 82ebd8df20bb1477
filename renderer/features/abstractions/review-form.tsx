import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { counted } from '#shared/planning/wording.ts';
import { useCommandOnce } from '../../api/use-command-once.ts';
import { notify } from '../../components/notify.ts';
import { Banner } from '../../components/states/panels.tsx';
import { reviewedWords } from './ledger-model.ts';
import styles from './abstractions.module.css';

/** A note for those chosen, and the word that they were looked at. */
export function ReviewForm({
  ids,
  onDone,
}: {
  ids: readonly number[];
  /** Told which were reviewed now. */
  onDone: (reviewed: readonly number[]) => void;
}) {
  const [note, setNote] = useState('');
  const review = useCommandOnce('abstractions.review');
  return (
    <form
      className={styles.inline}
      aria-label="Review"
      data-print="hide"
      onSubmit={(event) => {
        event.preventDefault();
        if (ids.length === 0) return;
        review.mutate(
          { ids: [...ids], note },
          {
            onSuccess: (reply) => {
              notify(reviewedWords(reply));
              setNote('');
              onDone(reply.ids);
            },
          },
        );
      }}
    >
      <div className={styles.grow}>
        <TextInput
          label={ids.length === 1 ? 'Note' : 'Note, kept with each'}
          maxLength={300}
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value);
          }}
        />
      </div>
      <Button type="submit" disabled={ids.length === 0} loading={review.isPending}>
        {ids.length === 0 ? 'Review those chosen' : `Review ${counted(ids.length, 'abstraction')}`}
      </Button>
      {review.error && (
        <div role="alert" className={styles.wide}>
          <Banner tone="bad">{review.error.message}</Banner>
        </div>
      )}
    </form>
  );
}
