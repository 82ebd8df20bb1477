/** `demand`: load against capacity, and the peak months. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { Demand, ExpectedJoiners } from '#shared/contract/demand.ts';
import type { DemandOfTeam, JoinerLoad, Peak, PlannedDemand } from '#shared/domain/demand.ts';
import { partOf } from '#shared/domain/team.ts';
import { fullestMonth } from '#shared/planning/demand/peaks.ts';
import { sum } from '#shared/planning/sum.ts';
import { movesLeftSaid, NOBODY, showFullness } from '#shared/planning/wording.ts';
import { given, months, snapshotId } from '../options.ts';
import type { Common } from '../options.ts';
import { followJob, warn } from '../progress.ts';
import type { Respond } from '../respond.ts';
import { findTeam } from '../session.ts';
import { number, percent, table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

type DemandOptions = Common & { team?: string; months?: number; snapshot?: number; joiners?: boolean };

const peakLine = ({ month, utilisation, because }: Peak): string =>
  `  ${month}  ${showFullness(utilisation)}  ${because.map(({ text }) => text).join(' ')}`;

const peakWord = (peak: Peak | undefined): string =>
  peak === undefined ? '' : peak.utilisation === null ? `peak: ${NOBODY}` : 'peak';

/** Beside the load of cases held: what expected joiners add, and the utilisation of both. */
const joinersCells = (team: DemandOfTeam, added: readonly number[], index: number): Array<string | null> => {
  const capacity = team.capacity[index] ?? 0;
  const load = (team.load[index] ?? 0) + (added[index] ?? 0);
  return [number(added[index] ?? 0, 1), percent(capacity > 0 ? load / capacity : null)];
};

function joinersText({ months, teams, force }: ExpectedJoiners): string {
  const row = ({ team, joiners, load }: JoinerLoad): Array<string | null> => [
    team ?? 'Force',
    number(sum(joiners), 1),
    number(load[0] ?? null, 1),
    number(load.at(-1) ?? null, 1),
  ];
  const head = ['team', 'expected joiners', `their hours in ${months[0] ?? ''}`, `in ${months.at(-1) ?? ''}`];
  return table(head, [...teams, force].map(row));
}

function overviewText(demand: Demand, joiners: ExpectedJoiners | null): string {
  const rows = demand.teams.map((team) => {
    const fullest = fullestMonth(demand.months, team);
    return [
      team.team,
      team.cases,
      percent(team.meanUtilisation),
      fullest?.month ?? null,
      fullest && showFullness(fullest.utilisation),
      team.peaks.length,
    ];
  });
  const head = table(['team', 'cases', 'mean load', 'fullest month', 'load then', 'peak months'], rows);
  const peaks = demand.teams
    .filter((team) => team.peaks.length > 0)
    .map((team) => [team.team, ...team.peaks.map(peakLine)].join('\n'));
  const more = joiners === null ? [] : [joinersText(joiners)];
  return [`As at ${demand.asAt}`, head, ...more, ...peaks].join('\n\n');
}

const planLine = ({ planId, asAt, counts }: PlannedDemand): string =>
  `With plan ${String(planId)}, accepted on the snapshot as at ${asAt}: ${movesLeftSaid(counts)}.`;

/** @param added hours of expected joiners by month; null where they were not asked for */
function teamText(demand: Demand, team: DemandOfTeam, added: readonly number[] | null): string {
  const { planned } = team;
  const peaks = new Map(team.peaks.map((peak) => [String(peak.month), peak]));
  const rows = demand.months.map((month, index) => [
    month,
    number(team.load[index] ?? null, 1),
    number(team.capacity[index] ?? null, 1),
    percent(team.utilisation[index] ?? null),
    ...(planned === null
      ? []
      : [number(planned.load[index] ?? null, 1), percent(planned.utilisation[index] ?? null)]),
    ...(added === null ? [] : joinersCells(team, added, index)),
    peakWord(peaks.get(month)),
  ]);
  const head = `${team.team ?? 'Force'}, as at ${demand.asAt} (hours of offender managers)`;
  return [
    head,
    table(
      [
        'month',
        'load',
        'capacity',
        'load ÷ capacity',
        ...(planned === null ? [] : ['with the plan', '÷ capacity']),
        ...(added === null ? [] : ['expected joiners', 'with them']),
        '',
      ],
      rows,
    ),
    ...(planned === null ? [] : [planLine(planned)]),
    ...team.peaks.map(peakLine),
  ].join('\n');
}

const askJoiners = (
  engine: Engine,
  terminal: Terminal,
  { snapshotId, months }: Demand,
): Promise<ExpectedJoiners> =>
  followJob(engine, terminal, 'demand.joiners', { snapshotId, months: months.length });

export function addDemandCommand(program: Command, respond: Respond): void {
  program
    .command('demand')
    .description('load, capacity and peak months of the teams')
    .option('--team <name>', 'one team only')
    .option('--months <n>', 'months ahead', months)
    .option('--snapshot <id>', 'plan from this snapshot instead of the newest', snapshotId)
    .option('--joiners', 'with the hours that expected joiners add, which no plan can move')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<DemandOptions>(), async (engine, options, terminal) => {
        const team =
          options.team === undefined ? undefined : await findTeam(engine, options.team, options.snapshot);
        const input = given({ team, months: options.months, snapshotId: options.snapshot });
        const reply = await call(engine, 'demand.get', input);
        warn(terminal, reply.warnings, reply.unconfirmed);
        const joiners = options.joiners === true ? await askJoiners(engine, terminal, reply) : null;
        const [only] = reply.teams;
        const text =
          team !== undefined && only !== undefined
            ? teamText(reply, only, joiners && (partOf(joiners, only.team)?.load ?? []))
            : overviewText(reply, joiners);
        return { reply: joiners === null ? reply : { ...reply, joiners }, text };
      }),
    );
}
