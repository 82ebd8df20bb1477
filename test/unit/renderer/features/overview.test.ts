import { describe, expect, it } from 'vitest';
import type { Risk } from '#shared/domain/case.ts';
import type { RatioFigure } from '#shared/domain/demand.ts';
import { fte, hours, utilisation } from '#shared/domain/units.ts';
import type { Move } from '#shared/domain/plan.ts';
import {
  breakingTeams,
  breaksSentence,
  doSentence,
  teamsToLevel,
  workingOut,
} from '../../../../renderer/features/overview/headline-model.ts';
import {
  heatKey,
  heatRows,
  overdueRows,
  planRows,
  yearSpans,
} from '../../../../renderer/features/overview/model.ts';
import { ratioSentence } from '../../../../renderer/view/ratio-said.ts';
import { demand, month, move, plan, planned, team } from '../fixtures.ts';

const twoBreak = demand([
  team('Torbay', [0.9, 1.1, 1.27]),
  team('Plymouth', [0.8, 1.23, 0.7]),
  team('Exeter', [0.6, 0.7, 0.8]),
]);

describe('which teams break', () => {
  it('names each with its fullest month, the fullest team first', () => {
    expect(breakingTeams(twoBreak).map((one) => [one.team, one.month])).toEqual([
      ['Torbay', '2027-01'],
      ['Plymouth', '2026-12'],
    ]);
    expect(breaksSentence(twoBreak)).toBe(
      '2 teams break: Torbay in January 2027 (127\u00a0%) and Plymouth in December 2026 (123\u00a0%).',
    );
  });

  it('speaks of one team when one is looked at, or only one breaks', () => {
    expect(breaksSentence(twoBreak, 'Plymouth')).toBe('Plymouth breaks in December 2026 (123\u00a0%).');
  });

  it('counts the rest after three', () => {
    const many = demand(
      ['A', 'B', 'C', 'D', 'E'].map((name, index) => team(name, [1.5 - index / 10, 0.5, 0.5])),
    );
    expect(breaksSentence(many)).toBe(
      'All 5 teams break: A in November 2026 (150\u00a0%), B in November 2026 (140\u00a0%), C in November 2026 (130\u00a0%) and 2 more teams.',
    );
  });

  it('says that none breaks, and which month is fullest', () => {
    const calm = demand([team('Exeter', [0.6, 0.97, 0.8])]);
    expect(breaksSentence(calm)).toBe(
      'No team is over capacity in the next 3 months. The fullest month is December 2026 in Exeter (97\u00a0%).',
    );
    expect(breaksSentence(calm, 'Exeter')).toMatch(/^Exeter is not over capacity/);
  });

  it('puts a team with work and nobody in post first, by the month from which there is nobody', () => {
    const bare = demand([team('Torbay', [0.9, 1.1, 1.27]), team('Exeter', [1.4, null, null])]);
    expect(breaksSentence(bare)).toBe(
      'All 2 teams break: Exeter in December 2026 (nobody in post) and Torbay in January 2027 (127\u00a0%).',
    );
    expect(doSentence(breakingTeams(bare, 'Exeter'), new Map(), bare.thresholds)).toBe(
      'What falls due with nobody in post cannot be mended by timing alone.',
    );
  });

  it('goes by the threshold of the settings, by which the peaks were found', () => {
    const strict = demand([{ ...team('Exeter', [0.6, 0.97, 0.8]), peaks: [] }]);
    expect(breakingTeams(strict)).toEqual([]);
    const peak = { month: month('2026-12'), utilisation: utilisation(0.97), because: [] };
    const found = {
      ...team('Exeter', [0.6, 0.97, 0.8]),
      peaks: [{ ...peak, tests: ['over-capacity' as const] }],
    };
    expect(breaksSentence(demand([found]))).toBe('Exeter breaks in December 2026 (97\u00a0%).');
  });

  it('does not claim calm where capacity is not known', () => {
    const blind = demand([team('Exeter', [null, null, null])], { rosterAsAt: null });
    expect(breaksSentence(blind)).toContain('capacity is not');
  });
});

describe('what to do about it', () => {
  it('counts the teams worked out so far only where there are several', () => {
    expect(workingOut(0, 1)).toBe('Working out what can be brought forward …');
    expect(workingOut(1, 4)).toBe('Working out what can be brought forward: 1 of 4 teams …');
  });

  const breaking = breakingTeams(twoBreak);
  const { thresholds } = twoBreak;

  it('counts what proposals bring forward and where that ends', () => {
    const proposals = new Map([
      ['Torbay', plan({ team: 'Torbay', moves: [move(), move()], peakAfter: utilisation(0.9) })],
      ['Plymouth', plan({ peakAfter: utilisation(0.86) })],
    ]);
    expect(doSentence(breaking, proposals, thresholds)).toBe(
      'Bringing 3 pieces of work forward in Torbay and Plymouth brings their peaks to at most 90\u00a0%.',
    );
  });

  it('does not claim that overdue work is brought forward', () => {
    const late = move({ dueIndex: -1, monthsEarly: 0 });
    const one = (moves: Move[]) =>
      doSentence(breaking.slice(0, 1), new Map([['Torbay', plan({ team: 'Torbay', moves })]]), thresholds);
    expect(one([move(), late, late])).toContain(
      'Bringing 1 piece of work forward and spreading 2 overdue ones over the catch-up in Torbay',
    );
    expect(one([late])).toContain('Spreading 1 overdue piece of work over the catch-up in Torbay');
  });

  it('says that timing alone does not do where the peak stays over capacity', () => {
    const proposals = new Map([['Torbay', plan({ team: 'Torbay', peakAfter: utilisation(1.1) })]]);
    expect(doSentence(breaking.slice(0, 1), proposals, thresholds)).toContain(
      'cannot be mended by timing alone',
    );
  });

  it('says in one sentence what neither timing nor anybody in post mends', () => {
    const bare = demand([team('Torbay', [1.4, null, 0.5])]);
    const proposals = new Map([['Torbay', plan({ team: 'Torbay', peakAfter: utilisation(1.1) })]]);
    expect(doSentence(breakingTeams(bare), proposals, thresholds)).toBe(
      'Bringing 1 piece of work forward in Torbay brings its peak to 110\u00a0%. What stays over 100\u00a0% or falls due with nobody in post cannot be mended by timing alone.',
    );
  });

  it('goes by the plans in force before proposals', () => {
    const proposals = new Map([['Plymouth', plan()]]);
    const inForce = { ...team('Plymouth', [0.8, 1.23, 0.7]), planned: planned([0.8, 0.86, 0.7]) };
    expect(doSentence(breakingTeams(demand([inForce])), proposals, thresholds)).toBe(
      'With the plan in force, Plymouth stays at or under 86\u00a0%.',
    );
  });

  describe('where a plan of an older snapshot leaves a team over capacity', () => {
    const wornOut = { ...team('Plymouth', [0.8, 1.23, 0.7]), planned: planned([0.8, 1.18, 0.7]) };
    const said = (peakAfter: number | null, one = wornOut) =>
      doSentence(
        breakingTeams(demand([one])),
        new Map(peakAfter === null ? [] : [['Plymouth', plan({ peakAfter: utilisation(peakAfter) })]]),
        thresholds,
      );

    it('asks for a proposal, and says to what that would bring the peak', () => {
      expect(teamsToLevel(breakingTeams(demand([wornOut])))).toEqual(['Plymouth']);
      expect(said(0.96)).toBe(
        'What is left of its plan leaves Plymouth at 118\u00a0%; a new proposal would bring it to 96\u00a0%.',
      );
      expect(said(1.04)).toMatch(
        /would bring it to 104\u00a0%\. What stays over 100\u00a0% cannot be mended/,
      );
    });

    it('keeps to the plan where a proposal would do no better', () => {
      expect(said(1.18)).toBe(
        'With the plan in force, Plymouth stays at or under 118\u00a0%. What stays over 100\u00a0% cannot be mended by timing alone.',
      );
      expect(said(null)).toBe('With the plan in force, Plymouth stays at or under 118\u00a0%.');
    });

    it('asks for none where the plan was accepted on this very snapshot, or still does its work', () => {
      const fresh = { ...wornOut.planned, asAt: demand([]).asAt };
      expect(teamsToLevel(breakingTeams(demand([{ ...wornOut, planned: fresh }])))).toEqual([]);
      const works = { ...wornOut, planned: planned([0.8, 0.99, 0.7]) };
      expect(teamsToLevel(breakingTeams(demand([works])))).toEqual([]);
    });

    it('asks for one where it leaves work to a month with nobody in post', () => {
      const bare = { ...team('Plymouth', [0.8, 1.23, null]), planned: planned([0.8, 0.9, null]) };
      expect(teamsToLevel(breakingTeams(demand([bare])))).toEqual(['Plymouth']);
    });
  });

  it('is silent where nothing breaks or nothing is known yet', () => {
    expect(doSentence([], new Map(), thresholds)).toBeNull();
    expect(doSentence(breaking, new Map(), thresholds)).toBeNull();
  });
});

describe('the plans in force', () => {
  it('tell the snapshot they were accepted on, the peak without and with, and what is left of them', () => {
    const torbay = { ...team('Torbay', [0.9, 1.1, 1.27]), planned: planned([0.9, 0.95, null]) };
    expect(planRows(demand([torbay, team('Exeter', [0.6, 0.7, 0.8])]))).toEqual([
      {
        team: 'Torbay',
        planId: 3,
        asAt: '2026-09-30',
        peakWithout: 1.27,
        plannedPeak: 0.95,
        moves: '30 of 41 moves still stand; 8 done, 2 missed, 1 overtaken',
      },
    ]);
  });
});

describe('the ratio in words', () => {
  const figure: RatioFigure = {
    team: null,
    offenders: 2230,
    managers: 42.4,
    ratio: 52.594,
    limit: 50,
    fteNeeded: fte(44.6),
    shortBy: 2.2,
  };

  it('gives ratio, need and post in the unit that is counted', () => {
    expect(ratioSentence(figure, 'in-post-fte')).toBe(
      'The force stands at 1:52.6; 44.6\u00a0FTE are needed for 1:50, 42.4 are in post.',
    );
    expect(ratioSentence({ ...figure, team: 'Torbay' }, 'in-post-headcount')).toContain('people are needed');
  });

  it('gives no ratio where managers are not known', () => {
    expect(ratioSentence({ ...figure, managers: null, ratio: null }, 'in-post-fte')).toContain('no ratio');
  });
});

describe('the heat map', () => {
  it('has a row per team and the force last, with what each cell means in words', () => {
    const rows = heatRows(twoBreak, false);
    expect(rows.map((row) => row.team)).toEqual(['Torbay', 'Plymouth', 'Exeter', 'Force']);
    expect(rows[0]?.cells[2]).toMatchObject({
      text: '127',
      level: '4',
      isOver: true,
      label: 'Torbay, January 2027: 127\u00a0%, over capacity',
    });
  });

  it('marks what stands out from the mean, over capacity or not', () => {
    // the mean is 63.3 %; 15 % above it is 72.8 %
    const thresholds = { peakOverCapacity: 1, peakAboveMean: 0.15 };
    const cells = heatRows(demand([team('Torbay', [0.5, 0.9, 0.5])], { thresholds }), false)[0]?.cells;
    expect(cells?.map(({ isStandingOut }) => isStandingOut)).toEqual([false, true, false]);
    expect(cells?.some(({ isOver }) => isOver)).toBe(false);
  });

  it('shades and hatches by the threshold of the settings', () => {
    const strict = { peakOverCapacity: 0.8, peakAboveMean: 2 };
    const rows = heatRows(demand([team('Torbay', [0.39, 0.8, 0.82])], { thresholds: strict }), false);
    expect(rows[0]?.cells.map(({ level, isOver }) => [level, isOver])).toEqual([
      ['0', false],
      ['3', false],
      ['4', true],
    ]);
    expect(heatKey(rows, strict).map(({ means }) => means)).toEqual([
      'to 40\u00a0%',
      'to 60\u00a0%',
      'to 72\u00a0%',
      'to 80\u00a0%',
      'over 80\u00a0%, hatched',
    ]);
  });

  it('hatches work with nobody in post, and says in the key what it is', () => {
    const one = demand([team('Torbay', [0.5, null, 0.5])]);
    const rows = heatRows(one, false);
    expect(rows[0]?.cells[1]).toMatchObject({
      text: '–',
      level: '4',
      label: 'Torbay, December 2026: nobody in post, over capacity',
    });
    expect(heatKey(rows, one.thresholds).at(-1)).toMatchObject({
      text: '–',
      means: 'work and nobody in post',
    });
  });

  it('marks nothing where capacity is not known', () => {
    const rows = heatRows(demand([team('Torbay', [null, null, null])], { rosterAsAt: null }), false);
    expect(rows[0]?.cells[0]).toMatchObject({
      level: 'none',
      isOver: false,
      label: 'Torbay, November 2026: no capacity known',
    });
  });

  it('shows the plan in force where asked for, and no capacity as missing', () => {
    const one = {
      ...team('Torbay', [1.2, null, 0.5]),
      planned: planned([0.8, null, 0.9]),
    };
    const rows = heatRows(demand([one]), true);
    expect(rows[0]?.cells.map((cell) => cell.text)).toEqual(['80', '–', '90']);
    expect(rows[0]?.planned).toBe(true);
  });

  it('spans months by year', () => {
    expect(yearSpans([month('2026-11'), month('2026-12'), month('2027-01')])).toEqual([
      { year: '2026', span: 2 },
      { year: '2027', span: 1 },
    ]);
  });
});

describe('overdue work', () => {
  const figures = (duty: string, outstanding: number, owing: number) => ({
    duty,
    owing,
    outstanding,
    share: owing === 0 ? null : outstanding / owing,
    isOverTolerance: outstanding > 0.05 * owing,
  });
  const ofForce = (duty: string, name: string, outstanding: number, owing: number) => ({
    ...figures(duty, outstanding, owing),
    name,
    bands: { 'due-that-day': outstanding, '1-7': 0, '8-28': 0, '29-90': 0, 'over-90': 0 },
    rows: [],
    oldest: null,
    hours: hours(outstanding),
  });
  const clearing = { hours: hours(0), state: 'nothing' as const, month: null };
  const ofTeam = (name: string, outstanding: number) => ({
    team: name,
    duties: [figures('visit', outstanding, 100), figures('own', 0, 0)],
    clearing,
  });

  it('names the teams over the tolerance by their share, the highest first', () => {
    const teams = [ofTeam('Exeter', 6), ofTeam('Plymouth', 5), ofTeam('Torbay', 9)];
    const rows = overdueRows({ duties: [ofForce('visit', 'Visit', 20, 300)], teams });
    expect(rows).toEqual([
      {
        duty: 'visit',
        name: 'Visit',
        outstanding: 20,
        share: 20 / 300,
        isOver: true,
        teams: ['Torbay', 'Exeter'],
        risks: [],
      },
    ]);
  });

  it('names the risk levels over the tolerance where the whole is within it', () => {
    const bands = { 'due-that-day': 0, '1-7': 0, '8-28': 0, '29-90': 0, 'over-90': 0 };
    const row = (risk: Risk, outstanding: number, owing: number) => ({
      ...figures('visit', outstanding, owing),
      risk,
      bands,
    });
    const rows = [row('very-high', 2, 8), row('high', 1, 92)];
    const [visit] = overdueRows({ duties: [{ ...ofForce('visit', 'Visit', 3, 100), rows }], teams: [] });
    expect(visit).toMatchObject({ isOver: false, risks: ['very-high'] });
  });

  it('leaves out a duty that no case owes', () => {
    const duties = [ofForce('visit', 'Visit', 4, 100), ofForce('own', 'Own duty', 0, 0)];
    const rows = overdueRows({ duties, teams: [ofTeam('Exeter', 4)] });
    expect(rows.map(({ duty, isOver, teams }) => [duty, isOver, teams])).toEqual([['visit', false, []]]);
  });
});
