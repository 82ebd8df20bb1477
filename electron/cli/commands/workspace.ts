/** `init` and `demo`: commands that make a workspace. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import { wholeNumber, given } from '../options.ts';
import type { Common } from '../options.ts';
import { followJob } from '../progress.ts';
import type { Respond } from '../respond.ts';
import { newPassphrase, passphrase, withEngine, workspacePath } from '../session.ts';

export function addWorkspaceCommands(program: Command, respond: Respond): void {
  program
    .command('init')
    .description('make a new, empty, encrypted workspace')
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<Common>(), async (common, terminal) => {
        const path = workspacePath(common);
        const secret = await newPassphrase(terminal, common.passphraseFile, '--passphrase-file');
        await withEngine((engine) => call(engine, 'workspace.create', { path, passphrase: secret }));
        return { reply: { workspace: path }, text: `Made the workspace ${path}.` };
      }),
    );

  program
    .command('demo')
    .description('make a workspace of invented data')
    .option('--seed <n>', 'seed of the invented data', wholeNumber(1, 2 ** 31))
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<Common & { seed?: number }>(), async (common, terminal) => {
        const path = common.workspace === undefined ? undefined : resolve(common.workspace);
        const secret = common.passphraseFile === undefined ? undefined : await passphrase(common, terminal);
        const input = given({ path, passphrase: secret, seed: common.seed });
        const made = await withEngine((engine) => followJob(engine, terminal, 'workspace.demo', input));
        return {
          reply: { workspace: made.path, snapshots: made.snapshots },
          text: `Made the demo ${made.path} with ${String(made.snapshots)} monthly snapshots of invented data.`,
        };
      }),
    );
}
