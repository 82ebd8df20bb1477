/** `plans` and `followup`: the plans accepted, and what became of one. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { PlanFollowUp, ListedPlan } from '#shared/contract/plans.ts';
import type { FollowedMove } from '#shared/domain/follow-up.ts';
import { planState } from '#shared/domain/plan.ts';
import { Refusal, UsageError } from '../errors.ts';
import { leaversText, officerText } from '../officer-text.ts';
import { given, planId } from '../options.ts';
import type { Common } from '../options.ts';
import { warn } from '../progress.ts';
import type { Respond } from '../respond.ts';
import { findTeam } from '../session.ts';
import { number, percent, table } from '../table.ts';

export type PlanChoice = { plan?: number; team?: string };

/** The plan named, or the newest of the team that was not undone. */
export async function choosePlan(engine: Engine, { plan, team }: PlanChoice): Promise<number> {
  if (plan !== undefined) return plan;
  if (team === undefined) throw new UsageError('Expected --plan ID or --team NAME: the plan to take.');
  const name = await findTeam(engine, team, undefined);
  const plans = await call(engine, 'plans.list', { team: name });
  const newest = plans.find(({ undoneAt }) => undoneAt === null);
  if (newest) return newest.id;
  throw new Refusal(
    'not-found',
    `Expected an accepted plan of ${name}; found none. Level the team and accept its proposal first.`,
    { team: name, plans: plans.length },
  );
}

const plansText = (plans: readonly ListedPlan[]): string =>
  plans.length === 0
    ? 'No plan has been accepted yet.'
    : table(
        ['id', 'team', 'as at', 'accepted', 'by', 'moves', 'state'],
        plans.map((plan) => [
          plan.id,
          plan.team,
          plan.asAt,
          plan.acceptedAt.slice(0, 10),
          plan.acceptedBy,
          plan.moves,
          planState(plan),
        ]),
      );

/** The fields of the command line: `ref` for a case; adherence as a share with its parts beside it. */
function followUpReply(found: PlanFollowUp): Record<string, unknown> {
  return {
    ...found,
    moves: found.moves.map(({ reference, ...move }: FollowedMove) => ({ ...move, ref: reference })),
    months: found.months.map(({ adherence, ...month }) => ({
      ...month,
      adherence: adherence.share,
      asPlanned: adherence.asPlanned,
      judged: adherence.judged,
    })),
  };
}

function followUpText(found: PlanFollowUp): string {
  const { asPlanned, judged } = found.adherence;
  const head =
    `Plan ${String(found.planId)} of ${found.team}, from the snapshot as at ${found.asAt}, ` +
    `followed up to ${found.newestAsAt}: ${String(asPlanned)} of ${String(judged)} moves due by then and ` +
    'not overtaken were done as planned.';
  const counts = table(['outcome', 'moves'], Object.entries(found.counts));
  const months = table(
    ['month', 'unmoved', 'planned', 'happened', 'as planned', 'of', 'adherence'],
    found.months.map(({ month, unmoved, planned, happened, adherence }) => [
      month,
      number(unmoved, 1),
      number(planned, 1),
      number(happened, 1),
      adherence.asPlanned,
      adherence.judged,
      percent(adherence.share),
    ]),
  );
  const moves = table(
    ['case', 'duty', 'officer', 'due', 'to', 'outcome', 'done', 'overtaken by'],
    found.moves.map((move) => [
      move.reference,
      move.duty,
      officerText(move.officer, move.hasLeft),
      move.due,
      move.to,
      move.outcome,
      move.doneOn,
      move.overtakenBy,
    ]),
  );
  const left = leaversText(found.moves.filter(({ hasLeft }) => hasLeft));
  return [[head, ...left].join('\n'), counts, months, ...(found.moves.length > 0 ? [moves] : [])].join(
    '\n\n',
  );
}

export function addPlansCommands(program: Command, respond: Respond): void {
  program
    .command('plans')
    .description('the plans accepted, newest first')
    .option('--team <name>', 'one team only')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common & PlanChoice>(), async (engine, options) => {
        const team = options.team === undefined ? undefined : await findTeam(engine, options.team, undefined);
        const plans = await call(engine, 'plans.list', given({ team }));
        return { reply: { plans }, text: plansText(plans) };
      }),
    );

  program
    .command('followup')
    .description('what became of the moves of an accepted plan, by the snapshots loaded since')
    .option('--plan <id>', 'the plan', planId)
    .option('--team <name>', 'its newest plan that was not undone')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(
        command.optsWithGlobals<Common & PlanChoice>(),
        async (engine, options, terminal) => {
          const found = await call(engine, 'plans.followUp', { planId: await choosePlan(engine, options) });
          warn(terminal, [], found.unconfirmed);
          return { reply: followUpReply(found), text: followUpText(found) };
        },
      ),
    );
}
