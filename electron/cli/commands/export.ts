/** `export`: lists of cases as CSV. */
import { Option, type Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { CaseListChoice } from '#shared/contract/case-lists.ts';
import { LateBand } from '#shared/domain/backlog.ts';
import { Risk } from '#shared/domain/case.ts';
import { ChangeFigure } from '#shared/domain/changes.ts';
import type { Month } from '#shared/domain/dates.ts';
import { given, isoMonth, snapshotId, type Common } from '../options.ts';
import type { Respond } from '../respond.ts';
import { findTeam } from '../session.ts';
import { outFile, write } from '../write-file.ts';
import { scopeOf, withScope, type ScopeOptions } from './backlog.ts';
import { pairOf } from './changes.ts';

type Out = Common & { out: string };
type DueOptions = {
  month: Month;
  team?: string;
  officer?: string;
  duty?: string;
  risk?: Risk;
  snapshot?: number;
};
type OutstandingOptions = ScopeOptions & { duty?: string; risk?: Risk; band?: LateBand };
type ChangesOptions = {
  from?: number;
  to?: number;
  team?: string;
  figure?: ChangeFigure;
  duty?: string;
};

/** Which rows a list has is what its command's options say. */
type Choose = (engine: Engine, own: Command) => Promise<CaseListChoice>;

const due: Choose = async (engine, own) => {
  const { month, team: name, officer, duty, risk, snapshot } = own.optsWithGlobals<DueOptions>();
  const team = name === undefined ? undefined : await findTeam(engine, name, snapshot);
  return { kind: 'due', month, ...given({ snapshotId: snapshot, team, officer, duty, risk }) };
};

const outstanding: Choose = async (engine, own) => {
  const options = own.optsWithGlobals<OutstandingOptions>();
  const { duty, risk, band } = options;
  return { kind: 'outstanding', ...(await scopeOf(engine, options)), ...given({ duty, risk, band }) };
};

const signOffs: Choose = async (engine, own) => ({
  kind: 'signoffs',
  ...(await scopeOf(engine, own.optsWithGlobals<ScopeOptions>())),
});

const changes: Choose = async (engine, own) => {
  const options = own.optsWithGlobals<ChangesOptions>();
  const pair = pairOf(await call(engine, 'snapshots.list', {}), options);
  const team = options.team === undefined ? undefined : await findTeam(engine, options.team, pair.to);
  return { kind: 'changes', ...pair, ...given({ team, figure: options.figure, duty: options.duty }) };
};

const withDutyAndRisk = (command: Command): Command =>
  command
    .option('--duty <key>', 'one duty only, for example visit')
    .addOption(new Option('--risk <level>', 'one risk level only').choices(Risk.options));

export function addExportCommands(program: Command, respond: Respond): void {
  const all = program.command('export').description('write a list of cases as CSV');

  const list = (command: Command, description: string, choose: Choose): Command =>
    command
      .description(description)
      .requiredOption('--out <file>', 'the file to write; one of that name is replaced')
      .action((_options: unknown, own: Command) =>
        respond.inWorkspace(own.optsWithGlobals<Out>(), async (engine, options) => {
          const file = await outFile(options);
          const input = { list: await choose(engine, own), savedTo: file };
          const made = await call(engine, 'caseLists.file', {
            ...input,
            ...given({ reason: options.why }),
          });
          await write(file, Buffer.from(made.base64, 'base64'));
          const { asAt, listed } = made;
          return { reply: { file, asAt, listed }, text: `${String(listed)} rows written to ${file}.` };
        }),
      );

  list(withDutyAndRisk(all.command('due')), 'work that falls due in a month, unmoved', due)
    .requiredOption('--month <month>', 'the month', isoMonth)
    .option('--team <name>', 'one team only')
    .option('--officer <number>', 'one offender manager only')
    .option('--snapshot <id>', 'this snapshot instead of the newest', snapshotId);

  list(
    withDutyAndRisk(withScope(all.command('outstanding'))),
    'work due by the day of the snapshot and not done, most pressing first',
    outstanding,
  ).addOption(new Option('--band <band>', 'so late only').choices(LateBand.options));

  list(withScope(all.command('signoffs')), 'work done and not signed off, longest waiting first', signOffs);

  list(all.command('changes'), 'what changed between two snapshots', changes)
    .option('--from <id>', 'the earlier snapshot; the one before the later when absent', snapshotId)
    .option('--to <id>', 'the later snapshot; the newest when absent', snapshotId)
    .option('--team <name>', 'one team only')
    .option('--duty <key>', 'one duty only, for example visit')
    .addOption(new Option('--figure <figure>', 'what one figure counts only').choices(ChangeFigure.options));
}
