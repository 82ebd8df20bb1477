/** `scenario`: run, compare, sweep and seek. A scenario is a JSON file, or the name of one kept in the workspace. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { ScenarioRef } from '#shared/contract/scenarios.ts';
import type { Month } from '#shared/domain/dates.ts';
import { FigureKey, figureKeys } from '#shared/domain/scenario-result.ts';
import { decimal, given, isoMonth, wholeNumber } from '../options.ts';
import type { Common } from '../options.ts';
import { followJob, warn } from '../progress.ts';
import type { Respond } from '../respond.ts';
import {
  draftFrom,
  futuresOf,
  joiningOf,
  scenarioRef,
  withFutures,
  withJoining,
  type Futures,
  type Joining,
} from '../scenario-choice.ts';
import { findTeam } from '../session.ts';
import {
  comparisonText,
  resultText,
  scenariosText,
  soughtText,
  sweepText,
  tornadoText,
} from './scenario-text.ts';

type Posts = Futures &
  Joining & { team?: string; contract?: 'officer' | 'staff'; first?: Month; last?: Month; most?: number };

async function postsOf(engine: Engine, options: Posts) {
  const { contract, first, last, most, team, snapshot } = options;
  return {
    ...futuresOf(options),
    ...joiningOf(options),
    ...given({
      team: team === undefined ? undefined : await findTeam(engine, team, snapshot),
      contract,
      first,
      last,
      most,
    }),
  };
}

const withPosts = (command: Command): Command =>
  withJoining(withFutures(command))
    .option('--team <name>', 'posts of one team; without, of the force')
    .addOption(new Option('--contract <kind>', 'of the posts (officer)').choices(['officer', 'staff']))
    .option('--first <month>', 'look at limits from this month on (when newcomers count in full)', isoMonth)
    .option('--last <month>', 'and up to this one (the last)', isoMonth);

function addKept(scenario: Command, respond: Respond): void {
  scenario
    .command('list')
    .description('the scenarios kept')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const scenarios = await call(engine, 'scenarios.list', {});
        return { reply: { scenarios }, text: scenariosText(scenarios) };
      }),
    );

  scenario
    .command('save')
    .description('keep a scenario')
    .argument('<file>', 'JSON: name, description, changes')
    .action((file: string, _options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const reply = await call(engine, 'scenarios.save', await draftFrom(file));
        return { reply, text: `Kept “${reply.name}” as number ${String(reply.id)}.` };
      }),
    );
}

function addRun(scenario: Command, respond: Respond): void {
  withFutures(scenario.command('run'))
    .description('a scenario by month and team, with ranges')
    .argument('<scenario>', 'a JSON file, or the name of one kept')
    .action((named: string, _options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Futures>(), async (engine, options, terminal) => {
        const input = { ...futuresOf(options), scenario: await scenarioRef(engine, named) };
        const reply = await followJob(engine, terminal, 'scenarios.simulate', input);
        warn(terminal, reply.notes, reply.unconfirmed);
        return { reply, text: resultText(reply) };
      }),
    );
}

function addCompare(scenario: Command, respond: Respond): void {
  withFutures(scenario.command('compare'))
    .description('scenarios beside the baseline: differing assumptions and figures')
    .argument('<scenarios...>', 'JSON files, or names of those kept')
    .option('--baseline <scenario>', 'against this one (the baseline: the state of things as it is)')
    .option('--team <name>', 'figures of one team')
    .action((all: string[], _options: unknown, command: Command) =>
      respond.inWorkspace(
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
          const reply = await followJob(engine, terminal, 'scenarios.compare', input);
          return { reply, text: comparisonText(reply) };
        },
      ),
    );
}

function addTornado(scenario: Command, respond: Respond): void {
  withFutures(scenario.command('tornado'))
    .description('which assumption moves a figure most')
    .argument('<scenario>', 'a JSON file, or the name of one kept')
    .addOption(new Option('--figure <figure>', 'the figure').choices(figureKeys).default('ratio-end'))
    .option('--team <name>', 'of one team')
    .action((named: string, _options: unknown, command: Command) =>
      respond.inWorkspace(
        command.optsWithGlobals<Futures & { figure: string; team?: string }>(),
        async (engine, options, terminal) => {
          const { team, snapshot } = options;
          const input = {
            ...futuresOf(options),
            ...given({ team: team === undefined ? undefined : await findTeam(engine, team, snapshot) }),
            scenario: await scenarioRef(engine, named),
            figure: FigureKey.parse(options.figure),
          };
          const reply = await followJob(engine, terminal, 'scenarios.tornado', input);
          return { reply, text: tornadoText(reply) };
        },
      ),
    );
}

function addSweep(scenario: Command, respond: Respond): void {
  withPosts(scenario.command('sweep'))
    .description('a scenario with 0 to n further posts')
    .argument('<scenario>', 'a JSON file, or the name of one kept')
    .option('--most <n>', 'posts at most (20)', wholeNumber(1, 60))
    .action((named: string, _options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Posts>(), async (engine, options, terminal) => {
        const input = { ...(await postsOf(engine, options)), scenario: await scenarioRef(engine, named) };
        const reply = await followJob(engine, terminal, 'scenarios.sweep', input);
        return { reply, text: sweepText(reply) };
      }),
    );
}

function addSeek(scenario: Command, respond: Respond): void {
  withPosts(scenario.command('seek'))
    .description('the fewest further posts, and the latest start, that keep a limit')
    .argument('<scenario>', 'a JSON file, or the name of one kept')
    .addOption(new Option('--goal <goal>', 'which limit').choices(['ratio', 'capacity']).default('ratio'))
    .option('--probability <share>', 'of the futures (0.8)', decimal(0.01, 1))
    .option('--most <n>', 'posts tried at most (60)', wholeNumber(1, 200))
    .action((named: string, _options: unknown, command: Command) =>
      respond.inWorkspace(
        command.optsWithGlobals<Posts & { goal: 'ratio' | 'capacity'; probability?: number }>(),
        async (engine, options, terminal) => {
          const { goal, probability } = options;
          const input = {
            ...(await postsOf(engine, options)),
            ...given({ probability }),
            goal,
            scenario: await scenarioRef(engine, named),
          };
          const reply = await followJob(engine, terminal, 'scenarios.seek', input);
          return { reply, text: soughtText(reply) };
        },
      ),
    );
}

export function addScenarioCommands(program: Command, respond: Respond): void {
  const scenario = program
    .command('scenario')
    .description('what would happen if: posts, growth, standards, levelling, cost');
  for (const add of [addKept, addRun, addCompare, addTornado, addSweep, addSeek]) add(scenario, respond);
}
