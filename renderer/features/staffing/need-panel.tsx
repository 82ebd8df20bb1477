import { lastDayOf, showDate } from '#shared/domain/dates.ts';
import type { CasesForecast } from '#shared/domain/forecast.ts';
import { needByYear } from '#shared/planning/staffing/need.ts';
import { showCount, showFte } from '../../view/figures.ts';
import figures from '../../view/figures-table.module.css';
import { managersSaid, managersUnit } from '../../view/ratio-said.ts';
import { outlookOf, passingSentence, shareSentence, type Subject } from './model.ts';
import styles from './staffing.module.css';

/** Offender managers that the forecast calls for at the limit, each 31 March, against those of today. */
export function NeedPanel({ forecast, subject }: { forecast: CasesForecast; subject: Subject }) {
  const { strength, name } = subject;
  if (!strength) {
    return (
      <section className={styles.need} aria-label="Offender managers needed">
        <h2>Offender managers needed</h2>
        <p>They can be told once the offender managers of today are known.</p>
      </section>
    );
  }
  const title = `Offender managers needed at 1:${String(strength.limit)}`;
  const unit = managersUnit(strength.denominator);
  const share = shareSentence(subject);
  return (
    <section className={styles.need} aria-label={title}>
      <h2>{title}</h2>
      <p>
        {name}: {managersSaid(strength.managers, strength.denominator)} today.
      </p>
      <table className={figures.plain} aria-label={`${title}, by year`}>
        <thead>
          <tr>
            <th scope="col">At</th>
            <th scope="col">RSOs counted</th>
            <th scope="col">
              Needed <span className={figures.unit}>{unit}, 80 % range</span>
            </th>
            <th scope="col">
              Short by <span className={figures.unit}>{unit}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {needByYear(outlookOf(subject, forecast.months, strength)).map((need) => (
            <tr key={need.month}>
              <th scope="row">{showDate(lastDayOf(need.month))}</th>
              <td>{showCount(need.counted)}</td>
              <td>
                {showFte(need.median)}{' '}
                <span className={styles.range}>
                  {showFte(need.low)} to {showFte(need.high)}
                </span>
              </td>
              <td>{showFte(Math.max(0, need.median - strength.managers))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{passingSentence(subject, forecast.months)}</p>
      {share !== null && <p className={styles.small}>{share}</p>}
    </section>
  );
}
