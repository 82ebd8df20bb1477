/** `report`: what goes out as a file. */
import { extname, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import { Month } from '#shared/domain/dates.ts';
import { reportFormats, ReportFormat } from '#shared/domain/work-list.ts';
import { UsageError } from '../errors.ts';
import { given, planId } from '../options.ts';
import type { Common } from '../options.ts';
import type { Respond } from '../respond.ts';
import { withWorkspace } from '../session.ts';
import { write } from '../write-file.ts';
import { choosePlan, type PlanChoice } from './plans.ts';
import { addBusinessCaseCommand } from './report-business-case.ts';

type WorkListOptions = Common &
  PlanChoice & { out: string; format?: ReportFormat; officer?: string; month?: Month };

function readMonth(text: string): Month {
  const parsed = Month.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('Expected a month like 2027-03.');
  return parsed.data;
}

/** The format named, or the one that the file's name ends in. */
function formatOf({ format, out }: WorkListOptions): ReportFormat {
  if (format !== undefined) return format;
  const parsed = ReportFormat.safeParse(extname(out).slice(1).toLowerCase());
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `Expected --format, or a file name that ends in one of ${reportFormats.join(', ')}; found "${out}".`,
  );
}

export function addReportCommands(program: Command, respond: Respond): void {
  const report = program.command('report').description('write a report as a file');
  addBusinessCaseCommand(report, respond);
  report
    .command('worklist')
    .description('the moves of an accepted plan that are still to be done, by supervisor, officer and month')
    .option('--plan <id>', 'the plan', planId)
    .option('--team <name>', 'its newest plan that was not undone')
    .requiredOption('--out <file>', 'the file to write; one of that name is replaced')
    .addOption(
      new Option('--format <format>', 'how it is written; by the ending of the file when absent').choices(
        reportFormats,
      ),
    )
    .option('--officer <number>', 'one officer only')
    .option('--month <month>', 'only work moved into this month', readMonth)
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<WorkListOptions>(), (options, terminal) => {
        const format = formatOf(options);
        return withWorkspace(options, terminal, async (engine) => {
          const { officer, month } = options;
          const plan = await choosePlan(engine, options);
          const file = resolve(options.out);
          const input = {
            planId: plan,
            format,
            savedTo: file,
            ...given({ officer, month, reason: options.reason }),
          };
          const { base64, figures } = await call(engine, 'plans.workListFile', input);
          await write(file, Buffer.from(base64, 'base64'));
          const text = `${String(figures.listed)} of ${String(figures.toDo)} moves still to do written to ${file}.`;
          return { reply: { file, planId: plan, format, figures }, text };
        });
      }),
    );
}
