/** `backup` and `restore`: copies of the workspace, and going back to one. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { call, runJob } from '#electron/engine/call.ts';
import type { Backup } from '#shared/contract/backup.ts';
import { showMegabytes } from '#shared/planning/figures.ts';
import { given } from '../options.ts';
import type { Common } from '../options.ts';
import { showProgress } from '../progress.ts';
import type { Respond } from '../respond.ts';
import { newPassphrase, passphrase, withEngine, workspacePath } from '../session.ts';
import { table } from '../table.ts';

type BackupOptions = Common & { out?: string; newPassphraseFile?: string };

const backupsText = (backups: readonly Backup[]): string =>
  backups.length === 0
    ? 'There is no backup yet.'
    : table(
        ['made', 'kind', 'size', 'snapshots', 'purged or rolled back since', 'file'],
        backups.map((backup) => [
          backup.madeAt.slice(0, 16).replace('T', ' '),
          backup.kind,
          showMegabytes(backup.bytes),
          backup.problem === null ? backup.holds.length : null,
          backup.problem ?? (backup.stillHolds.join(', ') || 'none'),
          backup.file,
        ]),
      );

function addBackupCommand(program: Command, respond: Respond): void {
  const backup = program
    .command('backup')
    .description('make a verified copy of the workspace, beside it or to a file')
    .option('--out <file>', 'save the copy under this name, which must be free')
    .option('--new-passphrase-file <file>', 'file that holds another passphrase for the copy')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<BackupOptions>(), async (engine, options, terminal) => {
        const { out, newPassphraseFile: file } = options;
        const another =
          file === undefined ? undefined : await newPassphrase(terminal, file, '--new-passphrase-file');
        const input = given({ to: out === undefined ? undefined : resolve(out), newPassphrase: another });
        const made = await runJob(engine, 'backup.make', input, showProgress(terminal));
        const text = `Made and verified the copy ${made.file} (${showMegabytes(made.bytes)}).`;
        return { reply: made, text };
      }),
    );
  backup
    .command('list')
    .description('the backups there are, and what they hold that the workspace no longer does')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const reply = await call(engine, 'backup.list', {});
        return { reply, text: backupsText(reply.backups) };
      }),
    );
  backup
    .command('remove <file>')
    .description('remove a backup of the list for good')
    .action((file: string, _options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const reply = await call(engine, 'backup.remove', { file: resolve(file) });
        return { reply, text: `Removed ${reply.removed}.` };
      }),
    );
}

export function addBackupCommands(program: Command, respond: Respond): void {
  addBackupCommand(program, respond);
  program
    .command('restore <file>')
    .description('put a backup in the place of the workspace; the file replaced is kept')
    .action((file: string, _options: unknown, command: Command) =>
      respond(command.optsWithGlobals<Common>(), async (common, terminal) => {
        const path = workspacePath(common);
        const from = resolve(file);
        const secret = await passphrase(common, terminal);
        const { replaced, snapshots } = await withEngine((engine) =>
          call(engine, 'backup.restore', { path, from, passphrase: secret }),
        );
        const kept = replaced === null ? '' : ` The file replaced is kept as ${replaced}.`;
        const text = `Restored ${path} from ${from}, with ${String(snapshots)} snapshots.${kept}`;
        return { reply: { workspace: path, from, replaced, snapshots }, text };
      }),
    );
}
