/** Hours lost beside the work that fell overdue, in words and figures. */
import type { AbstractionEffect } from '#shared/contract/abstraction-figures.ts';
import { showMonth } from '#shared/domain/dates.ts';
import { counted } from '#shared/planning/wording.ts';
import type { LineSeries, MonthMark, StackSeries } from '../../components/chart/month-data.ts';
import { MISSING, showCount, showHours, showHoursExactly, showPercent } from '../../view/figures.ts';
import { kindLines, kindStacks, monthOfMark } from './capacity-model.ts';

export type TeamEffect = AbstractionEffect['teams'][number];

const sumOf = (values: ReadonlyArray<number | null>): number | null =>
  values.every((value) => value === null)
    ? null
    : values.reduce<number>((total, value) => total + (value ?? 0), 0);

export const lentOf = ({ months }: TeamEffect): number =>
  sumOf(months.map((one) => one.toOtherPolicing)) ?? 0;
export const occurrencesOf = ({ months }: TeamEffect): number | null =>
  sumOf(months.map((one) => one.occurrences));
export const overdueOf = ({ months }: TeamEffect): number | null =>
  sumOf(months.map((one) => one.fellOverdue));
/** Months of which it is known what fell overdue. */
export const toldMonths = ({ months }: TeamEffect): number =>
  months.filter((one) => one.fellOverdue !== null).length;

/** "Harbour lost 812 h in 12 months, 210 h of them to other policing" */
export function effectFinding(effect: TeamEffect): string {
  const { team, months, total } = effect;
  if (total === 0) return `${team} lost no hours in ${counted(months.length, 'month')}`;
  const lent = lentOf(effect);
  const to = lent === 0 ? 'none of them to other policing' : `${showHours(lent)} of them to other policing`;
  return `${team} lost ${showHours(total)} in ${counted(months.length, 'month')}, ${to}`;
}

/** "All teams lost 1,884 h in 12 months; Westhaven most, 644 h." */
export function forceFinding(teams: readonly TeamEffect[]): string {
  const total = sumOf(teams.map((one) => one.total)) ?? 0;
  const [most] = [...teams].sort((a, b) => b.total - a.total);
  if (!most || total === 0) return 'No hours were lost in these months, or none are held.';
  const lent = sumOf(teams.map(lentOf)) ?? 0;
  return `All teams lost ${showHours(total)} in ${counted(most.months.length, 'month')}, ${showHours(lent)} of them to other policing; ${most.team} lost most, ${showHours(most.total)}.`;
}

/** How the hours are turned into occurrences, so that a reader can do the sum. */
export function occurrencesSentence(effect: TeamEffect, scheduledShare: number): string {
  const made = occurrencesOf(effect);
  if (made === null || effect.hoursPerOccurrence === null)
    return 'What these hours would have done cannot be told, as no case of the team owes any work.';
  return `At ${showPercent(scheduledShare)} of time meant for scheduled duties and ${showHoursExactly(effect.hoursPerOccurrence)} a piece of work on average, these hours would have done about ${counted(Math.round(made), 'piece', 'pieces')} of work.`;
}

export function effectDrawing({ months, total }: TeamEffect): {
  marks: MonthMark[];
  stacks: StackSeries[];
  lines: LineSeries[];
} {
  return {
    marks: months.map(({ month, lost, fellOverdue }, index) => ({
      ...monthOfMark(month, index),
      note: fellOverdue === null ? MISSING : showCount(fellOverdue),
      isOver: false,
      label: `${showMonth(month)}: ${showHours(lost)} lost, ${overdueWords(fellOverdue)}`,
    })),
    stacks: kindStacks(months.map(({ byKind }) => byKind)),
    lines: [
      {
        key: 'mean',
        name: 'Mean',
        colour: 'var(--ink)',
        isDashed: true,
        values: months.map(() => total / Math.max(1, months.length)),
      },
    ],
  };
}

const overdueWords = (count: number | null): string =>
  count === null
    ? 'what fell overdue is not known'
    : `${counted(count, 'piece', 'pieces')} of work fell overdue`;

export const effectLines = ({ months }: TeamEffect) => [
  { name: 'Lost', unit: 'h', values: months.map((one) => showCount(one.lost)) },
  ...kindLines(months.map(({ byKind }) => byKind)),
  { name: 'Lent to other policing', unit: 'h', values: months.map((one) => showCount(one.toOtherPolicing)) },
  {
    name: 'Work these hours would have done',
    unit: '',
    values: months.map((one) => showCount(one.occurrences)),
  },
  { name: 'Fell overdue that month', unit: '', values: months.map((one) => showCount(one.fellOverdue)) },
  { name: 'Fell overdue the next', unit: '', values: months.map((one) => showCount(one.fellOverdueNext)) },
];
