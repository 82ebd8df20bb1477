/** `backlog`, `signoff` and `checks`: work overdue, work not signed off, and how practice stands. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { MAX_OUTSTANDING, type Backlog, type SignOffs } from '#shared/contract/backlog.ts';
import {
  lateBandNames,
  lateBands,
  signOffBandNames,
  signOffBands,
  type BacklogPoint,
  type DutyBacklog,
  type OutstandingCase,
  type PracticeCheck,
} from '#shared/domain/backlog.ts';
import { riskNames } from '#shared/domain/case.ts';
import { showHours } from '#shared/planning/figures.ts';
import { given, snapshotId } from '../options.ts';
import type { Common } from '../options.ts';
import { warn } from '../progress.ts';
import type { Respond } from '../respond.ts';
import { findTeam } from '../session.ts';
import { number, percentExactly, table } from '../table.ts';

export type ScopeOptions = Common & {
  team?: string;
  officer?: string;
  supervisor?: string;
  snapshot?: number;
};
type BacklogOptions = ScopeOptions & { duty?: string; cases?: boolean; trend?: boolean };
type Scope = { snapshotId?: number; team?: string; officer?: string; supervisor?: string };

export async function scopeOf(engine: Engine, options: ScopeOptions): Promise<Scope> {
  const { officer, supervisor, snapshot } = options;
  const team = options.team === undefined ? undefined : await findTeam(engine, options.team, snapshot);
  return given({ snapshotId: snapshot, team, officer, supervisor });
}

function matrixText(duty: DutyBacklog, tolerance: number): string {
  const count = (bands: DutyBacklog['bands']) => lateBands.map((band) => bands[band]);
  const rows = duty.rows.map((row) => [
    riskNames[row.risk].name,
    ...count(row.bands),
    row.outstanding,
    row.owing,
    percentExactly(row.share),
    row.isOverTolerance ? 'over' : '',
  ]);
  const total = [
    'All',
    ...count(duty.bands),
    duty.outstanding,
    duty.owing,
    percentExactly(duty.share),
    duty.isOverTolerance ? 'over' : '',
  ];
  const bands = lateBands.map((band) => lateBandNames[band]);
  const against = `tolerance ${percentExactly(tolerance) ?? ''}${duty.isOverTolerance ? ': over' : ''}`;
  const oldest = duty.oldest ? `, oldest due ${duty.oldest.dueDate}` : '';
  return [
    `${duty.name}: ${String(duty.outstanding)} outstanding of ${String(duty.owing)} cases owing it (${against}${oldest})`,
    table(['risk', ...bands, 'outstanding', 'owing', 'share', 'tolerance'], [...rows, total]),
  ].join('\n');
}

function clearingText({ clearing }: Backlog): string {
  const time = `${showHours(clearing.hours)} of offender managers' work are outstanding`;
  switch (clearing.state) {
    case 'nothing':
      return 'Nothing of offender managers’ work is outstanding.';
    case 'by':
      return `${time}; at the capacity there is they could be done by the end of ${clearing.month ?? ''}.`;
    case 'not-within':
      return `${time}; at the capacity there is they cannot all be done within the horizon.`;
    case 'no-capacity':
      return `${time}; by when they could be done cannot be told without a team's capacity.`;
  }
}

const casesText = (cases: readonly OutstandingCase[]): string =>
  table(
    ['case', 'team', 'officer', 'risk', 'duty', 'due', 'days late', 'hours'],
    cases.map((one) => [
      one.reference,
      one.team,
      one.officer,
      riskNames[one.risk].letter,
      one.duty,
      one.dueDate,
      one.daysLate,
      number(one.hours, 1),
    ]),
  );

function trendText(name: string, points: readonly BacklogPoint[]): string {
  const rows = points.map(({ asAt, outstanding, share: part, change }) => [
    asAt,
    outstanding,
    percentExactly(part),
    ...(change
      ? [
          change.fellDue,
          change.joined + change.movedIn,
          change.done,
          change.left + change.movedOut,
          change.noLongerOwed + change.redated,
        ]
      : [null, null, null, null, null]),
  ]);
  const headings = ['as at', 'outstanding', 'share', '+ fell due', '+ came', '− done', '− went'];
  return `${name}, snapshot by snapshot\n${table([...headings, '− re-dated or not owed'], rows)}`;
}

function signOffText({ asAt, waiting, overLimit, bySupervisor, shares, untold }: SignOffs): string {
  const rows = bySupervisor.map((one) => [
    one.supervisor ?? '(none named)',
    ...signOffBands.map((band) => one.bands[band]),
    one.waiting,
    one.oldestDays,
    one.afterSharing,
    one.hasRoom ? 'has room' : '',
  ]);
  const bands = signOffBands.map((band) => signOffBandNames[band]);
  return [
    `As at ${asAt}: ${String(waiting.length)} not signed off, ${String(overLimit)} over the limit`,
    ...(untold.length > 0 ? [`The snapshot holds no sign-off of ${untold.join(', ')}: not counted.`] : []),
    table(['supervisor', ...bands, 'waiting', 'oldest, days', 'if shared out', ''], rows),
    ...shares.map(({ from, to, items }) => `  ${from ?? '(none named)'} to ${to}: ${String(items.length)}`),
  ].join('\n');
}

const checksText = (asAt: string, checks: readonly PracticeCheck[]): string =>
  [
    `As at ${asAt}`,
    table(
      ['check', 'found', 'of', 'share', 'target', 'fields missing'],
      checks.map(({ name, isHeld, found, of, target, missing }) => [
        name,
        isHeld ? found : 'not held',
        of,
        percentExactly(found === null || !of ? null : found / of),
        target === null ? '' : `at most ${percentExactly(1 - target) ?? ''}`,
        missing,
      ]),
    ),
  ].join('\n');

export const withScope = (command: Command): Command =>
  command
    .option('--team <name>', 'one team only')
    .option('--officer <number>', 'one offender manager only')
    .option('--supervisor <number>', 'one supervisor only')
    .option('--snapshot <id>', 'this snapshot instead of the newest', snapshotId);

export function addBacklogCommands(program: Command, respond: Respond): void {
  withScope(program.command('backlog'))
    .description('work overdue, by risk and lateness, against the tolerance')
    .option('--duty <key>', 'one duty only, for example visit')
    .option('--cases', 'list the cases too, most pressing first')
    .option('--trend', 'show too how it changed over the snapshots held')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<BacklogOptions>(), async (engine, options, terminal) => {
        const input = { ...(await scopeOf(engine, options)), ...given({ duty: options.duty }) };
        const reply = await call(engine, 'backlog.get', input);
        warn(terminal, [], reply.unconfirmed);
        const listed = options.cases
          ? await call(engine, 'backlog.cases', { ...input, limit: MAX_OUTSTANDING })
          : null;
        const trend = options.trend ? await call(engine, 'backlog.trend', input) : null;
        const text = [
          `As at ${reply.asAt}`,
          ...reply.duties.map((duty) => matrixText(duty, reply.tolerance)),
          clearingText(reply),
          ...(trend ? [trendText(trend.duty.name, trend.points)] : []),
          ...(listed ? [casesText(listed.cases)] : []),
        ].join('\n\n');
        const more = { ...(listed ? { cases: listed.cases } : {}), ...(trend ? { trend } : {}) };
        return { reply: { ...reply, ...more }, text };
      }),
    );

  withScope(program.command('signoff'))
    .description('work done and not signed off, by supervisor, and how to share it out')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<ScopeOptions>(), async (engine, options) => {
        const reply = await call(engine, 'signoff.get', await scopeOf(engine, options));
        return { reply, text: signOffText(reply) };
      }),
    );

  withScope(program.command('checks'))
    .description(
      'practice checks: announced and single-crewed visits, reactive cases, old checks, cases not assessed',
    )
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<ScopeOptions>(), async (engine, options) => {
        const reply = await call(engine, 'checks.get', await scopeOf(engine, options));
        return { reply, text: checksText(reply.asAt, reply.checks) };
      }),
    );
}
