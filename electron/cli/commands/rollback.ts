/** `import rollback`: takes a snapshot out again. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import { given, snapshotId } from '../options.ts';
import type { Common } from '../options.ts';
import type { Respond } from '../respond.ts';
import { withWorkspace } from '../session.ts';
import { number } from '../table.ts';

type RollbackOptions = Common & { snapshot: number; alsoPlans?: boolean };

const many = (count: number, noun: string): string =>
  `${number(count) ?? ''} ${noun}${count === 1 ? '' : 's'}`;

export function addRollbackCommand(importing: Command, respond: Respond): void {
  importing
    .command('rollback')
    .description('take a caseload snapshot out again')
    .requiredOption('--snapshot <id>', 'the snapshot, by its number in "snapshots"', snapshotId)
    .option('--also-plans', 'take out the accepted plans that rest on it too')
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<RollbackOptions>(), (options, terminal) =>
        withWorkspace(options, terminal, async (engine) => {
          const input = {
            snapshotId: options.snapshot,
            ...given({ alsoPlans: options.alsoPlans, reason: options.reason }),
          };
          const reply = await call(engine, 'snapshots.rollback', input);
          const { asAt, cases, plans } = reply.removed;
          const withPlans = plans === 0 ? '' : ` and ${many(plans, 'plan')}`;
          const text = `Rolled back the snapshot as at ${asAt}: ${many(cases, 'case')}${withPlans} removed.`;
          return { reply, text };
        }),
      ),
    );
}
