import { describe, expect, it } from 'vitest';
import type { LedgerRow } from '#shared/contract/abstractions.ts';
import { exampleReasons, type HoursByKind } from '#shared/domain/abstraction.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import {
  askedOf,
  draftOf,
  draftProblems,
  keyOfReason,
  newDraft,
  reasonChoices,
  sentDraft,
  withChange,
  withHours,
} from '../../../../renderer/features/abstractions/draft.ts';
import {
  ledgerInput,
  queueHeadline,
  reviewedWords,
  takenBackWords,
  reviewWords,
  rowFacts,
  traceLines,
} from '../../../../renderer/features/abstractions/ledger-model.ts';
import {
  awaySentence,
  calendarHeadline,
  cellHours,
  cellLabel,
  heldSentence,
  openingMonth,
  type Calendar,
} from '../../../../renderer/features/abstractions/model.ts';
import { month } from '../fixtures.ts';

const byKind = (changes: Partial<Record<keyof HoursByKind, number>> = {}): HoursByKind => ({
  leave: hours(changes.leave ?? 0),
  'long-leave': hours(changes['long-leave'] ?? 0),
  sickness: hours(changes.sickness ?? 0),
  training: hours(changes.training ?? 0),
  court: hours(changes.court ?? 0),
  'other-policing': hours(changes['other-policing'] ?? 0),
  other: hours(changes.other ?? 0),
});
const football = { group: 'Operational', activity: 'Football' };
const sickness = { group: 'Absence', activity: 'Sickness' };

const row = (changes: Partial<LedgerRow> = {}): LedgerRow => ({
  id: 1,
  collar: '8103',
  team: 'Harbour',
  from: isoDate('2026-11-03'),
  to: isoDate('2026-11-03'),
  hours: hours(8),
  ...football,
  detail: null,
  toOtherPolicing: true,
  kind: 'other-policing',
  startTime: null,
  isPlanned: true,
  requestedBy: null,
  approvedBy: null,
  source: 'recorded',
  recorded: { by: 'harris', at: '2026-11-04T08:00:00.000Z' },
  reviewed: null,
  removed: null,
  sameAs: [],
  isCounted: true,
  isReviewOverdue: false,
  ...changes,
});

describe('the calendar of a team', () => {
  const cell = {
    day: isoDate('2026-11-12'),
    hours: hours(8),
    kind: 'sickness' as const,
    toOtherPolicing: false,
    isReviewed: false,
    ids: [1],
  };
  const calendar: Calendar = {
    team: 'Harbour',
    heldTo: isoDate('2026-11-30'),
    month: month('2026-11'),
    days: [
      { day: isoDate('2026-11-11'), isWorkingDay: true, away: 1 },
      { day: isoDate('2026-11-12'), isWorkingDay: true, away: 2 },
    ],
    officers: [
      { collar: '8101', role: 'offender-manager', hours: hours(8), cells: [cell] },
      { collar: '8102', role: 'offender-manager', hours: hours(16), cells: [cell] },
      { collar: '8103', role: 'supervisor', hours: hours(0), cells: [] },
    ],
    hoursByKind: byKind({ sickness: 8, court: 16 }),
  };

  it('opens with the month it is, and with the snapshot’s where that is of another time', () => {
    const asAt = isoDate('2026-10-31');
    expect(openingMonth(null, asAt, isoDate('2026-11-25'))).toBe('2026-11');
    expect(openingMonth(null, asAt, isoDate('2026-12-02'))).toBe('2026-12');
    expect(openingMonth(null, asAt, isoDate('2029-05-01'))).toBe('2026-11');
    expect(openingMonth('2026-09', asAt, isoDate('2026-11-25'))).toBe('2026-09');
    expect(openingMonth('2026-19', asAt, isoDate('2026-11-25'))).toBe('2026-11');
  });

  it('says what is lost, the most first, and the day on which most are away', () => {
    expect(calendarHeadline(calendar)).toBe(
      '24\u00a0h are lost in November 2026: 16\u00a0h court and 8\u00a0h sickness.',
    );
    expect(awaySentence(calendar)).toBe('2 of 3 people are away on some day; most on Thu 12 Nov 2026: 2.');
    expect(awaySentence({ ...calendar, days: calendar.days.slice(0, 1) })).toBe(
      '2 of 3 people are away on some day.',
    );
  });

  it('says that nobody is away only of a month that is told of to its end', () => {
    const empty = { ...calendar, hoursByKind: byKind() };
    expect(calendarHeadline(empty)).toBe('Nobody is away in November 2026.');
    expect(heldSentence(empty)).toBeNull();
    const october = { ...empty, heldTo: isoDate('2026-10-31') };
    expect(calendarHeadline(october)).toBe('No absence is recorded in November 2026.');
    expect(heldSentence(october)).toBe(
      'Absence is held up to 31 Oct 2026 only; later absence may be missing.',
    );
    expect(heldSentence({ ...calendar, heldTo: isoDate('2026-11-12') })).toContain('up to 12 Nov 2026 only');
    expect(calendarHeadline({ ...empty, heldTo: null })).toBe('No absence is recorded in November 2026.');
    expect(heldSentence({ ...empty, heldTo: null })).toContain('not known');
  });

  it('names each square in full: who, when, what for, how long, and whether it was reviewed', () => {
    expect(cellLabel('8101', cell.day, cell)).toBe('8101, Thu 12 Nov 2026: Sickness, 8\u00a0h, not reviewed');
    expect(cellLabel('8101', cell.day, undefined)).toBe('8101, Thu 12 Nov 2026: nothing held');
    expect(
      cellLabel('8101', cell.day, { ...cell, toOtherPolicing: true, ids: [1, 2], isReviewed: true }),
    ).toBe('8101, Thu 12 Nov 2026: Sickness, 8\u00a0h, to other policing, 2 records, reviewed');
    expect([0.25, 7.4, 8].map(cellHours)).toEqual(['<1', '7', '8']);
  });
});

describe('an absence being written', () => {
  const day = isoDate('2026-11-03');
  const fresh = newDraft({ collar: '8103', day, reasons: exampleReasons, kept: null });
  const change = (changes: Parameters<typeof withChange>[1], from = fresh) =>
    withChange(from, changes, exampleReasons);

  it('can be sent as it opens, once the hours of the day are known', () => {
    expect(Object.keys(draftProblems(fresh))).toEqual(['hours']);
    expect(draftProblems(withHours(fresh, 8))).toEqual({});
    expect(sentDraft(withHours(fresh, 8))).toMatchObject({
      collar: '8103',
      from: day,
      to: day,
      hours: 8,
      startTime: null,
    });
  });

  it('keeps the reason and the names of the one before', () => {
    const kept = { reason: keyOfReason(football), requestedBy: 'Ops', approvedBy: 'DI' };
    const next = newDraft({ collar: '8103', day, reasons: exampleReasons, kept });
    expect(next).toMatchObject({ ...kept, toOtherPolicing: true, isPlanned: true });
  });

  it('takes what is usual from the reason', () => {
    expect(change({ reason: keyOfReason(football) })).toMatchObject({
      toOtherPolicing: true,
      isPlanned: true,
    });
    expect(change({ reason: keyOfReason(sickness) })).toMatchObject({
      toOtherPolicing: false,
      isPlanned: false,
    });
  });

  it('lets the last day follow the first, and the hours what the days hold, until they are typed', () => {
    const moved = change({ from: '2026-11-06' });
    expect(moved).toMatchObject({ from: '2026-11-06', to: '2026-11-06' });
    expect(withHours(moved, 5.92).hours).toBe('5.9');
    expect(withHours(change({ startTime: '13:00' }, moved), 8).hours).toBe('4');
    expect(change({ to: '2026-11-09' }, change({ startTime: '13:00' }, moved)).startTime).toBe('');
    const typed = change({ to: '2026-11-12' }, change({ hours: '10' }, moved));
    expect(withHours(typed, 40).hours).toBe('10');
    expect(change({ from: '2026-11-20' }, typed).to).toBe('2026-11-20');
  });

  it('leaves hours to be filled in where no day of it is worked, or where they were emptied', () => {
    expect(withHours(fresh, null).hours).toBe('');
    const emptied = change({ hours: '' }, change({ hours: '10' }));
    expect(withHours(emptied, 8).hours).toBe('');
    expect(withHours(change({ to: '2026-11-04' }, emptied), 16).hours).toBe('16');
  });

  it('is asked about once somebody is named and the days can be', () => {
    const to = '2026-11-08';
    expect(askedOf({ ...fresh, to })).toEqual({ collar: '8103', from: day, to });
    expect(askedOf(fresh, 7)).toMatchObject({ id: 7 });
    for (const half of [{ collar: ' ' }, { from: '' }, { from: '0002-11-03' }, { from: '2026-11-09' }])
      expect(askedOf({ ...fresh, to, ...half })).toBeNull();
  });

  it('says by field what is wrong, and is not sent', () => {
    const wrong = { ...fresh, collar: ' ', from: '', to: '', hours: '0' };
    expect(Object.keys(draftProblems(wrong)).sort()).toEqual(['collar', 'from', 'hours', 'to']);
    expect(draftProblems({ ...fresh, to: '2026-11-01' }).to).toBe('Before the first day');
    expect(sentDraft(wrong)).toBeNull();
  });

  it('leaves open what a record imported does not say of being planned', () => {
    const unsaid = draftOf(row({ isPlanned: null }));
    expect(sentDraft(unsaid)?.isPlanned).toBeNull();
    expect(sentDraft(change({ reason: keyOfReason(sickness) }, unsaid))?.isPlanned).toBeNull();
    expect(sentDraft(change({ isPlanned: true }, unsaid))?.isPlanned).toBe(true);
  });

  it('keeps a reason that the list has not any more', () => {
    const old = draftOf(row({ group: 'Operational', activity: 'Royal visit' }));
    const groups = reasonChoices(exampleReasons, old.reason);
    const operational = groups.find(({ group }) => group === 'Operational');
    expect(operational?.items.at(-1)).toEqual({ value: old.reason, label: 'Royal visit' });
    expect(sentDraft(old)).toMatchObject({ activity: 'Royal visit', hours: 8, toOtherPolicing: true });
  });
});

describe('the ledger and the review', () => {
  it('asks for what the address says, and for no more', () => {
    const search = new URLSearchParams('officer=8103&kind=court&from=2026-11-01&to=nonsense&state=reviewed');
    expect(ledgerInput(search, 'Harbour')).toEqual({
      limit: 500,
      team: 'Harbour',
      collar: '8103',
      kind: 'court',
      from: '2026-11-01',
      reviewed: true,
    });
    expect(ledgerInput(new URLSearchParams('state=removed&kind='), undefined)).toEqual({
      limit: 500,
      removed: true,
    });
  });

  it('says how a record stands', () => {
    const stamp = { by: 'harris', at: '2026-11-05T09:00:00.000Z' };
    expect(reviewWords(row())).toBe('not yet');
    expect(reviewWords(row({ isReviewOverdue: true }))).toBe('▲ overdue');
    expect(reviewWords(row({ reviewed: { ...stamp, note: '' } }))).toBe('by harris, 5 Nov 2026');
    const twin = { id: 8, hours: hours(8) };
    expect(reviewWords(row({ isCounted: false, sameAs: [{ ...twin, source: 'recorded' }] }))).toBe(
      'counts as the one recorded',
    );
    expect(reviewWords(row({ isCounted: false, sameAs: [{ ...twin, source: 'imported' }] }))).toBe(
      'counts as the newer list has it',
    );
    expect(reviewWords(row({ removed: { ...stamp, why: 'entered twice' } }))).toBe('taken out');
    const facts = new Map(
      rowFacts(row({ startTime: '09:00', reviewed: { ...stamp, note: 'agreed' } })).map((one) => [
        one.name,
        one.text,
      ]),
    );
    expect(facts.get('Days')).toBe('3 Nov 2026, from 09:00');
    expect(facts.get('Review')).toBe('by harris, 5 Nov 2026: agreed');
    expect(facts.has('Approved by')).toBe(false);
  });

  it('tells what became of a record, with what it said before', () => {
    const before = { from: isoDate('2026-11-03'), to: isoDate('2026-11-05'), hours: hours(24), ...sickness };
    expect(
      traceLines([
        { at: '2026-11-04T08:00:00.000Z', by: 'harris', what: 'recorded', before: null, note: null },
        { at: '2026-11-05T08:00:00.000Z', by: 'harris', what: 'ended', before, note: null },
        {
          at: '2026-11-05T09:00:00.000Z',
          by: 'lowe',
          what: 'review-taken-back',
          before: null,
          note: null,
        },
        { at: '2026-11-06T08:00:00.000Z', by: 'lowe', what: 'removed', before: null, note: 'twice' },
      ]),
    ).toEqual([
      'Recorded by harris on 4 Nov 2026',
      'Ended early by harris on 5 Nov 2026; before: Absence: Sickness, 3 Nov 2026 to 5 Nov 2026, 24\u00a0h',
      'Review taken back by lowe on 5 Nov 2026',
      'Taken out by lowe on 6 Nov 2026: twice',
    ]);
  });

  it('counts what waits and what waits too long', () => {
    const queue = { total: 74, overdue: 61, reviewDays: 28, rows: [] };
    expect(queueHeadline(queue)).toBe(
      '74 abstractions wait for a review, 61 of them longer than 28 days after the last day.',
    );
    expect(queueHeadline({ ...queue, total: 0, overdue: 0 })).toBe('Nothing waits for a review.');
    expect(reviewedWords({ reviewed: 1, leftAlone: 0 })).toBe('1 abstraction reviewed.');
    expect(reviewedWords({ reviewed: 2, leftAlone: 1 })).toMatch(/2 abstractions reviewed; 1 other had been/);
    expect(takenBackWords({ takenBack: 74, leftAlone: 0 })).toBe('74 reviews taken back.');
    expect(takenBackWords({ takenBack: 1, leftAlone: 2 })).toMatch(/^1 review taken back; 2 others had been/);
  });
});
