import { NativeSelect, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { DutyName } from './duty-names.ts';
import { riskLevels, riskNames } from '#shared/domain/case.ts';
import { showDate, showMonth, type Month } from '#shared/domain/dates.ts';
import type { DueCase } from '#shared/domain/demand.ts';
import type { Column } from '../components/table/column.ts';
import { DataTable } from '../components/table/data-table.tsx';
import { Asked } from './asked.tsx';
import { filterCases } from './cases-filter.ts';
import { MISSING, showCount, showHours, showNumber } from './figures.ts';
import { useLookedAt } from './looked-at.ts';
import { RiskLetter, riskOrder } from './risk-letter.tsx';
import { useDueCases } from './use-due-cases.ts';
import styles from './cases-table.module.css';

/** The cases behind a month's figure: sort, filter by duty, risk and words. */
export function CasesTable({
  month,
  team,
  duties,
  duty,
  onDuty,
}: {
  month: Month;
  team: string | undefined;
  duties: readonly DutyName[];
  /** Key of the duty shown; empty for all. */
  duty: string;
  onDuty: (duty: string) => void;
}) {
  const { snapshotChoice } = useLookedAt();
  const [text, setText] = useState('');
  const [risk, setRisk] = useState('');
  const cases = useDueCases({
    ...snapshotChoice,
    month,
    ...(team === undefined ? {} : { team }),
    ...(duty === '' ? {} : { duty }),
  });
  const columns = useMemo(() => caseColumns(duties, team === undefined), [duties, team]);
  const filter = useDeferredValue(useMemo(() => ({ text, risk }), [text, risk]));
  const rows = useMemo(() => filterCases(cases.data?.cases ?? [], filter), [cases.data, filter]);
  return (
    <Asked query={cases} title="The cases could not be listed">
      {(data) => (
        <div className={styles.box}>
          <div className={styles.filters} data-print="hide">
            <TextInput
              aria-label="Find a case, an officer or a note"
              placeholder="Case, officer or note"
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value);
              }}
            />
            <NativeSelect
              size="xs"
              aria-label="Duty"
              value={duty}
              data={[
                { value: '', label: 'All duties' },
                ...duties.map(({ key, name }) => ({ value: key, label: name })),
              ]}
              onChange={(event) => {
                onDuty(event.currentTarget.value);
              }}
            />
            <NativeSelect
              size="xs"
              aria-label="Risk"
              value={risk}
              data={[
                { value: '', label: 'All risk levels' },
                ...[...riskLevels, 'unassessed' as const].map((level) => ({
                  value: level,
                  label: riskNames[level].name,
                })),
              ]}
              onChange={(event) => {
                setRisk(event.currentTarget.value);
              }}
            />
            <span className={styles.count} aria-live="polite">
              {rows.length === data.total ? '' : `${showCount(rows.length)} of `}
              {showCount(data.total)} due in {showMonth(month)}
              {duty !== '' && `, ${showHours(data.hours)}`}
            </span>
          </div>
          <DataTable
            label={`Cases due in ${showMonth(month)}`}
            rows={rows}
            columns={columns}
            rowKey={(one) => `${one.reference}/${one.duty}`}
            empty="No case of this kind is due in the month."
            maxHeight={420}
          />
        </div>
      )}
    </Asked>
  );
}

function caseColumns(duties: readonly DutyName[], hasTeams: boolean): Array<Column<DueCase>> {
  const names = new Map(duties.map(({ key, name }) => [key, name]));
  const columns: Array<Column<DueCase>> = [
    { key: 'case', heading: 'Case', value: (one) => one.reference, isRowHeader: true },
    { key: 'duty', heading: 'Duty', value: (one) => names.get(one.duty) ?? one.duty },
    {
      key: 'risk',
      heading: 'Risk',
      value: (one) => riskOrder(one.risk),
      cell: (one) => <RiskLetter risk={one.risk} />,
    },
    { key: 'officer', heading: 'Officer', value: (one) => one.officer },
    {
      key: 'due',
      heading: 'Due',
      value: (one) => one.dueDate ?? `${one.due}-32`,
      cell: (one) => (
        <>
          {one.dueDate === null ? showMonth(one.due) : showDate(one.dueDate)}
          {one.isOverdue && <span className={styles.overdue}> overdue</span>}
        </>
      ),
    },
    {
      key: 'last',
      heading: 'Last done',
      value: (one) => one.lastDone,
      cell: (one) => (one.lastDone === null ? MISSING : showDate(one.lastDone)),
    },
    {
      key: 'hours',
      heading: 'Hours',
      value: (one) => one.hours,
      cell: (one) => showNumber(one.hours),
      align: 'end',
    },
    {
      key: 'notes',
      heading: 'Notes',
      value: (one) => one.notes.join('; '),
      isText: true,
      cell: (one) => <span className={styles.notes}>{one.notes.join('; ')}</span>,
    },
  ];
  if (hasTeams) columns.splice(1, 0, { key: 'team', heading: 'Team', value: (one) => one.team });
  return columns;
}
