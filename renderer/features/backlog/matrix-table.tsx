import { lateBandNames, type DutyBacklog } from '#shared/domain/backlog.ts';
import { riskNames } from '#shared/domain/case.ts';
import { shownBands } from '#shared/planning/backlog/matrix.ts';
import { cx } from '../../components/cx.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { Figure } from '../../view/figure.tsx';
import { showCount } from '../../view/figures.ts';
import { RiskLetter } from '../../view/risk-letter.tsx';
import { showShare } from '../../view/overdue-said.ts';
import { cellTitle, type Cell } from './model.ts';
import styles from './backlog.module.css';

type Props = { duty: DutyBacklog; onOpen: (cell: Cell) => void };

/** Risk level × how late, each figure opening its cases; shares against the tolerance. */
export function MatrixTable({ duty, onOpen }: Props) {
  const bands = shownBands(duty.bands);
  const rows = duty.rows.filter(({ risk, owing }) => risk !== 'unassessed' || owing > 0);
  const figure = (cell: Cell, count: number) => (
    <Figure
      count={count}
      label={cellTitle(duty, cell)}
      onOpen={() => {
        onOpen(cell);
      }}
    />
  );
  const shareCell = ({ share, isOverTolerance }: Pick<DutyBacklog, 'share' | 'isOverTolerance'>) => (
    <td className={cx(isOverTolerance && styles.over)}>
      {showShare(share)}
      {isOverTolerance && <span className="visually-hidden"> over the tolerance</span>}
    </td>
  );
  return (
    <ScrollTable label="Overdue by risk and lateness">
      <thead>
        <tr>
          <th scope="col">Risk</th>
          {bands.map((band) => (
            <th key={band} scope="col">
              {lateBandNames[band]}
            </th>
          ))}
          <th scope="col" data-edge>
            Overdue
          </th>
          <th scope="col">Cases owing one</th>
          <th scope="col">Share of them</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.risk}>
            <th scope="row">
              <RiskLetter risk={row.risk} /> {riskNames[row.risk].name}
            </th>
            {bands.map((band) => (
              <td key={band}>{figure({ risk: row.risk, band }, row.bands[band])}</td>
            ))}
            <td data-edge>{figure({ risk: row.risk }, row.outstanding)}</td>
            <td>{showCount(row.owing)}</td>
            {shareCell(row)}
          </tr>
        ))}
        <tr data-total>
          <th scope="row">All</th>
          {bands.map((band) => (
            <td key={band}>{figure({ band }, duty.bands[band])}</td>
          ))}
          <td data-edge>{figure({}, duty.outstanding)}</td>
          <td>{showCount(duty.owing)}</td>
          {shareCell(duty)}
        </tr>
      </tbody>
    </ScrollTable>
  );
}
