/** `report business-case`: the options of a staffing case as a workbook or a document. */
import { extname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { runJob } from '#electron/engine/call.ts';
import type { ScenarioRef } from '#shared/contract/scenarios.ts';
import { packFormats, PackFormat, type PackYears } from '#shared/domain/case-pack.ts';
import { UsageError } from '../errors.ts';
import { decimal, given, wholeNumber } from '../options.ts';
import { showProgress } from '../progress.ts';
import type { Respond } from '../respond.ts';
import { withWorkspace } from '../session.ts';
import { write } from '../write-file.ts';
import { futuresOf, month, scenarioRef, withFutures, type Futures } from './scenario.ts';
import type { Month } from '#shared/domain/dates.ts';

type CaseOptions = Futures & {
  out: string;
  format?: PackFormat;
  scenario?: string[];
  years?: '4' | '5';
  goal?: 'ratio' | 'capacity';
  probability?: number;
  most?: number;
  from?: Month;
  lead?: number;
  training?: number;
  productivity?: number;
};

function formatOf({ format, out }: CaseOptions): PackFormat {
  if (format !== undefined) return format;
  const parsed = PackFormat.safeParse(extname(out).slice(1).toLowerCase());
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `Expected --format, or a file name that ends in one of ${packFormats.join(', ')}; found "${out}".`,
  );
}

const inputOf = (options: CaseOptions, scenarios: ScenarioRef[], file: string, format: PackFormat) => ({
  ...futuresOf(options),
  ...given({
    years: options.years === undefined ? undefined : (Number(options.years) as PackYears),
    goal: options.goal,
    probability: options.probability,
    most: options.most,
    from: options.from,
    leadMonths: options.lead,
    trainingMonths: options.training,
    productivity: options.productivity,
    reason: options.reason,
  }),
  scenarios,
  format,
  savedTo: file,
});

export function addBusinessCaseCommand(report: Command, respond: Respond): void {
  withFutures(report.command('business-case'))
    .description('do nothing, level only, the minimum, and the scenarios named, beside each other')
    .requiredOption('--out <file>', 'the file to write, .xlsx or .docx; one of that name is replaced')
    .addOption(
      new Option('--format <format>', 'how it is written; by the ending of the file when absent').choices(
        packFormats,
      ),
    )
    .option('--scenario <scenarios...>', 'JSON files, or names of those kept; the first is the preferred one')
    .addOption(new Option('--years <years>', 'the layout (5)').choices(['4', '5']))
    .addOption(new Option('--goal <goal>', 'what the minimum keeps (ratio)').choices(['ratio', 'capacity']))
    .option('--probability <share>', 'of the futures, for the minimum (0.8)', decimal(0.01, 1))
    .option('--most <n>', 'posts tried at most (60)', wholeNumber(1, 200))
    .option('--from <month>', 'recruiting may begin in this month (the first)', month)
    .option('--lead <months>', 'from then until in post (6)', wholeNumber(0, 36))
    .option('--training <months>', 'in training (3)', wholeNumber(0, 36))
    .option('--productivity <share>', 'what a newcomer in training counts as (0.5)', decimal(0, 1))
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<CaseOptions>(), (options, terminal) => {
        const format = formatOf(options);
        const file = resolve(options.out);
        return withWorkspace(options, terminal, async (engine) => {
          const scenarios: ScenarioRef[] = [];
          for (const named of options.scenario ?? []) scenarios.push(await scenarioRef(engine, named));
          const made = await runJob(
            engine,
            'packs.businessCase',
            inputOf(options, scenarios, file, format),
            showProgress(terminal),
            terminal.signal,
          );
          await write(file, Buffer.from(made.base64, 'base64'));
          const { figures, options: beside, summary } = made;
          const text = `${summary.join('\n')}\n\nWritten to ${file}.`;
          return { reply: { file, format, options: beside, summary, figures }, text };
        });
      }),
    );
}
