/** What the overview says, made from figures only. */
import type { Backlog } from '#shared/contract/backlog.ts';
import type { Demand } from '#shared/contract/demand.ts';
import type { Risk } from '#shared/domain/case.ts';
import type { DemandOfTeam } from '#shared/domain/demand.ts';
import type { PeakThresholds } from '#shared/domain/settings.ts';
import { showMonth, type IsoDate, type Month } from '#shared/domain/dates.ts';
import { NOBODY, movesLeftSaid, showFullness } from '#shared/planning/wording.ts';
import { MISSING, showPercent } from '../../view/figures.ts';
import { teamsOver } from '../../view/overdue-said.ts';
import { peaksShown } from '../../view/peaks-shown.ts';
import { plannedPeak } from '../../view/worn-out.ts';
import { heatDepths, heatLevel, type HeatLevel } from '../../view/heat.ts';

export type PlanRow = {
  team: string;
  planId: number;
  /** As-at date of the snapshot it was accepted on. */
  asAt: IsoDate;
  /** Highest utilisation of the months shown, without the plan and with it. */
  peakWithout: number;
  plannedPeak: number;
  /** What is left of its moves, in words. */
  moves: string;
};

/** The plans in force as at the snapshot looked at, and how they are going. */
export const planRows = ({ teams }: Demand): PlanRow[] =>
  teams.flatMap(({ team, utilisation, planned }) =>
    team === null || planned === null
      ? []
      : [
          {
            team,
            planId: planned.planId,
            asAt: planned.asAt,
            peakWithout: plannedPeak({ utilisation }),
            plannedPeak: plannedPeak(planned),
            moves: movesLeftSaid(planned.counts),
          },
        ],
  );

type HeatCell = {
  month: Month;
  utilisation: number | null;
  /** What the cell shows: the figure without its unit. */
  text: string;
  level: HeatLevel;
  isOver: boolean;
  /** Well above the team's mean over its next twelve months: marked, whether over capacity or not. */
  isStandingOut: boolean;
  /** In words, for the link on the cell. */
  label: string;
};

export type HeatRow = { team: string; isForce: boolean; cells: HeatCell[]; planned: boolean };

/** Teams × months, the force last. */
export function heatRows(demand: Demand, isPlanned: boolean): HeatRow[] {
  return [...demand.teams, demand.force].map((one) => heatRow(demand, one, isPlanned));
}

function heatRow(demand: Demand, one: DemandOfTeam, isPlanned: boolean): HeatRow {
  const { months, rosterAsAt, thresholds } = demand;
  const planned = isPlanned ? one.planned : null;
  const tests = new Map(peaksShown(demand, one, isPlanned).map((peak) => [peak.month, peak.tests]));
  const shares = planned?.utilisation ?? one.utilisation;
  const team = one.team ?? 'Force';
  return {
    team,
    isForce: one.team === null,
    planned: planned !== null,
    cells: months.map((month, index) => {
      const share = shares[index] ?? null;
      const isOver = tests.get(month)?.includes('over-capacity') ?? false;
      const isStandingOut = tests.get(month)?.includes('above-mean') ?? false;
      const marks = [
        ...(isOver ? ['over capacity'] : []),
        ...(isStandingOut ? ['well above the team’s mean'] : []),
      ];
      const figure = rosterAsAt === null ? 'no capacity known' : showFullness(share);
      return {
        month,
        utilisation: share,
        text: share === null ? MISSING : String(Math.round(share * 100)),
        level: isOver
          ? '4'
          : heatLevel(share === null ? null : Math.min(1, share / thresholds.peakOverCapacity)),
        isOver,
        isStandingOut,
        label: [`${team}, ${showMonth(month)}: ${figure}`, ...marks].join(', '),
      };
    }),
  };
}

/** What each shade means: shares of what counts as full, as `heatLevel` has them. */
export function heatKey(rows: readonly HeatRow[], { peakOverCapacity: most }: PeakThresholds) {
  const hasNobody = rows.some(({ cells }) => cells.some((cell) => cell.isOver && cell.utilisation === null));
  return [
    ...heatDepths.map(({ level, upTo }) => ({ level, text: '', means: `to ${showPercent(upTo * most)}` })),
    { level: '4' as const, text: '', means: `over ${showPercent(most)}, hatched` },
    ...(hasNobody ? [{ level: '4' as const, text: MISSING, means: `work and ${NOBODY}` }] : []),
  ];
}

/** Years over the months of a heading, each with how many months it spans. */
export function yearSpans(months: readonly Month[]): Array<{ year: string; span: number }> {
  const spans: Array<{ year: string; span: number }> = [];
  for (const month of months) {
    const year = month.slice(0, 4);
    const last = spans[spans.length - 1];
    if (last?.year === year) last.span++;
    else spans.push({ year, span: 1 });
  }
  return spans;
}

export type OverdueRow = {
  duty: string;
  name: string;
  outstanding: number;
  share: number | null;
  isOver: boolean;
  /** Over the tolerance, the highest share first. */
  teams: string[];
  /** Over the tolerance in the force, the highest risk first: a calm whole must not hide the few that matter most. */
  risks: Risk[];
};

/** One row a duty that any case owes: what is overdue of it, and in which teams and at which risk it is over the tolerance. */
export const overdueRows = (backlog: Pick<Backlog, 'duties' | 'teams'>): OverdueRow[] =>
  backlog.duties
    .filter(({ owing }) => owing > 0)
    .map(({ duty, name, outstanding, share, isOverTolerance, rows }) => ({
      duty,
      name,
      outstanding,
      share,
      isOver: isOverTolerance,
      teams: teamsOver(backlog, duty),
      risks: rows.filter((row) => row.isOverTolerance).map(({ risk }) => risk),
    }));
