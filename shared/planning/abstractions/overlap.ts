/** What is said before an absence is recorded on days on which the person is away already. */
import { showDate, type IsoDate } from '#shared/domain/dates.ts';
import { showCount } from '../figures.ts';
import { listed } from '../wording.ts';

type Span = { from: IsoDate; to: IsoDate };
type Held = Span & { group: string; activity: string | null };

/** More than these are counted only. */
const MOST_NAMED = 3;

/** Which absences overlap and on which days; null where none does. */
export function overlapSaid(collar: string, { from, to }: Span, overlaps: readonly Held[]): string | null {
  if (overlaps.length === 0) return null;
  const named = overlaps.slice(0, MOST_NAMED).map((one) => {
    const first = one.from > from ? one.from : from;
    const last = one.to < to ? one.to : to;
    const days = first === last ? showDate(first) : `${showDate(first)} to ${showDate(last)}`;
    return `${one.activity === null ? one.group : `${one.group}: ${one.activity}`} (${days})`;
  });
  const more = overlaps.length - named.length;
  const all = more === 0 ? named : [...named, `${showCount(more)} more`];
  return `${collar} is away on these days already: ${listed(all)}. The hours of a day count once, whatever is recorded on it.`;
}
