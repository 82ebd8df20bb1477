/** `level`: the least disruptive work to bring forward, with its proven bound. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { Proposal } from '#shared/contract/levelling.ts';
import { isGoneBy, type PlanDifference } from '#shared/domain/plan.ts';
import { withUnit } from '#shared/planning/figures.ts';
import { decimal, given, months, planId, snapshotId } from '../options.ts';
import type { Common } from '../options.ts';
import { followJob, warn } from '../progress.ts';
import type { Respond } from '../respond.ts';
import { findTeam } from '../session.ts';
import { leaversText, officerText } from '../officer-text.ts';
import { addSteeringOptions, steeringFrom, type SteeringOptions } from '../steering-options.ts';
import { number, percent, table } from '../table.ts';

type LevelOptions = Common &
  SteeringOptions & {
    team: string;
    months?: number;
    target?: number;
    withProblem?: boolean;
    snapshot?: number;
    since?: number;
    accept?: string | true;
  };

/** The fields of the command line: `ref` for a case, and as `id` the chain by which a move finds itself in the problem. */
export function levelReply({
  plan,
  problem,
  snapshotId: snapshot,
  asAt,
  unconfirmed,
  warnings,
  steering,
  changedSince,
}: Proposal): Record<string, unknown> {
  const moves = plan.moves.map(({ reference, ...move }) => ({
    ...move,
    id: `${reference}/${move.duty}`,
    ref: reference,
  }));
  const steered = { steering, changedSince };
  return {
    snapshotId: snapshot,
    asAt,
    ...plan,
    moves,
    unconfirmed,
    warnings,
    ...steered,
    ...(problem !== null && { problem }),
  };
}

function differenceText({ added, dropped, altered }: PlanDifference): string {
  const all = [
    ...added.map((move) => [move.reference, move.duty, move.due, 'unmoved', move.to] as const),
    ...dropped.map((move) => [move.reference, move.duty, move.due, move.to, 'unmoved'] as const),
    ...altered.map(({ from, to }) => [to.reference, to.duty, to.due, from.to, to.to] as const),
  ];
  if (all.length === 0) return 'Every move is as in that plan.';
  return table(['case', 'duty', 'due', 'in that plan', 'now'], all);
}

function planText({ plan, asAt, changedSince }: Proposal): string {
  const bound = percent(plan.lowerBound);
  const lines = [
    `${plan.team}, as at ${asAt}: ${plan.status.replaceAll('-', ' ')}`,
    `Peak ${percent(plan.peakBefore) ?? 'unknown'} before, ${percent(plan.peakAfter) ?? 'unknown'} after` +
      (bound === null ? '.' : `; no plan within these rules goes below ${bound}.`),
    `${String(plan.moves.length)} moves; ${String(plan.extraOccurrences)} extra occurrences in ${String(plan.after.length)} months, ` +
      `${number(plan.extraHoursPerYear, 1) ?? '0'} extra hours a year.`,
    ...plan.price.map(
      ({ duty, risk, occurrencesPerYear, hoursPerYear }) =>
        `${duty}, ${risk.replace('-', ' ')} risk: ${number(occurrencesPerYear, 1) ?? ''} more a year, ` +
        `${withUnit(number(hoursPerYear, 1) ?? '', 'h')}.`,
    ),
    ...(plan.predictable.length > 0
      ? [`Done at the same gap three times running: ${plan.predictable.map(({ id }) => id).join(', ')}.`]
      : []),
    ...(plan.echo.text === null ? [] : [plan.echo.text]),
    ...plan.notMended.map(({ text }) => text),
    ...leaversText(plan.moves.filter((move) => isGoneBy(plan, move.officer, move.toIndex))),
  ];
  const load = table(
    ['month', 'capacity', 'before', 'after'],
    plan.months.map((month, index) => [
      month,
      number(plan.capacity[index] ?? null, 1),
      number(plan.before[index] ?? null, 1),
      number(plan.after[index] ?? null, 1),
    ]),
  );
  const moves = table(
    ['case', 'duty', 'officer', 'due', 'to', 'early', 'reason'],
    plan.moves.map((move) => [
      move.reference,
      move.duty,
      officerText(move.officer, isGoneBy(plan, move.officer, move.toIndex)),
      move.due,
      move.to,
      move.monthsEarly,
      move.reason,
    ]),
  );
  return [
    lines.join('\n'),
    load,
    ...(plan.moves.length > 0 ? [moves] : []),
    ...(changedSince === null ? [] : [differenceText(changedSince)]),
  ].join('\n\n');
}

async function keep(engine: Engine, { proposalId }: Proposal, note: string | true): Promise<number> {
  const input = { proposalId, ...(note === true ? {} : { note }) };
  return (await call(engine, 'plans.accept', input)).id;
}

export function addLevelCommand(program: Command, respond: Respond): void {
  const level = program
    .command('level')
    .description('propose work to bring forward so that the peaks of a team flatten')
    .requiredOption('--team <name>', 'the team to level')
    .option('--months <n>', 'months ahead', months)
    .option('--target <share>', 'highest load ÷ capacity wanted, for example 0.95', decimal(0.1, 5))
    .option('--with-problem', 'with --json: give the problem that was solved too')
    .option('--snapshot <id>', 'plan from this snapshot instead of the newest', snapshotId)
    .option('--since <plan>', 'tell what differs from this accepted plan (see plans)', planId)
    .option('--accept [note]', 'keep the proposal as the plan of the team, with a note');
  addSteeringOptions(level).action((_options: unknown, command: Command) =>
    respond.inWorkspace(command.optsWithGlobals<LevelOptions>(), async (engine, options, terminal) => {
      const team = await findTeam(engine, options.team, options.snapshot);
      const { months: ahead, target, withProblem, snapshot, since } = options;
      const input = {
        team,
        ...given({
          months: ahead,
          target,
          withProblem,
          snapshotId: snapshot,
          steering: steeringFrom(options),
          since: since === undefined ? undefined : { planId: since },
        }),
      };
      const proposal = await followJob(engine, terminal, 'levelling.level', input);
      warn(terminal, proposal.warnings, proposal.unconfirmed);
      const { accept } = options;
      const acceptedAs = accept === undefined ? null : await keep(engine, proposal, accept);
      const kept = acceptedAs === null ? '' : `\n\nAccepted as plan ${String(acceptedAs)}.`;
      return {
        reply: { ...levelReply(proposal), planId: acceptedAs },
        text: `${planText(proposal)}${kept}`,
      };
    }),
  );
}
