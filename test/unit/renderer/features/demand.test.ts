import { describe, expect, it } from 'vitest';
import { hours } from '#shared/domain/units.ts';
import {
  capacityLine,
  dutySeries,
  finding,
  monthSentence,
  openingMonth,
  overlaidSentence,
  planSaid,
  readMonth,
  tableLines,
  teamOf,
} from '../../../../renderer/features/demand/model.ts';
import { joinersSaid, withJoiners } from '../../../../renderer/features/demand/joiners.ts';
import { demand, planned, team } from '../fixtures.ts';

const plymouth = team('Plymouth', [0.8, 1.23, 1.05]);
const force = demand([plymouth]);
const blind = demand([plymouth], { rosterAsAt: null });
const inHours = { measure: 'hours' as const, isPlanned: false };

describe('whose demand is shown', () => {
  it('is the force’s without a team, and nobody’s for an unknown one', () => {
    expect(teamOf(force, undefined)?.team).toBeNull();
    expect(teamOf(force, 'Plymouth')).toBe(plymouth);
    expect(teamOf(force, 'Nowhere')).toBeUndefined();
  });
});

describe('the finding', () => {
  it('names the months over capacity', () => {
    expect(finding(force, plymouth, false)).toBe(
      'Plymouth is over capacity in December 2026 and January 2027',
    );
  });

  it('names the fullest month when none is over', () => {
    expect(finding(force, team('Exeter', [0.5, 0.9, 0.6]), false)).toBe(
      'Exeter is within capacity in all 3 months; the fullest is December 2026 (90\u00a0%)',
    );
  });

  it('follows the accepted plan', () => {
    const one = { ...plymouth, planned: planned([0.9, 0.95, 0.96]) };
    expect(finding(force, one, true)).toContain('within capacity in all 3 months, with its accepted plan');
  });

  it('says which plan is laid over it, and how much of it still stands', () => {
    expect(planSaid('Plymouth', planned([]))).toBe(
      'The plan in force was accepted on the snapshot as at 30 Sep 2026: 30 of 41 moves still stand; 8 done, 2 missed, 1 overtaken.',
    );
    expect(planSaid(null, planned([]))).toMatch(/^Plans in force: 30 of 41 moves/);
  });

  it('claims nothing where capacity is not known', () => {
    const bare = team('Exeter', [null, null, null]);
    expect(finding(blind, bare, false)).toBe('Exeter: work due by month; capacity is not known');
  });

  it('says in how many months over capacity nobody is in post', () => {
    expect(finding(force, team('Exeter', [1.1, null, null]), false)).toBe(
      'Exeter is over capacity in November, December 2026 and January 2027, with nobody in post in 2 of them',
    );
    expect(finding(force, team('Exeter', [0.9, null, 0.9]), false)).toBe(
      'Exeter is over capacity in December 2026: nobody in post',
    );
  });
});

describe('the drawing', () => {
  it('has offender managers’ duties by hours and every duty by occurrences', () => {
    expect(dutySeries(force, plymouth, inHours).map((series) => series.key)).toEqual(['visit']);
    expect(
      dutySeries(force, plymouth, { measure: 'occurrences', isPlanned: false }).map((series) => series.key),
    ).toEqual(['visit', 'pnd']);
  });

  it('has no capacity line where capacity is not known', () => {
    expect(capacityLine(force, plymouth)).toHaveLength(1);
    expect(capacityLine(blind, team('Exeter', [null, null, null]))).toEqual([]);
  });

  it('reads as a table with the same figures', () => {
    const lines = tableLines(force, plymouth, inHours);
    expect(lines.find((line) => line.name === 'Load')?.values).toEqual(['80', '123', '105']);
    expect(lines.find((line) => line.name === 'Utilisation')?.values).toEqual([
      '80\u00a0%',
      '123\u00a0%',
      '105\u00a0%',
    ]);
  });

  it('shows capacity that is not known as missing in the table, and nobody in post as none', () => {
    const bare = team('Exeter', [0.5, null, 0.5]);
    const row = (of: typeof force, name: string) =>
      tableLines(of, bare, inHours).find((line) => line.name === name)?.values;
    expect(row(force, 'Capacity')).toEqual(['100', '0', '100']);
    expect(row(force, 'Utilisation')).toEqual(['50\u00a0%', '–', '50\u00a0%']);
    expect(row(blind, 'Capacity')).toEqual(['–', '–', '–']);
  });
});

describe('the month looked at', () => {
  it('is the one asked for, else the fullest, a month with nobody in post before any', () => {
    expect(openingMonth(force, team('Exeter', [1.4, null, 0.3]), null)).toBe(1);
    expect(openingMonth(force, plymouth, '2027-01')).toBe(2);
    expect(openingMonth(force, plymouth, '2031-01')).toBe(1);
    expect(openingMonth(force, team('Exeter', [0.2, 0.4, 0.3]), null)).toBe(1);
  });

  it('is told in one sentence with figures', () => {
    const reading = readMonth(force, plymouth, 1);
    expect(reading?.tests).toEqual(['over capacity']);
    expect(reading && monthSentence(reading)).toBe(
      '123\u00a0h fall due in December 2026 against 100\u00a0h of capacity: 123\u00a0%, 23\u00a0h too many.',
    );
  });

  it('says of work with nobody in post just that', () => {
    const bare = team('Exeter', [0.5, null, 0.5]);
    const reading = readMonth(force, bare, 1);
    expect(reading && monthSentence(reading)).toBe('50\u00a0h fall due in December 2026; nobody in post.');
    const unknown = readMonth(blind, bare, 1);
    expect(unknown && monthSentence(unknown)).toBe(
      '50\u00a0h fall due in December 2026; capacity is not known.',
    );
  });

  it('says what the chart lays over it, so that words and chart agree', () => {
    const ofPlan = { ...planned([0.8, 0.95, 0.9]), load: [80, 95, 90].map(hours) };
    const reading = readMonth(force, { ...plymouth, planned: ofPlan }, 1);
    const said = (isPlanned: boolean, hasJoiners: boolean) =>
      reading && overlaidSentence(reading, { isPlanned, hasJoiners });
    expect(said(false, false)).toBeNull();
    expect(said(true, false)).toMatch(/^With the accepted plan it is 95\u00a0h: 95\u00a0%\. All else here/);
    expect(said(false, true)).toMatch(/^Expected joiners come on top/);
  });

  it('says what is to spare in a month within capacity', () => {
    const reading = readMonth(force, plymouth, 0);
    expect(reading && monthSentence(reading)).toContain('20\u00a0h to spare');
  });

  it('counts supervisors’ hours apart, beside their own capacity, and names their fullest month', () => {
    const busy = {
      ...plymouth,
      supervisor: { load: [5, 6, 18].map(hours), capacity: [20, 0, 20].map(hours) },
    };
    expect(readMonth(force, busy, 0)?.supervisors).toBe(
      'Supervisors’ hours are counted apart: 5\u00a0h against 20\u00a0h of capacity (25\u00a0%); their fullest month is January 2027 (90\u00a0%).',
    );
    const level = { load: [8.96, 6, 9.04].map(hours), capacity: [10, 10, 10].map(hours) };
    expect(readMonth(force, { ...plymouth, supervisor: level }, 1)?.supervisors).toContain(
      'their fullest month is November 2026 (90\u00a0%)',
    );
    expect(readMonth(force, busy, 1)?.supervisors).toContain('6\u00a0h; nobody in post; their fullest');
    expect(readMonth(blind, busy, 0)?.supervisors).toBe(
      'Supervisors’ hours are counted apart: 5\u00a0h; capacity is not known.',
    );
    const idle = { ...busy, supervisor: { load: [0, 0, 0].map(hours), capacity: [20, 20, 20].map(hours) } };
    expect(readMonth(force, idle, 0)?.supervisors).toBeNull();
  });

  it('counts another unit’s duty without hours of ours', () => {
    const reading = readMonth(force, plymouth, 1);
    expect(reading?.duties.find((duty) => duty.key === 'pnd')).toMatchObject({
      occurrences: 4,
      hours: null,
      share: null,
    });
    expect(reading?.duties.find((duty) => duty.key === 'visit')?.hours).toBe(hours(123));
  });

  it('is nothing beyond the horizon', () => {
    expect(readMonth(force, plymouth, 3)).toBeNull();
  });
});

describe('expected joiners', () => {
  const load = [10, 20, 30].map(hours);
  const ofTeam = { team: 'plymouth', joiners: [1, 1.2, 1], load };
  const joiners = { ...force, runs: 100, seed: 1, teams: [ofTeam], force: { ...ofTeam, team: null } };

  it('are a line of work of their own, on top of the cases held', () => {
    const shown = withJoiners({ demand: force, one: plymouth }, joiners);
    const series = dutySeries(shown.demand, shown.one, inHours);
    expect(series.map(({ name }) => name)).toEqual(['Visit', 'Expected joiners']);
    expect(series[1]?.values).toEqual(load);
    const lines = tableLines(shown.demand, shown.one, inHours);
    expect(lines.find(({ name }) => name === 'Load')?.values).toEqual(['90', '143', '135']);
    expect(lines.find(({ name }) => name === 'Utilisation')?.values).toEqual([
      '90\u00a0%',
      '143\u00a0%',
      '135\u00a0%',
    ]);
  });

  it('come on top of an accepted plan too, and are told in the finding', () => {
    const ofPlan = { ...planned([0.8, 0.9, 0.9]), load: [80, 90, 90].map(hours) };
    const shown = withJoiners({ demand: force, one: { ...plymouth, planned: ofPlan } }, joiners);
    expect(shown.one.planned?.utilisation).toEqual([0.9, 1.1, 1.2]);
    expect(finding(shown.demand, shown.one, true)).toBe(
      'Plymouth is over capacity in December 2026 and January 2027, with its accepted plan, with expected joiners',
    );
  });

  it('leave peaks and missing capacity as they were', () => {
    const bare = team('Plymouth', [null, null, null]);
    const { one } = withJoiners({ demand: force, one: bare }, joiners);
    expect([one.peaks, one.utilisation]).toEqual([bare.peaks, bare.utilisation]);
  });

  it('are counted in words', () => {
    expect(joinersSaid(joiners, 'Plymouth')).toMatch(/^3 cases expected to join in 3 months/);
  });
});
