/** `audit`: the log of what was done with the workspace. */
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { AuditVerdict } from '#shared/contract/audit.ts';
import {
  auditActions,
  headText,
  readHead,
  type AuditAction,
  type AuditEntry,
  type AuditHead,
} from '#shared/domain/audit.ts';
import { Refusal } from '../errors.ts';
import { given, isoDay, wholeNumber } from '../options.ts';
import type { Common } from '../options.ts';
import type { Respond } from '../respond.ts';
import { table } from '../table.ts';
import { outFile, write } from '../write-file.ts';

type Filter = Common & { action?: AuditAction; user?: string; from?: string; to?: string };
type ListOptions = Filter & { limit?: number };
type FileOptions = Filter & { out: string };
type VerifyOptions = Common & { expect?: AuditHead };

const filterOf = ({ action, user, from, to }: Filter) => given({ action, user, from, to });

function expectedHead(text: string): AuditHead {
  const head = readHead(text);
  if (head === null)
    throw new InvalidArgumentError('Expected a head as "audit verify" prints it: NUMBER:HASH.');
  return head;
}

const about = ({ facts }: AuditEntry): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');

const listText = (entries: readonly AuditEntry[], total: number): string =>
  [
    table(
      ['number', 'at', 'user', 'action', 'operation', 'about', 'reason'],
      entries.map((entry) => [
        entry.number,
        entry.at,
        entry.user,
        entry.action,
        entry.operation,
        about(entry),
        entry.reason,
      ]),
    ),
    `${String(entries.length)} of ${String(total)} entries, the newest first.`,
  ].join('\n\n');

function verdictReply({ entries, head, findings, isWhole }: AuditVerdict): Record<string, unknown> {
  return { isWhole, entries, head: headText(head), findings };
}

/** A log that is not whole is a refusal: whoever runs this unattended sees it by the exit code. */
function refuseTampered(verdict: AuditVerdict): void {
  if (verdict.isWhole) return;
  throw new Refusal(
    'workspace-corrupt',
    `The log is not as it was written. ${verdict.findings.map(({ what }) => what).join(' ')}`,
    verdictReply(verdict),
  );
}

const addFilter = (command: Command): Command =>
  command
    .addOption(new Option('--action <action>', 'only what was done of this kind').choices(auditActions))
    .option('--user <name>', 'only of this user of the operating system')
    .option('--from <date>', 'from this day on', isoDay)
    .option('--to <date>', 'up to this day', isoDay);

export function addAuditCommands(program: Command, respond: Respond): void {
  const audit = addFilter(program.command('audit'))
    .description('who opened, looked at, imported, gave out, changed or deleted what, and when')
    .option('--limit <n>', 'entries at most, the newest; 200 when not given', wholeNumber(1, 1000))
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<ListOptions>(), async (engine, options) => {
        const input = { ...filterOf(options), ...given({ limit: options.limit }) };
        const { entries, total, head } = await call(engine, 'audit.list', input);
        return { reply: { entries, total, head: headText(head) }, text: listText(entries, total) };
      }),
    );

  audit
    .command('verify')
    .description('find entries that were changed, taken out or put in another order')
    .option(
      '--expect <head>',
      'the head printed earlier: shows a log written anew, or an older file',
      expectedHead,
    )
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<VerifyOptions>(), async (engine, options) => {
        const verdict = await call(engine, 'audit.verify', given({ expected: options.expect }));
        refuseTampered(verdict);
        const text = `The log is whole: ${String(verdict.entries)} entries. Its head, to note elsewhere and check by later:\n${headText(verdict.head)}`;
        return { reply: verdictReply(verdict), text };
      }),
    );

  audit
    .command('export')
    .description('write the log, or the part asked for, as CSV')
    .requiredOption('--out <file>', 'the file to write; one of that name is replaced')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<FileOptions>(), async (engine, options) => {
        const file = await outFile(options);
        const input = { ...filterOf(options), savedTo: file, ...given({ reason: options.why }) };
        const { base64, entries } = await call(engine, 'audit.file', input);
        await write(file, Buffer.from(base64, 'base64'));
        return { reply: { file, entries }, text: `${String(entries)} entries written to ${file}.` };
      }),
    );
}
