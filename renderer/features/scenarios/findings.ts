/** When a scenario passes its limits, in words: the titles of its charts. */
import { showMonth, type Month } from '#shared/domain/dates.ts';
import type { MaybeSpread, ScenarioResult, TeamResult } from '#shared/domain/scenario-result.ts';
import { partOf } from '#shared/domain/team.ts';
import { withUnit } from '#shared/planning/figures.ts';
import { teamsOverSaid } from '#shared/planning/scenarios/teams-over.ts';
import { showPercent, showRatio } from '../../view/figures.ts';

/** A result looked at for one team, or the force. */
export type Looked = { result: ScenarioResult; team: TeamResult };

/** Null where the team is not in the snapshot. */
export function looked(result: ScenarioResult, team: string | undefined): Looked | null {
  const found = partOf(result, team ?? null);
  return found === undefined ? null : { result, team: found };
}

const who = (team: TeamResult): string => team.team ?? 'The force';
const endOf = (months: readonly Month[]): string => {
  const last = months.at(-1);
  return last === undefined ? '' : showMonth(last);
};

/** `3 of 6 teams go over` beside the force as a whole; nothing beside a team. */
export const teamsSaid = ({ result, team }: Looked, measure: Measure): string =>
  team.team === null ? teamsOverSaid(result.teams, goalOf[measure]) : '';
const goalOf = { ratio: 'ratio', utilisation: 'capacity' } as const;

/** When a run of months over a limit begins and whether it ends, in words after a name. */
function overSaid(
  first: Month | null,
  isOver: readonly boolean[],
  months: readonly Month[],
  words: { within: string; over: string; passes: string; teams: string },
): string {
  if (first === null) {
    const [whole, though] = words.teams === '' ? ['', ''] : [' as a whole', `, though ${words.teams}`];
    return `stays within ${words.within}${whole} in every month looked at (to ${endOf(months)})${though}`;
  }
  const overMonths = isOver.filter(Boolean).length;
  if (overMonths === months.length)
    return `is over ${words.over} in every month looked at (to ${endOf(months)})`;
  const begins =
    first === months[0] ? `is over ${words.over} already` : `${words.passes} in ${showMonth(first)}`;
  const isOneRun = isOver.slice(isOver.indexOf(true), isOver.lastIndexOf(true)).every(Boolean);
  if (!isOneRun) return `${begins}: ${String(overMonths)} of ${String(months.length)} months over`;
  const back = months[isOver.lastIndexOf(true) + 1];
  return back === undefined ? begins : `${begins} and is back within it from ${showMonth(back)}`;
}

/** Months with work and nobody to do it, which no limit can be told of; null where there are none. */
function nobodySaid(
  values: ReadonlyArray<number | null>,
  work: readonly number[],
  months: readonly Month[],
): string | null {
  const isBare = values.map((value, at) => value === null && (work[at] ?? 0) > 0);
  const first = isBare.indexOf(true);
  const from = months[first];
  if (from === undefined) return null;
  const none = 'has nobody in post';
  if (isBare.every(Boolean)) return `${none} in every month looked at (to ${endOf(months)})`;
  if (isBare.slice(first).every(Boolean)) return `${none} from ${showMonth(from)} on`;
  const bare = isBare.filter(Boolean).length;
  return `${none} in ${String(bare)} of ${String(months.length)} months, the first ${showMonth(from)}`;
}

/** `passes 1:50 in March 2028` */
export function ratioFinding(own: Looked): string {
  const { result, team } = own;
  const limit = `1:${String(result.limit)}`;
  const nobody = nobodySaid(team.ratio.middle, team.counted.middle, result.months);
  if (nobody !== null) return nobody;
  const isOver = team.ratio.middle.map((value) => value !== null && value > result.limit);
  return overSaid(team.firstOverLimit.middle, isOver, result.months, {
    within: limit,
    over: limit,
    passes: `passes ${limit}`,
    teams: teamsSaid(own, 'ratio'),
  });
}

/** `goes over capacity in December 2029: 5 of 60 months over` */
export function utilisationFinding(own: Looked): string {
  const { result, team } = own;
  const nobody = nobodySaid(team.utilisation.middle, team.load.middle, result.months);
  if (nobody !== null) return nobody;
  const isOver = team.utilisation.middle.map((value) => value !== null && value > 1);
  return overSaid(team.firstOverCapacity.middle, isOver, result.months, {
    within: 'capacity',
    over: 'capacity',
    passes: 'goes over capacity',
    teams: teamsSaid(own, 'utilisation'),
  });
}

export const titleOf = (own: Looked, finding: (of: Looked) => string): string =>
  `${who(own.team)} ${finding(own)}`;

export type Measure = 'ratio' | 'utilisation';
export const measures: Record<
  Measure,
  {
    name: string;
    unit: string;
    finding: (of: Looked) => string;
    spread: (team: TeamResult) => MaybeSpread;
    /** As it is drawn: shares in per cent. */
    drawn: (value: number) => number;
    show: (value: number | null) => string;
    showDrawn: (value: number) => string;
    limit: (result: ScenarioResult) => { name: string; value: number };
  }
> = {
  ratio: {
    name: 'Ratio',
    unit: 'RSOs per offender manager at the end of each month; the axis does not begin at 0',
    finding: ratioFinding,
    spread: ({ ratio }) => ratio,
    drawn: (value) => value,
    show: showRatio,
    showDrawn: (value) => `1:${String(value)}`,
    limit: ({ limit }) => ({ name: `1:${String(limit)}`, value: limit }),
  },
  utilisation: {
    name: 'Utilisation',
    unit: 'Load as a share of capacity in each month; the axis does not begin at 0',
    finding: utilisationFinding,
    spread: ({ utilisation }) => utilisation,
    drawn: (value) => value * 100,
    show: showPercent,
    showDrawn: (value) => withUnit(String(value), '%'),
    limit: () => ({ name: showPercent(1), value: 100 }),
  },
};
