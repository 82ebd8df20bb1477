/** What is known of a person's days before an absence is recorded on them. */
import { LONGEST_DAYS } from '#shared/contract/abstractions.ts';
import { daysBetween } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import { contractedWithin } from '#shared/planning/abstractions/within-contract.ts';
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { findRecords } from '../store/abstraction-records.ts';
import { readPeople } from '../store/rosters.ts';
import { readStandards } from '../store/standards.ts';
import { absencesOf } from './abstraction-facts.ts';

export const abstractionProposalHandlers: HandlersOf<'abstractions.propose'> = {
  async 'abstractions.propose'({ collar, from, to, id: own }, { store }) {
    const days = daysBetween(from, to) + 1;
    if (days < 1 || days > LONGEST_DAYS)
      throw new AppError(
        'invalid-input',
        `Expected 1 to ${String(LONGEST_DAYS)} days from the first to the last; found ${String(days)}. Check the years.`,
      );
    const person = (await readPeople(store)).find((one) => one.collar === collar);
    const { assumptions } = await readStandards(store);
    const held = person ? contractedWithin(person, { from, to }, assumptions) : 0;
    const { same, uncounted } = await absencesOf(store, [collar]);
    const mine = new Set(own === undefined ? [] : [own, ...(same.get(own) ?? []).map(({ id }) => id)]);
    const records = await findRecords(store, { collars: [collar], from, to, removed: false });
    const overlaps = records
      .filter(({ id }) => !mine.has(id) && !uncounted.has(id))
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id - b.id))
      .map(({ id, from, to, group, activity }) => ({ id, from, to, group, activity }));
    return { hours: held > 0 ? hours(held) : null, overlaps };
  },
};
