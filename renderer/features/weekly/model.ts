/** What is typed for an action of the weekly meeting. */
import { addDays, isIsoDate, isoDate, type IsoDate } from '#shared/domain/dates.ts';

/** What is typed; a day not yet complete is no day. */
export type ActionDraft = { text: string; owner: string; due: string };
export type ActionWords = { text: string; owner: string; due: IsoDate };

/** The next meeting is a week off. */
const USUAL_DAYS = 7;

export const newAction = (today: IsoDate): ActionDraft => ({
  text: '',
  owner: '',
  due: addDays(today, USUAL_DAYS),
});

/** What each field lacks; nothing where it lacks nothing. */
export const draftFaults = ({ text, owner, due }: ActionDraft): Record<keyof ActionDraft, string | null> => ({
  text: text.trim() === '' ? 'Say what is to be done.' : null,
  owner: owner.trim() === '' ? 'Say who is to do it.' : null,
  due: isIsoDate(due) ? null : 'Choose a day.',
});

/** Null until every field is filled in. */
export function readDraft(draft: ActionDraft): ActionWords | null {
  if (Object.values(draftFaults(draft)).some((fault) => fault !== null)) return null;
  return { text: draft.text.trim(), owner: draft.owner.trim(), due: isoDate(draft.due) };
}
