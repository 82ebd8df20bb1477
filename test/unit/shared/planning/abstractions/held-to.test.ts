import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import { absencesHeldTo, heldToCaution, latestPast } from '#shared/planning/abstractions/held-to.ts';

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
    expect(heldToCaution(day('2026-09-30'), asAt)).toBeNull();
    expect(heldToCaution(day('2026-09-29'), asAt)).toContain('held up to 29 Sep 2026 only');
  });
});
