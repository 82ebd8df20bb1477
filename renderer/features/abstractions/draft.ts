/** An abstraction as it is being written: what is filled in beforehand, and what it is sent as. */
import { z } from 'zod';
import { LONGEST_DAYS, type LedgerRow } from '#shared/contract/abstractions.ts';
import type { Input, Parsed } from '#shared/contract/registry.ts';
import type { Reason } from '#shared/domain/abstraction.ts';
import { type AbstractionKind } from '#shared/domain/abstraction.ts';
import { daysBetween, isIsoDate, isoDate, type IsoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import { readNumber } from '../../components/form/read-number.ts';

export type Draft = {
  collar: string;
  from: string;
  to: string;
  startTime: string;
  /** As typed. */
  hours: string;
  /** Until hours are typed they follow the person's days. */
  areHoursOwn: boolean;
  /** Key of the reason. */
  reason: string;
  toOtherPolicing: boolean;
  /** Null where a record imported does not say. */
  isPlanned: boolean | null;
  requestedBy: string;
  approvedBy: string;
  detail: string;
};

/** What the last one recorded leaves for the next. */
export type Kept = Pick<Draft, 'reason' | 'requestedBy' | 'approvedBy'>;

type Reasoned = Pick<Reason, 'group' | 'activity'>;
export const keyOfReason = ({ group, activity }: Reasoned): string => JSON.stringify([group, activity]);

const ReasonKey = z.tuple([z.string(), z.string().nullable()]);
function reasonOfKey(key: string): Reasoned {
  const [group, activity] = ReasonKey.parse(JSON.parse(key));
  return { group, activity };
}

const MOST_HOURS = 10_000;

/** What is asked of the days of a draft; null while nobody is named, or the days are half typed. */
export function askedOf(
  { collar, from, to }: Pick<Draft, 'collar' | 'from' | 'to'>,
  id?: number,
): Input<'abstractions.propose'> | null {
  if (collar.trim() === '' || !isIsoDate(from) || !isIsoDate(to) || to < from) return null;
  if (daysBetween(isoDate(from), isoDate(to)) >= LONGEST_DAYS) return null;
  return { collar: collar.trim(), from, to, ...(id === undefined ? {} : { id }) };
}

/** Until hours are typed they are what the person's days hold, half of it from a time on; nothing where not known. */
export function withHours(draft: Draft, held: number | null): Draft {
  if (draft.areHoursOwn) return draft;
  if (held === null) return { ...draft, hours: '' };
  const lost = draft.startTime === '' ? held : held / 2;
  return { ...draft, hours: String(Math.round(lost * 10) / 10) };
}

/** Sickness comes unasked; all else is known beforehand unless someone says otherwise. */
const isUsuallyPlanned = (kind: AbstractionKind): boolean => kind !== 'sickness';

export function newDraft(input: {
  collar: string;
  day: IsoDate;
  reasons: readonly Reason[];
  kept: Kept | null;
}): Draft {
  const { collar, day, reasons, kept } = input;
  const chosen = reasons.find((one) => keyOfReason(one) === kept?.reason) ?? reasons[0];
  return {
    collar,
    from: day,
    to: day,
    startTime: '',
    hours: '',
    areHoursOwn: false,
    reason: chosen ? keyOfReason(chosen) : '',
    toOtherPolicing: chosen?.toOtherPolicing ?? false,
    isPlanned: chosen ? isUsuallyPlanned(chosen.kind) : true,
    requestedBy: kept?.requestedBy ?? '',
    approvedBy: kept?.approvedBy ?? '',
    detail: '',
  };
}

/** What a record says, to be edited. */
export function draftOf(row: LedgerRow): Draft {
  return {
    collar: row.collar,
    from: row.from,
    to: row.to,
    startTime: row.startTime ?? '',
    hours: String(row.hours),
    areHoursOwn: true,
    reason: keyOfReason(row),
    toOtherPolicing: row.toOtherPolicing,
    isPlanned: row.isPlanned,
    requestedBy: row.requestedBy ?? '',
    approvedBy: row.approvedBy ?? '',
    detail: row.detail ?? '',
  };
}

/** A change, and what follows from it: the last day is never before the first. */
export function withChange(draft: Draft, changes: Partial<Draft>, reasons: readonly Reason[]): Draft {
  const next = { ...draft, ...changes };
  if (changes.from !== undefined && (draft.to === draft.from || next.to < next.from)) next.to = next.from;
  if (next.from !== next.to) next.startTime = '';
  // A field that was emptied stays so until who or when changes.
  next.areHoursOwn = changes.hours !== undefined || (draft.areHoursOwn && next.hours !== '');
  if (changes.reason !== undefined) {
    const chosen = reasons.find((one) => keyOfReason(one) === changes.reason);
    if (chosen) {
      next.toOtherPolicing = chosen.toOtherPolicing;
      if (draft.isPlanned !== null) next.isPlanned = isUsuallyPlanned(chosen.kind);
    }
  }
  return next;
}

/** What keeps a draft from being sent, by field, in words; what only the records can tell is refused later. */
export function draftProblems(draft: Draft): Partial<Record<keyof Draft, string>> {
  const problems: Partial<Record<keyof Draft, string>> = {};
  if (draft.collar.trim() === '') problems.collar = 'Say who is away';
  if (draft.reason === '') problems.reason = 'Choose a reason';
  if (!isIsoDate(draft.from)) problems.from = 'Expected a day';
  if (!isIsoDate(draft.to)) problems.to = 'Expected a day';
  else if (draft.to < draft.from) problems.to = 'Before the first day';
  const time = readNumber(draft.hours, { min: 0, max: MOST_HOURS });
  if (time === null || time <= 0) problems.hours = 'Expected hours above 0';
  return problems;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The draft as it is sent; null where it has problems. */
export function sentDraft(draft: Draft): Parsed<'abstractions.record'> | null {
  if (Object.keys(draftProblems(draft)).length > 0) return null;
  return {
    collar: draft.collar.trim(),
    from: isoDate(draft.from),
    to: isoDate(draft.to),
    startTime: orNull(draft.startTime),
    hours: hours(readNumber(draft.hours, { min: 0, max: MOST_HOURS }) ?? 0),
    ...reasonOfKey(draft.reason),
    toOtherPolicing: draft.toOtherPolicing,
    detail: orNull(draft.detail),
    isPlanned: draft.isPlanned,
    requestedBy: orNull(draft.requestedBy),
    approvedBy: orNull(draft.approvedBy),
  };
}

/** Reasons by group, as a list to choose from; the one that a record holds is in it even where the list has it not. */
export function reasonChoices(
  reasons: readonly Reason[],
  held: string,
): Array<{ group: string; items: Array<{ value: string; label: string }> }> {
  const all: Reasoned[] = [...reasons];
  if (held !== '' && !reasons.some((one) => keyOfReason(one) === held)) {
    all.push(reasonOfKey(held));
  }
  const groups = [...new Set(all.map(({ group }) => group))];
  return groups.map((group) => ({
    group,
    items: all
      .filter((one) => one.group === group)
      .map((one) => ({ value: keyOfReason(one), label: one.activity ?? one.group })),
  }));
}
