import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { MAX_ABSTRACTIONS, type LedgerRow } from '#shared/contract/abstractions.ts';
import type { Output } from '#shared/contract/registry.ts';
import { AbstractionKind } from '#shared/domain/abstraction.ts';
import { useQuery } from '../../api/hooks.ts';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Asked } from '../../view/asked.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { recordColumns } from './columns.tsx';
import { kindChoices } from './kinds.ts';
import { queueHeadline } from './ledger-model.ts';
import { showReason, showSpan } from './model.ts';
import { ReviewForm } from './review-form.tsx';
import { LastReviewed } from './take-back.tsx';
import short from '../../view/in-short.module.css';
import styles from './abstractions.module.css';

type Queue = Output<'abstractions.queue'>;
type Props = {
  onOpen: (row: LedgerRow) => void;
  /** Those reviewed last; none once that is undone. */
  last: readonly number[];
  onReviewed: (ids: readonly number[]) => void;
};

/** What waits for a person's word, the longest first; many are reviewed at once. */
export function ReviewPart(props: Props) {
  const { team, search } = useLookedAt();
  const kind = AbstractionKind.safeParse(search.get('kind')).data;
  const found = useQuery(
    'abstractions.queue',
    {
      ...(team === undefined ? {} : { team }),
      ...(kind === undefined ? {} : { kind }),
      limit: MAX_ABSTRACTIONS,
    },
    { keepsPrevious: true },
  );
  return (
    <Asked query={found} title="What waits for a review could not be read">
      {(queue) => <Waiting key={`${team ?? ''} ${kind ?? ''}`} queue={queue} {...props} />}
    </Asked>
  );
}

function Waiting({ queue, onOpen, last, onReviewed }: Props & { queue: Queue }) {
  const { team, search, change } = useLookedAt();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const { rows } = queue;
  const held = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const columns = useMemo(() => {
    const toggle = (id: number) => {
      setChosen((old) => new Set(old.has(id) ? [...old].filter((one) => one !== id) : [...old, id]));
    };
    return [chosenColumn(chosen, toggle), ...recordColumns({ hasTeams: team === undefined, isQueue: true })];
  }, [chosen, team]);
  const late = rows.filter(({ isReviewOverdue }) => isReviewOverdue);
  const choose = (some: readonly LedgerRow[]) => () => {
    setChosen(new Set(some.map(({ id }) => id)));
  };
  return (
    <>
      <div className={short.headline} role="group" aria-label="In short">
        <p className={short.first}>{queueHeadline(queue)}</p>
      </div>
      <div className={styles.filters} data-print="hide">
        <NativeSelect
          size="xs"
          label="Reason"
          data={kindChoices}
          value={search.get('kind') ?? ''}
          onChange={(event) => {
            change({ kind: event.currentTarget.value || null });
          }}
        />
        <Button variant="default" disabled={rows.length === 0} onClick={choose(rows)}>
          Choose all listed
        </Button>
        <Button variant="default" disabled={late.length === 0} onClick={choose(late)}>
          Choose the overdue
        </Button>
        <Button variant="default" disabled={held.length === 0} onClick={choose([])}>
          Choose none
        </Button>
      </div>
      <DataTable
        label="Abstractions to review"
        rows={rows}
        columns={columns}
        rowKey={({ id }) => String(id)}
        empty="Nothing waits for a review."
        onOpen={onOpen}
        maxHeight={480}
      />
      <ReviewForm
        ids={held}
        onDone={(ids) => {
          setChosen(new Set());
          onReviewed(ids);
        }}
      />
      <LastReviewed
        ids={last}
        onDone={() => {
          onReviewed([]);
        }}
      />
    </>
  );
}

const chosenColumn = (chosen: ReadonlySet<number>, toggle: (id: number) => void): Column<LedgerRow> => ({
  key: 'chosen',
  heading: 'Chosen',
  value: ({ id }) => (chosen.has(id) ? 0 : 1),
  cell: (row) => (
    <input
      type="checkbox"
      className={styles.tick}
      aria-label={`${row.collar}, ${showReason(row)}, ${showSpan(row)}`}
      checked={chosen.has(row.id)}
      onChange={() => {
        toggle(row.id);
      }}
    />
  ),
});
