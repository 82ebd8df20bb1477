/** Abstraction records from a duty system: one row per absence. */
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { Abstraction } from '#shared/domain/abstraction.ts';
import { addDays, daysBetween, showDate, type IsoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import { latestPast, USUAL_DELAY } from '#shared/planning/abstractions/held-to.ts';
import { accountFor, type RowReader } from './account.ts';
import type { AsAt } from './as-at.ts';
import { finishAccount, requireRecords } from './finish.ts';
import type { Pace } from './pace.ts';
import type { Reading } from './reading.ts';
import * as values from './values.ts';
import * as vocabularies from './vocabularies.ts';

const MAX_TEXT = 120;
const MAX_DETAIL = 300;
const HOURS_A_DAY = 24;

export type AbstractionList = {
  account: ImportAccount;
  abstractions: Abstraction[];
  /** The day up to which the list tells of absence; null when it only speaks of days ahead. */
  asAt: IsoDate | null;
  /** The day by which it is newer or older than other lists. */
  toldOn: IsoDate;
};

/** Records belong to officers, who have the team; this satisfies what every account asks of a record. */
type Read = { team: string; row: number; abstraction: Abstraction };

const shortText =
  (most: number) =>
  (text: string): string | null =>
    text.length <= most ? text : null;

/** People that a roster names; null where none is held, and nothing can be said of anybody. */
export type KnownCollars = ReadonlySet<string> | null;

/**
 * An abstraction without a number, a day, hours or a reason says nothing that could be counted, nor does one with more
 * hours than its days have. One of somebody whom no roster names is kept: a later roster may.
 */
function readAbstraction(row: RowReader, known: KnownCollars): { record: Read } | { rejected: string } {
  const collarText = row.name('collar');
  const collar = collarText === null ? null : values.readCollar(collarText);
  if (collar === null)
    return { rejected: collarText === null ? 'no collar number' : 'no collar number: names are not stored' };
  const from = row.date('from');
  if (from === null) return { rejected: 'no first day that can be read' };
  const to = row.date('to') ?? from;
  if (to < from) return { rejected: 'the last day lies before the first' };
  const lost = row.value('hours', values.readHours, 'hours such as 8 or 7:30');
  if (lost === null) return { rejected: 'no hours that can be read, such as 8 or 7:30' };
  if (lost > HOURS_A_DAY * (daysBetween(from, to) + 1))
    return { rejected: 'more hours than its days have, at 24 a day' };
  const group = row.value('group', shortText(MAX_TEXT), 'a short reason');
  if (group === null) return { rejected: 'no reason' };
  if (known?.has(collar) === false)
    row.issue('collar', 'no staff roster held names this officer: kept, and counted once one does');
  const abstraction: Abstraction = {
    collar,
    from,
    to,
    hours: hours(lost),
    group,
    activity: row.value('activity', shortText(MAX_TEXT), 'a short activity'),
    detail: row.value('detail', shortText(MAX_DETAIL), 'a short detail'),
    toOtherPolicing: row.code('toOtherPolicing', vocabularies.yesNo, 'yes or no; taken as no') === 'yes',
  };
  return { record: { team: '', row: row.line, abstraction } };
}

/** What makes two records the same in all that counts. Kept with a record that a person edits. */
export const abstractionKey = (one: Abstraction): string =>
  JSON.stringify([one.collar, one.from, one.to, one.hours, one.group, one.activity, one.toOtherPolicing]);

const HOURS_IN_KEY = 3;

/** The same with other hours. */
export const withHours = (key: string, lost: number | null): string =>
  JSON.stringify((JSON.parse(key) as unknown[]).with(HOURS_IN_KEY, lost));

/** Two records of one absence can differ in their hours: a person is away for one reason on the same days once. */
export const absenceOf = (key: string): string => withHours(key, null);

type Dated = Pick<AbstractionList, 'asAt'> & Pick<ImportAccount, 'asAtFrom' | 'notes'>;

/**
 * The day up to which a list tells of absence: as a person says; else as its name or title says, if its records reach
 * there; else the latest day past in it. An export is named by the day it was made, and may have been made of less.
 */
function dateList(abstractions: readonly Abstraction[], dated: AsAt | null, today: IsoDate): Dated {
  if (dated?.asAtFrom === 'given') return { ...dated, notes: [] };
  const latest = latestPast(abstractions, dated?.asAt ?? today);
  if (dated === null) return { asAt: latest, asAtFrom: 'last-day', notes: [] };
  if (latest !== null && addDays(latest, USUAL_DELAY) >= dated.asAt) return { ...dated, notes: [] };
  const where = dated.asAtFrom === 'title' ? 'title' : 'name';
  return {
    asAt: latest,
    asAtFrom: 'last-day',
    notes: [
      `The file’s ${where} says ${showDate(dated.asAt)}, but no absence in it is later than ${latest === null ? 'that' : showDate(latest)}: what was lost since is taken as not known. Give the as-at date if nobody was away.`,
    ],
  };
}

/**
 * Reads a list of abstractions whole, and accounts for every row. Stores nothing.
 * @param input.dated the day that the file speaks of; null where nothing tells
 * @throws AppError import-rejected, or invalid-input when the order of dates is not known
 */
export async function readAbstractions(input: {
  fileName: string;
  reading: Reading;
  dated: AsAt | null;
  today: IsoDate;
  known: KnownCollars;
  pace: Pace;
}): Promise<AbstractionList> {
  const { fileName, reading, dated, today, known, pace } = input;
  const accounted = await accountFor<Read>({
    reading,
    keyOf: ({ abstraction }) => absenceOf(abstractionKey(abstraction)),
    referenceOf: ({ abstraction }) => `${abstraction.collar}, ${showDate(abstraction.from)}`,
    read: (row) => readAbstraction(row, known),
    pace,
  });
  requireRecords(accounted);
  const abstractions = accounted.records.map(({ abstraction }) => abstraction);
  const { asAt, asAtFrom, notes } = dateList(abstractions, dated, today);
  const lastDay = abstractions.map((one) => one.to).reduce((a, b) => (a > b ? a : b));
  const rest = { teams: [], quality: [], notes };
  const account = finishAccount(fileName, reading, { asAt: asAt ?? lastDay, asAtFrom }, accounted, rest);
  return { account, abstractions, asAt, toldOn: asAt ?? today };
}
