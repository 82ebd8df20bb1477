/** Working days: weekdays that are not bank holidays of England and Wales. */
import Holidays from 'date-holidays';
import { daysFrom, firstDayOf, isoDate, lastDayOf, weekday, type IsoDate, type Month } from './dates.ts';

const source = new Holidays('GB', 'ENG');
const holidaysByYear = new Map<number, ReadonlySet<IsoDate>>();
const workingDaysByMonth = new Map<Month, readonly IsoDate[]>();

/** Bank holidays of England and Wales in a year, substitute days included (source: date-holidays). */
export function bankHolidays(year: number): ReadonlySet<IsoDate> {
  let days = holidaysByYear.get(year);
  if (!days) {
    days = new Set(
      source
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public')
        .map((holiday) => isoDate(holiday.date.slice(0, 10))),
    );
    holidaysByYear.set(year, days);
  }
  return days;
}

/** The working days of a month, in order. */
export function workingDays(month: Month): readonly IsoDate[] {
  let days = workingDaysByMonth.get(month);
  if (!days) {
    const holidays = bankHolidays(Number(month.slice(0, 4)));
    days = daysFrom(firstDayOf(month), lastDayOf(month)).filter(
      (day) => weekday(day) >= 1 && weekday(day) <= 5 && !holidays.has(day),
    );
    workingDaysByMonth.set(month, days);
  }
  return days;
}

/** How many working days a calendar year has (252 to 254). */
export function workingDaysInYear(year: number): number {
  let count = 0;
  for (let month = 1; month <= 12; month++) {
    count += workingDays(`${year}-${String(month).padStart(2, '0')}` as Month).length;
  }
  return count;
}
