import type { ScenarioResult } from '#shared/domain/scenario-result.ts';
import { showFte, showPounds } from '../../view/figures.ts';
import { cx } from '../../components/cx.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import figures from '../../view/figures-table.module.css';
import styles from './scenarios.module.css';
import { Unconfirmed } from './unconfirmed.tsx';

/** What the people in post cost by financial year, and what of it the scenario adds. Always the whole force. */
export function CostTable({ own }: { own: ScenarioResult }) {
  const title = 'Cost of the force by financial year';
  return (
    <section className={styles.block} aria-label={title}>
      <h2>
        {title} <Unconfirmed basis="pay" result={own} />
      </h2>
      <ScrollTable label={title} look={cx(figures.plain, styles.flush)}>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col">
              In post <span className={figures.unit}>FTE</span>
            </th>
            <th scope="col">Cost</th>
            <th scope="col">Cumulative</th>
            <th scope="col">Added by this scenario</th>
            <th scope="col">Added, cumulative</th>
          </tr>
        </thead>
        <tbody>
          {own.cost.years.map((year) => (
            <tr key={year.year}>
              <th scope="row">
                {year.year}
                {year.months < 12 && <span className={styles.dim}> ({year.months} months)</span>}
              </th>
              <td>{showFte(year.fte)}</td>
              <td>{showPounds(year.total)}</td>
              <td>{showPounds(year.cumulative)}</td>
              <td>
                <strong>{showPounds(year.added)}</strong>
              </td>
              <td>{showPounds(year.cumulativeAdded)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {own.cost.notes.length > 0 && (
        <ul className={styles.notes} aria-label="What the cost leaves open">
          {own.cost.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
