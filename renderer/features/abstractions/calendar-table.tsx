import { dayOfMonth, showMonth, weekday, type IsoDate } from '#shared/domain/dates.ts';
import { cx } from '../../components/cx.ts';
import { useCellFocus, type CellFocus } from '../../components/table/cell-focus.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { showCount } from '../../view/figures.ts';
import { kindLetters } from './kinds.ts';
import { cellHours, cellLabel, dayName, showDay, type Calendar, type Cell } from './model.ts';
import styles from './abstractions.module.css';

type Props = {
  calendar: Calendar;
  /** The day whose square the Tab key reaches first. */
  firstDay: IsoDate | null;
  onOpen: (collar: string, day: IsoDate, cell: Cell | undefined) => void;
};

const roleWords = { 'offender-manager': '', supervisor: 'supervisor', other: 'other role' };

/** People × days. Each square opens its records, or records an absence; arrow keys lead from one to the next. */
export function CalendarTable({ calendar, firstDay, onOpen }: Props) {
  const { days, officers, month } = calendar;
  const focus = useCellFocus(
    { rows: officers.length, columns: days.length },
    { row: 0, column: days.findIndex(({ day }) => day === firstDay) },
  );
  return (
    <ScrollTable
      label={`Absences in ${showMonth(month)}`}
      groupLabel="People and days"
      look={styles.calendar}
    >
      <thead>
        <tr>
          <th scope="col">Officer</th>
          {days.map(({ day, isWorkingDay }) => (
            <th key={day} scope="col" abbr={showDay(day)} data-free={!isWorkingDay}>
              <span className={styles.weekday}>{dayName(weekday(day)).slice(0, 1)}</span>
              {dayOfMonth(day)}
            </th>
          ))}
          <th scope="col" className={styles.sum}>
            Hours
          </th>
        </tr>
      </thead>
      <tbody {...focus.ofBody}>
        {officers.map((officer, row) => (
          <tr key={officer.collar}>
            <th scope="row">
              {officer.collar}
              {officer.role !== 'offender-manager' && (
                <span className={styles.role} title={roleWords[officer.role]}>
                  {roleWords[officer.role]}
                </span>
              )}
            </th>
            {days.map(({ day, isWorkingDay }, column) => (
              <td key={day} data-free={!isWorkingDay}>
                <DaySquare
                  collar={officer.collar}
                  day={day}
                  cell={officer.cells.find((one) => one.day === day)}
                  focus={focus.ofCell(row, column)}
                  onOpen={onOpen}
                />
              </td>
            ))}
            <td className={styles.sum}>{officer.hours === 0 ? '' : showCount(officer.hours)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Away</th>
          {days.map(({ day, isWorkingDay, away }) => (
            <td key={day} data-free={!isWorkingDay}>
              {away === 0 ? '' : showCount(away)}
            </td>
          ))}
          <td className={styles.sum} />
        </tr>
      </tfoot>
    </ScrollTable>
  );
}

function DaySquare({
  collar,
  day,
  cell,
  focus,
  onOpen,
}: {
  collar: string;
  day: IsoDate;
  cell: Cell | undefined;
  focus: CellFocus;
  onOpen: Props['onOpen'];
}) {
  const label = cellLabel(collar, day, cell);
  return (
    <button
      type="button"
      className={cx(styles.square, cell && styles.held)}
      {...focus}
      data-waits={cell !== undefined && !cell.isReviewed}
      data-kind={cell?.kind}
      aria-label={label}
      aria-haspopup="dialog"
      title={label}
      onClick={() => {
        onOpen(collar, day, cell);
      }}
    >
      {cell && (
        <>
          <b>
            {kindLetters[cell.kind]}
            {cell.toOtherPolicing && cell.kind !== 'other-policing' && '↗'}
          </b>
          <span>{cellHours(cell.hours)}</span>
        </>
      )}
    </button>
  );
}
