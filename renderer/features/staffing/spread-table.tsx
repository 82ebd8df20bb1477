import { Link } from 'react-router';
import { lastDayOf, showDate } from '#shared/domain/dates.ts';
import type { CasesForecast, Range } from '#shared/domain/forecast.ts';
import { FOUR_FIFTHS } from '#shared/planning/figures.ts';
import { cx } from '../../components/cx.ts';
import { showCount } from '../../view/figures.ts';
import figures from '../../view/figures-table.module.css';
import { useLookedAt } from '../../view/looked-at.ts';
import { riskSaid } from './model.ts';
import styles from './staffing.module.css';

/** Years ahead that are shown side by side. */
const YEARS = [1, 3, 5];

/** Where each team and risk level stands today and in the years ahead; its name shows its chart. */
export function SpreadTable({ forecast }: { forecast: CasesForecast }) {
  const { search, team, toPlace } = useLookedAt();
  const columns = YEARS.flatMap((years) => {
    const index = years * 12 - 1;
    const month = forecast.months[index];
    return month === undefined ? [] : [{ index, name: showDate(lastDayOf(month)) }];
  });
  const risk = team === undefined ? search.get('risk') : null;
  const risks = forecast.risks.map((one) => ({
    ...one,
    name: riskSaid(one.risk),
    to: toPlace('/staffing', { team: null, risk: one.risk }),
    isChosen: one.risk === risk,
  }));
  const teams = forecast.teams.map((one) => ({
    ...one,
    name: one.team,
    to: toPlace('/staffing', { team: one.team }),
    isChosen: one.team === team,
  }));
  return (
    <div className={styles.scroll} role="group" aria-label="By team and risk level" tabIndex={0}>
      <table className={figures.plain} aria-label="RSOs today and in the years ahead, by team and risk level">
        <thead>
          <tr>
            <th scope="col">RSOs</th>
            <th scope="col">Held {showDate(forecast.asAt)}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name} <span className={figures.unit}>median, {FOUR_FIFTHS} range</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[
            ...teams,
            { ...forecast, name: 'Force', to: toPlace('/staffing', { team: null }), isChosen: false },
          ].map((one) => (
            <tr
              key={one.name}
              className={cx(one.name === 'Force' && figures.total, one.isChosen && figures.chosen)}
            >
              <Cells one={one} columns={columns} />
            </tr>
          ))}
          {risks.map((one) => (
            <tr key={one.risk} className={cx(one.isChosen && figures.chosen)}>
              <Cells one={one} columns={columns} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Line = Range & { name: string; to: string; now: number };

function Cells({ one, columns }: { one: Line; columns: ReadonlyArray<{ index: number; name: string }> }) {
  return (
    <>
      <th scope="row">
        <Link to={one.to} title="Show its forecast">
          {one.name}
        </Link>
      </th>
      <td>{showCount(one.now)}</td>
      {columns.map(({ index, name }) => (
        <td key={name}>
          {showCount(one.median[index])}{' '}
          <span className={styles.range}>
            ({showCount(one.low[index])} to {showCount(one.high[index])})
          </span>
        </td>
      ))}
    </>
  );
}
