/** `import caseload` and `import staff`. */
import { basename } from 'node:path';
import type { Command } from 'commander';
import { UPLOAD_LIMIT } from '#electron/app/app.ts';
import { call, ContractError } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { ImportAccount } from '#shared/contract/imports.ts';
import { Refusal, systemCode } from '../errors.ts';
import { given, isoDay } from '../options.ts';
import type { Common } from '../options.ts';
import { readUpTo } from '../read-file.ts';
import type { Respond } from '../respond.ts';
import { withWorkspace } from '../session.ts';
import { table } from '../table.ts';

type ImportOptions = Common & { asAt?: string };

/** Issues shown to a person; `--json` holds them all. */
const ISSUES_SHOWN = 20;

async function readUpload(file: string): Promise<Uint8Array> {
  try {
    const bytes = await readUpTo(file, UPLOAD_LIMIT);
    if (bytes.byteLength <= UPLOAD_LIMIT) return new Uint8Array(bytes);
    throw new Refusal(
      'import-rejected',
      `"${file}" is larger than 64 MB, the most that can be read at once.`,
    );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = systemCode(error);
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : 'it cannot be read';
    throw new Refusal('not-found', `Expected a file at "${file}", but ${why}.`, { file });
  }
}

async function upload(engine: Engine, file: string): Promise<string> {
  const result = await engine.upload(basename(file), await readUpload(file));
  if (!result.ok) throw new ContractError(result.error);
  return result.data.uploadId;
}

function accountText(account: ImportAccount, alreadyLoaded: boolean, noun: string): string {
  const { duplicates, rejected, issues } = account;
  const head = alreadyLoaded
    ? `${account.fileName} has been loaded before, as at ${account.asAt}: nothing was changed.`
    : `Loaded ${account.fileName}, as at ${account.asAt}.`;
  const counts = table(
    ['rows read', noun, 'identical', 'conflicting', 'rejected', 'values kept as missing'],
    [
      [
        account.rowsRead,
        account.accepted,
        duplicates.exact,
        duplicates.conflicting,
        rejected.length,
        issues.length,
      ],
    ],
  );
  const refused = rejected.map(({ row, reason }) => `Row ${String(row)} was rejected: ${reason}`);
  const missing = issues
    .slice(0, ISSUES_SHOWN)
    .map(
      ({ row, column, value, reason }) =>
        `Row ${String(row)}, ${column}: "${value}" kept as missing: ${reason}`,
    );
  const more =
    issues.length > ISSUES_SHOWN
      ? [`… and ${String(issues.length - ISSUES_SHOWN)} more; --json lists all.`]
      : [];
  return [head, counts, ...refused, ...missing, ...more].join('\n');
}

export function addImportCommands(program: Command, respond: Respond): void {
  const importing = program.command('import').description('load an extract into the workspace');
  const asAt = [
    '--as-at <date>',
    'the day the file speaks of, where its name does not tell',
    isoDay,
  ] as const;

  importing
    .command('caseload <file>')
    .description('load a caseload extract as a snapshot')
    .option(...asAt)
    .action((file: string, _options: unknown, command: Command) =>
      respond(command.optsWithGlobals<ImportOptions>(), (options, terminal) =>
        withWorkspace(options, terminal, async (engine) => {
          const input = { uploadId: await upload(engine, file), ...given({ asAt: options.asAt }) };
          const reply = await call(engine, 'import.caseload', input);
          return { reply, text: accountText(reply, reply.alreadyLoaded, 'cases') };
        }),
      ),
    );

  importing
    .command('staff <file>')
    .description('load the roster of officers and staff')
    .option(...asAt)
    .action((file: string, _options: unknown, command: Command) =>
      respond(command.optsWithGlobals<ImportOptions>(), (options, terminal) =>
        withWorkspace(options, terminal, async (engine) => {
          const input = { uploadId: await upload(engine, file), ...given({ asAt: options.asAt }) };
          const reply = await call(engine, 'import.staff', input);
          return { reply, text: accountText(reply, reply.alreadyLoaded, 'people') };
        }),
      ),
    );
}
