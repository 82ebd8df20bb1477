/** The work list of a plan as a file: for a spreadsheet, for Excel, for a calendar. */
import type { ReportFile, WorkListReply } from '#shared/contract/plans.ts';
import { riskNames } from '#shared/domain/case.ts';
import { firstDayOf, lastDayOf, showDate, type Month } from '#shared/domain/dates.ts';
import { MARKING } from '#shared/domain/export.ts';
import type { ListedMove, ReportFormat } from '#shared/domain/work-list.ts';
import { unconfirmedLines } from '#shared/planning/wording.ts';
import { csvReport } from './csv.ts';
import { fileAnswer } from './file-answer.ts';
import { icsReport, type CalendarTask } from './ics.ts';
import type { ReportTable } from './report-table.ts';
import { xlsxReport } from './xlsx.ts';

/** The choice of officer and month that a list was made for. */
type Choice = { officer?: string | undefined; month?: Month | undefined };

/** @param madeAt ISO instant */
export function workListFile(
  list: WorkListReply,
  format: ReportFormat,
  choice: Choice,
  madeAt: string,
): ReportFile {
  // Says what it is and nothing of anybody.
  const name = `work-list-plan-${String(list.planId)}${choice.month === undefined ? '' : `-${choice.month}`}.${format}`;
  const content = bytesOf(list, format, choice, madeAt);
  return { ...fileAnswer(name, content), figures: list.figures };
}

function bytesOf(
  list: WorkListReply,
  format: ReportFormat,
  choice: Choice,
  madeAt: string,
): Uint8Array<ArrayBuffer> {
  switch (format) {
    case 'csv':
      return csvReport(workListTable(list, choice));
    case 'xlsx':
      return xlsxReport(workListTable(list, choice));
    case 'ics':
      return icsReport({ name: `Work list ${list.team}`, marking: MARKING, madeAt, tasks: tasksOf(list) });
  }
}

function workListTable(list: WorkListReply, { officer, month }: Choice): ReportTable {
  const { team, planId, asAt, newestAsAt, figures, unconfirmed } = list;
  const chosen = [
    ...(officer === undefined ? [] : [`officer ${officer}`]),
    ...(month === undefined ? [] : [month]),
  ];
  const about = `Work list of ${[team, ...chosen].join(', ')}: plan ${String(planId)}, from the snapshot as at ${showDate(asAt)}`;
  const state = `As at ${showDate(newestAsAt)}: ${String(figures.toDo)} of ${String(figures.moves)} moves to do, ${String(figures.done)} done, ${String(figures.overtaken)} overtaken`;
  return {
    name: `Work list ${team}`,
    titles: [about, state, ...unconfirmedLines(unconfirmed)],
    columns: [
      { heading: 'Supervisor', width: 12 },
      { heading: 'Officer', width: 12 },
      { heading: 'Do in', width: 12 },
      { heading: 'Case', width: 14 },
      { heading: 'Duty', width: 16 },
      { heading: 'Risk', width: 12 },
      { heading: 'Due', width: 12 },
      { heading: 'Months early', width: 13 },
      { heading: 'State', width: 34 },
      { heading: 'Hours', width: 8 },
      { heading: 'Why', width: 70 },
    ],
    rows: list.items.map((item) => [
      item.supervisor,
      item.officer,
      { month: item.to },
      item.reference,
      item.dutyName,
      riskNames[item.risk].name,
      { month: item.due },
      item.monthsEarly,
      stateOf(item),
      item.hours,
      item.reason,
    ]),
  };
}

function stateOf({ isMissed, isOverdue, hasLeft }: ListedMove): string {
  const kind = isOverdue ? 'catch up' : 'bring forward';
  const when = isMissed ? `${kind}, month has passed` : kind;
  return hasLeft ? `${when}, officer has left` : when;
}

/** One task for each officer and month, without case or officer: a calendar is shared more widely than a list. */
function tasksOf({ planId, team, items }: WorkListReply): CalendarTask[] {
  const officers = [...new Set(items.map(({ officer }) => officer))];
  return officers.flatMap((officer, place) => {
    const own = items.filter((item) => item.officer === officer);
    const months = [...new Set(own.map(({ to }) => to))].sort();
    return months.map((month): CalendarTask => {
      const todo = own.filter(({ to }) => to === month);
      const time = todo.reduce((sum, item) => sum + item.hours, 0);
      return {
        uid: `plan-${String(planId)}-list-${String(place + 1)}-${month}@evenkeel`,
        from: firstDayOf(month),
        due: lastDayOf(month),
        summary: `${countsOf(todo)} ${verbOf(todo)} (${team})`,
        description: `List ${String(place + 1)} of ${String(officers.length)} in the work list of plan ${String(planId)}; ${String(time)} hours. The cases stand in the list.`,
      };
    });
  });
}

/** `3 × Visit, 1 × ARMS` */
function countsOf(items: readonly ListedMove[]): string {
  const names = [...new Set(items.map(({ dutyName }) => dutyName))].sort();
  return names
    .map((name) => `${String(items.filter(({ dutyName }) => dutyName === name).length)} × ${name}`)
    .join(', ');
}

function verbOf(items: readonly ListedMove[]): string {
  if (items.every(({ isOverdue }) => isOverdue)) return 'to catch up';
  return items.some(({ isOverdue }) => isOverdue) ? 'to bring forward or catch up' : 'to bring forward';
}
