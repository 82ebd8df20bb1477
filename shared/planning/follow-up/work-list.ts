/** Who has to do what, and when: the moves of an accepted plan that are still to be done. */
import { byReference, riskLevels, type CaseRecord } from '#shared/domain/case.ts';
import type { Month } from '#shared/domain/dates.ts';
import { isToDo, type FollowedMove } from '#shared/domain/follow-up.ts';
import type { Officer } from '#shared/domain/officer.ts';
import type { Standards } from '#shared/domain/standards.ts';
import { isOverdueMove } from '#shared/domain/plan.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { hours } from '#shared/domain/units.ts';
import type { ListedMove, WorkListFigures } from '#shared/domain/work-list.ts';

export type WorkListInput = {
  team: string;
  moves: readonly FollowedMove[];
  /** Cases of the newest snapshot: they may name a supervisor. */
  cases: readonly CaseRecord[];
  /** The roster that stands for that snapshot; empty without one. */
  roster: readonly Officer[];
  standards: Standards;
  /** One officer's, and into one month; everybody's and all months where absent. */
  officer?: string | undefined;
  month?: Month | undefined;
};

export type WorkList = { items: ListedMove[]; figures: WorkListFigures };

/**
 * The moves still to be done (open ones and missed ones), by supervisor, officer and month; within a month the
 * highest risk first, then the earliest due. What is done or overtaken asks nothing of anybody and is only counted.
 *
 * Officer and supervisor are those of the newest snapshot. Where a case names no supervisor, it is the roster's if
 * the team has exactly one; else nobody is named, and the list is the team's.
 */
export function workList(input: WorkListInput): WorkList {
  const { moves } = input;
  const toDo = moves.filter(({ outcome }) => isToDo(outcome));
  const overtaken = moves.filter(({ outcome }) => outcome === 'overtaken').length;
  const items = listed(input, toDo)
    .filter((item) => input.officer === undefined || item.officer === input.officer)
    .filter((item) => input.month === undefined || item.to === input.month)
    .sort(inOrder);
  const different = (values: ReadonlyArray<string | null>): number => new Set(values).size;
  return {
    items,
    figures: {
      moves: moves.length,
      done: moves.length - overtaken - toDo.length,
      overtaken,
      toDo: toDo.length,
      listed: items.length,
      missed: items.filter(({ isMissed }) => isMissed).length,
      cases: different(items.map(({ reference }) => reference)),
      officers: different(items.map(({ officer }) => officer)),
      hours: hours(items.reduce((sum, item) => sum + item.hours, 0)),
    },
  };
}

function listed(input: WorkListInput, toDo: readonly FollowedMove[]): ListedMove[] {
  const records = byReference(input.cases);
  const names = new Map(input.standards.duties.map(({ key, name }) => [key, name]));
  const supervisors = input.roster.filter(
    ({ role, team }) => role === 'supervisor' && isSameTeam(team, input.team),
  );
  const only = supervisors.length === 1 ? (supervisors[0]?.collar ?? null) : null;
  return toDo.map((move) => {
    const record = records.get(move.reference);
    const { reference, duty, risk, officer, hasLeft, due, to, monthsEarly, reason } = move;
    return {
      reference,
      duty,
      dutyName: names.get(duty) ?? duty,
      risk,
      officer,
      hasLeft,
      supervisor: record?.supervisor ?? only,
      due,
      to,
      monthsEarly,
      isOverdue: isOverdueMove(move),
      isMissed: move.outcome === 'missed',
      hours: move.hours,
      reason,
    };
  });
}

/** Names in the order of their text, numbers as numbers; nobody comes last. */
function byName(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a.localeCompare(b, 'en', { numeric: true });
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (a: ListedMove, b: ListedMove): number =>
  byName(a.supervisor, b.supervisor) ||
  byName(a.officer, b.officer) ||
  byText(a.to, b.to) ||
  riskLevels.indexOf(a.risk) - riskLevels.indexOf(b.risk) ||
  byText(a.due, b.due) ||
  byText(a.reference, b.reference) ||
  byText(a.duty, b.duty);
