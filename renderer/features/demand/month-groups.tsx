import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { showMonth, type Month } from '#shared/domain/dates.ts';
import type { DueCase } from '#shared/domain/demand.ts';
import { isSameChoice, type CasesChoice, type DutyOfCases } from '../../view/cases-filter.ts';
import { showCount, showPercent } from '../../view/figures.ts';
import { byOfficer, byRisk } from './behind.ts';
import type { MonthReading } from './model.ts';
import styles from './demand.module.css';

const kinds = { duty: 'Duty', risk: 'Risk', officer: 'Officer' };
type Kind = keyof typeof kinds;

type Line = {
  key: string;
  name: string;
  choice: CasesChoice;
  count: number;
  hours: number | null;
  share: number | null;
  colour?: string;
};

/** What the month is made of, by duty, risk level or officer; each line lists its cases. */
export function MonthGroups({
  reading,
  duties,
  cases,
  choice,
  onToggle,
}: {
  reading: MonthReading;
  duties: readonly DutyOfCases[];
  cases: readonly DueCase[];
  choice: CasesChoice;
  onToggle: (choice: CasesChoice) => void;
}) {
  const [kind, setKind] = useState<Kind>('duty');
  const lines = useMemo((): Line[] => {
    if (kind === 'risk') return byRisk(cases, duties);
    if (kind === 'officer') return byOfficer(cases, duties);
    return reading.duties.map(({ occurrences, ...line }) => ({
      ...line,
      count: occurrences,
      choice: { duty: line.key },
    }));
  }, [kind, cases, duties, reading]);
  return (
    <div className={styles.groups}>
      <SegmentedControl
        aria-label="Made of"
        size="xs"
        value={kind}
        onChange={(value) => {
          setKind(value as Kind);
        }}
        data={Object.entries(kinds).map(([value, name]) => ({ value, label: `By ${name.toLowerCase()}` }))}
        data-print="hide"
      />
      <LinesTable kind={kind} month={reading.month} lines={lines} choice={choice} onToggle={onToggle} />
      <p className={styles.note}>
        {kind === 'duty'
          ? 'Hours are offender managers’; a dash is another’s work.'
          : 'Offender managers’ work only.'}
      </p>
    </div>
  );
}

function LinesTable({
  kind,
  month,
  lines,
  choice,
  onToggle,
}: {
  kind: Kind;
  month: Month;
  lines: readonly Line[];
  choice: CasesChoice;
  onToggle: (choice: CasesChoice) => void;
}) {
  return (
    <div className={styles.lines}>
      <table
        className={styles.duties}
        aria-label={`Work of ${showMonth(month)} by ${kinds[kind].toLowerCase()}`}
      >
        <thead>
          <tr>
            <th scope="col">{kinds[kind]}</th>
            <th scope="col">Number</th>
            <th scope="col">Hours</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">
                {line.colour !== undefined && (
                  <span className={styles.swatch} style={{ background: line.colour }} />
                )}
                <button
                  type="button"
                  className={styles.opens}
                  aria-pressed={isSameChoice(line.choice, choice)}
                  title="List the cases behind this"
                  onClick={() => {
                    onToggle(line.choice);
                  }}
                >
                  {line.name}
                </button>
              </th>
              <td>{showCount(line.count)}</td>
              <td>{showCount(line.hours)}</td>
              <td>{showPercent(line.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
