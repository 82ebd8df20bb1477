import { Fragment, useMemo } from 'react';
import { Link } from 'react-router';
import type { Backlog } from '#shared/contract/backlog.ts';
import { riskNames } from '#shared/domain/case.ts';
import { sum } from '#shared/planning/sum.ts';
import { useQuery } from '../../api/hooks.ts';
import { cx } from '../../components/cx.ts';
import { Asked } from '../../view/asked.tsx';
import { showCount } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { showShare } from '../../view/overdue-said.ts';
import { Section } from '../../view/page.tsx';
import { overdueRows, type OverdueRow } from './model.ts';
import styles from '../../view/figures-table.module.css';

/** Overdue work of all teams by duty, and the teams over the tolerance; each leads to the backlog. */
export function Overdue() {
  const { snapshotChoice } = useLookedAt();
  const backlog = useQuery('backlog.get', snapshotChoice, { keepsPrevious: true });
  return (
    <Asked query={backlog} title="The overdue work could not be counted">
      {(data) => <OverdueTable backlog={data} />}
    </Asked>
  );
}

function OverdueTable({ backlog }: { backlog: Backlog }) {
  const rows = useMemo(() => overdueRows(backlog), [backlog]);
  const total = sum(rows.map(({ outstanding }) => outstanding));
  return (
    <Section
      title={`Overdue work, tolerance ${showShare(backlog.tolerance)}`}
      about="Due by the day of the snapshot and not done, with its share of the cases owing it"
    >
      <table className={styles.plain} aria-label="Overdue by duty">
        <thead>
          <tr>
            <th scope="col">Duty</th>
            <th scope="col">Overdue</th>
            <th scope="col">Share</th>
            <th scope="col" className={styles.words}>
              Teams over the tolerance
            </th>
            <th scope="col" className={styles.words}>
              Risk levels over it
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.duty} row={row} />
          ))}
          <tr className={styles.total}>
            <th scope="row">All</th>
            <td>{showCount(total)}</td>
            <td />
            <td />
            <td />
          </tr>
        </tbody>
      </table>
    </Section>
  );
}

function Row({ row: { duty, name, outstanding, share, isOver, teams, risks } }: { row: OverdueRow }) {
  const { toPlace } = useLookedAt();
  return (
    <tr>
      <th scope="row">
        <Link to={toPlace('/backlog', { team: null, duty })} title="See the work behind it">
          {name}
        </Link>
      </th>
      <td>{showCount(outstanding)}</td>
      <td className={cx(isOver && styles.over)}>
        {showShare(share)}
        {isOver && <span className="visually-hidden"> over the tolerance</span>}
      </td>
      <td className={styles.words}>
        {teams.length === 0
          ? 'none'
          : teams.map((team, index) => (
              <Fragment key={team}>
                {index > 0 && ', '}
                <Link to={toPlace('/backlog', { team, duty })}>{team}</Link>
              </Fragment>
            ))}
      </td>
      <td className={styles.words}>
        {risks.length === 0 ? 'none' : risks.map((risk) => riskNames[risk].name).join(', ')}
      </td>
    </tr>
  );
}
