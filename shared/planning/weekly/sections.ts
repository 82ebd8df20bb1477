/** A team's page of the weekly pack in words and tables, the same on screen, on paper, in Word and in Excel. */
import type { TeamAction } from '#shared/domain/action.ts';
import { riskNames } from '#shared/domain/case.ts';
import { showDate, showMonth } from '#shared/domain/dates.ts';
import type { SmallCountRule } from '#shared/domain/small-counts.ts';
import type {
  WeeklyCheck,
  WeeklyMoves,
  WeeklyPack,
  WeeklyPeak,
  WeeklyRegular,
  WeeklySignOffs,
  WeeklyTeam,
} from '#shared/domain/weekly-pack.ts';
import { showHours, showCount, showPercent } from '../figures.ts';
import { sum } from '../sum.ts';
import { counted, dutyNoun, listed, showFullness } from '../wording.ts';
import { backlogSection } from './backlog-section.ts';
import {
  figure,
  row,
  smallCountLines,
  WITHHELD,
  word,
  type PackSection,
  type PackTable,
} from './pack-table.ts';
import { sharedCheck, sharedMoves, sharedOverdue, sharedSignOffs } from './shared-counts.ts';

type SummaryFigure = number | null | typeof WITHHELD;
type SummaryColumn = {
  heading: string;
  /** Null where it is not known, or there is nothing to count. */
  of: (team: WeeklyTeam) => SummaryFigure;
  /** True where null is nothing to count: then the others can be added up all the same. */
  isNullNone?: boolean;
};

const summaryColumns = ({ month, smallCounts }: WeeklyPack): SummaryColumn[] => [
  { heading: 'Cases', of: ({ cases }) => cases },
  {
    heading: 'Months over capacity',
    of: ({ peaks }) => peaks?.filter(({ isOver }) => isOver).length ?? null,
  },
  {
    heading: 'With the plan',
    of: ({ peaks, moves }) =>
      peaks && moves && peaks.filter(({ isOverPlanned }) => isOverPlanned === true).length,
  },
  { heading: 'Overdue', of: ({ backlog }) => sharedOverdue(backlog, smallCounts) ?? WITHHELD },
  {
    heading: `Moves due in ${showMonth(month)}`,
    of: ({ moves }) => moves && (sharedMoves(moves, smallCounts).listed ?? WITHHELD),
    isNullNone: true,
  },
  { heading: 'Abstractions to review', of: ({ abstractions }) => abstractions.toReview },
  {
    heading: 'Sign-offs over a month',
    of: ({ signOffs }) => (sharedSignOffs(signOffs, smallCounts).isTold ? signOffs.overLimit : WITHHELD),
  },
  {
    heading: 'Open actions',
    of: ({ actions }) => actions.filter(({ closedOn }) => closedOn === null).length,
  },
];

/** What is not known of one team is not known of all; and with the others taken off, a sum would tell what one withholds. */
function totalOf(told: readonly SummaryFigure[], isNullNone: boolean): SummaryFigure {
  if (told.includes(WITHHELD)) return WITHHELD;
  const known = told.filter((value) => typeof value === 'number');
  const isWhole = isNullNone ? known.length > 0 : known.length === told.length;
  return isWhole ? sum(known) : null;
}

/** What stands before the pages: each team in a row, and the force below them. */
export function packSummary(pack: WeeklyPack): PackTable {
  const { teams } = pack;
  const columns = summaryColumns(pack);
  const totals = columns.map(({ of, isNullNone = false }) => totalOf(teams.map(of), isNullNone));
  return {
    label: 'Each team in a row',
    columns: [word('Team'), ...columns.map(({ heading }) => figure(heading))],
    rows: [
      ...teams.map((team) => row(team.team, ...columns.map(({ of }) => of(team)))),
      { cells: ['All', ...totals], isStrong: true },
    ],
  };
}

/** Everything of a team's page but its actions. */
export function packSections(team: WeeklyTeam, pack: WeeklyPack): PackSection[] {
  return [
    peaksSection(team, pack.monthsAhead),
    backlogSection(team, pack),
    movesSection(team.moves, pack),
    abstractionsSection(team.abstractions, pack.reviewDays),
    signOffSection(team.signOffs, pack.smallCounts),
    checksSection(team.checks, pack.smallCounts),
  ];
}

/** A plan may leave a month over capacity that was not: the two are counted apart, and both told. */
function peaksSection({ peaks, moves }: WeeklyTeam, monthsAhead: number): PackSection {
  const over = (months: readonly string[]): string =>
    months.length === 0
      ? `over capacity in none of the ${counted(monthsAhead, 'month')} ahead.`
      : `over capacity in ${counted(months.length, 'month')} of the ${showCount(monthsAhead)} ahead: ${listed(months)}.`;
  const lines = (): string[] => {
    if (peaks === null) return ['No staff roster is held, so capacity is not known.'];
    if (peaks.length === 0) return [`None of the ${counted(monthsAhead, 'month')} ahead is over capacity.`];
    const asDue = over(peaks.filter(({ isOver }) => isOver).map(peakAsDue));
    if (moves === null) return [asDue.replace(/^o/, 'O')];
    const withPlan = peaks.filter(({ isOverPlanned }) => isOverPlanned === true).map(peakWithPlan);
    return [`As the work falls due, ${asDue}`, `With the accepted plan, ${over(withPlan)}`];
  };
  return { title: 'Peaks ahead', lines: lines(), table: null };
}

function peakAsDue({ month, utilisation, planned }: WeeklyPeak): string {
  const withPlan = planned === null ? '' : `, ${showPercent(planned)} with the plan`;
  return `${showMonth(month)} (${showFullness(utilisation)}${withPlan})`;
}

function peakWithPlan({ month, utilisation, planned, isOver }: WeeklyPeak): string {
  const asDue = isOver ? '' : `, ${showFullness(utilisation)} as the work falls due`;
  return `${showMonth(month)} (${showFullness(planned)}${asDue})`;
}

const countOrWithheld = (count: number | null): string => (count === null ? WITHHELD : showCount(count));
/** What nobody can count is many. */
const MANY = 2;

function movesSection(moves: WeeklyMoves | null, { month, smallCounts }: WeeklyPack): PackSection {
  const title = `Moves due in ${showMonth(month)}`;
  if (moves === null) return { title, lines: ['No accepted plan of the team stands.'], table: null };
  const { planId, asAt, isStale } = moves;
  const { byDuty, hours, missed, hasSmall } = sharedMoves(moves, smallCounts);
  const parts = byDuty.map(({ name, count, catchUp }) => {
    const caught = catchUp === 0 ? '' : `, ${countOrWithheld(catchUp)} of them to catch up`;
    return `${countOrWithheld(count)} ${dutyNoun(name, count ?? MANY)}${caught}`;
  });
  const plan = `plan ${String(planId)}, made from the snapshot as at ${showDate(asAt)}${isStale ? '; a newer one has been loaded since' : ''}`;
  const what =
    moves.listed === 0
      ? `Nothing is left to do this month by ${plan}.`
      : `${listed(parts)}: ${hours === null ? `${WITHHELD} hours` : showHours(hours)}, by ${plan}.`;
  const many = missed === null ? `${WITHHELD} moves` : counted(missed, 'move');
  const late = missed === 0 ? [] : [`${many} of earlier months not done.`];
  return {
    title,
    lines: [what, ...late, ...smallCountLines(smallCounts, hasSmall)],
    table: moves.cases?.length ? casesTable(moves.cases) : null,
  };
}

const casesTable = (cases: NonNullable<WeeklyMoves['cases']>): PackTable => ({
  label: 'Moves due this month',
  columns: [word('Case'), word('Duty'), word('Risk'), word('Officer'), word('Due'), figure('Hours')],
  rows: cases.map((move) =>
    row(
      move.reference,
      move.dutyName,
      riskNames[move.risk].name,
      move.officer,
      move.isOverdue ? 'overdue' : showMonth(move.due),
      move.hours,
    ),
  ),
});

const weekdays = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];

/** "3001, Operational: Football, on Fridays in 13 of 52 weeks" */
function regularWords({ level, collar, group, activity, rule, weekday, times, of }: WeeklyRegular): string {
  const who = level === 'team' || collar === null ? 'The team' : collar;
  const reason = activity === null ? group : `${group}: ${activity}`;
  const often =
    rule === 'weekday'
      ? `on ${weekdays[weekday ?? 0] ?? ''} in ${showCount(times)} of ${counted(of, 'week')}`
      : `${counted(times, 'time')} within ${counted(of, 'day')}`;
  return `${who}, ${reason}, ${often}`;
}

const howMany = (part: number, all: number): string => {
  if (part === 0) return 'none';
  return part === all ? 'all' : `${showCount(part)} of them`;
};

function abstractionsSection(
  { toReview, overdue, regular }: WeeklyTeam['abstractions'],
  reviewDays: number,
): PackSection {
  const waiting =
    toReview === 0
      ? 'No abstraction waits for a review.'
      : `${counted(toReview, 'abstraction')} to review, ${howMany(overdue, toReview)} more than ${counted(reviewDays, 'day')} after the last day.`;
  const found =
    regular.length === 0
      ? 'None is regular.'
      : `${counted(regular.length, 'regular one')}: ${regular.map(regularWords).join('; ')}.`;
  return { title: 'Abstractions', lines: [waiting, found], table: null };
}

function signOffSection(signOffs: WeeklySignOffs, rule: SmallCountRule): PackSection {
  const { waiting, overLimit, bySupervisor, untold } = signOffs;
  const { isTold, hasSmall } = sharedSignOffs(signOffs, rule);
  const by = bySupervisor.map(
    ({ supervisor, overLimit: own }) => `${supervisor ?? 'no supervisor named'}: ${showCount(own)}`,
  );
  const over =
    overLimit === 0
      ? 'None of the work done has waited over a month for its sign-off'
      : `${counted(overLimit, 'sign-off')} over a month (${by.join(', ')})`;
  const missing =
    untold.length === 0 ? [] : [`The snapshot holds no sign-off of ${listed(untold)}: not counted.`];
  return {
    title: 'Sign-offs over a month',
    lines: [
      isTold ? `${over}; ${showCount(waiting)} waiting in all.` : `${WITHHELD} waiting, over a month or not.`,
      ...missing,
      ...smallCountLines(rule, hasSmall),
    ],
    table: null,
  };
}

function checksSection(checks: readonly WeeklyCheck[], rule: SmallCountRule): PackSection {
  const shared = checks.map((check) => ({ check, counts: sharedCheck(check, rule) }));
  const nothing = checks.every(({ isHeld }) => !isHeld) ? ['The snapshot holds nothing to check by.'] : [];
  return {
    title: 'Practice checks',
    lines: [
      ...nothing,
      ...smallCountLines(
        rule,
        shared.some(({ counts }) => counts.hasSmall),
      ),
    ],
    table: {
      label: 'Practice checks',
      columns: [
        word('Check'),
        figure('Found'),
        figure('Of so many'),
        figure('Fields missing'),
        word('Target'),
      ],
      rows: shared.map(({ check: { name, isHeld, target }, counts: { found, of, missing } }) =>
        row(
          name,
          isHeld ? found : 'not held',
          of,
          missing,
          target === null ? '' : `at most ${showPercent(1 - target)} found`,
        ),
      ),
    },
  };
}

/** Actions as a table for paper. */
export const actionsTable = (actions: readonly TeamAction[]): PackTable => ({
  label: 'Actions',
  columns: [word('Action'), word('Owner'), word('By'), word('Agreed'), word('State')],
  rows: actions.map((action) =>
    row(action.text, action.owner, showDate(action.due), showDate(action.madeOn), actionState(action)),
  ),
});

/** `open`, `overdue`, or `closed 24 Nov 2026: Cover agreed`. */
export function actionState({ closedOn, closedNote, isOverdue }: TeamAction): string {
  if (closedOn === null) return isOverdue ? 'overdue' : 'open';
  return `closed ${showDate(closedOn)}${closedNote ? `: ${closedNote}` : ''}`;
}

/** What stands above the pages: "As at 31 Oct 2026, made on 25 Nov 2026: 6 teams, 2,154 cases, 3 actions overdue." */
export function packHeadline({ asAt, madeOn, teams }: WeeklyPack): string {
  const late = teams.flatMap(({ actions }) => actions).filter(({ isOverdue }) => isOverdue).length;
  const cases = sum(teams.map((one) => one.cases));
  return `As at ${showDate(asAt)}, made on ${showDate(madeOn)}: ${counted(teams.length, 'team')}, ${counted(cases, 'case')}, ${counted(late, 'action')} overdue.`;
}
