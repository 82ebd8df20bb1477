import { useMemo, type CSSProperties } from 'react';
import { Link } from 'react-router';
import type { Demand } from '#shared/contract/demand.ts';
import { showMonth, showMonthShort, type Month } from '#shared/domain/dates.ts';
import { cx } from '../../components/cx.ts';
import { useCellFocus, type CellFocus } from '../../components/table/cell-focus.ts';
import more from '../../components/table/more-beside.module.css';
import { markMoreBeside } from '../../components/table/more-beside.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { heatKey, heatRows, yearSpans, type HeatRow } from './model.ts';
import styles from './overview.module.css';

/** In px; months share what the teams' names leave. */
const teamWidth = (rows: readonly HeatRow[]): number =>
  Math.min(240, 32 + 7.2 * Math.max(...rows.map(({ team }) => team.length)));

/** Teams × months as a real table; each month opens the team's demand, and arrow keys lead from one to the next. */
export function HeatMap({ demand, isPlanned }: { demand: Demand; isPlanned: boolean }) {
  const rows = useMemo(() => heatRows(demand, isPlanned), [demand, isPlanned]);
  const names = teamWidth(rows);
  const { team } = useLookedAt();
  const focus = useCellFocus(
    { rows: rows.length, columns: demand.months.length },
    { row: rows.findIndex((row) => row.team === team), column: 0 },
  );
  return (
    <>
      <div
        ref={markMoreBeside}
        className={cx(styles.scroll, more.fading)}
        // A month that gets the focus is not to lie beneath the names.
        style={{ scrollPaddingInlineStart: names }}
      >
        <table
          className={styles.heat}
          style={{ '--names': `${String(names)}px`, '--months': demand.months.length } as CSSProperties}
        >
          <caption className="visually-hidden">
            Utilisation of offender managers’ capacity, per cent, by team and month
          </caption>
          <colgroup>
            <col style={{ width: names }} />
            {demand.months.map((month) => (
              <col key={month} />
            ))}
          </colgroup>
          <MonthHeadings months={demand.months} />
          <tbody {...focus.ofBody}>
            {rows.map((row, index) => (
              <Row key={row.team} row={row} focusOf={(column) => focus.ofCell(index, column)} />
            ))}
          </tbody>
        </table>
      </div>
      <ul className={styles.key} aria-label="Key" data-print="show">
        {heatKey(rows, demand.thresholds).map(({ level, text, means }) => (
          <li key={means}>
            <span className={styles.cell} data-level={level} aria-hidden="true">
              {text}
            </span>{' '}
            {means}
          </li>
        ))}
        <li>
          <span aria-hidden="true">▲</span> well above the team’s mean
        </li>
      </ul>
    </>
  );
}

/** Years over their months. */
function MonthHeadings({ months }: { months: readonly Month[] }) {
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col" className={styles.name}>
          Team
        </th>
        {yearSpans(months).map(({ year, span }) => (
          <th key={year} colSpan={span} scope="colgroup" className={styles.year}>
            {year}
          </th>
        ))}
      </tr>
      <tr>
        {months.map((month) => (
          <th
            key={month}
            scope="col"
            className={cx(isYearStart(month) && styles.yearStart)}
            abbr={showMonth(month)}
          >
            {showMonthShort(month).slice(0, 3)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ row, focusOf }: { row: HeatRow; focusOf: (column: number) => CellFocus }) {
  const { team, toPlace } = useLookedAt();
  const chosen = row.isForce ? null : row.team;
  return (
    <tr className={cx(row.isForce && styles.force)} data-chosen={team !== undefined && team === chosen}>
      <th scope="row" className={styles.name} title={row.team}>
        {row.team}
      </th>
      {row.cells.map((cell, column) => (
        <td key={cell.month} className={cx(isYearStart(cell.month) && styles.yearStart)}>
          <Link
            {...focusOf(column)}
            className={cx(styles.cell)}
            data-level={cell.level}
            to={toPlace('/demand', { team: chosen, month: cell.month })}
            aria-label={cell.label}
            title={cell.label}
          >
            {cell.isStandingOut && (
              <span className={styles.peak} aria-hidden="true">
                ▲
              </span>
            )}
            {cell.text}
          </Link>
        </td>
      ))}
    </tr>
  );
}

const isYearStart = (month: string): boolean => month.endsWith('-01');
