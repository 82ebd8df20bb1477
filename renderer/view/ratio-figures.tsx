import { Link } from 'react-router';
import type { Ratio } from '#shared/contract/demand.ts';
import type { RatioFigure } from '#shared/domain/demand.ts';
import { cx } from '../components/cx.ts';
import { showCount, showFte, showRatio } from './figures.ts';
import { useLookedAt } from './looked-at.ts';
import { byRatio, managersUnit, showShortBy } from './ratio-said.ts';
import styles from './figures-table.module.css';

/** RSOs per offender manager: teams with the highest ratio first, the force last. The team looked at stands out. */
export function RatioFigures({ ratio }: { ratio: Ratio }) {
  const { team } = useLookedAt();
  const unit = <span className={styles.unit}>{managersUnit(ratio.denominator)}</span>;
  return (
    <table className={styles.plain} aria-label="Ratio by team">
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">RSOs</th>
          <th scope="col">Managers {unit}</th>
          <th scope="col">Ratio</th>
          <th scope="col">Needed {unit}</th>
          <th scope="col">Short by {unit}</th>
        </tr>
      </thead>
      <tbody>
        {byRatio(ratio.teams).map((figure) => (
          <Row key={figure.team} figure={figure} isChosen={figure.team === team} />
        ))}
        <Row figure={ratio.force} isChosen={false} />
      </tbody>
    </table>
  );
}

function Row({ figure, isChosen }: { figure: RatioFigure; isChosen: boolean }) {
  const { toPlace } = useLookedAt();
  const isOver = figure.ratio !== null && figure.ratio > figure.limit;
  return (
    <tr className={cx(figure.team === null && styles.total, isChosen && styles.chosen)}>
      <th scope="row">
        <Link to={toPlace('/demand', { team: figure.team })} title="See the work behind it">
          {figure.team ?? 'Force'}
        </Link>
      </th>
      <td>{showCount(figure.offenders)}</td>
      <td>{showFte(figure.managers)}</td>
      <td className={cx(isOver && styles.over)}>
        {showRatio(figure.ratio)}
        {isOver && <span className="visually-hidden"> over the limit</span>}
      </td>
      <td>{showFte(figure.fteNeeded)}</td>
      <td>{showShortBy(figure.shortBy)}</td>
    </tr>
  );
}
