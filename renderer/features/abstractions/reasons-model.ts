/** The list of reasons as it is edited, and what a change means for the records that hold a reason. */
import type { CountedReason } from '#shared/contract/abstractions.ts';
import type { Output } from '#shared/contract/registry.ts';
import { abstractionKindNames, type AbstractionKind, type Reason } from '#shared/domain/abstraction.ts';
import { kindsOf, reasonKey } from '#shared/planning/abstractions/kind.ts';
import { counted } from '#shared/planning/wording.ts';

export type ReasonList = Output<'abstractions.reasons'>;

/** A reason as it is being written. */
export type ReasonDraft = {
  group: string;
  activity: string;
  kind: AbstractionKind;
  toOtherPolicing: boolean;
};

export const emptyReason: ReasonDraft = { group: '', activity: '', kind: 'other', toOtherPolicing: false };

export const draftOfReason = ({ group, activity, kind, toOtherPolicing }: Reason): ReasonDraft => ({
  group,
  activity: activity ?? '',
  kind,
  toOtherPolicing,
});

/** A change; a reason of the kind other policing is lent unless the tick is taken away again. */
export function withReasonChange(draft: ReasonDraft, changes: Partial<ReasonDraft>): ReasonDraft {
  const isLent = changes.kind === undefined ? draft.toOtherPolicing : changes.kind === 'other-policing';
  return { ...draft, toOtherPolicing: isLent, ...changes };
}

const isSame = (a: Reason, b: Reason): boolean => reasonKey(a) === reasonKey(b);

/** What the list is sent as. */
const sent = ({ group, activity, kind, toOtherPolicing }: Reason): Reason => ({
  group,
  activity,
  kind,
  toOtherPolicing,
});

export function reasonOf({ group, activity, kind, toOtherPolicing }: ReasonDraft): Reason {
  const text = activity.trim();
  return { group: group.trim(), activity: text === '' ? null : text, kind, toOtherPolicing };
}

/** What keeps a reason from being saved, in words. @param held the one it replaces; null for a new one */
export function reasonProblems(
  draft: ReasonDraft,
  reasons: readonly Reason[],
  held: Reason | null,
): { group?: string; activity?: string } {
  const next = reasonOf(draft);
  if (next.group === '') return { group: 'Name the group' };
  const isTaken = reasons.some((one) => !(held && isSame(one, held)) && isSame(one, next));
  return isTaken ? { activity: 'The list has this reason already' } : {};
}

/** The list with a reason in the place of the one held, or behind the last of its group. */
export function withReason(reasons: readonly Reason[], held: Reason | null, next: Reason): Reason[] {
  const list = reasons.map(sent);
  if (held) return list.map((one) => (isSame(one, held) ? next : one));
  const last = list.findLastIndex(({ group }) => group.toLowerCase() === next.group.toLowerCase());
  return list.toSpliced(last === -1 ? list.length : last + 1, 0, next);
}

export const withoutReason = (reasons: readonly Reason[], held: Reason): Reason[] =>
  reasons.filter((one) => !isSame(one, held)).map(sent);

/** "2 records hold it. They keep its words, and count as sickness; those lent stay other policing." */
export function afterwards(held: CountedReason, after: readonly Reason[]): string {
  if (held.records === 0) return 'No record holds it.';
  const kind = kindsOf(after)({ ...held, toOtherPolicing: false });
  const isOne = held.records === 1;
  const keeps = isOne ? 'It keeps its words, and counts' : 'They keep its words, and count';
  const lent = isOne ? 'if lent it stays other policing' : 'those lent stay other policing';
  const hold = `${counted(held.records, 'record holds', 'records hold')} it.`;
  return `${hold} ${keeps} as ${abstractionKindNames[kind].toLowerCase()}${kind === 'other-policing' ? '' : `; ${lent}`}.`;
}

/** "15 reasons in 6 groups; records hold 2 that the list has not." */
export function reasonsHeadline({ reasons, unlisted }: ReasonList): string {
  const groups = new Set(reasons.map(({ group }) => group.toLowerCase()));
  const held = unlisted.length === 0 ? '' : `; records hold ${String(unlisted.length)} that the list has not`;
  return `${counted(reasons.length, 'reason')} in ${counted(groups.size, 'group')}${held}.`;
}
