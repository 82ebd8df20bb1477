import { useMemo } from 'react';
import type { FollowedMove } from '#shared/domain/follow-up.ts';
import { counted } from '#shared/planning/wording.ts';
import { SidePanel } from '../../components/overlay/side-panel.tsx';
import { useSidePanel } from '../../components/overlay/use-side-panel.ts';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { dutyNamer, type DutyName } from '../../view/duty-names.ts';
import { Figure } from '../../view/figure.tsx';
import { showCount, showMonthYear } from '../../view/figures.ts';
import { riskColumn } from '../../view/risk-column.tsx';
import { becameOf, type MoveSet } from './follow-up-model.ts';
import { officerWords } from './model.ts';
import styles from './levelling.module.css';

type Sets = { label: string; sets: readonly MoveSet[] };

/** Sets of moves with their counts, each count opening its cases beside the page. */
export function FollowUpSets({ label, sets, duties }: Sets & { duties: readonly DutyName[] }) {
  const panel = useSidePanel<string>();
  const open = sets.find((set) => set.key === panel.shown);
  const columns = useMemo(() => moveColumns(duties), [duties]);
  return (
    <>
      <SetsTable label={label} sets={sets} onOpen={panel.open} />
      <SidePanel
        isOpen={panel.isOpen}
        isWide
        title={open ? `${open.name}: ${counted(open.moves.length, 'move')}` : ''}
        onClose={panel.close}
      >
        {open && (
          <DataTable
            key={open.key}
            label={`Moves: ${open.name}`}
            rows={open.moves}
            columns={columns}
            rowKey={(move) => `${move.id} ${String(move.dueIndex)}`}
            empty="No move is of this kind."
            maxHeight={720}
          />
        )}
      </SidePanel>
    </>
  );
}

function SetsTable({ label, sets, onOpen }: Sets & { onOpen: (key: string) => void }) {
  const total = sets.reduce((sum, { moves }) => sum + moves.length, 0);
  return (
    <table className={styles.outcomes} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Outcome</th>
          <th scope="col" className={styles.words}>
            Meaning
          </th>
          <th scope="col">Moves</th>
        </tr>
      </thead>
      <tbody>
        {sets.map((set) => (
          <tr key={set.key}>
            <th scope="row">{set.name}</th>
            <td className={styles.words}>{set.meaning}</td>
            <td>
              <Figure
                count={set.moves.length}
                label={set.name}
                said={counted(set.moves.length, 'move')}
                onOpen={() => {
                  onOpen(set.key);
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Together</th>
          <td />
          <td>{showCount(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function moveColumns(duties: readonly DutyName[]): Array<Column<FollowedMove>> {
  const nameOf = dutyNamer(duties);
  return [
    { key: 'case', heading: 'Case', value: ({ reference }) => reference, isRowHeader: true },
    { key: 'duty', heading: 'Duty', value: ({ duty }) => nameOf(duty) },
    riskColumn(),
    { key: 'officer', heading: 'Officer', value: ({ officer, hasLeft }) => officerWords(officer, hasLeft) },
    { key: 'due', heading: 'Due', value: ({ dueIndex }) => dueIndex, cell: ({ due }) => showMonthYear(due) },
    { key: 'to', heading: 'Planned', value: ({ toIndex }) => toIndex, cell: ({ to }) => showMonthYear(to) },
    { key: 'became', heading: 'What became of it', value: becameOf, isText: true },
  ];
}
