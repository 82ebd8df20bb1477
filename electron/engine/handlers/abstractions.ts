/** The ledger and calendar of abstractions, and recording, editing, ending and taking out. */
import type { LedgerRow } from '#shared/contract/abstractions.ts';
import type { Parsed } from '#shared/contract/registry.ts';
import type { Abstraction } from '#shared/domain/abstraction.ts';
import { daysBetween, firstDayOf, lastDayOf, showDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import { abstractionCalendar } from '#shared/planning/abstractions/calendar.ts';
import { hoursUntil } from '#shared/planning/abstractions/days.ts';
import type { HandlersOf, Tools } from '../context.ts';
import { AppError } from '../errors.ts';
import { abstractionKey } from '../import/abstractions.ts';
import {
  countRecords,
  findRecord,
  findRecords,
  insertRecord,
  removeRecord,
  updateRecord,
  type Filter,
  type StoredRecord,
  type Written,
} from '../store/abstraction-records.ts';
import { readTrace, type Stamp } from '../store/abstraction-traces.ts';
import { readAbsencesToldTo } from '../store/abstractions.ts';
import { readPeople } from '../store/rosters.ts';
import type { Store } from '../store/store.ts';
import {
  absencesOf,
  allAbsences,
  ledgerRows,
  peopleOfTeam,
  readCountedWithin,
  reasonsOfKinds,
} from './abstraction-facts.ts';
import { requireTeam } from './situation.ts';
import { todayOf } from './today.ts';

const PAGE_SIZE = 200;
const HOURS_A_DAY = 24;

type Asked = Pick<
  Parsed<'abstractions.list'>,
  'team' | 'collar' | 'from' | 'to' | 'kind' | 'source' | 'offset' | 'limit'
>;

/** What is asked for in the words of the store. */
export async function filterOf(store: Store, asked: Asked): Promise<Omit<Filter, 'removed'>> {
  const { team, collar, kind, from, to, source } = asked;
  const people = team === undefined ? null : (await requireTeam(store, team)).name;
  const ofTeam =
    people === null ? undefined : peopleOfTeam(await readPeople(store), people).map((one) => one.collar);
  const collars = collar === undefined ? ofTeam : (ofTeam ?? [collar]).filter((one) => one === collar);
  const reasons = kind === undefined ? undefined : await reasonsOfKinds(store, [kind]);
  return { collars, from, to, source, reasons };
}

export const pageOf = ({ offset, limit }: Asked): { offset: number; limit: number } => ({
  offset: offset ?? 0,
  limit: limit ?? PAGE_SIZE,
});

export const stampOf = ({ engine }: Tools): Stamp => ({ by: engine.user, at: engine.now().toISOString() });

async function requireRecord(store: Store, id: number): Promise<StoredRecord> {
  const record = await findRecord(store, id);
  if (!record) throw new AppError('not-found', 'This abstraction is not held any more.');
  if (record.removed)
    throw new AppError(
      'conflict',
      `This abstraction was taken out by ${record.removed.by} (${record.removed.why}). Record it anew if it did happen.`,
    );
  return record;
}

/** What the shape alone cannot say. */
async function checkWritten(store: Store, one: Written, ownId: number | null): Promise<void> {
  const refuse = (message: string): never => {
    throw new AppError('invalid-input', message);
  };
  if (one.to < one.from)
    refuse(`The last day (${showDate(one.to)}) lies before the first (${showDate(one.from)}).`);
  if (one.startTime !== null && one.from !== one.to)
    refuse('A start time is for a part of one day. Leave it out, or give one day.');
  const most = (daysBetween(one.from, one.to) + 1) * HOURS_A_DAY;
  if (one.hours > most)
    refuse(`${String(one.hours)} hours do not fit into these days: at most ${String(most)}.`);
  const people = await readPeople(store);
  if (people.length > 0 && !people.some(({ collar }) => collar === one.collar))
    refuse(`No staff list names “${one.collar}”. Check the number, or import the staff list that has it.`);
  const near = await findRecords(store, {
    collars: [one.collar],
    from: one.from,
    to: one.to,
    reasons: [one],
    source: 'recorded',
    removed: false,
  });
  const twin = near.find(
    (other) =>
      other.id !== ownId &&
      other.from === one.from &&
      other.to === one.to &&
      other.startTime === one.startTime,
  );
  if (twin)
    throw new AppError('conflict', 'The very same abstraction is recorded already. Edit that one instead.', {
      id: twin.id,
    });
}

async function rowOf(id: number, { store, engine }: Tools): Promise<{ row: LedgerRow }> {
  const record = await requireRecord(store, id);
  const [row] = await ledgerRows(store, engine, [record], await absencesOf(store, [record.collar]));
  if (!row) throw new Error('A record just written was expected to be there.');
  return { row };
}

const importKeyOf = (record: StoredRecord): string | null =>
  record.source === 'imported' ? abstractionKey(record satisfies Abstraction) : null;

type Names =
  | 'abstractions.list'
  | 'abstractions.calendar'
  | 'abstractions.trace'
  | 'abstractions.record'
  | 'abstractions.edit'
  | 'abstractions.end'
  | 'abstractions.remove';

export const abstractionHandlers: HandlersOf<Names> = {
  async 'abstractions.list'(input, { store, engine }) {
    const filter = {
      ...(await filterOf(store, input)),
      reviewed: input.reviewed,
      removed: input.removed ?? false,
    };
    const { total, hours: lost } = await countRecords(store, filter);
    const records = await findRecords(store, filter, pageOf(input));
    return {
      total,
      hours: hours(lost),
      rows: await ledgerRows(store, engine, records, await allAbsences(store)),
    };
  },

  async 'abstractions.calendar'({ team, month }, { store, engine }) {
    const { name } = await requireTeam(store, team);
    const people = peopleOfTeam(await readPeople(store), name);
    const period = { from: firstDayOf(month), to: lastDayOf(month) };
    const abstractions = await readCountedWithin(store, period);
    const heldTo = await readAbsencesToldTo(store, todayOf(engine));
    return { team: name, heldTo, ...abstractionCalendar({ people, abstractions, month }) };
  },

  async 'abstractions.trace'({ id }, { store }) {
    if (!(await findRecord(store, id)))
      throw new AppError('not-found', 'This abstraction is not held any more.');
    return readTrace(store, id);
  },

  async 'abstractions.record'(input, tools) {
    await checkWritten(tools.store, input, null);
    return rowOf(await insertRecord(tools.store, input, stampOf(tools)), tools);
  },

  async 'abstractions.edit'({ id, ...input }, tools) {
    const before = await requireRecord(tools.store, id);
    await checkWritten(tools.store, input, id);
    const stamp = { ...stampOf(tools), importKey: importKeyOf(before) };
    await updateRecord(tools.store, before, input, 'edited', stamp);
    return rowOf(id, tools);
  },

  async 'abstractions.end'({ id, to, hours: given }, tools) {
    const before = await requireRecord(tools.store, id);
    if (to < before.from || to >= before.to)
      throw new AppError(
        'invalid-input',
        `An early end lies between ${showDate(before.from)} and the day before ${showDate(before.to)}; found ${showDate(to)}.`,
      );
    const lost = given ?? hours(Math.round(hoursUntil(before, to) * 100) / 100);
    const ended = { ...before, to, hours: lost };
    await checkWritten(tools.store, ended, id);
    const stamp = { ...stampOf(tools), importKey: importKeyOf(before) };
    await updateRecord(tools.store, before, ended, 'ended', stamp);
    return rowOf(id, tools);
  },

  async 'abstractions.remove'({ id, why }, tools) {
    await requireRecord(tools.store, id);
    await removeRecord(tools.store, id, why, stampOf(tools));
    return {};
  },
};
