/** Which number of a date is the day: told by the whole column, else by the whole file, else asked for. */
import type { DateOrder } from '#shared/contract/mapping.ts';
import { numericDate } from './values.ts';

type Evidence = { dayFirst: number; monthFirst: number; open: number };

/** How many dates of a column can only be read one way, and how many either way. */
function evidenceOf(texts: Iterable<string>): Evidence {
  const evidence: Evidence = { dayFirst: 0, monthFirst: 0, open: 0 };
  for (const text of texts) {
    const date = numericDate(text);
    if (!date) continue;
    const { first, second } = date;
    if (first > 12 && first <= 31 && second <= 12) evidence.dayFirst++;
    else if (second > 12 && second <= 31 && first <= 12) evidence.monthFirst++;
    else if (first <= 12 && second <= 12 && first !== second) evidence.open++;
  }
  return evidence;
}

/** The order that a column itself tells, that of most of its dates; null when it does not. */
function toldOrder({ dayFirst, monthFirst }: Evidence): DateOrder | null {
  if (dayFirst === 0 && monthFirst === 0) return null;
  return dayFirst >= monthFirst ? 'day-first' : 'month-first';
}

export type ColumnOrder = {
  order: DateOrder | null;
  /** Dates that could be read either way, and nothing in the file that tells. */
  isOpen: boolean;
};

/** The order of every column: its own, or the one on which all columns that tell agree. */
export function orderColumns(columns: ReadonlyArray<Iterable<string>>): ColumnOrder[] {
  const evidence = columns.map(evidenceOf);
  const told = evidence.map(toldOrder);
  const all = new Set(told.filter((order) => order !== null));
  const [common = null] = all.size === 1 ? [...all] : [];
  return evidence.map((one, index) => {
    const own = told[index] ?? null;
    if (own !== null) return { order: own, isOpen: false };
    if (one.open === 0) return { order: null, isOpen: false };
    return { order: common, isOpen: common === null };
  });
}
