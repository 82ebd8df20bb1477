/** `frontier`: what each number of moves can bring, to choose from before levelling. */
import type { Command } from 'commander';
import type { Frontier } from '#shared/contract/levelling.ts';
import type { TeamFrontier } from '#shared/domain/plan.ts';
import { withUnit } from '#shared/planning/figures.ts';
import { given, months, snapshotId } from '../options.ts';
import type { Common } from '../options.ts';
import { followJob, warn } from '../progress.ts';
import type { Respond } from '../respond.ts';
import { findTeam } from '../session.ts';
import { number, percent, percentExactly, table } from '../table.ts';

type FrontierOptions = Common & { team?: string; months?: number; snapshot?: number };

/** The fields of the command line: one team's at the top where one was asked for. */
export function frontierReply(
  { snapshotId: snapshot, asAt, teams, unconfirmed }: Frontier,
  isOneTeam: boolean,
): Record<string, unknown> {
  const [only] = teams;
  return { snapshotId: snapshot, asAt, ...(isOneTeam && only ? only : { teams }), unconfirmed };
}

function teamText({ team, status, points, kneeIndex, mean }: TeamFrontier): string {
  if (status === 'no-capacity') return `${team}: nobody in post, so no peak to bring down.`;
  const head = `${team}: mean load ${percent(mean) ?? 'unknown'} of capacity.`;
  const rows = points.map((point, index) => [
    point.moves,
    percentExactly(point.peak),
    withUnit(number(point.gap * 100, 2) ?? '', '%'),
    point.extraOccurrences,
    number(point.extraHoursPerYear, 1),
    index === kneeIndex ? 'suggested' : '',
  ]);
  const columns = ['moves', 'peak', 'above proven', 'extra occurrences', 'extra hours a year', ''];
  return [head, table(columns, rows)].join('\n');
}

/** The same as tables for people. */
export const frontierText = ({ asAt, teams }: Frontier): string =>
  [`As at ${asAt}`, ...teams.map(teamText)].join('\n\n');

export function addFrontierCommand(program: Command, respond: Respond): void {
  program
    .command('frontier')
    .description('the lowest peak that each number of moves can bring')
    .option('--team <name>', 'one team only')
    .option('--months <n>', 'months ahead', months)
    .option('--snapshot <id>', 'plan from this snapshot instead of the newest', snapshotId)
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<FrontierOptions>(), async (engine, options, terminal) => {
        const { months: ahead, snapshot } = options;
        const team = options.team === undefined ? undefined : await findTeam(engine, options.team, snapshot);
        const found = await followJob(
          engine,
          terminal,
          'levelling.frontier',
          given({ team, months: ahead, snapshotId: snapshot }),
        );
        warn(terminal, [], found.unconfirmed);
        return {
          reply: frontierReply(found, team !== undefined),
          text: frontierText(found),
        };
      }),
    );
}
