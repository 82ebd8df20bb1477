import { describe, expect, it } from 'vitest';
import { firstDayOf, isoDate, monthRange, Month } from '#shared/domain/dates.ts';
import {
  absenceCautions,
  absencesHeldTo,
  latestPast,
  monthsOfNoAbsence,
} from '#shared/planning/abstractions/held-to.ts';

const day = (text: string) => isoDate(text);
const span = (from: string, to: string) => ({ from: day(from), to: day(to) });
const asAt = day('2026-10-31');

describe('the latest day past that records tell of', () => {
  it('is the last day of what is over, and the first of what runs on', () => {
    const records = [span('2026-06-01', '2026-07-17'), span('2025-03-01', '2027-03-01')];
    expect(latestPast(records, asAt)).toBe('2026-07-17');
    expect(latestPast([...records, span('2026-10-05', '2026-12-04')], asAt)).toBe('2026-10-05');
  });

  it('is not known of records that all lie ahead', () => {
    expect(latestPast([span('2026-11-02', '2026-11-06')], asAt)).toBeNull();
  });
});

describe('the day up to which absence is held', () => {
  it('is told by the lists, whatever is recorded by hand beside them, and never lies after the snapshot', () => {
    const july = day('2026-07-17');
    expect(absencesHeldTo({ lists: july, byHand: day('2026-10-12') }, asAt)).toBe(july);
    expect(absencesHeldTo({ lists: day('2026-12-31'), byHand: null }, asAt)).toBe(asAt);
  });

  it('without a list is the end of the month of the latest record by hand', () => {
    expect(absencesHeldTo({ lists: null, byHand: day('2026-08-12') }, asAt)).toBe('2026-08-31');
    const cut = day('2026-08-20');
    expect(absencesHeldTo({ lists: null, byHand: day('2026-08-12') }, cut)).toBe(cut);
  });

  it('is the snapshot’s own day where nothing is held', () => {
    expect(absencesHeldTo({ lists: null, byHand: null }, asAt)).toBe(asAt);
  });

  it('is worth a word when it lies more than a month before the snapshot', () => {
    const cautions = (heldTo: string) =>
      absenceCautions({ abstractions: [], absencesHeldTo: day(heldTo), asAt });
    expect(cautions('2026-09-30')).toEqual([]);
    expect(cautions('2026-09-29')).toEqual([expect.stringContaining('held up to 29 Sep 2026 only')]);
  });
});

describe('a month in which no absence of anybody begins', () => {
  const months = monthRange(Month.parse('2025-11'), 12);
  const begun = (perMonth: number, without: readonly string[]) =>
    months
      .filter((month) => !without.includes(month))
      .flatMap((month) => Array.from({ length: perMonth }, () => ({ from: firstDayOf(month) })));

  it('is named where five or more begin in the others, since a list of it was most likely never loaded', () => {
    const abstractions = begun(5, ['2026-03', '2026-10']);
    expect(monthsOfNoAbsence(abstractions, asAt)).toEqual(['2026-03', '2026-10']);
    expect(absenceCautions({ abstractions, absencesHeldTo: asAt, asAt })).toEqual([
      expect.stringContaining('No absence of anybody begins in March 2026 and October 2026'),
    ]);
  });

  it('may be chance where fewer do', () => {
    expect(monthsOfNoAbsence(begun(4, ['2026-03']), asAt)).toEqual([]);
  });

  it('is not missed before the first month held or after the last', () => {
    expect(monthsOfNoAbsence(begun(9, ['2025-11', '2025-12', '2026-10']), day('2026-09-30'))).toEqual([]);
    expect(monthsOfNoAbsence([], asAt)).toEqual([]);
  });
});
