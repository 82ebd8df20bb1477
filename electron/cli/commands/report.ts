/** `report`: what goes out as a file. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import { packFormats, type PackFormat } from '#shared/domain/case-pack.ts';
import type { Month } from '#shared/domain/dates.ts';
import { reportFormats, type ReportFormat } from '#shared/domain/work-list.ts';
import { given, isoMonth, planId, snapshotId } from '../options.ts';
import type { Common } from '../options.ts';
import type { Respond } from '../respond.ts';
import { findTeam, withWorkspace } from '../session.ts';
import { formatOf, formatOption, outFile, write } from '../write-file.ts';
import { packReply, packText } from './weekly-text.ts';
import { choosePlan, type PlanChoice } from './plans.ts';
import { addBusinessCaseCommand } from './report-business-case.ts';

type WorkListOptions = Common &
  PlanChoice & { out: string; format?: ReportFormat; officer?: string; month?: Month };

type WeeklyOptions = Common & {
  out: string;
  format?: PackFormat;
  team?: string;
  month?: Month;
  snapshot?: number;
  withCases?: boolean;
};
export function addReportCommands(program: Command, respond: Respond): void {
  const report = program.command('report').description('write a report as a file');
  addBusinessCaseCommand(report, respond);
  report
    .command('worklist')
    .description('the moves of an accepted plan that are still to be done, by supervisor, officer and month')
    .option('--plan <id>', 'the plan', planId)
    .option('--team <name>', 'its newest plan that was not undone')
    .requiredOption('--out <file>', 'the file to write; one of that name is replaced')
    .addOption(formatOption(reportFormats))
    .option('--officer <number>', 'one officer only')
    .option('--month <month>', 'only work moved into this month', isoMonth)
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<WorkListOptions>(), (options, terminal) => {
        const format = formatOf(reportFormats, options);
        return withWorkspace(options, terminal, async (engine) => {
          const { officer, month } = options;
          const plan = await choosePlan(engine, options);
          const file = await outFile(options);
          const input = {
            planId: plan,
            format,
            savedTo: file,
            ...given({ officer, month, reason: options.why }),
          };
          const { base64, figures } = await call(engine, 'plans.workListFile', input);
          await write(file, Buffer.from(base64, 'base64'));
          const text = `${String(figures.listed)} of ${String(figures.toDo)} moves still to do written to ${file}.`;
          return { reply: { file, planId: plan, format, figures }, text };
        });
      }),
    );
  addWeekly(report, respond);
}

function addWeekly(report: Command, respond: Respond): void {
  report
    .command('weekly')
    .description('the pack of the weekly meeting: one page a team in Word, a sheet for each table in Excel')
    .requiredOption('--out <file>', 'the file to write, .docx or .xlsx; one of that name is replaced')
    .addOption(formatOption(packFormats))
    .option('--team <name>', 'one team only')
    .option('--month <month>', 'the month whose moves are asked for; this month when not given', isoMonth)
    .option('--snapshot <id>', 'the snapshot; the newest when not given', snapshotId)
    .option('--with-cases', 'name the cases of the moves due')
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<WeeklyOptions>(), (options, terminal) => {
        const format = formatOf(packFormats, options);
        return withWorkspace(options, terminal, async (engine) => {
          const { month, snapshot, withCases } = options;
          const team =
            options.team === undefined ? undefined : await findTeam(engine, options.team, snapshot);
          const file = await outFile(options);
          const input = {
            format,
            savedTo: file,
            ...given({ snapshotId: snapshot, team, month, withCases, reason: options.why }),
          };
          const { base64, figures } = await call(engine, 'packs.weeklyFile', input);
          await write(file, Buffer.from(base64, 'base64'));
          return { reply: { file, format, figures: packReply(figures) }, text: packText(figures, file) };
        });
      }),
    );
}
