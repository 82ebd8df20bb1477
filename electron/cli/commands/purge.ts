/** `purge` and `retention`: how long data are kept. */
import type { Command } from 'commander';
import { call, runJob } from '#electron/engine/call.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { UsageError } from '../errors.ts';
import { isoDay, snapshotId } from '../options.ts';
import type { Common } from '../options.ts';
import { showProgress } from '../progress.ts';
import type { Respond } from '../respond.ts';
import { withWorkspace } from '../session.ts';
import { number, table } from '../table.ts';

type PurgeOptions = Common & { snapshot?: number; before?: string };

function choiceOf({ snapshot, before }: PurgeOptions) {
  if ((snapshot === undefined) === (before === undefined)) {
    throw new UsageError('Expected either --snapshot ID or --before DATE: what to purge.');
  }
  if (snapshot !== undefined) return { snapshotIds: [snapshot] };
  return { before: isoDate(before ?? '') };
}

export function addPurgeCommands(program: Command, respond: Respond): void {
  program
    .command('purge')
    .description('take the cases of snapshots away for good and keep counts by team and risk')
    .option('--snapshot <id>', 'the snapshot', snapshotId)
    .option('--before <date>', 'every snapshot as at a day before this one', isoDay)
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<PurgeOptions>(), (options, terminal) => {
        const choice = choiceOf(options);
        return withWorkspace(options, terminal, async (engine) => {
          const reply = await runJob(engine, 'retention.purge', choice, showProgress(terminal));
          const { purged, stillIn } = reply;
          const done =
            purged.length === 0
              ? 'There was nothing to purge.'
              : table(
                  ['purged as at', 'cases', 'plans'],
                  purged.map((one) => [one.asAt, number(one.cases), one.plans]),
                );
          const left =
            stillIn.length === 0
              ? ''
              : `\n\nBackups made before still hold them, or cannot be looked into:\n${stillIn.join('\n')}`;
          return { reply, text: `${done}${left}` };
        });
      }),
    );

  program
    .command('retention')
    .description('until when each snapshot may be kept, and what was purged')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const reply = await call(engine, 'retention.get', {});
        const rows = table(
          ['id', 'as at', 'cases', 'keep until', 'state'],
          reply.snapshots.map((one) => [
            one.id,
            one.asAt,
            number(one.cases),
            one.keepUntil,
            one.purgedAt !== null ? 'purged, counts only' : one.isExpired ? 'expired' : 'held',
          ]),
        );
        const review = reply.reviewBy === null ? '' : `\n\nReview what is kept by ${reply.reviewBy}.`;
        return { reply, text: `${rows}${review}` };
      }),
    );
}
