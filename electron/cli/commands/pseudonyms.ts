/** `pseudonyms`: whether references are replaced as files are read. */
import { Argument, type Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { Pseudonyms } from '#shared/contract/pseudonyms.ts';
import type { Common } from '../options.ts';
import type { Respond } from '../respond.ts';

const told = ({ isOn, canChange }: Pseudonyms): string =>
  `References are ${isOn ? 'replaced by pseudonyms' : 'kept as they are'} when files are read` +
  (canChange ? '.' : '; that cannot be changed while snapshots are held.');

export function addPseudonymsCommand(program: Command, respond: Respond): void {
  program
    .command('pseudonyms')
    .description('tell or set whether references are replaced by pseudonyms as files are read')
    .addArgument(
      new Argument('[choice]', 'on or off; without it the present state is told').choices(['on', 'off']),
    )
    .action((choice: 'on' | 'off' | undefined, _options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const reply =
          choice === undefined
            ? await call(engine, 'pseudonyms.get', {})
            : await call(engine, 'pseudonyms.set', { isOn: choice === 'on' });
        return { reply, text: told(reply) };
      }),
    );
}
