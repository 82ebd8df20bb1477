/** `demand`: load against capacity, and the peak months. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { Demand } from '#shared/contract/demand.ts';
import type { DemandOfTeam, Peak } from '#shared/domain/demand.ts';
import { given, months, snapshotId } from '../options.ts';
import type { Common } from '../options.ts';
import { warn } from '../progress.ts';
import type { Respond } from '../respond.ts';
import { findTeam, withWorkspace } from '../session.ts';
import { number, percent, table } from '../table.ts';

type DemandOptions = Common & { team?: string; months?: number; snapshot?: number };

const worstMonth = (demand: Demand, team: DemandOfTeam): [string | null, number | null] => {
  let worst: [string | null, number | null] = [null, null];
  team.utilisation.forEach((value, index) => {
    if (value !== null && value > (worst[1] ?? -1)) worst = [demand.months[index] ?? null, value];
  });
  return worst;
};

const peakLine = ({ month, utilisation, because }: Peak): string =>
  `  ${month}  ${percent(utilisation) ?? ''}  ${because.map(({ text }) => text).join(' ')}`;

function overviewText(demand: Demand): string {
  const rows = demand.teams.map((team) => {
    const [month, highest] = worstMonth(demand, team);
    return [team.team, team.cases, percent(team.meanUtilisation), month, percent(highest), team.peaks.length];
  });
  const head = table(['team', 'cases', 'mean load', 'fullest month', 'load then', 'peak months'], rows);
  const peaks = demand.teams
    .filter((team) => team.peaks.length > 0)
    .map((team) => [team.team, ...team.peaks.map(peakLine)].join('\n'));
  return [`As at ${demand.asAt}`, head, ...peaks].join('\n\n');
}

function teamText(demand: Demand, team: DemandOfTeam): string {
  const peaks = new Map(team.peaks.map((peak) => [String(peak.month), peak]));
  const rows = demand.months.map((month, index) => [
    month,
    number(team.load[index] ?? null, 1),
    number(team.capacity[index] ?? null, 1),
    percent(team.utilisation[index] ?? null),
    peaks.has(month) ? 'peak' : '',
  ]);
  const head = `${team.team ?? 'Force'}, as at ${demand.asAt} (hours of offender managers)`;
  return [
    head,
    table(['month', 'load', 'capacity', 'load ÷ capacity', ''], rows),
    ...team.peaks.map(peakLine),
  ].join('\n');
}

export function addDemandCommand(program: Command, respond: Respond): void {
  program
    .command('demand')
    .description('load, capacity and peak months of the teams')
    .option('--team <name>', 'one team only')
    .option('--months <n>', 'months ahead', months)
    .option('--snapshot <id>', 'plan from this snapshot instead of the newest', snapshotId)
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<DemandOptions>(), (options, terminal) =>
        withWorkspace(options, terminal, async (engine) => {
          const team =
            options.team === undefined ? undefined : await findTeam(engine, options.team, options.snapshot);
          const input = given({ team, months: options.months, snapshotId: options.snapshot });
          const reply = await call(engine, 'demand.get', input);
          warn(terminal, reply.warnings, reply.unconfirmed);
          const [only] = reply.teams;
          const text = team !== undefined && only !== undefined ? teamText(reply, only) : overviewText(reply);
          return { reply, text };
        }),
      ),
    );
}
