/** Abstraction records from a duty system: one row per absence. */
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { Abstraction } from '#shared/domain/abstraction.ts';
import { hours } from '#shared/domain/units.ts';
import { accountFor, type RowReader } from './account.ts';
import { finishAccount, requireRecords } from './finish.ts';
import type { Pace } from './pace.ts';
import type { Reading } from './reading.ts';
import * as values from './values.ts';
import * as vocabularies from './vocabularies.ts';

const MAX_TEXT = 120;
const MAX_DETAIL = 300;

export type AbstractionList = { account: ImportAccount; abstractions: Abstraction[] };

/** Records belong to officers, who have the team; this satisfies what every account asks of a record. */
type Read = { team: string; abstraction: Abstraction };

const shortText =
  (most: number) =>
  (text: string): string | null =>
    text.length <= most ? text : null;

/** An abstraction without a number, a day, hours or a reason says nothing that could be counted. */
function readAbstraction(row: RowReader): { record: Read } | { rejected: string } {
  const collarText = row.text('collar');
  const collar = collarText === null ? null : values.readCollar(collarText);
  if (collar === null)
    return { rejected: collarText === null ? 'no collar number' : 'no collar number: names are not stored' };
  const from = row.date('from');
  if (from === null) return { rejected: 'no first day that can be read' };
  const to = row.date('to') ?? from;
  if (to < from) return { rejected: 'the last day lies before the first' };
  const lost = row.value('hours', values.readHours, 'hours such as 8 or 7:30');
  if (lost === null) return { rejected: 'no hours that can be read' };
  const group = row.value('group', shortText(MAX_TEXT), 'a short reason');
  if (group === null) return { rejected: 'no reason' };
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
  return { record: { team: '', abstraction } };
}

/** What makes two records the same absence. */
export const abstractionKey = (one: Abstraction): string =>
  JSON.stringify([one.collar, one.from, one.to, one.hours, one.group, one.activity, one.toOtherPolicing]);

/**
 * Reads a list of abstractions whole, and accounts for every row. It speaks of no single day: its as-at date is
 * the last day recorded. Stores nothing.
 * @throws AppError import-rejected, or invalid-input when the order of dates is not known
 */
export async function readAbstractions(input: {
  fileName: string;
  reading: Reading;
  pace: Pace;
}): Promise<AbstractionList> {
  const { fileName, reading, pace } = input;
  const accounted = await accountFor<Read>({
    reading,
    keyOf: ({ abstraction }) => abstractionKey(abstraction),
    read: readAbstraction,
    pace,
  });
  requireRecords(accounted);
  const abstractions = accounted.records.map(({ abstraction }) => abstraction);
  const asAt = abstractions.map((one) => one.to).reduce((a, b) => (a > b ? a : b));
  const dated = { asAt, asAtFrom: 'last-day' as const };
  const rest = { teams: [], quality: [] };
  return { account: finishAccount(fileName, reading, dated, accounted, rest), abstractions };
}
