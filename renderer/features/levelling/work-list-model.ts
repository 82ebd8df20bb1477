/** A work list in groups: whose, and in which month. */
import type { WorkListReply } from '#shared/contract/plans.ts';
import { showMonth, type Month } from '#shared/domain/dates.ts';
import type { ListedMove } from '#shared/domain/work-list.ts';
import { counted } from '#shared/planning/wording.ts';
import { showCount, showHours } from '../../view/figures.ts';

export type ListChoice = { officer: string | null; month: Month | null };

export type OfficerGroup = {
  officer: string | null;
  supervisor: string | null;
  /** `6 moves, 42 h` */
  about: string;
  months: Array<{ month: Month; items: ListedMove[] }>;
};

/** The moves of the officer and month chosen. */
export const chosen = (items: readonly ListedMove[], { officer, month }: ListChoice): ListedMove[] =>
  items.filter(
    (item) => (officer === null || item.officer === officer) && (month === null || item.to === month),
  );

/** Supervisor by supervisor, officer by officer, month by month, in the order of the list. */
export function groups(items: readonly ListedMove[]): OfficerGroup[] {
  const byPerson = Map.groupBy(items, ({ supervisor, officer }) => JSON.stringify([supervisor, officer]));
  return [...byPerson.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const hours = own.reduce((sum, item) => sum + item.hours, 0);
    const months = Map.groupBy(own, ({ to }) => to);
    return [
      {
        officer: first.officer,
        supervisor: first.supervisor,
        about: `${counted(own.length, 'move')}, ${showHours(hours)}`,
        months: [...months].map(([month, ofMonth]) => ({ month, items: ofMonth })),
      },
    ];
  });
}

/** Who and which months there are to choose from. */
export function choices(items: readonly ListedMove[]): { officers: string[]; months: Month[] } {
  const officers = [...new Set(items.flatMap(({ officer }) => officer ?? []))];
  return { officers, months: [...new Set(items.map(({ to }) => to))].sort() };
}

/** What the list leaves out, so that it adds up to the plan. */
export function listSentence({ figures }: WorkListReply): string {
  const { moves, toDo, done, overtaken } = figures;
  return `${showCount(toDo)} of ${counted(moves, 'move')} still to do; ${showCount(done)} done, ${showCount(overtaken)} overtaken`;
}

/** `Do in March 2027`, and whether that officer is still there to do it. */
export const monthTitle = (month: Month, items: readonly ListedMove[]): string =>
  `Do in ${showMonth(month)}${items.some(({ hasLeft }) => hasLeft) ? ' · the officer has left by then' : ''}`;

/** Who a group is of: `Officer 3001, supervisor 3011`. */
export const groupTitle = ({ officer, supervisor }: OfficerGroup, team: string): string =>
  `${officer === null ? 'No officer named' : `Officer ${officer}`}, ${supervisor === null ? team : `supervisor ${supervisor}`}`;

/** What is asked: how early, caught up, or late already. */
export function asked({ isMissed, isOverdue, monthsEarly }: ListedMove): string {
  const what = isOverdue ? 'overdue' : `${counted(monthsEarly, 'month')} early`;
  return isMissed ? `${what}; month has passed` : what;
}
