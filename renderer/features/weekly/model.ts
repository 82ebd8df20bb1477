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

/** Null until every field is filled in. */
export function readDraft({ text, owner, due }: ActionDraft): ActionWords | null {
  const words = { text: text.trim(), owner: owner.trim() };
  if (words.text === '' || words.owner === '' || !isIsoDate(due)) return null;
  return { ...words, due: isoDate(due) };
}
