/**
 * The linear model of a levelling problem. One model serves all four stages of planning §3; only costs,
 * bounds and whole-number demands change between them.
 *
 * Columns: an arc each (how many chains take it), then z (peak utilisation), then one per month (hours above
 * the level that counts as even). Rows: flow at each node, load at most z × capacity, excess per month, and
 * the sum of excess.
 */
import { riskLevels, type RiskLevel } from '#shared/domain/case.ts';
import type { Problem } from '#shared/domain/plan.ts';
import { nextDue, unmovedMonth } from '../rollout.ts';
import type { Flow, FlowArc } from './flow.ts';
import type { LinearModel } from './solver.ts';

export type Stage =
  | { name: 'bound' }
  /** `atLeast` is the target, or 0 for the lowest peak; `atMost` the peak of moving the least. */
  | { name: 'peak'; atLeast: number; atMost: number }
  | { name: 'evenness'; peak: number }
  | { name: 'disturbance'; peak: number; excess: number };

export type LevellingModel = {
  /** Index of the column z. */
  peakColumn: number;
  forStage(stage: Stage): LinearModel;
};

/** Moving higher-risk work costs more: very high 8, high 4, medium 2, low 1. */
const riskWeight = (risk: RiskLevel): number => 2 ** (riskLevels.length - 1 - riskLevels.indexOf(risk));

/** One extra occurrence weighs as much as this many months early of low-risk work: it always comes first. */
const EXTRA_OCCURRENCE_WEIGHT = 1000;

/**
 * What an arc disturbs: the share of an extra occurrence that it causes (months by which the next due date
 * comes earlier ÷ interval), then months early, or months of overdue work left waiting, weighted by risk.
 */
function disturbance(problem: Problem, flow: Flow, arc: FlowArc): number {
  const node = flow.nodes[arc.node];
  const chain = node && flow.groups[node.group]?.sample;
  if (!node || !chain) return 0;
  const unmoved = unmovedMonth(node.due);
  const weight = riskWeight(chain.risk);
  if (node.due < 0) {
    // Longest overdue first: each month overdue adds a little to the price of waiting.
    const overdue = 1 + Math.min(-node.due, 24) / 1000;
    return weight * Math.max(0, arc.month - problem.firstMonth) * overdue;
  }
  const early = unmoved - arc.month;
  const earlier = nextDue(chain, node.due, unmoved) - nextDue(chain, node.due, arc.month);
  return (EXTRA_OCCURRENCE_WEIGHT * Math.max(0, earlier)) / chain.interval + weight * early;
}

class Rows {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly starts: number[] = [0];
  readonly columns: number[] = [];
  readonly values: number[] = [];

  add(lower: number, upper: number, entries: Iterable<readonly [column: number, value: number]>): void {
    for (const [column, value] of entries) {
      this.columns.push(column);
      this.values.push(value);
    }
    this.lower.push(lower);
    this.upper.push(upper);
    this.starts.push(this.columns.length);
  }
}

/**
 * @param level utilisation above which hours count as uneven: the team's mean, or the target if higher
 */
export function buildModel(problem: Problem, flow: Flow, level: number): LevellingModel {
  const { months, capacity, fixed } = problem;
  const arcs = flow.arcs.length;
  const peakColumn = arcs;
  const excessColumn = (month: number): number => arcs + 1 + month;
  const rows = new Rows();

  for (const node of flow.nodes) {
    const entries = new Map<number, number>();
    for (const arc of node.arcs) entries.set(arc, 1);
    for (const arc of node.inflow) entries.set(arc, (entries.get(arc) ?? 0) - 1);
    rows.add(node.supply, node.supply, entries);
  }
  const arcsDoneIn: Array<Array<[arc: number, hours: number]>> = Array.from({ length: months }, () => []);
  for (const [arc, { node, month }] of flow.arcs.entries()) {
    const group = flow.nodes[node]?.group;
    const chain = group === undefined ? undefined : flow.groups[group]?.sample;
    if (chain) arcsDoneIn[month]?.push([arc, chain.hours]);
  }
  for (const [month, work] of arcsDoneIn.entries()) {
    const available: number = capacity[month] ?? 0;
    const always: number = fixed[month] ?? 0;
    // A month without capacity has no utilisation: it cannot set the peak, its hours are all excess.
    if (available > 0) rows.add(-Infinity, -always, [...work, [peakColumn, -available]]);
    rows.add(-Infinity, level * available - always, [...work, [excessColumn(month), -1]]);
  }
  const excessRow = rows.lower.length;
  rows.add(
    -Infinity,
    Infinity,
    capacity.map((_, month) => [excessColumn(month), 1] as const),
  );

  const price = flow.arcs.map((arc) => disturbance(problem, flow, arc));
  const columns = arcs + 1 + months;
  const isInteger = Array.from({ length: columns }, (_, column) => column < arcs);
  const filled = (value: number): number[] => new Array<number>(columns).fill(value);

  return {
    peakColumn,
    forStage(stage) {
      const cost = filled(0);
      const lower = filled(0);
      const upper = filled(Infinity);
      const rowUpper = [...rows.upper];
      switch (stage.name) {
        case 'bound':
          cost[peakColumn] = 1;
          break;
        case 'peak':
          cost[peakColumn] = 1;
          lower[peakColumn] = stage.atLeast;
          upper[peakColumn] = stage.atMost;
          break;
        case 'evenness':
          upper[peakColumn] = stage.peak;
          for (let month = 0; month < months; month++) cost[excessColumn(month)] = 1;
          break;
        case 'disturbance':
          upper[peakColumn] = stage.peak;
          rowUpper[excessRow] = stage.excess;
          for (const [arc, value] of price.entries()) cost[arc] = value;
          break;
      }
      return {
        cost,
        lower,
        upper,
        isInteger: stage.name === 'bound' ? null : isInteger,
        rowLower: rows.lower,
        rowUpper,
        rowStarts: rows.starts,
        columns: rows.columns,
        values: rows.values,
      };
    },
  };
}
