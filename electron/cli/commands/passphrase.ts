/** `passphrase`: changed, or set anew by a recovery key. Secrets come from files or the terminal, never as arguments. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import { given } from '../options.ts';
import type { Common } from '../options.ts';
import type { Respond } from '../respond.ts';
import {
  newPassphrase,
  passphrase,
  secretFrom,
  withEngine,
  withWorkspace,
  workspacePath,
} from '../session.ts';

type NewOptions = Common & { newPassphraseFile?: string };
type RecoverOptions = NewOptions & { recoveryKeyFile?: string };

const NEW_OPTION = '--new-passphrase-file';
const NEW_FILE = [`${NEW_OPTION} <file>`, 'file that holds the new one; asked for otherwise'] as const;

export function addPassphraseCommands(program: Command, respond: Respond): void {
  const group = program.command('passphrase').description('change the passphrase, or recover from its loss');

  group
    .command('change')
    .description('encrypt the workspace with another passphrase; copies made before keep the old one')
    .option(...NEW_FILE)
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<NewOptions>(), async (options, terminal) => {
        const path = workspacePath(options);
        const current = await passphrase(options, terminal);
        const next = await newPassphrase(terminal, options.newPassphraseFile, NEW_OPTION);
        await withEngine(async (engine) => {
          const reason = given({ reason: options.why });
          await call(engine, 'workspace.open', { path, passphrase: current, ...reason });
          await call(engine, 'keys.changePassphrase', {
            passphrase: current,
            newPassphrase: next,
            ...reason,
          });
        });
        const text =
          'Changed. The workspace opens with the new passphrase only; backups made before open with the old one. Neither can be recovered by anybody.';
        return { reply: { workspace: path, changed: true }, text };
      }),
    );

  group
    .command('recovery-key')
    .description('print the recovery key, once for each passphrase: it opens the workspace without it')
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<Common>(), async (options, terminal) => {
        const secret = await passphrase(options, terminal);
        return withWorkspace(
          options,
          terminal,
          async (engine) => {
            const { recoveryKey } = await call(engine, 'keys.recoveryKey', { passphrase: secret });
            terminal.err('Print it and lock it away: whoever holds it and the file can read everything.');
            return { reply: { recoveryKey }, text: recoveryKey };
          },
          secret,
        );
      }),
    );

  group
    .command('recover')
    .description('set a new passphrase by the recovery key, which is then used up')
    .option('--recovery-key-file <file>', 'file that holds it; asked for otherwise')
    .option(...NEW_FILE)
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<RecoverOptions>(), async (options, terminal) => {
        const path = workspacePath(options);
        const recoveryKey = await secretFrom(terminal, options.recoveryKeyFile, {
          what: 'recovery key',
          option: '--recovery-key-file',
          question: 'Recovery key: ',
        });
        const next = await newPassphrase(terminal, options.newPassphraseFile, NEW_OPTION);
        await withEngine((engine) =>
          call(engine, 'keys.recover', { path, recoveryKey, newPassphrase: next }),
        );
        return {
          reply: { workspace: path, changed: true },
          text: 'The new passphrase is set. The recovery key is used up: have a new one made.',
        };
      }),
    );
}
