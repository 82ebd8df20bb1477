import { describe, expect, it } from 'vitest';
import type { SnapshotDifference } from '#shared/contract/changes.ts';
import type { Snapshot } from '#shared/contract/imports.ts';
import type { RollbackPreview } from '#shared/contract/snapshots.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import { isoDate, monthOf } from '#shared/domain/dates.ts';
import { compareSnapshots } from '#shared/planning/changes/changes.ts';
import {
  caseSum,
  choiceTitle,
  dueWords,
  farApart,
  headline,
  readChoice,
  whatChanged,
  workSentence,
} from '../../../../renderer/features/changes/model.ts';
import { rollbackConsequences, standingPlans } from '../../../../renderer/features/import/model.ts';
import { caseOf, dutyState, standardsOf } from '../../../fixtures/records.ts';

const held = (id: number, asAt: string, cases = 4): Snapshot => ({
  id,
  asAt: isoDate(asAt),
  fileName: `caseload-${asAt}.csv`,
  importedAt: `${asAt}T09:00:00.000Z`,
  cases,
  purgedAt: null,
});
const [october, september, august] = [
  held(3, '2026-10-31'),
  held(2, '2026-09-30'),
  held(1, '2026-08-31'),
] as const;
const duties = [{ key: 'visit', name: 'Visit' }];

function difference(from: CaseRecord[], to: CaseRecord[], team: string | null = null): SnapshotDifference {
  const input = {
    fromAsAt: september.asAt,
    toAsAt: october.asAt,
    standards: standardsOf(['visit']),
    unassessedAs: 'medium' as const,
  };
  const { force, teams } = compareSnapshots(from, to, input);
  const own = teams.filter((one) => one.team === team);
  return {
    from: september,
    to: october,
    totals: own[0] ?? force,
    teams: team === null ? teams : own,
    duties,
  };
}

const ended = { notificationEnd: isoDate('2026-10-10'), indefinite: false };
const visit = (lastDone: string, due: string | null) => ({ duties: [dutyState('visit', lastDone, due)] });
const from = [
  caseOf('A', ended),
  caseOf('B'),
  caseOf('C', { risk: 'high', ...visit('2026-04-10', '2026-10-10') }),
  caseOf('D', visit('2026-04-10', '2026-10-10')),
];
const to = [
  caseOf('C', { risk: 'low', ...visit('2026-10-09', '2027-04-09') }),
  caseOf('D', { team: 'Moor', ...visit('2026-04-10', '2026-10-10') }),
  caseOf('E'),
];

describe('the two snapshots compared', () => {
  it('more than a month apart are said to hide work done more than once', () => {
    expect(farApart({ from: september, to: october })).toBeNull();
    expect(farApart({ from: august, to: october })).toContain('last done');
  });
});

describe('what changed, in short', () => {
  it('is a sentence of figures', () => {
    expect(headline(difference(from, to))).toBe(
      'Since 30 Sep 2026: 1 joined, 2 left (1 explained by its notification end), 1 changed risk.',
    );
    expect(headline(difference(to, to))).toBe('Since 30 Sep 2026: 0 joined, none left, 0 changed risk.');
    expect(headline(difference([caseOf('A', ended)], []))).toContain(
      '1 left (all explained by their notification end)',
    );
  });
  it('of the work done and outstanding', () => {
    expect(workSentence(difference(from, to))).toBe(
      '1 piece of work done: 1 on time. Still outstanding: Visit 1.',
    );
    expect(workSentence(difference([], []))).toBeNull();
  });
  it('is a sum that a reader can check, for the force and for a team', () => {
    for (const team of [null, 'Harbour', 'Moor']) {
      const parts = caseSum(difference(from, to, team));
      const end = parts.at(-1)?.count;
      const sum = parts
        .slice(0, -1)
        .reduce((total, { count, sign }) => total + (sign === '−' ? -count : count), 0);
      expect(sum).toBe(end);
    }
    expect(caseSum(difference(from, to)).map(({ label }) => label)).toEqual([
      'cases 30 Sep 2026',
      'joined',
      'left',
      'cases 31 Oct 2026',
    ]);
  });
});

describe('the cases behind a figure', () => {
  const { totals } = difference(from, to);
  it('are those of the address, else those that left', () => {
    const search = new URLSearchParams('figure=done-late&duty=visit&of=Moor');
    expect(readChoice(search, totals)).toEqual({ figure: 'done-late', duty: 'visit', team: 'Moor' });
    expect(readChoice(new URLSearchParams('figure=nonsense'), totals).figure).toBe('left');
    expect(readChoice(new URLSearchParams(), difference([], [caseOf('A')]).totals).figure).toBe('joined');
  });
  it('stand under what they are', () => {
    expect(choiceTitle({ figure: 'done-late', duty: 'visit', team: 'Moor' }, duties)).toBe(
      'Visit: done late, Moor',
    );
    expect(choiceTitle({ figure: 'vanished', duty: null, team: null }, duties)).toBe('Left, unexplained');
  });
  it('say what changed', () => {
    const { changes } = compareSnapshots(from, to, {
      fromAsAt: september.asAt,
      toAsAt: october.asAt,
      standards: standardsOf(['visit']),
      unassessedAs: 'medium',
    });
    expect(changes.map((one) => [one.reference, whatChanged(one, duties)])).toEqual([
      ['A', 'Notification ended 10 Oct 2026'],
      ['B', 'Unexplained: no notification end held'],
      ['C', 'High → Low'],
      ['C', 'Done on time'],
      ['D', 'Harbour → Moor'],
      ['D', 'Still outstanding'],
      ['E', 'Not in the earlier snapshot'],
    ]);
    expect(changes.filter(({ duty }) => duty !== null).map(dueWords)).toEqual([
      '10 Oct 2026 → 9 Apr 2027',
      '10 Oct 2026',
    ]);
  });
});

describe('what goes with a snapshot that is rolled back', () => {
  const preview = (changes: Partial<RollbackPreview>): RollbackPreview => ({
    snapshot: october,
    isNewest: true,
    newestAfter: september,
    plans: [],
    teams: [],
    ...changes,
  });
  const plan = (team: string, undoneAt: string | null): RollbackPreview['plans'][number] => ({
    id: 1,
    snapshotId: 3,
    asAt: october.asAt,
    team,
    acceptedAt: '2026-11-01T09:00:00.000Z',
    undoneAt,
    inForce: undoneAt === null,
    isStale: false,
    lastMonth: monthOf(october.asAt),
    isOver: false,
    peakBefore: 1.2,
    peakAfter: 0.9,
    moves: 3,
    isPurged: false,
    note: '',
  });

  it('is told: cases, plans by team, what is then the newest, teams', () => {
    const full = preview({
      plans: [plan('Moor', null), plan('Harbour', null), plan('Harbour', '2026-11-02T09:00:00.000Z')],
      teams: ['Moor'],
    });
    expect(standingPlans(full)).toHaveLength(2);
    const text = rollbackConsequences(full).join('\n');
    expect(text).toContain('4 cases');
    expect(text).toContain('2 accepted plans (Harbour and Moor) rest on it');
    expect(text).toContain('1 undone plan');
    expect(text).toContain('then rest on 30 Sep 2026');
    expect(text).toContain('Nothing else speaks of Moor');
  });

  it('of an older one, and of the only one', () => {
    expect(rollbackConsequences(preview({ isNewest: false })).join()).toContain('It is not the newest');
    expect(rollbackConsequences(preview({ newestAfter: null })).join()).toContain('no caseload is left');
  });
});
