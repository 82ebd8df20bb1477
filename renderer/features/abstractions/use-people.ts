import { useMemo } from 'react';
import { firstDayOf, monthOf, type IsoDate, type Month } from '#shared/domain/dates.ts';
import { useQuery } from '../../api/hooks.ts';

/** Whom an absence can be recorded for, and the first day of the month looked at that is worked. */
export function usePeople(
  team: string | undefined,
  month: Month,
): { people: readonly string[]; firstWorked: IsoDate } {
  const calendar = useQuery(
    'abstractions.calendar',
    { team: team ?? '', month },
    { enabled: team !== undefined },
  );
  const { data } = calendar;
  return useMemo(() => {
    const first = data?.days.find(({ isWorkingDay }) => isWorkingDay)?.day;
    return {
      people: (data?.officers ?? []).map(({ collar }) => collar),
      firstWorked: first && monthOf(first) === month ? first : firstDayOf(month),
    };
  }, [data, month]);
}
