/** `mapping list` and `mapping export`: the kept mappings, and one as JSON for another workspace. */
import { Option, type Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import { FileKind } from '#shared/contract/mapping.ts';
import { MARKING } from '#shared/domain/export.ts';
import { Refusal } from '../errors.ts';
import type { ExportedMapping } from '../mapping-choice.ts';
import type { Common } from '../options.ts';
import type { Respond } from '../respond.ts';
import { table } from '../table.ts';

type ExportOptions = Common & { kind: FileKind };

export function addMappingCommands(program: Command, respond: Respond): void {
  const mapping = program.command('mapping').description('kept mappings: how extracts are read');

  mapping
    .command('list')
    .description('list the kept mappings')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const kept = await call(engine, 'mappings.list', {});
        const rows = kept.map((one) => [
          one.kind,
          one.name,
          one.mapping.columns.filter((column) => column.field !== null).length,
          one.keptAt.slice(0, 10),
        ]);
        return {
          reply: { mappings: kept },
          text:
            kept.length === 0 ? 'No mapping is kept.' : table(['kind', 'name', 'columns', 'kept on'], rows),
        };
      }),
    );

  mapping
    .command('export <name>')
    .description('print a kept mapping as JSON, for --mapping FILE.json')
    .addOption(new Option('--kind <kind>', 'of which files').choices(FileKind.options).default('caseload'))
    .action((name: string, _options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<ExportOptions>(), async (engine, options) => {
        const kept = await call(engine, 'mappings.list', {});
        const found = kept.find((one) => one.name === name && one.kind === options.kind);
        if (!found) {
          const names = kept.map((one) => `${one.name} (${one.kind})`).join(', ');
          throw new Refusal(
            'not-found',
            `There is no kept mapping called "${name}" for ${options.kind}. Kept: ${names || 'none'}.`,
          );
        }
        const reply: ExportedMapping = {
          marking: MARKING,
          kind: found.kind,
          name: found.name,
          mapping: found.mapping,
        };
        return { reply, text: JSON.stringify(reply, null, 2) };
      }),
    );
}
