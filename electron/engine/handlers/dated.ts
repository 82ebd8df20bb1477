import type { IsoDate } from '#shared/domain/dates.ts';

/** A value that was changed carries today's date; one that was not keeps its own. */
export function dated<V extends { setOn: IsoDate | null }>(
  value: V,
  held: NoInfer<V> | undefined,
  today: IsoDate,
): V {
  const fields = Object.keys(value) as Array<keyof V>;
  const isSame = held && fields.every((field) => field === 'setOn' || held[field] === value[field]);
  return { ...value, setOn: isSame ? held.setOn : today };
}
