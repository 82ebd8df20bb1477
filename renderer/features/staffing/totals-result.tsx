import { useMemo } from 'react';
import type { TotalsForecast } from '#shared/domain/forecast.ts';
import { FOUR_FIFTHS, HALF } from '#shared/planning/figures.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { FanChart } from '../../components/chart/fan-chart.tsx';
import { cx } from '../../components/cx.ts';
import { MISSING, showCount, showPercentExactly } from '../../view/figures.ts';
import figures from '../../view/figures-table.module.css';
import { fanLegend } from './fan-legend.ts';
import { totalsErrorSaid } from './past-error.ts';
import styles from './staffing.module.css';
import { totalsPoints, totalsTitle, yearMarks, yearSaid } from './totals-model.ts';

/** The years ahead of the years given, and the methods that were weighed against each other. */
export function TotalsResult({ forecast, fileName }: { forecast: TotalsForecast; fileName: string }) {
  const points = useMemo(() => totalsPoints(forecast), [forecast]);
  const title = totalsTitle(forecast);
  return (
    <>
      <div className={styles.beside}>
        <ChartFrame
          title={title}
          summary={`From ${fileName}. ${totalsErrorSaid(forecast.pastError)}`}
          unit="RSOs a year; the axis does not begin at 0"
          legend={[{ name: 'Given', colour: 'var(--ink)', look: 'line' }, ...fanLegend('Expected')]}
          table={() => <YearsTable forecast={forecast} />}
        >
          <FanChart
            label={`${title}. The figures stand under "Show as table".`}
            points={points}
            lines={NO_LINES}
            xTicks={yearMarks(forecast)}
            showValue={showCount}
            describe={(index) => yearSaid(forecast, points[index])}
            step="Year"
            middle="expected"
          />
        </ChartFrame>
        <Candidates forecast={forecast} />
      </div>
      <ul className={styles.notes} aria-label="What the forecast from totals rests on">
        {forecast.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

const NO_LINES: [] = [];

function YearsTable({ forecast }: { forecast: TotalsForecast }) {
  const { given, years, mean, low, low50, high50, high } = forecast;
  return (
    <div className={styles.scroll}>
      <table className={figures.plain} aria-label="Yearly totals, given and expected">
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col">RSOs</th>
            <th scope="col">{HALF} range</th>
            <th scope="col">{FOUR_FIFTHS} range</th>
          </tr>
        </thead>
        <tbody>
          {given.map(({ year, count }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>{showCount(count)}</td>
              <td>as given</td>
              <td>as given</td>
            </tr>
          ))}
          {years.map((year, index) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>{showCount(mean[index])}</td>
              <td>
                {showCount(low50[index])} to {showCount(high50[index])}
              </td>
              <td>
                {showCount(low[index])} to {showCount(high[index])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Every method with its mean error on the years given; the one taken stands out. */
function Candidates({ forecast }: { forecast: TotalsForecast }) {
  return (
    <section className={styles.need} aria-label="Methods weighed">
      <h2>Methods weighed</h2>
      <table className={figures.plain} aria-label="Methods with their error">
        <thead>
          <tr>
            <th scope="col">Method</th>
            <th scope="col">Missed by</th>
          </tr>
        </thead>
        <tbody>
          {forecast.candidates.map(({ method, name, error }) => (
            <tr key={method} className={cx(method === forecast.method && styles.winner)}>
              <th scope="row">
                {name}
                {method === forecast.method && ' – taken'}
              </th>
              <td>{error === null ? MISSING : showPercentExactly(error)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.small}>Mean error of forecasts made from the earlier of the years given.</p>
    </section>
  );
}
