import { Link } from 'react-router';
import type { Ratio } from '#shared/contract/demand.ts';
import type { RatioFigure } from '#shared/domain/demand.ts';
import { useQuery } from '../../api/hooks.ts';
import { cx } from '../../components/cx.ts';
import { Asked } from '../../view/asked.tsx';
import { MISSING, showCount, showFte, showRatio } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { ratioRows } from './model.ts';
import styles from './overview.module.css';

/** RSOs per offender manager, per team and for the force, with the definition printed. */
export function RatioTable() {
  const { snapshotChoice } = useLookedAt();
  const ratio = useQuery('ratio.get', snapshotChoice, { keepsPrevious: true });
  return (
    <Asked query={ratio} title="The ratio could not be worked out">
      {(data) => (
        <Section title={`RSOs per offender manager, limit 1:${data.force.limit}`} about={data.definition}>
          <Figures ratio={data} />
          {data.warnings.map((warning) => (
            <p key={warning} className={styles.small}>
              {warning}
            </p>
          ))}
        </Section>
      )}
    </Asked>
  );
}

function Figures({ ratio }: { ratio: Ratio }) {
  return (
    <table className={styles.plain} aria-label="Ratio by team">
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">RSOs</th>
          <th scope="col">Managers</th>
          <th scope="col">Ratio</th>
          <th scope="col">Needed</th>
          <th scope="col">Short by</th>
        </tr>
      </thead>
      <tbody>
        {ratioRows(ratio).map((figure) => (
          <Row key={figure.team} figure={figure} />
        ))}
        <Row figure={ratio.force} />
      </tbody>
    </table>
  );
}

function Row({ figure }: { figure: RatioFigure }) {
  const { toPlace } = useLookedAt();
  const isOver = figure.ratio !== null && figure.ratio > figure.limit;
  return (
    <tr className={cx(figure.team === null && styles.total)}>
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
      <td>{figure.shortBy === null ? MISSING : figure.shortBy === 0 ? '0' : showFte(figure.shortBy)}</td>
    </tr>
  );
}
