import { NativeSelect, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { riskLevels, riskNames } from '#shared/domain/case.ts';
import type { Month } from '#shared/domain/dates.ts';
import { isOverdueMove, type Move, type Plan } from '#shared/domain/plan.ts';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { dutyNamer, type DutyName } from '../../view/duty-names.ts';
import { showCount, showHours, showMonthYear, showNumber } from '../../view/figures.ts';
import { Section } from '../../view/page.tsx';
import { riskColumn } from '../../view/risk-column.tsx';
import { DecisionCell } from './decision-cell.tsx';
import { earliness, filterMoves, isLeavers, leaversWords, officerWords } from './model.ts';
import type { Decision } from './steering-model.ts';
import styles from './levelling.module.css';

/** What lets the reader have a word on each move. */
export type Steer = {
  decisionOn: (move: Move) => Decision;
  monthsOpenTo: (move: Move) => readonly Month[];
  onDecide: (move: Move, decision: Decision) => void;
};

/** By what a move is known when it is dragged. */
export const moveKey = (move: Move): string => `${move.id} ${String(move.dueIndex)}`;

/** Each move with its reason: sort by any heading, filter by words, duty and risk; have a word on it. */
export function MovesTable({
  plan,
  duties,
  steer = null,
}: {
  plan: Plan;
  duties: readonly DutyName[];
  /** Null where the plan can no longer be steered. */
  steer?: Steer | null;
}) {
  const [text, setText] = useState('');
  const [duty, setDuty] = useState('');
  const [risk, setRisk] = useState('');
  const columns = useMemo(() => moveColumns(plan, duties, steer), [plan, duties, steer]);
  const filter = useDeferredValue(useMemo(() => ({ text, duty, risk }), [text, duty, risk]));
  const rows = useMemo(() => filterMoves(plan.moves, filter), [plan, filter]);
  const hours = rows.reduce((sum, move) => sum + move.hours, 0);
  return (
    <Section
      title="Moves"
      about={`${rows.length === plan.moves.length ? '' : `${showCount(rows.length)} of `}${showCount(plan.moves.length)}, ${showHours(hours)}${leaversWords(rows.filter((move) => isLeavers(plan, move)).length)}`}
      actions={
        <div className={styles.filters}>
          <TextInput
            aria-label="Find a case, an officer or a reason"
            placeholder="Case, officer or reason"
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
              setDuty(event.currentTarget.value);
            }}
          />
          <NativeSelect
            size="xs"
            aria-label="Risk"
            value={risk}
            data={[
              { value: '', label: 'All risk levels' },
              ...riskLevels.map((level) => ({ value: level, label: riskNames[level].name })),
            ]}
            onChange={(event) => {
              setRisk(event.currentTarget.value);
            }}
          />
        </div>
      }
    >
      <DataTable
        label={`Moves of ${plan.team}`}
        rows={rows}
        columns={columns}
        rowKey={moveKey}
        {...(steer ? { dragged: moveKey } : {})}
        sort={{ key: 'due', isDescending: false }}
        empty={plan.moves.length === 0 ? 'Nothing moves.' : 'No move is of this kind.'}
      />
    </Section>
  );
}

function moveColumns(plan: Plan, duties: readonly DutyName[], steer: Steer | null): Array<Column<Move>> {
  const nameOf = dutyNamer(duties);
  const columns: Array<Column<Move>> = [
    { key: 'case', heading: 'Case', value: (move) => move.reference, isRowHeader: true },
    { key: 'duty', heading: 'Duty', value: (move) => nameOf(move.duty) },
    riskColumn(),
    {
      key: 'officer',
      heading: 'Officer',
      value: (move) => officerWords(move.officer, isLeavers(plan, move)),
    },
    {
      key: 'due',
      heading: 'Due',
      value: (move) => move.dueIndex,
      cell: (move) => showMonthYear(move.due),
    },
    {
      key: 'to',
      heading: 'Do in',
      value: (move) => move.toIndex,
      cell: (move) => <strong>{showMonthYear(move.to)}</strong>,
    },
    {
      key: 'early',
      heading: 'Early',
      value: (move) => (isOverdueMove(move) ? -1 : move.monthsEarly),
      cell: earliness,
    },
    {
      key: 'hours',
      heading: 'Hours',
      value: (move) => move.hours,
      cell: (move) => showNumber(move.hours),
      align: 'end',
    },
    {
      key: 'why',
      heading: 'Why',
      value: (move) => move.reason,
      isText: true,
      isBelow: true,
      cell: (move) => <span className={styles.dim}>{move.reason}</span>,
    },
  ];
  if (steer) {
    columns.splice(6, 0, {
      key: 'word',
      heading: 'Your word',
      value: (move) => steer.decisionOn(move),
      cell: (move) => (
        <DecisionCell
          move={move}
          decision={steer.decisionOn(move)}
          months={steer.monthsOpenTo(move)}
          onDecide={(decision) => {
            steer.onDecide(move, decision);
          }}
        />
      ),
    });
  }
  return columns;
}
