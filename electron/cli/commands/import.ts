/** `import caseload`, `import staff` and `import abstractions`. */
import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import { UPLOAD_LIMIT } from '#electron/app/app.ts';
import { ContractError } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { JobName, Output } from '#shared/contract/registry.ts';
import { Refusal, systemCode } from '../errors.ts';
import { mappingChoice } from '../mapping-choice.ts';
import { given, isoDay, wholeNumber } from '../options.ts';
import type { Common } from '../options.ts';
import { followJob, warn } from '../progress.ts';
import { readUpTo } from '../read-file.ts';
import type { Respond } from '../respond.ts';
import { table } from '../table.ts';
import { addListsCommand, addRollbackCommand } from './rollback.ts';

type ImportOptions = Common & {
  asAt?: string;
  mapping?: string;
  keepAs?: string;
  dateOrder?: 'day-first' | 'month-first';
  sheet?: string;
  headingLine?: number;
};

/** Issues shown to a person; `--json` holds them all. */
const ISSUES_SHOWN = 20;

async function readUpload(file: string): Promise<Uint8Array> {
  try {
    const bytes = await readUpTo(file, UPLOAD_LIMIT);
    if (bytes.byteLength <= UPLOAD_LIMIT) return new Uint8Array(bytes);
    throw new Refusal(
      'import-rejected',
      `"${file}" is larger than 64\u00a0MB, the most that can be read at once.`,
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

const otherLines = (what: string, lines: ImportAccount['titleLines']): string[] =>
  lines.map(({ row, text }) => `Line ${String(row)} is ${what}, not a row: ${text}`);

function accountText(
  account: ImportAccount,
  { alreadyLoaded, readsDifferently }: Pick<Output<ImportJob>, 'alreadyLoaded' | 'readsDifferently'>,
  noun: string,
): string {
  const { duplicates, rejected, issues } = account;
  const otherwise = readsDifferently
    ? ' It is held as another mapping read it; to have it as it is read now, roll it back first.'
    : '';
  const sheet = account.sheet === null ? '' : `, sheet “${account.sheet}”`;
  const head = alreadyLoaded
    ? `${account.fileName}${sheet} has been loaded before, as at ${account.asAt}: nothing was changed.${otherwise}`
    : `Loaded ${account.fileName}${sheet}, as at ${account.asAt}, read by the mapping “${account.mapping}”.`;
  const counts = table(
    ['rows read', noun, 'further', 'identical', 'conflicting', 'rejected', 'values to look at'],
    [
      [
        account.rowsRead,
        account.accepted,
        account.furtherRows,
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
    .map(({ row, column, value, reason }) => `Row ${String(row)}, ${column}: "${value}": ${reason}`);
  const more =
    issues.length > ISSUES_SHOWN
      ? [`… and ${String(issues.length - ISSUES_SHOWN)} more; --json lists all.`]
      : [];
  return [
    head,
    counts,
    ...otherLines('above the headings', account.titleLines),
    ...otherLines('below the rows', account.totalsLines),
    ...refused,
    ...missing,
    ...more,
  ].join('\n');
}

type ImportJob = 'import.caseload' | 'import.staff' | 'import.abstractions';

type Kind<N extends ImportJob> = {
  command: 'caseload' | 'staff' | 'abstractions';
  job: N;
  description: string;
  /** What a record is called. */
  noun: string;
};

const kinds: ReadonlyArray<Kind<ImportJob>> = [
  {
    command: 'caseload',
    job: 'import.caseload',
    description: 'load a caseload extract as a snapshot',
    noun: 'cases',
  },
  {
    command: 'staff',
    job: 'import.staff',
    description: 'load the roster of officers and staff',
    noun: 'people',
  },
  {
    command: 'abstractions',
    job: 'import.abstractions',
    description: 'load abstraction records from a duty system',
    noun: 'records',
  },
];

function addKind(
  importing: Command,
  respond: Respond,
  { command: name, job, description, noun }: Kind<ImportJob>,
): void {
  importing
    .command(`${name} <file>`)
    .description(description)
    .option(
      '--as-at <date>',
      'the day the file speaks of, where neither its name nor its title tells',
      isoDay,
    )
    .option('--mapping <name or file>', 'read by this kept mapping, or by one exported to a JSON file')
    .option('--keep-as <name>', 'keep the mapping that the file is read by under this name')
    .addOption(
      new Option(
        '--date-order <order>',
        'which number of a date is the day, where the file does not tell',
      ).choices(['day-first', 'month-first']),
    )
    .option('--sheet <name>', 'the sheet of a workbook to read')
    .option('--heading-line <n>', 'the line that holds the headings', wholeNumber(1, 400_000))
    .action((file: string, _options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<ImportOptions>(), async (engine, options, terminal) => {
        const { asAt, keepAs, dateOrder, sheet, headingLine } = options;
        const input = {
          uploadId: await upload(engine, file),
          ...given({ asAt, keepAs, dateOrder, sheet, headingLine }),
          ...(await mappingChoice(name, options.mapping)),
        };
        const reply: Output<ImportJob> = await asking(
          followJob<JobName & ImportJob>(engine, terminal, job, input),
        );
        warn(terminal, reply.notes);
        return { reply, text: accountText(reply, reply, noun) };
      }),
    );
}

/** What the file does not tell, and the option by which a person tells it. */
const tellingOptions: Record<string, string> = {
  dateOrder: '--date-order day-first or --date-order month-first',
  asAt: '--as-at with a date like 2026-10-31',
};

/** What the engine asks for, in the words of the command line. */
async function asking<T>(job: Promise<T>): Promise<T> {
  try {
    return await job;
  } catch (error) {
    const option = error instanceof ContractError && tellingOptions[String(error.error.details.needs)];
    if (!option) throw error;
    const { code, message, details } = error.error;
    throw new Refusal(code, `${message} Use ${option}.`, details);
  }
}

export function addImportCommands(program: Command, respond: Respond): void {
  const importing = program.command('import').description('load an extract into the workspace');
  for (const kind of kinds) addKind(importing, respond, kind);
  addRollbackCommand(importing, respond);
  addListsCommand(importing, respond);
}
