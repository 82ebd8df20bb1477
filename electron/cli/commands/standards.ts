/** `standards`: what is asked for of each duty and what capacity rests on; shown, set, and loaded from a file. */
import type { Command } from 'commander';
import { z } from 'zod';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { changedStandards } from '#shared/domain/standard-values.ts';
import { Standards } from '#shared/domain/standards.ts';
import type { Common } from '../options.ts';
import { readJson } from '../read-json.ts';
import type { Respond } from '../respond.ts';
import { withWorkspace } from '../session.ts';
import { namesHelp, requireSaid, wanted, withWanted, type Said, type Wanted } from '../standard-choice.ts';
import { changedNames, previewText, savedText, standardsText } from './standards-text.ts';

type Previewed = Common & { preview?: boolean };

/** As `standards --json` prints them; what stands beside them is not read. */
const Printed = z.object({ standards: Standards });

async function change(engine: Engine, { preview }: Previewed, update: (held: Standards) => Standards) {
  const { standards: held } = await call(engine, 'standards.get', {});
  const next = update(held);
  const difference = changedStandards(held, next);
  const changed = changedNames(difference);
  if (preview) {
    const { teams } = await call(engine, 'standards.preview', { standards: next });
    return { reply: { changed, teams }, text: previewText(difference, { teams }) };
  }
  if (changed.length > 0) await call(engine, 'standards.save', { standards: next });
  const { standards, unconfirmed } = await call(engine, 'standards.get', {});
  return { reply: { changed, standards, unconfirmed }, text: savedText(difference, unconfirmed) };
}

const withPreview = (command: Command): Command =>
  command.option('--preview', 'save nothing, and show what it would do to the load of each team');

export function addStandardsCommands(program: Command, respond: Respond): void {
  const standards = program
    .command('standards')
    .description(
      'what is asked for of each duty, and capacity assumptions, each with source and confirmed or not',
    );

  standards
    .command('list', { isDefault: true })
    .description('show them; with --json as "standards load" reads them')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const { standards: held, unconfirmed } = await call(engine, 'standards.get', {});
        return { reply: { standards: held, unconfirmed }, text: standardsText(held, unconfirmed) };
      }),
    );

  withPreview(standards.command('set'))
    .description('set values, say where they come from, tick them as confirmed: all of it, or nothing')
    .argument('<value...>', 'visit.high.interval=3; a name alone for its source and tick', wanted)
    .option('--source <text>', 'where the values come from')
    .option('--confirm', 'tick them: the force has confirmed them as its own')
    .option('--no-confirm', 'take the tick away')
    .addHelpText('after', namesHelp)
    .action((values: Wanted[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Previewed & Said>();
      requireSaid(values, options);
      return respond.inWorkspace(options, (engine) =>
        change(engine, options, (held) => withWanted(held, values, options)),
      );
    });

  withPreview(standards.command('load'))
    .description('replace all of them, rules and duties of your own included')
    .argument('<file>', 'JSON as "standards --json" prints it')
    .action((file: string, _options: unknown, command: Command) =>
      respond(command.optsWithGlobals<Previewed>(), async (options, terminal) => {
        const { standards: given } = await readJson(
          file,
          Printed,
          'standards as "standards --json" prints them',
        );
        return withWorkspace(options, terminal, (engine) => change(engine, options, () => given));
      }),
    );
}
