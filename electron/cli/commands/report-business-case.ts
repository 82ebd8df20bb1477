/** `report business-case`: the options of a staffing case as a workbook or a document. */
import { Option, type Command } from 'commander';
import type { ScenarioRef } from '#shared/contract/scenarios.ts';
import { packFormats, type PackFormat, type PackYears } from '#shared/domain/case-pack.ts';
import { call } from '#electron/engine/call.ts';
import { decimal, given, wholeNumber } from '../options.ts';
import { followJob } from '../progress.ts';
import type { Respond } from '../respond.ts';
import {
  futuresOf,
  joiningOf,
  scenarioRef,
  withFutures,
  withJoining,
  type Futures,
  type Joining,
} from '../scenario-choice.ts';
import { withWorkspace } from '../session.ts';
import { formatOf, formatOption, outFile, write } from '../write-file.ts';

type CaseOptions = Futures &
  Joining & {
    out: string;
    format?: PackFormat;
    scenario?: string[];
    years?: '4' | '5';
    goal?: 'ratio' | 'capacity';
    probability?: number;
    most?: number;
  };

const inputOf = (options: CaseOptions, scenarios: ScenarioRef[]) => ({
  ...futuresOf(options),
  ...joiningOf(options),
  ...given({
    years: options.years === undefined ? undefined : (Number(options.years) as PackYears),
    goal: options.goal,
    probability: options.probability,
    most: options.most,
  }),
  scenarios,
});

export function addBusinessCaseCommand(report: Command, respond: Respond): void {
  withJoining(withFutures(report.command('business-case')))
    .description('the baseline, level only, the minimum, and the scenarios named, beside each other')
    .requiredOption('--out <file>', 'the file to write, .xlsx or .docx; one of that name is replaced')
    .addOption(formatOption(packFormats))
    .option('--scenario <scenarios...>', 'JSON files, or names of those kept; the first is the preferred one')
    .addOption(new Option('--years <years>', 'the layout (5)').choices(['4', '5']))
    .addOption(new Option('--goal <goal>', 'what the minimum keeps (ratio)').choices(['ratio', 'capacity']))
    .option('--probability <share>', 'of the futures, for the minimum (0.8)', decimal(0.01, 1))
    .option('--most <n>', 'posts tried at most (60)', wholeNumber(1, 200))
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<CaseOptions>(), (options, terminal) => {
        const format = formatOf(packFormats, options);
        return withWorkspace(options, terminal, async (engine) => {
          const file = await outFile(options);
          const scenarios: ScenarioRef[] = [];
          for (const named of options.scenario ?? []) scenarios.push(await scenarioRef(engine, named));
          const made = await followJob(engine, terminal, 'packs.businessCase', inputOf(options, scenarios));
          const { caseId, figures, options: beside, summary } = made;
          const asked = { caseId, format, savedTo: file, ...given({ reason: options.why }) };
          const { base64 } = await call(engine, 'packs.businessCaseFile', asked);
          await write(file, Buffer.from(base64, 'base64'));
          const text = `${summary.join('\n')}\n\nWritten to ${file}.`;
          return { reply: { file, format, options: beside, summary, figures }, text };
        });
      }),
    );
}
