/** The scenarios that commands are given, and the futures they are held against. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { ScenarioRef } from '#shared/contract/scenarios.ts';
import type { Month } from '#shared/domain/dates.ts';
import { ScenarioDraft } from '#shared/domain/scenario.ts';
import { Refusal } from './errors.ts';
import { decimal, given, isoMonth, snapshotId, wholeNumber } from './options.ts';
import type { Common } from './options.ts';
import { readJson } from './read-json.ts';

export type Futures = Common & { snapshot?: number; runs?: number; seed?: number };
/** When further people join, and what they count as at first. */
export type Joining = { from?: Month; lead?: number; training?: number; productivity?: number };

export const draftFrom = (file: string): Promise<ScenarioDraft> =>
  readJson(file, ScenarioDraft, 'a scenario (name, description and changes)');

/** A file where it ends in .json, else the scenario kept under that name. */
export async function scenarioRef(engine: Engine, named: string): Promise<ScenarioRef> {
  if (named.toLowerCase().endsWith('.json')) return { draft: await draftFrom(named) };
  const kept = (await call(engine, 'scenarios.list', {})).filter(({ archivedAt }) => archivedAt === null);
  const found = kept.find(({ name }) => name.toLowerCase() === named.toLowerCase());
  if (found) return { scenarioId: found.id };
  const names = kept.map(({ name }) => name);
  throw new Refusal(
    'not-found',
    `There is no scenario called "${named}". Kept: ${names.join(', ') || 'none yet'}. A file ends in .json.`,
    { scenarios: names },
  );
}

export const futuresOf = ({ snapshot, runs, seed }: Futures) => given({ snapshotId: snapshot, runs, seed });

export const joiningOf = ({ from, lead, training, productivity }: Joining) =>
  given({ from, leadMonths: lead, trainingMonths: training, productivity });

export const withFutures = (command: Command): Command =>
  command
    .option('--snapshot <id>', 'start from this snapshot instead of the newest', snapshotId)
    .option('--runs <n>', 'simulated futures (1000)', wholeNumber(100, 2000))
    .option('--seed <n>', 'the same seed gives the same futures (1)', wholeNumber(0, 2_147_483_647));

export const withJoining = (command: Command): Command =>
  command
    .option('--from <month>', 'recruiting may begin in this month (the first)', isoMonth)
    .option('--lead <months>', 'from then until in post (6)', wholeNumber(0, 36))
    .option('--training <months>', 'in training (3)', wholeNumber(0, 36))
    .option('--productivity <share>', 'what a newcomer in training counts as (0.5)', decimal(0, 1));
