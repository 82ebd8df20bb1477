import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Demand } from '#shared/contract/demand.ts';
import { showDate } from '#shared/domain/dates.ts';
import { showPercent } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { planRows, type PlanRow } from './model.ts';
import styles from '../../view/figures-table.module.css';

/** The plans that teams work by, and what became of their moves. */
export function PlansInForce({ demand }: { demand: Demand }) {
  const { toPlace } = useLookedAt();
  const rows = useMemo(() => planRows(demand), [demand]);
  return (
    <Section
      title="Plans in force"
      about="The newest plan of each team that was not undone; its moves that still stand are laid over this snapshot"
    >
      {rows.length === 0 ? (
        <p>
          No team has a plan in force. <Link to={toPlace('/levelling')}>Level a team’s work</Link>
        </p>
      ) : (
        <table className={styles.plain} aria-label="Plans in force">
          <thead>
            <tr>
              <th scope="col">Team</th>
              <th scope="col">Snapshot</th>
              <th scope="col">Peak</th>
              <th scope="col">Moves</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.planId}
                row={row}
                to={toPlace('/levelling', { team: row.team, plan: row.planId })}
              />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

const Row = ({ row, to }: { row: PlanRow; to: string }) => (
  <tr>
    <th scope="row">
      <Link to={to}>{row.team}</Link>
    </th>
    <td className={styles.whole}>{showDate(row.asAt)}</td>
    <td className={styles.whole}>
      {showPercent(row.peakWithout)} → {showPercent(row.plannedPeak)}
    </td>
    <td>{row.moves}</td>
  </tr>
);
