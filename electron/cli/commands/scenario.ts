/** `scenario`: run, compare, sweep and seek. A scenario is a JSON file, or the name of one kept in the workspace. */
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { call, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { ScenarioRef } from '#shared/contract/scenarios.ts';
import { Month } from '#shared/domain/dates.ts';
import { ScenarioDraft } from '#shared/domain/scenario.ts';
import { FigureKey, figureKeys } from '#shared/domain/scenario-result.ts';
import { Refusal, systemCode } from '../errors.ts';
import { decimal, given, snapshotId, wholeNumber } from '../options.ts';
import type { Common } from '../options.ts';
import { showProgress, warn } from '../progress.ts';
import { readText } from '../read-file.ts';
import type { Respond } from '../respond.ts';
import { findTeam, withWorkspace } from '../session.ts';
import type { Terminal } from '../terminal.ts';
import {
  comparisonText,
  resultText,
  scenariosText,
  soughtText,
  sweepText,
  tornadoText,
} from './scenario-text.ts';

export type Futures = Common & { snapshot?: number; runs?: number; seed?: number };
type Posts = Futures & {
  team?: string;
  contract?: 'officer' | 'staff';
  from?: Month;
  lead?: number;
  training?: number;
  productivity?: number;
  first?: Month;
  last?: Month;
  most?: number;
};

const MOST_BYTES = 200_000;

async function draftFrom(file: string): Promise<ScenarioDraft> {
  const text = await readText(file, MOST_BYTES, {
    tooLarge: () => new Refusal('invalid-input', `"${file}" is too large for a scenario. Choose another.`),
    unreadable: (error) => {
      const why = systemCode(error) === 'ENOENT' ? 'there is no such file' : 'it cannot be read';
      return new Refusal('not-found', `Expected a scenario at "${file}", but ${why}.`, { file });
    },
  });
  const refuse = (why: string): Refusal =>
    new Refusal('invalid-input', `Expected name, description and changes in "${file}": ${why}.`, { file });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refuse('it is not JSON');
  }
  const parsed = ScenarioDraft.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refuse(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

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

async function postsOf(engine: Engine, options: Posts) {
  const { contract, from, lead, training, productivity, first, last, most, team, snapshot } = options;
  return {
    ...futuresOf(options),
    ...given({
      team: team === undefined ? undefined : await findTeam(engine, team, snapshot),
      contract,
      from,
      leadMonths: lead,
      trainingMonths: training,
      productivity,
      first,
      last,
      most,
    }),
  };
}

export function month(text: string): Month {
  const parsed = Month.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('Expected a month like 2027-03.');
  return parsed.data;
}

export const withFutures = (command: Command): Command =>
  command
    .option('--snapshot <id>', 'start from this snapshot instead of the newest', snapshotId)
    .option('--runs <n>', 'simulated futures (1000)', wholeNumber(100, 2000))
    .option('--seed <n>', 'the same seed gives the same futures (1)', wholeNumber(0, 2_147_483_647));

const withPosts = (command: Command): Command =>
  withFutures(command)
    .option('--team <name>', 'posts of one team; without, of the force')
    .addOption(new Option('--contract <kind>', 'of the posts (officer)').choices(['officer', 'staff']))
    .option('--from <month>', 'recruiting may begin in this month (the first)', month)
    .option('--lead <months>', 'from then until in post (6)', wholeNumber(0, 36))
    .option('--training <months>', 'in training (3)', wholeNumber(0, 36))
    .option('--productivity <share>', 'what a newcomer in training counts as (0.5)', decimal(0, 1))
    .option('--first <month>', 'look at limits from this month on (when newcomers count in full)', month)
    .option('--last <month>', 'and up to this one (the last)', month);

export function addScenarioCommands(program: Command, respond: Respond): void {
  const scenario = program
    .command('scenario')
    .description('what would happen if: posts, growth, standards, levelling, cost');
  const inWorkspace = <T extends Common>(
    chosen: T,
    work: (engine: Engine, options: T, terminal: Terminal) => Promise<{ reply: unknown; text: string }>,
  ): Promise<void> =>
    respond(chosen, (options, terminal) =>
      withWorkspace(options, terminal, (engine) => work(engine, options, terminal)),
    );

  scenario
    .command('list')
    .description('the scenarios kept')
    .action((_options: unknown, command: Command) =>
      inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const scenarios = await call(engine, 'scenarios.list', {});
        return { reply: { scenarios }, text: scenariosText(scenarios) };
      }),
    );

  scenario
    .command('save')
    .description('keep a scenario')
    .argument('<file>', 'JSON: name, description, changes')
    .action((file: string, _options: unknown, command: Command) =>
      inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const reply = await call(engine, 'scenarios.save', await draftFrom(file));
        return { reply, text: `Kept “${reply.name}” as number ${String(reply.id)}.` };
      }),
    );

  withFutures(scenario.command('run'))
    .description('a scenario by month and team, with ranges')
    .argument('<scenario>', 'a JSON file, or the name of one kept')
    .action((named: string, _options: unknown, command: Command) =>
      inWorkspace(command.optsWithGlobals<Futures>(), async (engine, options, terminal) => {
        const input = { ...futuresOf(options), scenario: await scenarioRef(engine, named) };
        const reply = await runJob(
          engine,
          'scenarios.simulate',
          input,
          showProgress(terminal),
          terminal.signal,
        );
        warn(terminal, reply.notes, reply.unconfirmed);
        return { reply, text: resultText(reply) };
      }),
    );

  withFutures(scenario.command('compare'))
    .description('scenarios beside the baseline: differing assumptions and figures')
    .argument('<scenarios...>', 'JSON files, or names of those kept')
    .option('--baseline <scenario>', 'against this one (the state of things as it is)')
    .option('--team <name>', 'figures of one team')
    .action((all: string[], _options: unknown, command: Command) =>
      inWorkspace(
        command.optsWithGlobals<Futures & { baseline?: string; team?: string }>(),
        async (engine, options, terminal) => {
          const { baseline, team, snapshot } = options;
          const scenarios: ScenarioRef[] = [];
          for (const named of all) scenarios.push(await scenarioRef(engine, named));
          const input = {
            ...futuresOf(options),
            ...given({
              baseline: baseline === undefined ? undefined : await scenarioRef(engine, baseline),
              team: team === undefined ? undefined : await findTeam(engine, team, snapshot),
            }),
            scenarios,
          };
          const reply = await runJob(
            engine,
            'scenarios.compare',
            input,
            showProgress(terminal),
            terminal.signal,
          );
          return { reply, text: comparisonText(reply) };
        },
      ),
    );

  withFutures(scenario.command('tornado'))
    .description('which assumption moves a figure most')
    .argument('<scenario>', 'a JSON file, or the name of one kept')
    .addOption(new Option('--figure <figure>', 'the figure').choices(figureKeys).default('ratio-end'))
    .option('--team <name>', 'of one team')
    .action((named: string, _options: unknown, command: Command) =>
      inWorkspace(
        command.optsWithGlobals<Futures & { figure: string; team?: string }>(),
        async (engine, options, terminal) => {
          const { team, snapshot } = options;
          const input = {
            ...futuresOf(options),
            ...given({ team: team === undefined ? undefined : await findTeam(engine, team, snapshot) }),
            scenario: await scenarioRef(engine, named),
            figure: FigureKey.parse(options.figure),
          };
          const reply = await runJob(
            engine,
            'scenarios.tornado',
            input,
            showProgress(terminal),
            terminal.signal,
          );
          return { reply, text: tornadoText(reply) };
        },
      ),
    );

  withPosts(scenario.command('sweep'))
    .description('a scenario with 0 to n further posts')
    .argument('<scenario>', 'a JSON file, or the name of one kept')
    .option('--most <n>', 'posts at most (20)', wholeNumber(1, 60))
    .action((named: string, _options: unknown, command: Command) =>
      inWorkspace(command.optsWithGlobals<Posts>(), async (engine, options, terminal) => {
        const input = { ...(await postsOf(engine, options)), scenario: await scenarioRef(engine, named) };
        const reply = await runJob(engine, 'scenarios.sweep', input, showProgress(terminal), terminal.signal);
        return { reply, text: sweepText(reply) };
      }),
    );

  withPosts(scenario.command('seek'))
    .description('the fewest further posts, and the latest start, that keep a limit')
    .argument('<scenario>', 'a JSON file, or the name of one kept')
    .addOption(new Option('--goal <goal>', 'which limit').choices(['ratio', 'capacity']).default('ratio'))
    .option('--probability <share>', 'of the futures (0.8)', decimal(0.01, 1))
    .option('--most <n>', 'posts tried at most (60)', wholeNumber(1, 200))
    .action((named: string, _options: unknown, command: Command) =>
      inWorkspace(
        command.optsWithGlobals<Posts & { goal: 'ratio' | 'capacity'; probability?: number }>(),
        async (engine, options, terminal) => {
          const { goal, probability } = options;
          const input = {
            ...(await postsOf(engine, options)),
            ...given({ probability }),
            goal,
            scenario: await scenarioRef(engine, named),
          };
          const reply = await runJob(
            engine,
            'scenarios.seek',
            input,
            showProgress(terminal),
            terminal.signal,
          );
          return { reply, text: soughtText(reply) };
        },
      ),
    );
}
