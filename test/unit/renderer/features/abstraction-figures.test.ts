import { describe, expect, it } from 'vitest';
import type { AbstractionRates } from '#shared/contract/abstraction-figures.ts';
import {
  defaultAbstractionSettings,
  type HoursByKind,
  type RegularFinding,
} from '#shared/domain/abstraction.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import {
  aheadLines,
  differenceWords,
  rateDrawing,
  ratesFinding,
  ratesNotes,
} from '../../../../renderer/features/abstractions/capacity-model.ts';
import {
  effectFinding,
  forceFinding,
  occurrencesSentence,
  overdueOf,
  toldMonths,
  type TeamEffect,
} from '../../../../renderer/features/abstractions/effect-model.ts';
import {
  chanceWords,
  dismissedWords,
  findingTitle,
  lookedUpTo,
  newestDates,
  regularHeadline,
  thresholdWords,
} from '../../../../renderer/features/abstractions/regular-model.ts';
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

describe('regular abstractions', () => {
  const finding = (changes: Partial<RegularFinding> = {}): RegularFinding => ({
    key: 'k',
    level: 'officer',
    team: 'Harbour',
    collar: '8103',
    ...football,
    kind: 'other-policing',
    rule: 'weekday',
    weekday: 6,
    times: 24,
    of: 52,
    needed: 13,
    chance: 0.00001,
    dates: ['2026-10-03', '2026-10-10', '2026-10-17', '2026-10-24'].map(isoDate),
    hours: hours(192),
    dismissed: null,
    ...changes,
  });

  it('are titled by who, what for and how regularly', () => {
    expect(findingTitle(finding())).toBe('8103, Operational: Football, on 24 Saturdays of 52 weeks');
    const ofTeam = finding({ level: 'team', collar: null, rule: 'window', weekday: null, times: 9, of: 90 });
    expect(findingTitle(ofTeam)).toBe('The team Harbour, Operational: Football, 9 times within 90 days');
  });

  it('show their newest date and how rare they are by chance', () => {
    expect(newestDates(finding())).toBe('24 Oct 2026 and 3 more');
    expect([0.00001, 0.025, null].map(chanceWords)).toEqual(['under 1 in 1,000', '1 in 40', 'not asked']);
  });

  it('are counted apart from those set aside, each with its reason', () => {
    const dismissed = { by: 'lowe', at: '2026-10-20T09:00:00.000Z', why: 'on the rota', since: 1 };
    const aside = finding({ dismissed });
    const ofTeam = finding({ level: 'team', collar: null, times: 30, hours: hours(348) });
    expect(regularHeadline([finding(), ofTeam, aside])).toBe(
      '2 regular abstractions: 1 of officers and 1 of teams. Most hours: the team Harbour, Operational: Football, on 30 Saturdays of 52 weeks, 348\u00a0h. 1 finding is set aside.',
    );
    expect(regularHeadline([])).toBe('No abstraction is regular.');
    expect(dismissedWords(aside)).toBe('Set aside by lowe on 20 Oct 2026: on the rota. 1 date since.');
  });

  it('say what was looked for, up to which day', () => {
    const [from, asAt] = [isoDate('2025-11-26'), isoDate('2026-11-25')];
    expect(thresholdWords(defaultAbstractionSettings, from, asAt)).toBe(
      'Looked for from 26 Nov 2025 to 25 Nov 2026: one reason at least 6 times within 90 days, or on one weekday in at least 6 of 52 weeks, and so rare by chance that at most 1 in 20 chance-made rosters shows any.',
    );
    expect(lookedUpTo(isoDate('2026-10-31'), asAt)).toBe(asAt);
    expect(lookedUpTo(isoDate('2024-10-31'), asAt)).toBe('2024-10-31');
  });
});

describe('assumed against actual', () => {
  const rates: AbstractionRates = {
    team: 'Harbour',
    asAt: isoDate('2026-10-31'),
    months: [
      {
        month: month('2026-09'),
        contracted: hours(1000),
        lost: hours(120),
        lostByKind: byKind({ sickness: 120 }),
        assumed: 0.1,
        actual: 0.12,
      },
      {
        month: month('2026-10'),
        contracted: hours(1000),
        lost: hours(60),
        lostByKind: byKind({ sickness: 60 }),
        assumed: 0.1,
        actual: 0.06,
      },
    ],
    shares: [
      { of: 'leave', assumed: 0.1, actual: null },
      { of: 'sickness', assumed: 0.1, actual: 0.09 },
    ],
    assumed: 0.2,
    assumedOfHeld: 0.1,
    actual: 0.09,
    ahead: [
      {
        month: month('2026-11'),
        known: byKind({ sickness: 10 }),
        expected: byKind({ sickness: 40, court: 5 }),
      },
    ],
    restsOnMonths: 12,
    warnings: [],
    unconfirmed: [],
  };

  it('is said over the kinds that records are held of, and what is left out is named', () => {
    expect(ratesFinding(rates)).toBe(
      'Over 2 months, 9.0\u00a0% of contracted hours were lost; 10.0\u00a0% is assumed',
    );
    expect(ratesNotes(rates).join(' ')).toMatch(/^No record of leave is held: .* 20.0\u00a0% is assumed\./);
    expect(ratesFinding({ ...rates, actual: null })).toMatch(/not known$/);
    expect(rates.shares.map(differenceWords)).toEqual(['not known', '1.0 points fewer']);
  });

  it('is drawn in hours, months over what is assumed marked', () => {
    const { marks, lines, stacks } = rateDrawing(rates);
    expect(marks.map(({ note, isOver }) => [note, isOver])).toEqual([
      ['12', true],
      ['6', false],
    ]);
    expect(lines[0]?.values).toEqual([100, 100]);
    expect(stacks.map(({ key }) => key)).toEqual(['sickness']);
  });

  it('adds up what is known and expected to what capacity takes off', () => {
    expect(aheadLines(rates).lines.map(({ name, values }) => [name, values[0]])).toEqual([
      ['Known: sickness', '10'],
      ['Expected: sickness', '40'],
      ['Expected: court', '5'],
      ['= Taken off capacity', '55'],
    ]);
  });
});

describe('the effect of lost hours', () => {
  const effect: TeamEffect = {
    team: 'Harbour',
    months: [
      {
        month: month('2026-09'),
        lost: hours(50),
        byKind: byKind({ court: 50 }),
        toOtherPolicing: hours(0),
        occurrences: 6.5,
        fellOverdue: null,
        fellOverdueNext: 3,
      },
      {
        month: month('2026-10'),
        lost: hours(50),
        byKind: byKind({ 'other-policing': 50 }),
        toOtherPolicing: hours(50),
        occurrences: 6.5,
        fellOverdue: 3,
        fellOverdueNext: null,
      },
    ],
    total: hours(100),
    hoursPerOccurrence: hours(5),
    together: [],
  };

  it('is said with the sum that turns hours into work', () => {
    expect(effectFinding(effect)).toBe(
      'Harbour lost 100\u00a0h in 2 months, 50\u00a0h of them to other policing',
    );
    expect(occurrencesSentence(effect, 0.65)).toBe(
      'At 65\u00a0% of time meant for scheduled duties and 5\u00a0h a piece of work on average, these hours would have done about 13 pieces of work.',
    );
    expect(occurrencesSentence({ ...effect, hoursPerOccurrence: null }, 0.65)).toMatch(/cannot be told/);
  });

  it('is summed over teams, the one that lost most named', () => {
    const other = { ...effect, team: 'Moorland', total: hours(40) };
    expect(forceFinding([other, effect])).toBe(
      'All teams lost 140\u00a0h in 2 months, 100\u00a0h of them to other policing; Harbour lost most, 100\u00a0h.',
    );
    expect(forceFinding([])).toMatch(/^No hours/);
  });

  it('counts overdue work only of months that are known', () => {
    expect([overdueOf(effect), toldMonths(effect)]).toEqual([3, 1]);
    const untold = { ...effect, months: effect.months.slice(0, 1) };
    expect([overdueOf(untold), toldMonths(untold)]).toEqual([null, 0]);
  });
});
