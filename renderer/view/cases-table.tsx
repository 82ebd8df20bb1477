import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Parsed } from '#shared/contract/registry.ts';
import { Risk, riskLevels, riskNames } from '#shared/domain/case.ts';
import { showDate, showMonth } from '#shared/domain/dates.ts';
import type { DueCase } from '#shared/domain/demand.ts';
import { cx } from '../components/cx.ts';
import { Icon } from '../components/icon.tsx';
import type { Column } from '../components/table/column.ts';
import { DataTable } from '../components/table/data-table.tsx';
import {
  askedOf,
  choiceWords,
  filterCases,
  loadDuties,
  type CasesChoice,
  type DutyOfCases,
} from './cases-filter.ts';
import { dutyNamer, type DutyName } from './duty-names.ts';
import { ExportList } from './export-list.tsx';
import { MISSING, showCount, showHours, showNumber } from './figures.ts';
import { riskColumn } from './risk-column.tsx';
import styles from './cases-table.module.css';

type Props = {
  /** What the cases were asked for by: month, snapshot, and the team where they are of one. */
  asked: Pick<Parsed<'demand.cases'>, 'snapshotId' | 'team' | 'month'>;
  cases: readonly DueCase[];
  duties: readonly DutyOfCases[];
  choice: CasesChoice;
  onChoice: (choice: CasesChoice) => void;
};

/** The cases behind a month's figure: sort, find by words, narrow by what was chosen, and widen again. */
export function CasesTable({ asked, cases, duties, choice, onChoice }: Props) {
  const { month } = asked;
  const hasTeams = asked.team === undefined;
  const [text, setText] = useState('');
  const columns = useMemo(() => caseColumns(duties, hasTeams), [duties, hasTeams]);
  const soughtText = useDeferredValue(text);
  const rows = useMemo(
    () => filterCases(cases, choice, duties, soughtText),
    [cases, choice, duties, soughtText],
  );
  const load = useMemo(() => loadDuties(duties), [duties]);
  const inFile = useMemo(() => filterCases(cases, askedOf(choice), duties).length, [cases, choice, duties]);
  const hours = rows.reduce((sum, one) => sum + (load.has(one.duty) ? one.hours : 0), 0);
  return (
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
        <DutyAndRisk duties={duties} choice={choice} onChoice={onChoice} />
        <span className={styles.count} aria-live="polite">
          {rows.length === cases.length ? '' : `${showCount(rows.length)} of `}
          {showCount(cases.length)} due in {showMonth(month)}; {showHours(hours)} of offender managers’ time
        </span>
        <ExportList
          list={{ kind: 'due', ...askedOf(choice), ...asked }}
          label={inFile === rows.length ? 'Export CSV' : `Export all ${showCount(inFile)} as CSV`}
        />
      </div>
      <Chosen choice={choice} duties={duties} onChoice={onChoice} />
      <DataTable
        label={`Cases due in ${showMonth(month)}`}
        rows={rows}
        columns={columns}
        rowKey={(one) => `${one.reference}/${one.duty}/${one.due}/${one.notes[0] ?? ''}`}
        empty="No case of this kind is due in the month."
        maxHeight={420}
      />
    </div>
  );
}

function DutyAndRisk({ duties, choice, onChoice }: Pick<Props, 'duties' | 'choice' | 'onChoice'>) {
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label="Duty"
        value={choice.duty ?? ''}
        data={[
          { value: '', label: 'All duties' },
          ...duties.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        onChange={(event) => {
          onChoice(withPart(choice, 'duty', event.currentTarget.value || undefined));
        }}
      />
      <NativeSelect
        size="xs"
        aria-label="Risk"
        value={choice.risk ?? ''}
        data={[
          { value: '', label: 'All risk levels' },
          ...[...riskLevels, 'unassessed' as const].map((level) => ({
            value: level,
            label: riskNames[level].name,
          })),
        ]}
        onChange={(event) => {
          onChoice(withPart(choice, 'risk', Risk.safeParse(event.currentTarget.value).data));
        }}
      />
    </>
  );
}

function withPart<K extends keyof CasesChoice>(
  choice: CasesChoice,
  key: K,
  value: CasesChoice[K] | undefined,
): CasesChoice {
  const rest = Object.fromEntries(Object.entries(choice).filter(([part]) => part !== key)) as CasesChoice;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** What narrows the list, each part with a way to take it off. */
function Chosen({
  choice,
  duties,
  onChoice,
}: {
  choice: CasesChoice;
  duties: readonly DutyName[];
  onChoice: (choice: CasesChoice) => void;
}) {
  const parts = choiceWords(choice, duties);
  if (parts.length === 0) return null;
  return (
    <div className={styles.filters} role="group" aria-label="Listed only">
      <span className={styles.count}>Only:</span>
      {parts.map(({ key, words }) => (
        <Button
          key={key}
          variant="default"
          size="compact-xs"
          className={cx(styles.part)}
          rightSection={<Icon name="close" size={11} />}
          aria-label={`${words}: no longer only these`}
          onClick={() => {
            onChoice(withPart(choice, key, undefined));
          }}
        >
          {words}
        </Button>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        data-print="hide"
        onClick={() => {
          onChoice({});
        }}
      >
        List all
      </Button>
    </div>
  );
}

function caseColumns(duties: readonly DutyName[], hasTeams: boolean): Array<Column<DueCase>> {
  const nameOf = dutyNamer(duties);
  const columns: Array<Column<DueCase>> = [
    { key: 'case', heading: 'Case', value: (one) => one.reference, isRowHeader: true },
    { key: 'duty', heading: 'Duty', value: (one) => nameOf(one.duty) },
    riskColumn(),
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
      isBelow: true,
      cell: (one) => <span className={styles.notes}>{one.notes.join('; ')}</span>,
    },
  ];
  if (hasTeams) columns.splice(1, 0, { key: 'team', heading: 'Team', value: (one) => one.team });
  return columns;
}
