import { lastDayOf, showDate } from '#shared/domain/dates.ts';
import { BASELINE_NAME } from '#shared/domain/scenario.ts';
import { FOUR_FIFTHS } from '#shared/planning/figures.ts';
import { showCount, showFte } from '../../view/figures.ts';
import { cx } from '../../components/cx.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import figures from '../../view/figures-table.module.css';
import { type Looked } from './findings.ts';
import { shortSaid } from './model.ts';
import styles from './scenarios.module.css';

/** Offender managers needed each 31 March, those there, and how many are missing with and without the scenario. */
export function NeedTable({ own, base, ranged }: { own: Looked; base: Looked; ranged: Looked | null }) {
  const title = `Offender managers needed at 1:${String(own.result.limit)} each year`;
  return (
    <section className={styles.block} aria-label={title}>
      <h2>{title}</h2>
      <ScrollTable label={title} look={cx(figures.plain, styles.flush)}>
        <thead>
          <tr>
            <th scope="col">At</th>
            <th scope="col">RSOs counted</th>
            <th scope="col">
              Needed <span className={figures.unit}>FTE, {FOUR_FIFTHS} range</span>
            </th>
            <th scope="col">
              Count as <span className={figures.unit}>FTE, newcomers in part</span>
            </th>
            <th scope="col">This scenario</th>
            <th scope="col">{BASELINE_NAME}</th>
          </tr>
        </thead>
        <tbody>
          {own.team.need.map((need, index) => {
            const range = ranged?.team.need[index];
            const held = base.team.need[index];
            return (
              <tr key={need.month}>
                <th scope="row" className={figures.whole}>
                  {showDate(lastDayOf(need.month))}
                </th>
                <td>{showCount(need.counted)}</td>
                <td>
                  {showFte(need.needed)}{' '}
                  {typeof range?.low === 'number' && (
                    <span className={styles.dim}>
                      ({showFte(range.low)} to {showFte(range.high)})
                    </span>
                  )}
                </td>
                <td>{showFte(need.fte)}</td>
                <td>
                  <strong>{shortSaid(need.shortBy)}</strong>
                </td>
                <td>{held ? shortSaid(held.shortBy) : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </ScrollTable>
    </section>
  );
}
