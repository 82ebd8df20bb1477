import { NativeSelect, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { LedgerRow } from '#shared/contract/abstractions.ts';
import { useQuery } from '../../api/hooks.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Asked } from '../../view/asked.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { kindChoices } from './kinds.ts';
import { recordColumns } from './columns.tsx';
import { ledgerHeadline, ledgerInput, ledgerStates, LEDGER_LIMIT } from './ledger-model.ts';
import short from '../../view/in-short.module.css';
import styles from './abstractions.module.css';

type Props = { people: readonly string[]; onOpen: (row: LedgerRow) => void };

/** Every record held, filtered by whom, what for, when, and whether it was reviewed. */
export function LedgerPart({ people, onOpen }: Props) {
  const { search, team } = useLookedAt();
  const input = useMemo(() => ledgerInput(search, team), [search, team]);
  const found = useQuery('abstractions.list', input, { keepsPrevious: true });
  const columns = useMemo(() => recordColumns({ hasTeams: team === undefined }), [team]);
  return (
    <>
      <Filters people={people} />
      <Asked query={found} title="The ledger could not be read">
        {({ total, hours, rows }) => (
          <>
            <p className={short.first} aria-live="polite">
              {ledgerHeadline(total, hours)}
            </p>
            {total > rows.length && (
              <p className={styles.dim}>
                The newest {LEDGER_LIMIT} are listed; narrow the choice to see others.
              </p>
            )}
            <DataTable
              label="Ledger of abstractions"
              rows={rows}
              columns={columns}
              rowKey={({ id }) => String(id)}
              empty="No record fits this choice."
              onOpen={onOpen}
              maxHeight={560}
            />
          </>
        )}
      </Asked>
    </>
  );
}

function Filters({ people }: { people: readonly string[] }) {
  const { search, change } = useLookedAt();
  const field = (key: string) => ({
    value: search.get(key) ?? '',
    onChange: (event: { currentTarget: { value: string } }) => {
      change({ [key]: event.currentTarget.value || null });
    },
  });
  const officer = search.get('officer') ?? '';
  const listed = officer === '' || people.includes(officer) ? people : [officer, ...people];
  return (
    <div className={styles.filters} role="group" aria-label="Choice of records" data-print="hide">
      {people.length === 0 ? (
        <TextInput label="Officer" placeholder="Collar number" {...field('officer')} />
      ) : (
        <NativeSelect
          size="xs"
          label="Officer"
          data={[{ value: '', label: 'All officers' }, ...listed.map((one) => ({ value: one, label: one }))]}
          {...field('officer')}
        />
      )}
      <NativeSelect size="xs" label="Reason" data={kindChoices} {...field('kind')} />
      <TextInput type="date" label="From" {...field('from')} />
      <TextInput type="date" label="To" {...field('to')} />
      <NativeSelect size="xs" label="Review" data={ledgerStates} {...field('state')} />
    </div>
  );
}
