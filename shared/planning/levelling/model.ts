/**
 * The linear model of a levelling problem. One model serves all stages of planning §3; only costs, bounds and
 * whole-number demands change between them.
 *
 * Columns: an arc each (how many chains take it), then z (peak utilisation), then one per month (hours above
 * the level that counts as even), then one per cap (moves beyond it). Rows: flow at each node, load at most
 * z × capacity, excess per month, the sum of excess, and moves of each cap.
 */
import { riskLevels, type RiskLevel } from '#shared/domain/case.ts';
import type { Problem } from '#shared/domain/problem.ts';
import { isOverdue, nextDue, unmovedMonth } from '../rollout.ts';
import { capsOf, movingArcs, type Cap } from './caps.ts';
import type { Flow, FlowArc, FlowNode } from './flow.ts';
import type { LinearModel } from './solver.ts';

export type Stage =
  | { name: 'bound' }
  /** `atLeast` is the target, or 0 for the lowest peak; `atMost` the peak of moving the least. */
  | { name: 'peak'; atLeast: number; atMost: number }
  | { name: 'evenness'; peak: number }
  | { name: 'disturbance'; peak: number; excess: number }
  | { name: 'fewest-moves'; peak: number }
  /** As few moves beyond the caps as can be. */
  | { name: 'overrun' };

export type LevellingModel = {
  /** Index of the column z. */
  peakColumn: number;
  /** Index of the column of moves beyond the first cap. */
  overrunColumn: number;
  caps: Cap[];
  /** Row that limits the load of each month by z; null for a month without capacity. */
  loadRows: Array<number | null>;
  /** Row of the first cap. */
  capRow: number;
  /**
   * The model of a stage in whole numbers. Where the peak is given, z is 0 and the limit of each month stands
   * in its row, rounded down to hours that whole occurrences can add up to.
   *
   * @param limits of the caps, where they are not the problem's own
   */
  whole(stage: Stage, limits?: readonly number[]): LinearModel;
  /** Values of all columns for a stage with its peak given, to start from, out of those of the arcs. */
  complete(values: ArrayLike<number>): Float64Array;
  /** The same without whole numbers: its lowest cost is a proven limit for the whole one. */
  relaxed(stage: Stage, limits?: readonly number[]): LinearModel;
};

/** Moving higher-risk work costs more: very high 8, high 4, medium 2, low 1. */
const riskWeight = (risk: RiskLevel): number => 2 ** (riskLevels.length - 1 - riskLevels.indexOf(risk));

/** One extra occurrence weighs as much as this many months early of low-risk work: it always comes first. */
const EXTRA_OCCURRENCE_WEIGHT = 1000;

/** Longest overdue first: waiting costs up to half as much again after two years, never as much as one risk level more. */
function overdueWeight({ supply, monthsOverdue, due }: FlowNode): number {
  const each = supply > 0 ? monthsOverdue / supply : Math.max(0, -due);
  return 1 + Math.min(each, 24) / 48;
}

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
  if (isOverdue(chain, node.due)) {
    return weight * overdueWeight(node) * Math.max(0, arc.month - problem.firstMonth);
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

/** The largest number of hours of which every occurrence is a multiple, in hundredths; 0 where there is none. */
function commonHours(flow: Flow): number {
  const hundredths = flow.groups.map(({ sample }) => sample.hours * 100);
  if (hundredths.some((value) => Math.abs(value - Math.round(value)) > 1e-6)) return 0;
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  return hundredths.map(Math.round).reduce(common, 0) / 100;
}

/** The arcs whose work is done in each month, with its hours. */
function workByMonth(flow: Flow, months: number): Array<Array<[arc: number, hours: number]>> {
  const work: Array<Array<[arc: number, hours: number]>> = Array.from({ length: months }, () => []);
  for (const [arc, { node, month }] of flow.arcs.entries()) {
    const group = flow.nodes[node]?.group;
    const chain = group === undefined ? undefined : flow.groups[group]?.sample;
    if (chain) work[month]?.push([arc, chain.hours]);
  }
  return work;
}

/** The rows of a model, and where those are that stages change. */
function rowsOf(problem: Problem, flow: Flow, level: number, caps: readonly Cap[]) {
  const { months, capacity, fixed } = problem;
  const peakColumn = flow.arcs.length;
  const excessColumn = peakColumn + 1;
  const overrunColumn = excessColumn + months;
  const rows = new Rows();
  for (const node of flow.nodes) {
    const entries = new Map<number, number>();
    for (const arc of node.arcs) entries.set(arc, 1);
    for (const arc of node.inflow) entries.set(arc, (entries.get(arc) ?? 0) - 1);
    rows.add(node.supply, node.supply, entries);
  }
  const loadRows: Array<number | null> = [];
  for (const [month, work] of workByMonth(flow, months).entries()) {
    const available: number = capacity[month] ?? 0;
    const always: number = fixed[month] ?? 0;
    // A month without capacity has no utilisation: it cannot set the peak, its hours are all excess.
    loadRows.push(available > 0 ? rows.lower.length : null);
    if (available > 0) rows.add(-Infinity, -always, [...work, [peakColumn, -available]]);
    rows.add(-Infinity, level * available - always, [...work, [excessColumn + month, -1]]);
  }
  const excessRow = rows.lower.length;
  rows.add(
    -Infinity,
    Infinity,
    capacity.map((_, month) => [excessColumn + month, 1] as const),
  );
  const capRow = rows.lower.length;
  for (const [index, { limit, arcs }] of caps.entries()) {
    rows.add(-Infinity, limit, [...arcs.map((arc) => [arc, 1] as const), [overrunColumn + index, -1]]);
  }
  const columns = overrunColumn + caps.length;
  return { rows, loadRows, excessRow, capRow, peakColumn, excessColumn, overrunColumn, columns };
}

/** All that the models of a problem's stages are made of. */
function partsOf(problem: Problem, flow: Flow, level: number) {
  const caps = capsOf(problem, flow);
  return {
    problem,
    flow,
    level,
    caps,
    ...rowsOf(problem, flow, level, caps),
    moving: movingArcs(flow),
    price: flow.arcs.map((arc) => disturbance(problem, flow, arc)),
    unit: commonHours(flow),
  };
}
type Parts = ReturnType<typeof partsOf>;

/** Hours that chains may add up to in a month at that peak. */
function room({ problem, unit }: Parts, month: number, peak: number): number {
  const available = peak * (problem.capacity[month] ?? 0) - (problem.fixed[month] ?? 0);
  return unit > 0 ? Math.floor(available / unit + 1e-6) * unit : available;
}

function forStage(parts: Parts, stage: Stage, limits: readonly number[], isWhole: boolean): LinearModel {
  const { rows, columns, peakColumn, excessColumn, overrunColumn } = parts;
  const cost = new Array<number>(columns).fill(0);
  const lower = new Array<number>(columns).fill(0);
  const upper = new Array<number>(columns).fill(Infinity);
  const rowUpper = [...rows.upper];
  for (const [index, limit] of limits.entries()) {
    rowUpper[parts.capRow + index] = limit;
    upper[overrunColumn + index] = stage.name === 'overrun' ? Infinity : 0;
  }
  const holdPeak = (peak: number): void => {
    upper[peakColumn] = isWhole ? 0 : peak;
    if (!isWhole) return;
    for (const [month, row] of parts.loadRows.entries())
      if (row !== null) rowUpper[row] = room(parts, month, peak);
  };
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
      holdPeak(stage.peak);
      for (let column = excessColumn; column < overrunColumn; column++) cost[column] = 1;
      break;
    case 'disturbance':
      holdPeak(stage.peak);
      rowUpper[parts.excessRow] = stage.excess;
      for (const [arc, value] of parts.price.entries()) cost[arc] = value;
      break;
    case 'fewest-moves':
      holdPeak(stage.peak);
      for (const arc of parts.moving) cost[arc] = 1;
      break;
    case 'overrun':
      for (const index of parts.caps.keys()) cost[overrunColumn + index] = 1;
      break;
  }
  return {
    cost,
    lower,
    upper,
    isInteger: isWhole ? cost.map((_, column) => column < peakColumn) : null,
    rowLower: rows.lower,
    rowUpper,
    rowStarts: rows.starts,
    columns: rows.columns,
    values: rows.values,
  };
}

function complete(
  { problem, flow, level, columns, peakColumn, excessColumn }: Parts,
  values: ArrayLike<number>,
): Float64Array {
  const all = new Float64Array(columns);
  for (let arc = 0; arc < peakColumn; arc++) all[arc] = Math.round(values[arc] ?? 0);
  for (const [month, work] of workByMonth(flow, problem.months).entries()) {
    const load = work.reduce((sum, [arc, time]) => sum + time * (all[arc] ?? 0), problem.fixed[month] ?? 0);
    all[excessColumn + month] = Math.max(0, load - level * (problem.capacity[month] ?? 0));
  }
  return all;
}

/**
 * @param level utilisation above which hours count as uneven: the team's mean, or the target if higher
 */
export function buildModel(problem: Problem, flow: Flow, level: number): LevellingModel {
  const parts = partsOf(problem, flow, level);
  const { peakColumn, overrunColumn, caps, loadRows, capRow } = parts;
  const own = caps.map(({ limit }) => limit);
  return {
    complete: (values) => complete(parts, values),
    peakColumn,
    overrunColumn,
    caps,
    loadRows,
    capRow,
    whole: (stage, limits = own) => forStage(parts, stage, limits, true),
    relaxed: (stage, limits = own) => forStage(parts, stage, limits, false),
  };
}
