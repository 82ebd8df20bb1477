import { describe, expect, it } from 'vitest';
import { noBacklogChange } from '#shared/domain/backlog.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import { actionsTable, packHeadline, packSections, packSummary } from '#shared/planning/weekly/sections.ts';
import type { WeeklyBacklog, WeeklyPack, WeeklyTeam } from '#shared/domain/weekly-pack.ts';
import { action, pack, peak, team, visits } from './hand-made.ts';

const sections = (changes: Partial<WeeklyTeam> = {}) => {
  const own = team(changes);
  return packSections(own, pack(own));
};
const [high = { ...visits, risk: 'high' as const }] = visits.rows;
const moves = {
  planId: 3,
  asAt: isoDate('2026-09-30'),
  isStale: true,
  byDuty: [{ duty: 'visit', name: 'Visit', count: 4, hours: hours(28), catchUp: 1 }],
  listed: 4,
  hours: hours(28),
  missed: 2,
  cases: null,
};
const linesOf = (title: RegExp, changes: Partial<WeeklyTeam> = {}): string =>
  sections(changes)
    .filter((one) => title.test(one.title))
    .flatMap(({ lines }) => lines)
    .join(' ');

describe('a page of the weekly pack', () => {
  it('tells the months over capacity, and says when it is not known', () => {
    expect(linesOf(/Peaks/)).toBe(
      'Over capacity in 2 months of the 24 ahead: March 2027 (123\u00a0%) and April 2027 (102\u00a0%).',
    );
    expect(linesOf(/Peaks/, { peaks: [peak('2027-05', null)] })).toContain('May 2027 (nobody in post)');
    expect(linesOf(/Peaks/, { peaks: [] })).toBe('None of the 24 months ahead is over capacity.');
    expect(linesOf(/Peaks/, { peaks: null })).toContain('not known');
  });

  it('tells the months over capacity with the plan apart, those among them that only the plan fills', () => {
    const peaks = [peak('2027-03', 1.234, 0.88), peak('2027-04', 1.26, 1.02), peak('2027-05', 0.93, 1.04)];
    expect(linesOf(/Peaks/, { moves, peaks })).toBe(
      'As the work falls due, over capacity in 2 months of the 24 ahead: March 2027 (123\u00a0%, 88\u00a0% with the plan) and April 2027 (126\u00a0%, 102\u00a0% with the plan). ' +
        'With the accepted plan, over capacity in 2 months of the 24 ahead: April 2027 (102\u00a0%) and May 2027 (104\u00a0%, 93\u00a0% as the work falls due).',
    );
    expect(linesOf(/Peaks/, { moves, peaks: peaks.slice(0, 1) })).toContain(
      'With the accepted plan, over capacity in none of the 24 months ahead.',
    );
    expect(linesOf(/Peaks/, { moves, peaks: peaks.slice(2) })).toContain(
      'As the work falls due, over capacity in none of the 24 months ahead.',
    );
    const own = team({ moves, peaks });
    expect(packSummary(pack(own, team({ team: 'Moor' }))).rows.map(({ cells }) => cells.slice(2, 4))).toEqual(
      [
        [2, 2],
        [2, null],
        [4, null],
      ],
    );
  });

  it('has the matrix: a strong row a duty, its risk levels with something overdue, and the change since', () => {
    const matrix = sections()[1]?.table;
    expect(matrix?.columns.map(({ heading }) => heading)).toEqual([
      'Duty',
      'Risk',
      '1–7 days',
      '8–28 days',
      '29–90 days',
      'Over 90 days',
      'Overdue',
      'Cases owing one',
      'Share',
      'Since 30 Sep 2026',
    ]);
    expect(matrix?.rows).toEqual([
      { cells: ['Visit', 'All', 1, 2, 0, 0, 3, 40, '7.5\u00a0%', '−2'], isStrong: true },
      { cells: ['', 'High', 1, 2, 0, 0, 3, 10, '30.0\u00a0%', null], isStrong: false },
    ]);
    expect(linesOf(/Backlog/)).toBe(
      'Over the tolerance of 5\u00a0% of the cases owing one: Visit (7.5\u00a0%). Over it by risk: Visit, high (3 of 10). ' +
        '3 visits overdue, 2 fewer than on 30 Sep 2026: 3 fell due, 4 done and 1 left. ' +
        'The overdue work of offender managers takes 21\u00a0h; the capacity there is clears it by the end of December 2026.',
    );
  });

  it('says that it holds small counts, or withholds them and whatever would give them away', () => {
    const sharedAs = (handling: 'flag' | 'withhold', changes: Partial<WeeklyTeam> = {}) => {
      const own = team({ checks: [check], ...changes });
      const whole = { ...pack(own), smallCounts: { handling, below: 5 } };
      return { sections: packSections(own, whole), summary: packSummary(whole) };
    };
    const check = {
      key: 'pnd-age' as const,
      name: 'PND checks older than a year',
      about: '',
      isHeld: true,
      found: 2,
      of: 40,
      missing: 0,
      target: null,
    };
    const flagged = sharedAs('flag').sections;
    expect(flagged[1]?.lines.at(-1)).toBe(
      'Holds counts under 5, which can say who is meant: think before this goes beyond the team.',
    );
    expect(flagged[1]?.table).toEqual(sections()[1]?.table);

    const { sections: withheld, summary } = sharedAs('withhold');
    expect(withheld[1]?.table?.rows.map(({ cells }) => cells)).toEqual([
      ['Visit', 'All', '[c]', '[c]', 0, 0, '[c]', 40, null, null],
      ['', 'High', '[c]', '[c]', 0, 0, '[c]', 10, null, null],
    ]);
    expect(withheld[1]?.lines).toEqual([
      'Over the tolerance of 5\u00a0% of the cases owing one: Visit.',
      'The overdue work of offender managers is not told in hours; the capacity there is clears it by the end of December 2026.',
      '[c]: withheld, so that nothing tells counts under 5, which can say who is meant.',
    ]);
    expect(withheld[5]?.table?.rows[0]?.cells.slice(0, 4)).toEqual([check.name, '[c]', 40, 0]);
    // The sum of all teams, the other teams' counts taken off, would tell what Harbour withholds.
    expect(summary.rows.map(({ cells }) => cells[4])).toEqual(['[c]', '[c]']);
  });

  it('tells how a backlog changed by its parts only where none of them is small and withheld', () => {
    const wide = {
      ...visits,
      outstanding: 30,
      share: 0.2,
      owing: 150,
      bands: { ...visits.bands, '1-7': 10, '8-28': 20 },
      rows: [{ ...high, owing: 150, outstanding: 30, bands: { ...visits.bands, '1-7': 10, '8-28': 20 } }],
      before: {
        asAt: isoDate('2026-09-30'),
        outstanding: 28,
        change: { ...noBacklogChange, fellDue: 9, done: 7 },
      },
    };
    const withheld = (backlog: WeeklyBacklog): string | undefined => {
      const own = team({ backlog: [backlog] });
      const [, section] = packSections(own, {
        ...pack(own),
        smallCounts: { handling: 'withhold', below: 5 },
      });
      return section?.lines.find((line) => line.includes('overdue'));
    };
    expect(withheld(wide)).toBe('30 visits overdue, 2 more than on 30 Sep 2026: 9 fell due and 7 done.');
    const oneLeft = {
      ...wide,
      before: { ...wide.before, change: { ...wide.before.change, done: 6, left: 1 } },
    };
    expect(withheld(oneLeft)).toBe('30 visits overdue, 2 more than on 30 Sep 2026.');
    expect(withheld({ ...wide, before: { ...wide.before, outstanding: 4 } })).toMatch(/^The overdue work/);
  });

  it('tells the moves due, those missed, and that a plan is older than the newest snapshot', () => {
    expect(linesOf(/Moves due in November 2026/, { moves })).toBe(
      '4 visits, 1 of them to catch up: 28\u00a0h, by plan 3, made from the snapshot as at 30 Sep 2026; a newer one has been loaded since. 2 moves of earlier months not done.',
    );
    expect(linesOf(/Moves/, { moves: null })).toContain('No accepted plan');
    expect(linesOf(/Moves/, { moves: { ...moves, byDuty: [], listed: 0, missed: 0 } })).toContain(
      'Nothing is left to do this month',
    );
  });

  it('withholds small counts of moves and of sign-offs, and the hours and sums that would tell them', () => {
    const signOffs = { ...team().signOffs, waiting: 40, overLimit: 1 };
    const own = team({
      moves,
      signOffs: { ...signOffs, bySupervisor: [{ supervisor: '9001', waiting: 40, overLimit: 1 }] },
    });
    const whole: WeeklyPack = { ...pack(own), smallCounts: { handling: 'withhold', below: 5 } };
    const lines = (title: RegExp): string =>
      packSections(own, whole)
        .filter((section) => title.test(section.title))
        .flatMap((section) => section.lines)
        .join(' ');
    expect(lines(/Moves/)).toMatch(
      /^\[c\] visits, \[c\] of them to catch up: \[c\] hours, by plan 3.*\[c\] moves of/,
    );
    expect(lines(/Sign-offs/)).toMatch(/^\[c\] waiting, over a month or not\./);
    for (const title of [/Moves/, /Sign-offs/]) expect(lines(title)).toContain('counts under 5');
    expect(packSummary(whole).rows.map(({ cells }) => [cells[5], cells[7]])).toEqual([
      ['[c]', '[c]'],
      ['[c]', '[c]'],
    ]);
    const shown = { ...whole, smallCounts: { handling: 'show' as const, below: 5 } };
    expect(packSummary(shown).rows[0]?.cells[5]).toBe(4);
  });

  it('tells abstractions to review and regular ones, and sign-offs by supervisor', () => {
    const regular = {
      key: 'k',
      level: 'officer' as const,
      collar: '3001',
      group: 'Operational',
      activity: 'Football',
      rule: 'weekday' as const,
      weekday: 5,
      times: 13,
      of: 52,
      hours: hours(104),
    };
    expect(linesOf(/Abstractions/, { abstractions: { toReview: 4, overdue: 1, regular: [regular] } })).toBe(
      '4 abstractions to review, 1 of them more than 28 days after the last day. ' +
        '1 regular one: 3001, Operational: Football, on Fridays in 13 of 52 weeks.',
    );
    const signOffs = {
      waiting: 9,
      overLimit: 3,
      bySupervisor: [
        { supervisor: '199', waiting: 5, overLimit: 2 },
        { supervisor: null, waiting: 4, overLimit: 1 },
      ],
      untold: ['ARMS'],
    };
    expect(linesOf(/Sign-offs/, { signOffs })).toBe(
      '3 sign-offs over a month (199: 2, no supervisor named: 1); 9 waiting in all. The snapshot holds no sign-off of ARMS: not counted.',
    );
  });

  it('names no case unless the moves do', () => {
    expect(sections().map(({ title }) => title)).toEqual([
      'Peaks ahead',
      'Backlog by risk and lateness',
      'Moves due in November 2026',
      'Abstractions',
      'Sign-offs over a month',
      'Practice checks',
    ]);
    expect(JSON.stringify(sections())).not.toContain('reference');
  });
});

describe('the page of all teams', () => {
  it('has a row a team and their sums, and does not take what is not known for nothing', () => {
    const closed = action({ id: 2, closedOn: isoDate('2026-11-24') });
    const moor = team({
      team: 'Moor',
      cases: 9,
      peaks: null,
      abstractions: { toReview: 4, overdue: 4, regular: [] },
      actions: [closed],
    });
    const { columns, rows } = packSummary(pack(team(), moor));
    expect(columns.map(({ heading }) => heading)).toEqual([
      'Team',
      'Cases',
      'Months over capacity',
      'With the plan',
      'Overdue',
      'Moves due in November 2026',
      'Abstractions to review',
      'Sign-offs over a month',
      'Open actions',
    ]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['Harbour', 41, 2, null, 3, null, 0, 0, 1],
      ['Moor', 9, null, null, 3, null, 4, 0, 0],
      ['All', 50, null, null, 6, null, 4, 0, 1],
    ]);
  });
});

describe('actions of the pack', () => {
  it('show their owner, day and state; the headline counts those overdue', () => {
    const late = action({ id: 2, due: isoDate('2026-11-20'), isOverdue: true });
    const closed = action({ id: 3, closedOn: isoDate('2026-11-24'), closedNote: 'Cover agreed' });
    const { rows } = actionsTable([late, action(), closed]);
    expect(rows.map(({ cells }) => cells.at(-1))).toEqual([
      'overdue',
      'open',
      'closed 24 Nov 2026: Cover agreed',
    ]);
    expect(rows[1]?.cells).toEqual([
      'Ask for cover in March',
      'Sgt 3010',
      '2 Dec 2026',
      '25 Nov 2026',
      'open',
    ]);
    expect(packHeadline(pack(team({ actions: [late, closed] })))).toBe(
      'As at 31 Oct 2026, made on 25 Nov 2026: 1 team, 41 cases, 1 action overdue.',
    );
  });
});
