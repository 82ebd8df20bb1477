/** The weekly meeting's page: whose actions, and what is typed for one. */
import type { TeamAction } from '#shared/domain/action.ts';
import { addDays, isIsoDate, isoDate, type IsoDate } from '#shared/domain/dates.ts';
import { teamKey } from '#shared/domain/team.ts';
import type { WeeklyPack } from '#shared/domain/weekly-pack.ts';

/**
 * The pack with the actions as they are now: they are asked for by themselves, so that a word about one does not have
 * every figure worked out again.
 */
export function withActions(pack: WeeklyPack, actions: readonly TeamAction[]): WeeklyPack {
  const isOf =
    (team: string) =>
    (action: TeamAction): boolean =>
      teamKey(action.team) === teamKey(team);
  const isNamed = (action: TeamAction): boolean => pack.teams.some(({ team }) => isOf(team)(action));
  return {
    ...pack,
    teams: pack.teams.map((one) => ({ ...one, actions: actions.filter(isOf(one.team)) })),
    otherActions: actions.filter((action) => !isNamed(action)),
  };
}

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
