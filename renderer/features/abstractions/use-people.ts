import { useMemo } from 'react';
import { firstDayOf, monthOf, type IsoDate, type Month } from '#shared/domain/dates.ts';
import { useQuery } from '../../api/hooks.ts';
import { weekdaysWorked, type IsWorked } from './draft.ts';

/** Whom an absence can be recorded for, and which days of the month looked at are worked. */
export function usePeople(
  team: string | undefined,
  month: Month,
): { people: readonly string[]; isWorked: IsWorked; firstWorked: IsoDate } {
  const calendar = useQuery(
    'abstractions.calendar',
    { team: team ?? '', month },
    { enabled: team !== undefined },
  );
  const { data } = calendar;
  return useMemo(() => {
    const worked = new Map((data?.days ?? []).map(({ day, isWorkingDay }) => [day, isWorkingDay]));
    const isWorked: IsWorked = (day) => worked.get(day) ?? weekdaysWorked(day);
    const first = data?.days.find(({ isWorkingDay }) => isWorkingDay)?.day;
    return {
      people: (data?.officers ?? []).map(({ collar }) => collar),
      isWorked,
      firstWorked: first && monthOf(first) === month ? first : firstDayOf(month),
    };
  }, [data, month]);
}
