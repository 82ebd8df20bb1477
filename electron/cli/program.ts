/** The command line as a whole: its commands, and how each end becomes an exit code. */
import { Command, CommanderError } from 'commander';
import { ContractError } from '#electron/engine/call.ts';
import { toolVersion } from '#electron/engine/version.ts';
import { addAbstractionsCommands } from './commands/abstractions.ts';
import { addAuditCommands } from './commands/audit.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addBacklogCommands } from './commands/backlog.ts';
import { addChangesCommands } from './commands/changes.ts';
import { addDemandCommand } from './commands/demand.ts';
import { addExportCommands } from './commands/export.ts';
import { addFrontierCommand } from './commands/frontier.ts';
import { addForecastCommand } from './commands/forecast.ts';
import { addImportCommands } from './commands/import.ts';
import { addLevelCommand } from './commands/level.ts';
import { addMappingCommands } from './commands/mapping.ts';
import { addPassphraseCommands } from './commands/passphrase.ts';
import { addPlansCommands } from './commands/plans.ts';
import { addPseudonymsCommand } from './commands/pseudonyms.ts';
import { addPurgeCommands } from './commands/purge.ts';
import { addRatioCommand } from './commands/ratio.ts';
import { addReplayCommand } from './commands/replay.ts';
import { addReportCommands } from './commands/report.ts';
import { addScenarioCommands } from './commands/scenario.ts';
import { addServeCommand } from './commands/serve.ts';
import { addSettingsCommands } from './commands/settings.ts';
import { addStandardsCommands } from './commands/standards.ts';
import { addWorkspaceCommands } from './commands/workspace.ts';
import { Refusal, UsageError } from './errors.ts';
import { responder } from './respond.ts';
import type { Terminal } from './terminal.ts';

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

type Failure = { exit: number; code: string; message: string; details: Record<string, unknown> };

function createProgram(terminal: Terminal): Command {
  const program = new Command('evenkeel')
    .description('Caseload and demand planning for MOSOVO teams.')
    .version(toolVersion())
    .option('--workspace <file>', 'the workspace, made by init or demo')
    .option('--passphrase-file <file>', 'file that holds the passphrase; asked for on the terminal otherwise')
    .option('--why <text>', 'why it is done, for the log of what was done')
    .option('--json', 'print one JSON value and nothing else')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => {
        terminal.out(text.trimEnd());
      },
      writeErr: (text) => {
        terminal.err(text.trimEnd());
      },
    })
    .exitOverride();
  const respond = responder(terminal);
  addWorkspaceCommands(program, respond);
  addImportCommands(program, respond);
  addStandardsCommands(program, respond);
  addSettingsCommands(program, respond);
  addMappingCommands(program, respond);
  addPseudonymsCommand(program, respond);
  addChangesCommands(program, respond);
  addDemandCommand(program, respond);
  addBacklogCommands(program, respond);
  addAbstractionsCommands(program, respond);
  addLevelCommand(program, respond);
  addReplayCommand(program, respond);
  addFrontierCommand(program, respond);
  addPlansCommands(program, respond);
  addRatioCommand(program, respond);
  addReportCommands(program, respond);
  addExportCommands(program, respond);
  addForecastCommand(program, respond);
  addBackupCommands(program, respond);
  addPurgeCommands(program, respond);
  addScenarioCommands(program, respond);
  addAuditCommands(program, respond);
  addPassphraseCommands(program, respond);
  addServeCommand(program, terminal);
  return program;
}

/** Commander shows the help where a command is missing, and calls that its message. */
const usageMessage = (error: UsageError | CommanderError): string =>
  error instanceof CommanderError && error.code === 'commander.help'
    ? 'Expected a command. "evenkeel --help" lists them.'
    : error.message.replace(/^error: /, '');

function failureOf(error: unknown): Failure {
  if (error instanceof ContractError) {
    const { code, message, details } = error.error;
    return { exit: REFUSED, code, message, details };
  }
  if (error instanceof Refusal) {
    return { exit: REFUSED, code: error.code, message: error.message, details: error.details };
  }
  if (error instanceof UsageError || error instanceof CommanderError) {
    return { exit: WRONG_USAGE, code: 'invalid-input', message: usageMessage(error), details: {} };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    exit: REFUSED,
    code: 'internal',
    message: `Something unexpected went wrong: ${message}`,
    details: {},
  };
}

/** Runs one command line and gives its exit code: 0 done, 1 refused with a reason, 2 wrong usage. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await createProgram(terminal).parseAsync(args, { from: 'user' });
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return DONE;
    const { exit, ...failure } = failureOf(error);
    if (args.includes('--json')) terminal.out(JSON.stringify({ error: failure }));
    // Commander has told its own errors on stderr already.
    else if (!(error instanceof CommanderError)) terminal.err(`evenkeel: ${failure.message}`);
    return exit;
  }
}
