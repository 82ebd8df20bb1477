import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { LedgerRow } from '#shared/contract/abstractions.ts';
import { addDays, isIsoDate, isoDate, showDate } from '#shared/domain/dates.ts';
import { useQuery } from '../../api/hooks.ts';
import { useCommandOnce } from '../../api/use-command-once.ts';
import { notify } from '../../components/notify.ts';
import { Banner } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { showHoursExactly } from '../../view/figures.ts';
import { Section } from '../../view/page.tsx';
import { draftOf } from './draft.ts';
import { ReviewForm } from './review-form.tsx';
import { showReason, showSpan } from './model.ts';
import { RecordForm } from './record-form.tsx';
import { TakeBack } from './take-back.tsx';
import { rowFacts, traceLines } from './ledger-model.ts';
import styles from './abstractions.module.css';

type Props = { row: LedgerRow; people: readonly string[]; onDone: () => void };
type WithReview = Props & { onReviewed: (ids: readonly number[]) => void };

/** One record: what it says, changing it, ending it early, taking it out, and what became of it. */
export function RecordDetails({ row, people, onDone, onReviewed }: WithReview) {
  return (
    <div className={styles.details}>
      <dl className={styles.facts}>
        {rowFacts(row).map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {row.removed === null && (
        <>
          {row.reviewed === null && row.isCounted && (
            <Section title="Review">
              <ReviewForm
                ids={[row.id]}
                onDone={(ids) => {
                  onReviewed(ids);
                  onDone();
                }}
              />
            </Section>
          )}
          {row.reviewed !== null && (
            <Section title="Review" about="Taken back, it waits for one again">
              <div>
                <TakeBack ids={[row.id]} label="Take the review back" onDone={onDone} />
              </div>
            </Section>
          )}
          <Edit row={row} people={people} onDone={onDone} />
          {row.to > row.from && <EndEarly row={row} onDone={onDone} />}
          <TakeOut row={row} onDone={onDone} />
        </>
      )}
      <Trace id={row.id} />
    </div>
  );
}

function Edit({ row, people, onDone }: Props) {
  const reasons = useQuery('abstractions.reasons', {});
  const edit = useCommandOnce('abstractions.edit');
  return (
    <Section title="Change" about="What is changed has to be reviewed again">
      <Asked query={reasons} title="The list of reasons could not be read">
        {(data) => (
          <RecordForm
            first={draftOf(row)}
            id={row.id}
            reasons={data.reasons}
            people={people}
            submit="Save changes"
            error={edit.error}
            isPending={edit.isPending}
            onSave={(sent) => {
              edit.mutate(
                { id: row.id, ...sent },
                {
                  onSuccess: () => {
                    notify(`Changed for ${sent.collar}: ${showReason(sent)}, ${showSpan(sent)}.`);
                    onDone();
                  },
                },
              );
            }}
          />
        )}
      </Asked>
    </Section>
  );
}

function EndEarly({ row, onDone }: { row: LedgerRow; onDone: () => void }) {
  const [day, setDay] = useState<string>(addDays(row.to, -1));
  const end = useCommandOnce('abstractions.end');
  return (
    <Section title="End early" about="Hours fall with the working days">
      <form
        className={styles.inline}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isIsoDate(day)) return;
          const to = isoDate(day);
          end.mutate(
            { id: row.id, to },
            {
              onSuccess: ({ row: ended }) => {
                notify(`Ended on ${showDate(to)}; ${showHoursExactly(ended.hours)} are left.`);
                onDone();
              },
            },
          );
        }}
      >
        <TextInput
          type="date"
          label="Last day instead"
          value={day}
          onChange={(event) => {
            setDay(event.currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" loading={end.isPending} disabled={!isIsoDate(day)}>
          End on this day
        </Button>
      </form>
      <Refused error={end.error} />
    </Section>
  );
}

function TakeOut({ row, onDone }: { row: LedgerRow; onDone: () => void }) {
  const [why, setWhy] = useState('');
  const remove = useCommandOnce('abstractions.remove');
  return (
    <Section title="Take out" about="It counts nowhere then, and can still be seen in the ledger">
      <form
        className={styles.inline}
        onSubmit={(event) => {
          event.preventDefault();
          if (why.trim() === '') return;
          remove.mutate(
            { id: row.id, why },
            {
              onSuccess: () => {
                notify(`Taken out: ${showReason(row)}, ${showSpan(row)}.`);
                onDone();
              },
            },
          );
        }}
      >
        <TextInput
          label="Why"
          maxLength={300}
          value={why}
          onChange={(event) => {
            setWhy(event.currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" loading={remove.isPending} disabled={why.trim() === ''}>
          Take it out
        </Button>
      </form>
      <Refused error={remove.error} />
    </Section>
  );
}

function Refused({ error }: { error: { message: string } | null }) {
  return (
    error && (
      <div role="alert">
        <Banner tone="bad">{error.message}</Banner>
      </div>
    )
  );
}

function Trace({ id }: { id: number }) {
  const trace = useQuery('abstractions.trace', { id });
  return (
    <Section title="What became of it">
      <Asked query={trace} title="Its trace could not be read">
        {(steps) => {
          const lines = traceLines(steps);
          return lines.length === 0 ? (
            <p className={styles.dim}>Nothing was done to it since it was imported.</p>
          ) : (
            <ol className={styles.trace}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          );
        }}
      </Asked>
    </Section>
  );
}
