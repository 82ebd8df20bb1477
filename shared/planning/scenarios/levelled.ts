/** A scenario's coefficients with the work of cases held levelled, team by team, on the middle path. */
import type { Assumed } from './assumed.ts';
import type { ScenarioBase } from './base.ts';
import { reactiveShares, type Coefficients } from './coefficients.ts';
import { dutyCounts, dutyFlows, type DutyCounts } from './duty-work.ts';
import { LEVELS } from '../forecast/cases/futures.ts';
import { estimateLevelling, type Estimated, type MovableWork } from './level-estimate.ts';
import { keptOnMiddlePath, middlePath } from './paths.ts';
import type { SplitFlow } from './split-flow.ts';
import { cellsOf, plannedLevel } from './work.ts';

export type LevellingOfTeam = Omit<Estimated, 'changes'>;

type Input = {
  base: ScenarioBase;
  assumed: Assumed;
  terms: Coefficients;
  /** Capacity of each team by month. */
  capacity: ReadonlyArray<readonly number[]>;
};

/** A duty's flows with the hours of one occurrence; those of reactive cases stand beside those of cases as they are. */
type DutyFlows = {
  flows: SplitFlow[][];
  counts: DutyCounts[][];
  hoursAt: (level: number) => number;
  isReactive: boolean;
};

function flowsOf(base: ScenarioBase, assumed: Assumed): DutyFlows[] {
  const worlds = assumed.reactive.length === 0 ? [false] : [false, true];
  return assumed.standards.duties
    .filter((duty) => duty.hoursOf === 'offender-manager' && duty.movable)
    .flatMap((duty) =>
      worlds.map((isReactive) => ({
        flows: dutyFlows(base, assumed, duty, cellsOf(base, isReactive)),
        counts: dutyCounts(base, assumed, duty, cellsOf(base, isReactive)),
        hoursAt: (level) => duty.values[plannedLevel(base, level)].hours.value * assumed.hoursFactor,
        isReactive,
      })),
    );
}

const indexOf = (terms: Coefficients, team: number, level: number, month: number): number =>
  month * terms.cells + team * LEVELS + level;

/** A team's movable work as the middle path has it: in proportion to the cases of each month that it keeps. */
function workOfTeam(
  { base, assumed, terms }: Input,
  team: number,
  duties: readonly DutyFlows[],
  kept: Float64Array,
): Array<MovableWork & { level: number }> {
  const shares = reactiveShares(base, assumed, base.teams[team]?.team ?? '');
  return Array.from({ length: LEVELS }, (_, level) => {
    const keptShare = base.months.map((_, month) => {
      const held = terms.held[indexOf(terms, team, level, month)] ?? 0;
      return held > 0 ? (kept[indexOf(terms, team, level, month)] ?? 0) / held : 0;
    });
    return duties.flatMap(({ flows, counts, hoursAt, isReactive }) => {
      const flow = flows[team]?.[level];
      if (!flow || flow.isEmpty) return [];
      const hours = Float64Array.from(keptShare, (own, month) => {
        const share = shares[level]?.[month] ?? 0;
        return hoursAt(level) * own * (isReactive ? share : 1 - share);
      });
      const unmoved = [...hours].map((own, month) => own * (counts[team]?.[level]?.counts[month] ?? 0));
      return [{ level, flow, hours, unmoved }];
    });
  }).flat();
}

/**
 * Levels the teams for which the scenario has levelling on. The work of cases not known yet cannot be moved, so it
 * stands as it is; other futures than the middle path meet the same plan.
 */
export function withLevelling(input: Input): {
  terms: Coefficients;
  levelling: Array<LevellingOfTeam | null>;
} {
  const { base, assumed, terms, capacity } = input;
  if (!assumed.levelling.includes(true)) {
    return { terms, levelling: base.teams.map(() => null) };
  }
  const path = middlePath(base.futures, terms);
  const kept = keptOnMiddlePath(base.futures, terms);
  const duties = flowsOf(base, assumed);
  const perHeld = Float64Array.from(terms.perHeld);
  const levelling = base.teams.map((_, team) => {
    if (assumed.levelling[team] !== true) return null;
    const work = workOfTeam(input, team, duties, kept);
    const load = [...(path.load[team] ?? [])];
    const { changes, ...told } = estimateLevelling({
      load,
      capacity: capacity[team] ?? [],
      horizon: base.settings.horizonMonths,
      work,
    });
    for (const [at, { level }] of work.entries()) {
      for (const month of base.months.keys()) {
        const index = indexOf(terms, team, level, month);
        const cases = kept[index] ?? 0;
        if (cases > 0) perHeld[index] = (perHeld[index] ?? 0) + (changes[at]?.[month] ?? 0) / cases;
      }
    }
    return told;
  });
  return { terms: { ...terms, perHeld }, levelling };
}
