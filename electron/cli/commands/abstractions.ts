/** `abstractions`: the ledger, recording and reviewing, what is regular, what was assumed, and the effect. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { LONGEST_DAYS, MAX_ABSTRACTIONS } from '#shared/contract/abstractions.ts';
import type { Input, Output } from '#shared/contract/registry.ts';
import { abstractionKinds, type AbstractionKind } from '#shared/domain/abstraction.ts';
import { daysBetween, isoDate } from '#shared/domain/dates.ts';
import { overlapSaid } from '#shared/planning/abstractions/overlap.ts';
import { showHours } from '#shared/planning/figures.ts';
import { UsageError } from '../errors.ts';
import { decimal, given, isoDay, snapshotId, wholeNumber, type Common } from '../options.ts';
import { warn } from '../progress.ts';
import type { Respond } from '../respond.ts';
import { findTeam } from '../session.ts';
import { effectText, findingText, ledgerText, ratesText } from './abstractions-text.ts';

type ListOptions = Common & {
  team?: string;
  officer?: string;
  from?: string;
  to?: string;
  kind?: AbstractionKind;
  reviewed?: boolean;
  removed?: boolean;
};
type AddOptions = Common & {
  officer: string;
  from: string;
  to?: string;
  start?: string;
  hours: number;
  reason: string;
  otherPolicing?: boolean;
  unplanned?: boolean;
  detail?: string;
  requestedBy?: string;
  approvedBy?: string;
};
type ReviewOptions = Common & {
  team?: string;
  id?: number[];
  all?: boolean;
  note?: string;
  takeBack?: boolean;
};
type LookOptions = Common & { team?: string; snapshot?: number; months?: number; asAt?: string };

const teamChoice = async (engine: Engine, team: string | undefined): Promise<{ team?: string }> =>
  team === undefined ? {} : { team: await findTeam(engine, team, undefined) };

function kind(text: string): AbstractionKind {
  const found = abstractionKinds.find((one) => one === text);
  if (!found) throw new UsageError(`Expected a kind: ${abstractionKinds.join(', ')}; found "${text}".`);
  return found;
}

/** The reason as the force's list has it, with whether it is to other policing; else its own words. */
async function reasonGiven(
  engine: Engine,
  { reason, otherPolicing }: AddOptions,
): Promise<{ group: string; activity: string | null; toOtherPolicing: boolean }> {
  const [group = '', activity] = reason.split('/').map((part) => part.trim());
  const { reasons } = await call(engine, 'abstractions.reasons', {});
  const listed = reasons.find(
    (one) =>
      one.group.toLowerCase() === group.toLowerCase() &&
      (one.activity ?? '').toLowerCase() === (activity ?? '').toLowerCase(),
  );
  const said = listed ?? { group, activity: activity ?? null, toOtherPolicing: false };
  return {
    group: said.group,
    activity: said.activity,
    toOtherPolicing: otherPolicing ?? said.toOtherPolicing,
  };
}

/** Those of the queue, or those named: which, has to be said, since a note goes on each of them. */
async function toReview(engine: Engine, options: ReviewOptions): Promise<number[]> {
  if (options.id) return options.id;
  if (options.team === undefined && !options.all)
    throw new UsageError('Expected which ones the --note is for: --id of each, --team, or --all that wait.');
  const input = { ...(await teamChoice(engine, options.team)), limit: MAX_ABSTRACTIONS };
  return (await call(engine, 'abstractions.queue', input)).rows.map(({ id }) => id);
}

/** Only of those named: whatever else was reviewed stays so. */
async function takeBack(engine: Engine, { id: ids, team, note }: ReviewOptions) {
  if (ids === undefined || team !== undefined || note !== undefined)
    throw new UsageError(
      'Expected --take-back with the --id of each review, and without --team or --note. `abstractions --reviewed` lists them.',
    );
  const reply = await call(engine, 'abstractions.takeBackReview', { ids });
  return { reply, text: `${String(reply.takenBack)} taken back, ${String(reply.leftAlone)} left alone` };
}

/** What is to be said of absences that the officer has on these days already; days that cannot be are refused later. */
async function overlapOf(engine: Engine, one: Pick<Input<'abstractions.record'>, 'collar' | 'from' | 'to'>) {
  const [from, to] = [isoDate(one.from), isoDate(one.to)];
  const days = daysBetween(from, to) + 1;
  if (days < 1 || days > LONGEST_DAYS) return null;
  const { overlaps } = await call(engine, 'abstractions.propose', { collar: one.collar, from, to });
  return overlapSaid(one.collar, { from, to }, overlaps);
}

const addId = (text: string, ids: number[] = []): number[] => [...ids, snapshotId(text)];

function addRecording(abstractions: Command, respond: Respond): void {
  abstractions
    .command('add')
    .description('record an abstraction')
    .requiredOption('--officer <number>', 'collar number')
    .requiredOption('--from <date>', 'first day', isoDay)
    .option('--to <date>', 'last day; the first when left out', isoDay)
    .option('--start <time>', 'when a part-day begins, HH:MM')
    .requiredOption('--hours <hours>', 'hours lost in all', decimal(0.01, 10_000))
    .requiredOption('--reason <reason>', 'group, or group/activity')
    .option('--other-policing', 'lent to policing outside the team')
    .option('--unplanned', 'not known beforehand')
    .option('--detail <text>', 'what there is to say beside the reason')
    .option('--requested-by <who>', 'who asked for it')
    .option('--approved-by <who>', 'who approved it')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<AddOptions>(), async (engine, options, terminal) => {
        const input = {
          collar: options.officer,
          from: options.from,
          to: options.to ?? options.from,
          startTime: options.start ?? null,
          hours: options.hours,
          ...(await reasonGiven(engine, options)),
          detail: options.detail ?? null,
          isPlanned: !options.unplanned,
          requestedBy: options.requestedBy ?? null,
          approvedBy: options.approvedBy ?? null,
        };
        const overlap = await overlapOf(engine, input);
        const reply = await call(engine, 'abstractions.record', input);
        warn(terminal, overlap === null ? [] : [overlap]);
        return { reply, text: ledgerText([reply.row]) };
      }),
    );

  abstractions
    .command('review')
    .description('show what waits for a review, review it with --note, or take reviews back with --take-back')
    .option('--team <name>', 'one team only')
    .option('--id <id>', 'this one; may be given again', addId)
    .option('--all', 'all that wait, of every team')
    .option('--note <text>', 'review those named with this note')
    .option('--take-back', 'take back the reviews of those named by --id: they wait for one again')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<ReviewOptions>(), async (engine, options) => {
        if (options.takeBack) return takeBack(engine, options);
        if (options.note === undefined) {
          const reply = await call(engine, 'abstractions.queue', await teamChoice(engine, options.team));
          const head = `${String(reply.total)} to review, ${String(reply.overdue)} overdue`;
          return { reply, text: `${head}\n${ledgerText(reply.rows)}` };
        }
        const ids = await toReview(engine, options);
        const none: Output<'abstractions.review'> = { reviewed: 0, leftAlone: 0, ids: [] };
        const reply =
          ids.length === 0 ? none : await call(engine, 'abstractions.review', { ids, note: options.note });
        return { reply, text: `${String(reply.reviewed)} reviewed, ${String(reply.leftAlone)} left alone` };
      }),
    );
}

function addLooking(abstractions: Command, respond: Respond): void {
  abstractions
    .command('regular')
    .description('the same officer or team taken for the same reason again and again')
    .option('--team <name>', 'one team only')
    .option('--as-at <date>', 'look at the weeks up to this day; today when left out', isoDay)
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<LookOptions>(), async (engine, options) => {
        const input = { ...(await teamChoice(engine, options.team)), ...given({ asAt: options.asAt }) };
        const reply = await call(engine, 'abstractions.regular', input as Input<'abstractions.regular'>);
        const head = `${reply.from} to ${reply.asAt}: ${String(reply.findings.length)} found`;
        return { reply, text: [head, ...reply.findings.map(findingText)].join('\n') };
      }),
    );

  const looks = [
    ['rate', 'assumed against actual, month by month, and what is expected ahead'],
    ['effect', 'hours lost beside the work, of the kinds that can be moved, that fell overdue'],
  ] as const;
  for (const [name, description] of looks) {
    abstractions
      .command(name)
      .description(description)
      .option('--team <name>', 'one team only')
      .option('--months <count>', 'months back; 12 when left out', wholeNumber(1, 60))
      .option('--snapshot <id>', 'as at this snapshot instead of the newest', snapshotId)
      .action((_options: unknown, command: Command) =>
        respond.inWorkspace(command.optsWithGlobals<LookOptions>(), async (engine, options, terminal) => {
          const { months, snapshot } = options;
          const input = {
            ...(await teamChoice(engine, options.team)),
            ...given({ months, snapshotId: snapshot }),
          };
          if (name === 'rate') {
            const reply = await call(engine, 'abstractions.rate', input);
            warn(terminal, reply.warnings, reply.unconfirmed);
            return { reply, text: ratesText(reply) };
          }
          const reply = await call(engine, 'abstractions.effect', input);
          warn(terminal, reply.warnings, reply.unconfirmed);
          return { reply, text: effectText(reply) };
        }),
      );
  }
}

export function addAbstractionsCommands(program: Command, respond: Respond): void {
  const abstractions = program
    .command('abstractions')
    .description('time for which officers are taken away: the ledger, unless another command is named');
  abstractions
    .command('list', { isDefault: true })
    .description('the ledger, newest first')
    .option('--team <name>', 'one team only')
    .option('--officer <number>', 'one officer only')
    .option('--from <date>', 'from this day', isoDay)
    .option('--to <date>', 'to this day', isoDay)
    .option('--kind <kind>', abstractionKinds.join(', '), kind)
    .option('--reviewed', 'only those reviewed')
    .option('--removed', 'those that were taken out')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<ListOptions>(), async (engine, options) => {
        const { officer, from, to, kind: of, reviewed, removed } = options;
        const input = {
          ...(await teamChoice(engine, options.team)),
          ...given({ collar: officer, from, to, kind: of, reviewed, removed }),
          limit: MAX_ABSTRACTIONS,
        };
        const reply = await call(engine, 'abstractions.list', input as Input<'abstractions.list'>);
        const head = `${String(reply.total)} abstractions, ${showHours(reply.hours)}`;
        return { reply, text: `${head}\n${ledgerText(reply.rows)}` };
      }),
    );
  addRecording(abstractions, respond);
  addLooking(abstractions, respond);
}
