import { lastDayOf, showDate } from '#shared/domain/dates.ts';
import type { CasesForecast } from '#shared/domain/forecast.ts';
import { FOUR_FIFTHS } from '#shared/planning/figures.ts';
import { needByYear } from '#shared/planning/staffing/need.ts';
import { showCount, showFte } from '../../view/figures.ts';
import figures from '../../view/figures-table.module.css';
import { managersSaid, managersUnit, showShortBy } from '../../view/ratio-said.ts';
import { passingSentence, shareSentence, type Subject } from './model.ts';
import styles from './staffing.module.css';

/** Offender managers that the forecast calls for at the limit, each 31 March, against those of today. */
export function NeedPanel({ forecast, subject }: { forecast: CasesForecast; subject: Subject }) {
  const { counting, strength, name } = subject;
  if (!counting) return null;
  const title = `Offender managers needed at 1:${String(counting.limit)}`;
  const unit = managersUnit(counting.denominator);
  const share = shareSentence(subject);
  return (
    <section className={styles.need} aria-label={title}>
      <h2>{title}</h2>
      <p>
        {name}:{' '}
        {strength
          ? `${managersSaid(strength.managers, counting.denominator)} today.`
          : 'the offender managers of today are not known.'}
      </p>
      <table className={figures.plain} aria-label={`${title}, by year`}>
        <thead>
          <tr>
            <th scope="col">At</th>
            <th scope="col">
              RSOs <span className={figures.unit}>counted</span>
            </th>
            <th scope="col">
              Needed{' '}
              <span className={figures.unit}>
                {unit}, {FOUR_FIFTHS} range
              </span>
            </th>
            <th scope="col">
              Short by <span className={figures.unit}>{unit}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {needByYear({ months: forecast.months, ...counting }).map((need) => (
            <tr key={need.month}>
              <th scope="row" className={styles.day}>
                {showDate(lastDayOf(need.month))}
              </th>
              <td>{showCount(need.counted)}</td>
              <td>
                {showFte(need.median)}{' '}
                <span className={styles.range}>
                  ({showFte(need.low)} to {showFte(need.high)})
                </span>
              </td>
              <td>{showShortBy(strength && Math.max(0, need.median - strength.managers))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {strength && <p>{passingSentence(subject, forecast.months)}</p>}
      {share !== null && <p className={styles.small}>{share}</p>}
    </section>
  );
}
