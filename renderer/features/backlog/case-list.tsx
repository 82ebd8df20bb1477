import { useMemo } from 'react';
import { MAX_OUTSTANDING } from '#shared/contract/backlog.ts';
import { lateBandNames, type DutyBacklog, type OutstandingCase } from '#shared/domain/backlog.ts';
import { showDate } from '#shared/domain/dates.ts';
import { counted } from '#shared/planning/wording.ts';
import { useQuery } from '../../api/hooks.ts';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Asked } from '../../view/asked.tsx';
import { ExportList } from '../../view/export-list.tsx';
import { MISSING, showHours, showNumber } from '../../view/figures.ts';
import { riskColumn } from '../../view/risk-column.tsx';
import type { Cell } from './model.ts';
import { useScope } from './use-scope.ts';
import styles from './backlog.module.css';

/** The cases behind a figure of the matrix, or all of a duty, most pressing first. */
export function CaseList({ duty, cell, label }: { duty: DutyBacklog; cell: Cell; label: string }) {
  const scope = useScope();
  const hasTeams = scope.team === undefined;
  const columns = useMemo(() => caseColumns(hasTeams), [hasTeams]);
  const asked = { ...scope, ...cell, duty: duty.duty };
  const found = useQuery('backlog.cases', { ...asked, limit: MAX_OUTSTANDING }, { keepsPrevious: true });
  return (
    <Asked query={found} title="The cases could not be listed">
      {({ total, hours, cases }) => (
        <div className={styles.list}>
          <div className={styles.listHead}>
            <p className={styles.dim} aria-live="polite">
              {counted(total, 'case')}, {showHours(hours)} at the standard’s hours
            </p>
            <ExportList list={{ kind: 'outstanding', ...asked }} />
          </div>
          <DataTable
            label={label}
            rows={cases}
            columns={columns}
            rowKey={({ reference, duty: key }) => `${reference}/${key}`}
            empty="Nothing is overdue here."
            maxHeight={440}
          />
        </div>
      )}
    </Asked>
  );
}

function caseColumns(hasTeams: boolean): Array<Column<OutstandingCase>> {
  return [
    { key: 'case', heading: 'Case', value: ({ reference }) => reference, isRowHeader: true },
    ...(hasTeams ? [{ key: 'team', heading: 'Team', value: ({ team }: OutstandingCase) => team }] : []),
    riskColumn(),
    { key: 'officer', heading: 'Officer', value: ({ officer }) => officer },
    {
      key: 'due',
      heading: 'Due',
      value: ({ dueDate }) => dueDate,
      cell: ({ dueDate }) => showDate(dueDate),
    },
    {
      key: 'late',
      heading: 'Days overdue',
      value: ({ daysLate }) => daysLate,
      cell: ({ daysLate, band }) => <span title={lateBandNames[band]}>{daysLate}</span>,
      align: 'end',
    },
    {
      key: 'last',
      heading: 'Last done',
      value: ({ lastDone }) => lastDone,
      cell: ({ lastDone }) => (lastDone === null ? MISSING : showDate(lastDone)),
    },
    {
      key: 'hours',
      heading: 'Hours',
      value: ({ hours }) => hours,
      cell: ({ hours }) => showNumber(hours),
      align: 'end',
    },
    {
      key: 'notes',
      heading: 'Notes',
      value: (one) => notesOf(one),
      isText: true,
      cell: (one) => <span className={styles.dim}>{notesOf(one)}</span>,
    },
  ];
}

/** How long it is overdue has a column of its own. */
const notesOf = ({ notes }: OutstandingCase): string =>
  notes.filter((note) => !note.endsWith(' overdue')).join('; ');
