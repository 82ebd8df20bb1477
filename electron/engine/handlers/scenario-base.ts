/** What scenarios are run on, read from the workspace; futures and base are kept while what they rest on stands. */
import type { Snapshot } from '#shared/contract/imports.ts';
import { USUAL_RUNS, USUAL_SEED } from '#shared/domain/forecast.ts';
import { scenarioBase, type BaseInput, type ScenarioBase } from '#shared/planning/scenarios/base.ts';
import { SCENARIO_MONTHS, type Futures } from '#shared/planning/forecast/cases/futures.ts';
import type { JobTools } from '../context.ts';
import { AppError } from '../errors.ts';
import { abstractionMark } from '../store/abstractions.ts';
import { readPayTable } from '../store/pay.ts';
import { findRoster } from '../store/rosters.ts';
import { readSettings } from '../store/settings.ts';
import { readStandards } from '../store/standards.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { historyOf, readHistory } from './case-history.ts';
import { runFor } from './plan-task.ts';
import { readSituation, requireSnapshot } from './situation.ts';

export type FuturesChoice = {
  snapshotId?: number | undefined;
  runs?: number | undefined;
  seed?: number | undefined;
};

type Kept = {
  futures: Map<string, Futures>;
  input: { key: string; input: BaseInput } | null;
  base: ScenarioBase | null;
};

/** By workspace, so that nothing of it is left once it is closed. */
const kept = new WeakMap<Workspace, Kept>();
/** Futures of a thousand runs take some megabytes. */
const MOST_FUTURES = 3;

function keptOf(workspace: Workspace): Kept {
  const held = kept.get(workspace) ?? { futures: new Map<string, Futures>(), input: null, base: null };
  kept.set(workspace, held);
  return held;
}

/** The same history, runs and seed give the same futures. */
const futuresKey = (
  history: readonly Snapshot[],
  { runs = USUAL_RUNS, seed = USUAL_SEED }: FuturesChoice,
): string => JSON.stringify([history.map(({ id }) => id), runs, seed]);

/** Simulates the futures where they are not held. */
export async function ensureFutures(
  workspace: Workspace,
  choice: FuturesChoice,
  tools: JobTools,
): Promise<Futures> {
  const history = await workspace.read((store) => historyOf(store, choice.snapshotId));
  const key = futuresKey(history, choice);
  const { futures } = keptOf(workspace);
  const held = futures.get(key);
  if (held) return held;
  const snapshots = await readHistory(workspace, history, tools.job, 0.3);
  const { runs = USUAL_RUNS, seed = USUAL_SEED } = choice;
  const task = { kind: 'futures' as const, snapshots, months: SCENARIO_MONTHS, runs, seed };
  const made = await runFor(workspace, task, tools);
  futures.set(key, made);
  for (const oldest of futures.keys()) {
    if (futures.size <= MOST_FUTURES) break;
    futures.delete(oldest);
  }
  return made;
}

/** The futures held already. @throws AppError unavailable until they have been simulated */
export async function heldFutures(
  workspace: Workspace,
  store: Store,
  choice: FuturesChoice,
): Promise<Futures> {
  const futures = keptOf(workspace).futures.get(
    futuresKey(await historyOf(store, choice.snapshotId), choice),
  );
  if (futures) return futures;
  throw new AppError(
    'unavailable',
    'The futures that scenarios rest on are not simulated yet. Prepare the scenarios first.',
    { needs: 'futures' },
  );
}

/** @throws AppError not-found without a staff list: nothing could be told of people */
async function readBaseInput(
  store: Store,
  futures: Futures,
  snapshotId: number | undefined,
): Promise<BaseInput> {
  const { snapshot, roster, ...situation } = await readSituation(store, { snapshotId });
  if (roster === null) {
    throw new AppError('not-found', 'No staff list is loaded: scenarios need one. Import one first.', {
      needs: 'roster',
    });
  }
  return {
    ...situation,
    snapshotId: snapshot.id,
    asAt: snapshot.asAt,
    rosterAsAt: roster.asAt,
    pay: await readPayTable(store),
    futures,
  };
}

/** What the base rests on, told by little: reading the cases takes longer than a person waits for a redrawn chart. */
async function baseKey(store: Store, futures: Futures, snapshotId: number | undefined): Promise<string> {
  const snapshot = await requireSnapshot(store, snapshotId);
  const roster = await findRoster(store, snapshot.asAt);
  return JSON.stringify([
    snapshot.id,
    roster?.id ?? null,
    await abstractionMark(store),
    await readStandards(store),
    await readSettings(store),
    await readPayTable(store),
    futures.runs,
    futures.seed,
  ]);
}

/** What a planner worker makes the base from. */
export async function baseInput(
  workspace: Workspace,
  store: Store,
  futures: Futures,
  snapshotId: number | undefined,
): Promise<BaseInput> {
  const held = keptOf(workspace);
  const key = await baseKey(store, futures, snapshotId);
  if (held.input?.key === key && held.input.input.futures === futures) return held.input.input;
  const input = await readBaseInput(store, futures, snapshotId);
  held.input = { key, input };
  held.base = null;
  return input;
}

/** The base itself, with what was worked out on it before. */
export async function heldBase(
  workspace: Workspace,
  store: Store,
  futures: Futures,
  snapshotId: number | undefined,
): Promise<ScenarioBase> {
  const input = await baseInput(workspace, store, futures, snapshotId);
  const held = keptOf(workspace);
  held.base ??= scenarioBase(input);
  return held.base;
}
