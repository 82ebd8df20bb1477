/** `ratio`: RSOs per offender manager. */
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { Ratio } from '#shared/contract/demand.ts';
import type { RatioFigure } from '#shared/domain/demand.ts';
import { denominators, Numerator } from '#shared/domain/settings.ts';
import type { Denominator } from '#shared/domain/settings.ts';
import { given, snapshotId } from '../options.ts';
import type { Common } from '../options.ts';
import { warn } from '../progress.ts';
import type { Respond } from '../respond.ts';
import { findTeam } from '../session.ts';
import { number, ratio, table } from '../table.ts';
import type { Cell } from '../table.ts';

type RatioOptions = Common & {
  team?: string;
  numerator?: string;
  denominator?: Denominator;
  snapshot?: number;
};

function readNumerator(text: string): string {
  const parsed = Numerator.safeParse(text);
  if (!parsed.success) {
    throw new InvalidArgumentError('Expected all, or community, active, police-led joined with +.');
  }
  return parsed.data;
}

const row = (figure: RatioFigure): Cell[] => [
  figure.team ?? 'Force',
  figure.offenders,
  number(figure.managers, 1),
  ratio(figure.ratio),
  number(figure.fteNeeded, 1),
  number(figure.shortBy, 1),
];

const ratioText = ({ asAt, definition, teams, force }: Ratio): string =>
  [
    `As at ${asAt}. ${definition}`,
    table(['team', 'RSOs', 'managers', 'ratio', 'needed', 'short by'], [...teams, force].map(row)),
  ].join('\n');

export function addRatioCommand(program: Command, respond: Respond): void {
  program
    .command('ratio')
    .description('RSOs per offender manager, by team and force')
    .option('--team <name>', 'one team only')
    .option('--numerator <filters>', 'which RSOs count, for example community+active', readNumerator)
    .addOption(new Option('--denominator <managers>', 'which managers count').choices(denominators))
    .option('--snapshot <id>', 'count this snapshot instead of the newest', snapshotId)
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<RatioOptions>(), async (engine, options, terminal) => {
        const team =
          options.team === undefined ? undefined : await findTeam(engine, options.team, options.snapshot);
        const { numerator, denominator, snapshot } = options;
        const reply = await call(
          engine,
          'ratio.get',
          given({ team, numerator, denominator, snapshotId: snapshot }),
        );
        warn(terminal, reply.warnings);
        return { reply, text: ratioText(reply) };
      }),
    );
}
