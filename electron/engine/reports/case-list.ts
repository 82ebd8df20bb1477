/** Lists of cases as CSV: every row that the page has, dates as a spreadsheet sorts them. */
import type { SignOffs } from '#shared/contract/backlog.ts';
import type { CaseListChoice, CaseListFile } from '#shared/contract/case-lists.ts';
import {
  lateBandNames,
  type LateBand,
  type OutstandingCase,
  type WaitingSignOff,
} from '#shared/domain/backlog.ts';
import { riskNames, type Risk } from '#shared/domain/case.ts';
import { changeFigureNames, type Change, type ChangeFigure } from '#shared/domain/changes.ts';
import { showDate, showMonth, type IsoDate } from '#shared/domain/dates.ts';
import type { DueCase } from '#shared/domain/demand.ts';
import { unconfirmedValues } from '#shared/domain/standard-values.ts';
import { type Standards } from '#shared/domain/standards.ts';
import { listed, unconfirmedLines } from '#shared/planning/wording.ts';
import { csvReport } from './csv.ts';
import { fileAnswer } from './file-answer.ts';
import type { ReportCell } from './report-table.ts';

/** A duty's name in the standards. */
type NameOf = (duty: string) => string;
type Column<Row> = readonly [heading: string, value: (row: Row, nameOf: NameOf) => ReportCell];
/** What every list says of its case. */
type OfCase = { reference: string; team: string; risk: Risk; officer: string | null };

/** What the rows were worked out from. */
type Ground = { asAt: IsoDate; standards: Standards };
type Choice<K extends CaseListChoice['kind']> = Extract<CaseListChoice, { kind: K }>;

export const dueFile = (choice: Choice<'due'>, cases: readonly DueCase[], ground: Ground): CaseListFile =>
  fileOf({
    name: `due-${choice.month}-as-at-${ground.asAt}`,
    about: `Work due in ${showMonth(choice.month)}, as at ${showDate(ground.asAt)}`,
    cautions: unconfirmedLines(unconfirmedValues(ground.standards)),
    columns: dueColumns,
    rows: cases,
    choice,
    ground,
  });

export const outstandingFile = (
  choice: Choice<'outstanding'>,
  cases: readonly OutstandingCase[],
  ground: Ground,
): CaseListFile =>
  fileOf({
    name: `outstanding-as-at-${ground.asAt}`,
    about: `Work outstanding as at ${showDate(ground.asAt)}`,
    cautions: unconfirmedLines(unconfirmedValues(ground.standards)),
    columns: outstandingColumns,
    rows: cases,
    choice,
    ground,
  });

export const signOffFile = (
  choice: Choice<'signoffs'>,
  { waiting, untold }: Pick<SignOffs, 'waiting' | 'untold'>,
  ground: Ground,
): CaseListFile =>
  fileOf({
    name: `sign-offs-as-at-${ground.asAt}`,
    about: `Work not signed off as at ${showDate(ground.asAt)}`,
    cautions: untold.length === 0 ? [] : [`The snapshot holds no sign-off of ${listed(untold)}: not counted`],
    columns: signOffColumns,
    rows: waiting,
    choice,
    ground,
  });

/** @param since as-at date of the earlier snapshot */
export const changesFile = (
  choice: Choice<'changes'>,
  changes: readonly Change[],
  since: IsoDate,
  ground: Ground,
): CaseListFile =>
  fileOf({
    name: `changes-${since}-to-${ground.asAt}`,
    about: `What changed from ${showDate(since)} to ${showDate(ground.asAt)}`,
    cautions: [],
    columns: changeColumns,
    rows: changes,
    choice,
    ground,
  });

type CaseList<Row> = {
  /** The file's name without its ending. */
  name: string;
  about: string;
  /** What a reader must know before the rows. */
  cautions: readonly string[];
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  choice: Narrowing;
  ground: Ground;
};

function fileOf<Row>(list: CaseList<Row>): CaseListFile {
  const { about, cautions, columns, rows, choice } = list;
  const { asAt, standards } = list.ground;
  const names = new Map(standards.duties.map(({ key, name }) => [key, name]));
  const nameOf: NameOf = (key) => names.get(key) ?? key;
  const name = `${list.name}.csv`;
  const content = csvReport({
    titles: [`${about}: ${narrowedTo(choice, nameOf).join(', ')}`, ...cautions],
    columns: columns.map(([heading]) => ({ heading })),
    rows: rows.map((row) => columns.map(([, value]) => value(row, nameOf))),
  });
  return { ...fileAnswer(name, content), asAt, listed: rows.length };
}

type Narrowing = {
  team?: string | undefined;
  duty?: string | undefined;
  risk?: Risk | undefined;
  officer?: string | undefined;
  supervisor?: string | undefined;
  band?: LateBand | undefined;
  figure?: ChangeFigure | undefined;
};

/** In words: whoever opens the file must see that it is not all. */
function narrowedTo(
  { team, duty, risk, officer, supervisor, band, figure }: Narrowing,
  nameOf: NameOf,
): string[] {
  return [
    team ?? 'all teams',
    ...(duty === undefined ? [] : [nameOf(duty)]),
    ...(risk === undefined ? [] : [`risk ${riskNames[risk].name}`]),
    ...(officer === undefined ? [] : [`officer ${officer}`]),
    ...(supervisor === undefined ? [] : [`supervisor ${supervisor}`]),
    ...(band === undefined ? [] : [lateBandNames[band]]),
    ...(figure === undefined ? [] : [changeFigureNames[figure]]),
  ];
}

const caseColumns: ReadonlyArray<Column<OfCase>> = [
  ['Case', (one) => one.reference],
  ['Team', (one) => one.team],
  ['Risk', (one) => riskNames[one.risk].name],
  ['Officer', (one) => one.officer],
];

const dueColumns: ReadonlyArray<Column<DueCase>> = [
  ...caseColumns,
  ['Duty', (one, nameOf) => nameOf(one.duty)],
  ['Due in', (one) => one.due],
  ['Due date', (one) => one.dueDate],
  ['Overdue', (one) => (one.isOverdue ? 'yes' : 'no')],
  ['Last done', (one) => one.lastDone],
  ['Hours', (one) => one.hours],
  ['Notes', (one) => one.notes.join('; ')],
];

const outstandingColumns: ReadonlyArray<Column<OutstandingCase>> = [
  ...caseColumns,
  ['Supervisor', (one) => one.supervisor],
  ['Duty', (one, nameOf) => nameOf(one.duty)],
  ['Due date', (one) => one.dueDate],
  ['Days overdue', (one) => one.daysLate],
  ['Last done', (one) => one.lastDone],
  ['Hours', (one) => one.hours],
  ['Notes', (one) => one.notes.join('; ')],
];

const signOffColumns: ReadonlyArray<Column<WaitingSignOff>> = [
  ...caseColumns,
  ['Supervisor', (one) => one.supervisor],
  ['Work', (one, nameOf) => nameOf(one.duty)],
  ['Done on', (one) => one.doneOn],
  ['Days', (one) => one.ageDays],
  ['Sign off by', (one) => one.dueBy],
  ['Over the limit', (one) => (one.band === 'over-limit' ? 'yes' : 'no')],
];

const changeColumns: ReadonlyArray<Column<Change>> = [
  ...caseColumns,
  ['Team before', (one) => one.fromTeam],
  ['Duty', (one, nameOf) => (one.duty === null ? null : nameOf(one.duty))],
  ['Change', (one) => changeName(one)],
  ['Was', (one) => valueName(one, one.was)],
  ['Is', (one) => valueName(one, one.is)],
  ['Due then', (one) => one.dueThen],
  ['Due now', (one) => one.dueNow],
  ['Last done', (one) => one.lastDone],
  ['Notification end', (one) => one.notificationEnd],
  ['Was due when it left', (one, nameOf) => one.outstanding.map(nameOf).join('; ')],
];

function changeName({ kind, reason }: Change): string {
  if (kind === 'team') return changeFigureNames['moved-in'];
  return changeFigureNames[reason === 'unexplained' ? 'vanished' : kind];
}

const valueName = ({ kind }: Change, value: string | null): string | null =>
  kind === 'risk' && value !== null ? riskNames[value as Risk].name : value;
