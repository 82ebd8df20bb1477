import { describe, expect, it } from 'vitest';
import { isoDate, monthRange } from '#shared/domain/dates.ts';
import { examplePayTable } from '#shared/domain/pay.ts';
import { ScenarioDraft } from '#shared/domain/scenario.ts';
import type { ScenarioResult, Sought, Sweep, TeamResult, Tornado } from '#shared/domain/scenario-result.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { fte, hours, utilisation } from '#shared/domain/units.ts';
import { lineEnds, lineReach, lineRows } from '../../../../renderer/components/chart/lines-data.ts';
import {
  changeKinds,
  kindNames,
  startOf,
  withField,
  type Context,
} from '../../../../renderer/features/scenarios/change-kinds.ts';
import { comparedIds, comparisonTitle } from '../../../../renderer/features/scenarios/compare-model.ts';
import { isSameDraft, readDraft, typedOf } from '../../../../renderer/features/scenarios/draft.ts';
import {
  looked,
  ratioFinding,
  utilisationFinding,
} from '../../../../renderer/features/scenarios/findings.ts';
import {
  effectSaid,
  figureName,
  figureRows,
  firstOverNote,
  levellingSaid,
  marches,
  monthSaid,
  unconfirmedOf,
  wholeSaid,
} from '../../../../renderer/features/scenarios/model.ts';
import {
  isSamePay,
  missingPay,
  payFaults,
  withPay,
} from '../../../../renderer/features/scenarios/pay-model.ts';
import { differenceSaid, showChance, showValue } from '../../../../renderer/features/scenarios/said.ts';
import {
  freeName,
  reachableSeptember,
  suggestionsFor,
} from '../../../../renderer/features/scenarios/suggestions.ts';
import { soughtSaid, sweepTitle } from '../../../../renderer/features/scenarios/sweep-model.ts';
import { drawnTornado, tornadoTitle } from '../../../../renderer/features/scenarios/tornado-model.ts';
import { faultSaid } from '../../../../renderer/features/scenarios/typed-number.tsx';
import { showPounds } from '../../../../renderer/view/figures.ts';
import { month } from '../fixtures.ts';

const months = monthRange(month('2026-11'), 6);
const first = <T>(values: readonly T[], is: (value: T) => boolean) => {
  const at = values.findIndex(is);
  return { middle: months[at] ?? null, high: null };
};

/** A team with these ratios and shares of capacity, month by month. */
function teamResult(ratios: number[], shares: number[], name: string | null = null): TeamResult {
  const of = (values: number[]) => ({ middle: values, low: null, high: null });
  return {
    team: name,
    rsos: of(ratios),
    counted: of(ratios.map((ratio) => ratio * 10)),
    inPost: ratios.map(() => fte(10)),
    fte: ratios.map(() => fte(10)),
    divisor: ratios.map(() => fte(10)),
    ratio: of(ratios),
    load: of(shares.map((share) => share * 100)),
    newLoad: shares.map(() => hours(0)),
    capacity: shares.map(() => hours(100)),
    utilisation: of(shares),
    firstOverLimit: first(ratios, (ratio) => ratio > 50),
    firstOverCapacity: first(shares, (share) => share > 1),
    monthsOverLimit: ratios.filter((ratio) => ratio > 50).length,
    monthsOverCapacity: shares.filter((share) => share > 1).length,
    chanceOverLimit: null,
    chanceOverCapacity: null,
    chanceWithinLimit: null,
    chanceWithinCapacity: null,
    need: [],
    levelling: null,
  };
}

function result(force: TeamResult, added: number | null = 0): ScenarioResult {
  return {
    name: 'A scenario',
    snapshotId: 1,
    asAt: isoDate('2026-10-31'),
    rosterAsAt: isoDate('2026-10-31'),
    months,
    limit: 50,
    definition: '',
    runs: 1000,
    seed: 1,
    simulated: false,
    teams: [],
    force,
    cost: {
      years: [
        {
          year: '2026/27',
          months: 6,
          fte: fte(10),
          total: null,
          added,
          cumulative: null,
          cumulativeAdded: added,
        },
      ],
      notes: [],
    },
    unconfirmed: ['Visit: hours, high', 'Pay, Offender manager, police officer'],
    notes: [],
  };
}

function of(ratios: number[], shares: number[] = [0.9, 0.9, 0.9, 0.9, 0.9, 0.9], added: number | null = 0) {
  const found = looked(result(teamResult(ratios, shares), added), undefined);
  if (!found) throw new Error('Expected the force in every result.');
  return found;
}

describe('what levelling is taken to do', () => {
  const peaks = (before: number, after: number) => ({
    peakBefore: utilisation(before),
    peakAfter: utilisation(after),
  });
  const saidOf = (monthsPlanned: number): string | null => {
    const own = of([48, 48, 48, 48, 48, 48]);
    const horizon = { months: monthsPlanned, ...peaks(1.23, 0.94) };
    const levelling = { ...peaks(1.32, 0.98), horizon, extraHours: hours(0) };
    return levellingSaid({ ...own, team: { ...own.team, levelling } });
  };

  it('is told of the months that the Levelling page plans, and of all', () => {
    expect(saidOf(4)).toContain(
      'the peak of the first 4 months from 123\u00a0% to 94\u00a0%, and that of all 6 from 132\u00a0% to 98\u00a0%.',
    );
    expect(saidOf(6)).toContain('the peak of the first 6 months from 123\u00a0% to 94\u00a0%.');
    expect(levellingSaid(of([48]))).toBeNull();
  });
});

describe('the finding of a chart', () => {
  it('says when the ratio passes the limit, and that it is over already', () => {
    expect(ratioFinding(of([48, 49, 50, 51, 52, 53]))).toBe('passes 1:50 in February 2027');
    expect(ratioFinding(of([51, 51, 52, 52, 52, 53]))).toBe(
      'is over 1:50 in every month looked at (to April 2027)',
    );
    expect(ratioFinding(of([48, 48, 48, 48, 48, 50]))).toBe(
      'stays within 1:50 in every month looked at (to April 2027)',
    );
  });

  it('says where nobody is in post, which is within no limit', () => {
    const ratios = (...values: Array<number | null>) => {
      const own = of([48, 49, 50, 51, 52, 53]);
      return { ...own, team: { ...own.team, ratio: { ...own.team.ratio, middle: values } } };
    };
    expect(ratioFinding(ratios(48, 49, null, null, null, null))).toBe(
      'has nobody in post from January 2027 on',
    );
    expect(ratioFinding(ratios(48, null, 49, 49, null, 49))).toBe(
      'has nobody in post in 2 of 6 months, the first December 2026',
    );
    expect(ratioFinding(ratios(null, null, null, null, null, null))).toBe(
      'has nobody in post in every month looked at (to April 2027)',
    );
    const { own } = figureRows(ratios(48, 49, null, 49, 49, 49), of([48, 49, 50, 51, 52, 53])).find(
      ({ key }) => key === 'ratio-worst',
    ) ?? { own: '' };
    expect(own).toBe('–');
  });

  it('says from when the ratio is back within the limit', () => {
    expect(ratioFinding(of([52, 51, 49, 48, 48, 48]))).toBe(
      'is over 1:50 already and is back within it from January 2027',
    );
  });

  it('counts the months over capacity where they come and go', () => {
    expect(utilisationFinding(of([48, 48, 48, 48, 48, 48], [0.9, 1.1, 0.9, 1.2, 0.9, 0.9]))).toBe(
      'goes over capacity in December 2026: 2 of 6 months over',
    );
  });

  it('reads a month out beside the baseline', () => {
    const said = monthSaid('ratio', 1, of([48, 49, 50, 51, 52, 53]), [
      { name: 'baseline', looked: of([50, 51, 52, 53, 54, 55]) },
    ]);
    expect(said).toBe('December 2026: 1:49.0; baseline 1:51.0');
  });

  it('marks every March', () => {
    expect(marches(months)).toEqual([{ x: 4, name: 'Mar 2027' }]);
  });
});

describe('the force as a whole', () => {
  const steady = [48, 48, 48, 48, 48, 48];
  const [calm, busy] = [steady.map(() => 0.9), steady.map((_, at) => (at === 2 ? 1.1 : 0.9))];
  const whole = result(teamResult(steady, calm));
  whole.teams = [
    teamResult(steady, busy, 'Harbour'),
    teamResult(steady, calm, 'Moor'),
    teamResult(steady, busy, 'Quay'),
  ];
  const at = (team?: string) => {
    const found = looked(whole, team);
    if (!found) throw new Error('Expected the team in the result.');
    return found;
  };

  it('within capacity does not hide the teams that go over', () => {
    expect(utilisationFinding(at())).toMatch(
      /^stays within capacity as a whole .*, though 2 of 3 teams go over$/,
    );
    expect(firstOverNote('first-over-capacity', at())).toBe('2 of 3 teams go over');
    expect(comparisonTitle('utilisation', [{ name: 'Level only', looked: at() }])).toBe(
      'The force as a whole is within capacity in every month with all of them: “Level only” (2 of 3 teams go over)',
    );
    expect(
      comparisonTitle('utilisation', [
        { name: 'Now', looked: of(steady, busy) },
        { name: 'Level only', looked: at() },
      ]),
    ).toBe('The force as a whole is within capacity in every month with “Level only” (2 of 3 teams go over)');
    expect(ratioFinding(at())).not.toContain('though');
    expect(wholeSaid('first-over-capacity', undefined)).toBe('the force as a whole');
  });

  it('is not spoken of beside a team', () => {
    expect(utilisationFinding(at('Moor'))).not.toContain('whole');
    expect(firstOverNote('first-over-capacity', at('Harbour'))).toBe('');
    expect(comparisonTitle('utilisation', [{ name: 'Level only', looked: at('Harbour') }])).toBe(
      'Harbour is within capacity in every month with none of them',
    );
    expect(wholeSaid('first-over-capacity', 'Moor')).toBe('');
  });
});

describe('figures beside the baseline', () => {
  const [own, base] = [of([51, 50, 49, 48, 48, 48], undefined, 120_000), of([52, 52, 52, 52, 52, 53])];

  it('tell the difference in the unit of the figure', () => {
    const rows = new Map(figureRows(own, base).map((row) => [row.key, row]));
    expect(rows.get('ratio-end')).toMatchObject({ own: '1:48.0', base: '1:53.0', difference: '−5.0' });
    expect(rows.get('months-over-limit')).toMatchObject({ difference: '−5 months' });
    expect(rows.get('cost-added')).toMatchObject({ own: '£120,000', difference: '+£120,000' });
    expect(rows.get('first-over-capacity')).toMatchObject({ own: 'never', difference: 'same' });
  });

  it('say which values that a force can confirm they rest on', () => {
    const rows = new Map(figureRows(own, base).map((row) => [row.key, row.basis]));
    expect(rows.get('peak-utilisation')).toBe('standards');
    expect(rows.get('cost-added')).toBe('pay');
    expect(rows.get('ratio-end')).toBeNull();
    expect(unconfirmedOf(own.result)).toEqual({ standards: 1, pay: 1 });
  });

  it('say of costs that they are the force’s, whatever team is looked at', () => {
    expect(figureName('cost-added', 50)).toBe('Cost beyond the roster as it is, force');
    expect(figureName('first-over-limit', 50)).toBe('First month over 1:50');
  });

  it('put the effect into one line', () => {
    expect(effectSaid(own, base)).toBe(
      'ratio at the end 1:53.0 → 1:48.0 · first over 1:50 Nov 2026 · highest utilisation 90\u00a0% · added cost £120,000',
    );
  });

  it('tell the difference of what is written, so that it can be reckoned again', () => {
    // 102.6 and 109.5 %
    expect(differenceSaid(1.026, 1.095, 'share')).toBe('−7 points');
    expect(differenceSaid(1.026, 1.0349, 'share')).toBe('same');
    expect(differenceSaid(1.0351, 1.0349, 'share')).toBe('+1 point');
    expect(differenceSaid(51.94, 49.86, 'ratio')).toBe('+2.0');
    expect(differenceSaid(-1200.4, 0, 'pounds')).toBe('−£1,200');
  });

  it('tell months apart, and what comes no longer or newly', () => {
    expect(differenceSaid(month('2027-03'), month('2026-12'), 'month')).toBe('3 months later');
    expect(differenceSaid(null, month('2026-12'), 'month')).toBe('no longer');
    expect(differenceSaid(month('2026-12'), null, 'month')).toBe('newly');
    expect(differenceSaid(null, 3, 'pounds')).toBe('–');
  });

  it('never show a missing cost as nothing, nor a near-certain chance as certain', () => {
    expect(showPounds(null)).toBe('–');
    expect(showValue(null, 'ratio')).toBe('–');
    expect(showChance(0.999)).toBe('over 99\u00a0%');
    expect(showChance(1)).toBe('100\u00a0%');
    expect(showChance(0.001)).toBe('under 1\u00a0%');
  });
});

const context: Context = {
  month0: month('2026-11'),
  teams: ['Harbour', 'Moor'],
  standards: exampleStandards(),
};

describe('the form', () => {
  it('begins every kind of change as one that the domain takes, with a field for each of its parts', () => {
    for (const kind of kindNames) {
      const change = startOf(kind, context);
      const { draft, faults } = readDraft({ name: 'Trial', description: '', changes: [change] });
      expect([...faults], kind).toEqual([]);
      expect(draft, kind).not.toBeNull();
      const fields = new Set(changeKinds[kind].fields.map(({ key }) => key));
      expect([...fields].sort(), kind).toEqual(
        Object.keys(change)
          .filter((key) => key !== 'kind')
          .sort(),
      );
    }
  });

  it('says beside the field what is wrong, in the unit of the field', () => {
    const changes = [
      { ...startOf('posts', context), posts: 900, productivity: 1.5, leadMonths: 2.5 },
      { ...startOf('attrition', context), yearly: NaN },
    ];
    const { draft, faults } = readDraft({ name: '  ', description: '', changes });
    expect(draft).toBeNull();
    const said = (path: string, isShare: boolean, unit: string) => {
      const fault = faults.get(path);
      return fault && faultSaid(fault, isShare, unit);
    };
    expect(said('name', false, '')).toBe('Give it a name');
    expect(said('changes.0.posts', false, 'FTE')).toBe('At most 500\u00a0FTE');
    expect(said('changes.0.productivity', true, '%')).toBe('At most 100\u00a0%');
    expect(said('changes.0.leadMonths', false, 'months')).toBe('Expected a whole number');
    expect(said('changes.1.yearly', true, '%')).toBe('Expected a number');
  });

  it('takes the value held when another capacity assumption is chosen', () => {
    const change = withField(startOf('capacity', context), 'key', 'leaveDays', context);
    expect(change.value).toBe(context.standards.assumptions.leaveDays.value);
  });

  it('asks for training only of posts that are added', () => {
    const shown = (posts: number) =>
      changeKinds.posts.fields
        .filter(({ isShown }) => isShown?.({ kind: 'posts', posts }) ?? true)
        .map(({ label }) => label);
    expect(shown(2)).toContain('Recruiting from');
    expect(shown(-1)).toContain('Gone from');
    expect(shown(-1)).not.toContain('In training');
  });

  it('knows a scenario that was typed back to what is kept', () => {
    const [, { draft }] = suggestionsFor(context.month0) as [unknown, { draft: ScenarioDraft }];
    const typed = typedOf(draft);
    const { draft: read } = readDraft({ ...typed, name: `${typed.name} ` });
    expect(read && isSameDraft(read, draft)).toBe(true);
    expect(isSameDraft({ ...draft, changes: [] }, draft)).toBe(false);
  });
});

describe('worked suggestions', () => {
  it('are scenarios that can be kept, with posts that are there in a September that can be reached', () => {
    const suggestions = suggestionsFor(month('2026-11'));
    expect(suggestions.map(({ draft }) => draft.name)).toEqual(['Level only', 'Two posts from September']);
    for (const { draft } of suggestions) expect(ScenarioDraft.safeParse(draft).success).toBe(true);
    expect(suggestions[1]?.draft.changes[0]).toMatchObject({ from: '2027-03', leadMonths: 6, posts: 2 });
    expect(reachableSeptember(month('2027-03'))).toBe('2027-09');
    expect(reachableSeptember(month('2027-04'))).toBe('2028-09');
  });

  it('and copies get a name that is free', () => {
    expect(freeName('Level only', ['level only', 'Level only (2)'])).toBe('Level only (3)');
    expect(freeName('Level only', [])).toBe('Level only');
    expect(freeName('x'.repeat(80), ['x'.repeat(80)]).length).toBeLessThanOrEqual(80);
  });
});

describe('scenarios chosen for comparison', () => {
  it('are those of the address that are there, and a few where it says nothing', () => {
    expect(comparedIds('3,9,1', [1, 2, 3])).toEqual([1, 3]);
    expect(comparedIds(null, [1, 2, 3, 4, 5])).toEqual([1, 2, 3, 4]);
    expect(comparedIds('none', [1, 2])).toEqual([]);
  });
});

describe('the tornado', () => {
  const bar = { key: 'growth', name: 'Growth of the number of RSOs', now: '', low: '', high: '', swing: 8 };
  const tornado: Tornado = {
    figure: 'ratio-end',
    name: 'Ratio at the end',
    unit: 'ratio',
    team: null,
    now: 52,
    bars: [{ ...bar, atLow: 48, atHigh: 56 }],
  };

  it('says what moves the figure most, and from where to where', () => {
    expect(tornadoTitle(tornado, month('2026-11'))).toBe(
      'Ratio at the end, now 1:52.0: growth of the number of RSOs moves it most, 1:48.0 to 1:56.0',
    );
  });

  it('draws bars from where the figure stands, and a month that never comes beyond the last', () => {
    const drawn = drawnTornado(tornado, month('2026-11'), 60);
    expect(drawn.now).toBeCloseTo(0.5);
    expect(drawn.bars[0]?.pieces).toMatchObject([{ end: 'low' }, { end: 'high', left: drawn.now }]);
    const never = drawnTornado(
      { ...tornado, unit: 'month', now: 10, bars: [{ ...bar, atLow: null, atHigh: 5 }] },
      month('2026-11'),
      60,
    );
    expect(never.bars[0]?.lowSaid).toBe('never');
    expect(never.bars[0]?.highSaid).toBe('Apr 2027');
    expect(never.bars[0]?.lowLeft).toBeCloseTo(0.96);
  });
});

describe('the sweep', () => {
  const point = (posts: number, limit: number, capacity: number) => ({
    posts,
    ratioWorst: null,
    ratioEnd: null,
    peakUtilisation: null,
    peakLookedAt: null,
    monthsOverLimit: 0,
    monthsOverCapacity: 0,
    chanceWithinLimit: limit,
    chanceWithinCapacity: capacity,
    costAdded: null,
  });
  it('says how many posts each limit takes', () => {
    const sweep: Sweep = {
      team: null,
      first: month('2027-08'),
      last: month('2031-10'),
      points: [point(0, 0.1, 0.9), point(1, 0.5, 1), point(2, 0.81, 1)],
    };
    expect(sweepTitle(sweep, 50, 0.8)).toBe(
      'In 80\u00a0% of the futures, 1:50 takes 2 further posts, capacity no further post',
    );
    expect(sweepTitle(sweep, 50, 0.9)).toContain('1:50 takes more than 2 further posts');
  });
});

describe('goal seek', () => {
  const sought: Sought = {
    goal: 'ratio',
    team: null,
    probability: 0.8,
    first: month('2027-08'),
    last: month('2031-10'),
    posts: 4,
    earliest: month('2026-11'),
    latestStart: month('2027-01'),
    chance: 0.86,
    chanceOneFewer: 0.4,
    mostTried: 60,
    chanceOfMost: null,
    answer: '',
  };
  it('says in how many futures the answer holds, and one post fewer', () => {
    const looked = 'Looked at: August 2027 to October 2031.';
    expect(soughtSaid(sought, 50)).toBe(
      `With so many posts 86\u00a0% of the futures stay within 1:50, with one fewer 40\u00a0%, even recruited from November 2026. ${looked}`,
    );
    expect(soughtSaid({ ...sought, goal: 'capacity', posts: 0, chanceOneFewer: null }, 50)).toBe(
      `Without any, 86\u00a0% of the futures stay within capacity. ${looked}`,
    );
    expect(soughtSaid({ ...sought, posts: null, chance: null, chanceOfMost: 0.2 }, 50)).toBe(
      `With 60 posts, the most tried, 20\u00a0% of the futures stay within 1:50. ${looked}`,
    );
  });
});

describe('the pay table', () => {
  const table = examplePayTable();
  const name = 'Offender manager, police staff';

  it('names what nobody has entered', () => {
    expect(missingPay(table)).toContain(`pay of ${name}`);
    expect(missingPay(withPay(table, name, 'pay', { value: 40_000 }))).not.toContain(`pay of ${name}`);
  });

  it('knows a change from none, whatever day it was set on', () => {
    expect(isSamePay(table, withPay(table, name, 'pay', { setOn: isoDate('2026-11-01') }))).toBe(true);
    expect(isSamePay(table, withPay(table, name, 'onCost', { confirmed: true }))).toBe(false);
  });

  it('refuses what is no amount, and a percentage typed as a share', () => {
    expect(payFaults(table)).toEqual([]);
    expect(payFaults(withPay(table, name, 'pay', { value: NaN }))).toHaveLength(1);
    expect(payFaults(withPay(table, name, 'onCost', { value: 35.3 }))).toEqual([
      `On-cost of ${name}: at most 500\u00a0%.`,
    ]);
  });
});

describe('lines against a limit', () => {
  const line = { key: 'a', name: 'A', short: 'a', colour: 'red', values: [1, 2, null] };

  it('are drawn from one row a point, with the range where it is known', () => {
    expect(lineRows([line], { low: [0, null, 1], high: [2, 3, 2] })).toEqual([
      { x: 0, band: [0, 2], 'line a': 1 },
      { x: 1, band: null, 'line a': 2 },
      { x: 2, band: [1, 2], 'line a': null },
    ]);
  });

  it('reach as far as the limit, and are named at their last known value', () => {
    expect(lineReach([line], null, 50)).toEqual({ low: 1, high: 50 });
    expect(lineReach([line], null, null)).toEqual({ low: 1, high: 2 });
    expect(lineEnds([line])).toEqual([{ name: 'a', value: 2, colour: 'red' }]);
  });
});
