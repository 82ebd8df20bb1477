import type { CasesForecast } from '#shared/domain/forecast.ts';
import { FOUR_FIFTHS, HALF } from '#shared/planning/figures.ts';
import { showCount, showPercent, showPercentExactly } from '../../view/figures.ts';
import figures from '../../view/figures-table.module.css';
import styles from './staffing.module.css';

/** What the forecast rests on, how wrong it has been by months ahead, and what repeats it. */
export function ForecastNotes({ forecast }: { forecast: CasesForecast }) {
  const { notes, pastError, runs, seed, method } = forecast;
  return (
    <>
      <ul className={styles.notes} aria-label="What the forecast rests on">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>
          {method}: {showCount(runs)} runs from seed {String(seed)}; the same seed gives the same forecast.
        </li>
      </ul>
      {pastError && pastError.byHorizon.length > 0 && (
        <details>
          <summary>Past error by months ahead</summary>
          <div className={styles.scroll}>
            <table className={figures.plain} aria-label="Past error of the force’s forecasts by months ahead">
              <thead>
                <tr>
                  <th scope="col">Months ahead</th>
                  <th scope="col">Forecasts</th>
                  <th scope="col">Missed by, on average</th>
                  <th scope="col">The last count carried on</th>
                  <th scope="col">Held by the {HALF} range</th>
                  <th scope="col">Held by the {FOUR_FIFTHS} range</th>
                </tr>
              </thead>
              <tbody>
                {pastError.byHorizon.map((one) => (
                  <tr key={one.months}>
                    <th scope="row">{one.months}</th>
                    <td>{one.forecasts}</td>
                    <td>{showPercentExactly(one.mape)}</td>
                    <td>{showPercentExactly(one.sameAsLast)}</td>
                    <td>{showPercent(one.covered50)}</td>
                    <td>{showPercent(one.covered80)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </>
  );
}
