/** Which kind a reason is of, by the force's list of reasons and else by its words. */
import type { Abstraction, AbstractionKind, Reason } from '#shared/domain/abstraction.ts';

const fold = (text: string | null): string => (text ?? '').trim().toLowerCase();

/** One text for a reason however it is spelt. */
export const reasonKey = ({ group, activity }: Pick<Abstraction, 'group' | 'activity'>): string =>
  JSON.stringify([fold(group), fold(activity)]);

/** Sickness stands first: sick leave is sickness, however long. Long leave stands before leave. */
const words: ReadonlyArray<[RegExp, AbstractionKind]> = [
  [/sick|injur|illness/, 'sickness'],
  [/court/, 'court'],
  [/train|course/, 'training'],
  [/(parental|maternity|paternity|adoption|unpaid|long) leave|career break|sabbatical/, 'long-leave'],
  [/leave|holiday|in lieu/, 'leave'],
];

/**
 * The kind of each reason: lent to other policing before all; then as the list has the activity, or its group; then
 * by the words themselves; else other.
 */
export function kindsOf(
  reasons: readonly Reason[],
): (record: Pick<Abstraction, 'group' | 'activity' | 'toOtherPolicing'>) => AbstractionKind {
  const listed = new Map(reasons.map((reason) => [reasonKey(reason), reason.kind]));
  // Records are many and their reasons few.
  const known = new Map<string, AbstractionKind>();
  return (record) => {
    if (record.toOtherPolicing) return 'other-policing';
    const spelt = `${record.group}\n${record.activity ?? ''}`;
    const kind = known.get(spelt) ?? kindOf(record);
    known.set(spelt, kind);
    return kind;
  };

  function kindOf(record: Pick<Abstraction, 'group' | 'activity'>): AbstractionKind {
    const byList = listed.get(reasonKey(record)) ?? listed.get(reasonKey({ ...record, activity: null }));
    if (byList) return byList;
    const text = `${fold(record.group)} ${fold(record.activity)}`;
    return words.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
  }
}
