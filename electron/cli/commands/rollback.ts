/** `import rollback` takes out again what was loaded; `import lists` and `import rosters` tell what there is. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { UsageError } from '../errors.ts';
import { given, snapshotId } from '../options.ts';
import type { Common } from '../options.ts';
import type { Respond } from '../respond.ts';
import { withWorkspace } from '../session.ts';
import { number, table } from '../table.ts';

type RollbackOptions = Common & { snapshot?: number; list?: number; roster?: number; alsoPlans?: boolean };

const many = (count: number, noun: string): string =>
  `${number(count) ?? ''} ${noun}${count === 1 ? '' : 's'}`;

type Answer = { reply: unknown; text: string };

async function rollbackSnapshot(
  engine: Engine,
  snapshotId: number,
  { alsoPlans, why }: RollbackOptions,
): Promise<Answer> {
  const reply = await call(engine, 'snapshots.rollback', {
    snapshotId,
    ...given({ alsoPlans, reason: why }),
  });
  const { asAt, cases, plans } = reply.removed;
  const withPlans = plans === 0 ? '' : ` and ${many(plans, 'plan')}`;
  return {
    reply,
    text: `Rolled back the snapshot as at ${asAt}: ${many(cases, 'case')}${withPlans} removed.`,
  };
}

async function rollbackList(engine: Engine, listId: number, { why }: RollbackOptions): Promise<Answer> {
  const reply = await call(engine, 'abstractionLists.rollback', { listId, ...given({ reason: why }) });
  const { fileName, records } = reply.removed;
  return { reply, text: `Rolled back the abstractions of ${fileName}: ${many(records, 'record')} removed.` };
}

async function rollbackRoster(engine: Engine, rosterId: number, { why }: RollbackOptions): Promise<Answer> {
  const reply = await call(engine, 'rosters.rollback', { rosterId, ...given({ reason: why }) });
  const { asAt, people } = reply.removed;
  return {
    reply,
    text: `Rolled back the staff roster as at ${asAt}: ${number(people) ?? ''} ${people === 1 ? 'person' : 'people'} removed.`,
  };
}

export function addRollbackCommand(importing: Command, respond: Respond): void {
  importing
    .command('rollback')
    .description('take a caseload snapshot, a list of abstractions or a staff roster out again')
    .option('--snapshot <id>', 'the snapshot, by its number in "snapshots"', snapshotId)
    .option('--list <id>', 'the list of abstractions, by its number in "import lists"', snapshotId)
    .option('--roster <id>', 'the staff roster, by its number in "import rosters"', snapshotId)
    .option('--also-plans', 'take out the accepted plans that rest on the snapshot too')
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<RollbackOptions>(), (options, terminal) => {
        const { snapshot, list, roster } = options;
        if ([snapshot, list, roster].filter((one) => one !== undefined).length !== 1) {
          throw new UsageError('Expected one of --snapshot, --list or --roster, to say what is taken out.');
        }
        return withWorkspace(options, terminal, (engine) => {
          if (snapshot !== undefined) return rollbackSnapshot(engine, snapshot, options);
          if (list !== undefined) return rollbackList(engine, list, options);
          return rollbackRoster(engine, roster ?? 0, options);
        });
      }),
    );
}

export function addListsCommand(importing: Command, respond: Respond): void {
  importing
    .command('lists')
    .description('the lists of abstractions held, the one imported last first')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const lists = await call(engine, 'abstractionLists.list', {});
        const rows = lists.map(({ id, fileName, asAt, importedAt, records }) => [
          id,
          fileName,
          asAt,
          importedAt,
          records,
        ]);
        return { reply: { lists }, text: table(['list', 'file', 'as at', 'imported', 'records'], rows) };
      }),
    );
  importing
    .command('rosters')
    .description('the staff rosters held, newest first')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const rosters = await call(engine, 'rosters.list', {});
        const rows = rosters.map(({ id, fileName, asAt, importedAt, people }) => [
          id,
          fileName,
          asAt,
          importedAt,
          people,
        ]);
        return { reply: { rosters }, text: table(['roster', 'file', 'as at', 'imported', 'people'], rows) };
      }),
    );
}
