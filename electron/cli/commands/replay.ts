/** `replay`: what a plan made by hand claims, what it delivers, and the rules that its rows break. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { HandPlanReplay } from '#shared/domain/hand-plan.ts';
import { Refusal, systemCode } from '../errors.ts';
import { given, months, snapshotId, type Common } from '../options.ts';
import { warn } from '../progress.ts';
import { readText } from '../read-file.ts';
import type { Respond } from '../respond.ts';
import { findTeam, withWorkspace } from '../session.ts';
import { addSteeringOptions, steeringFrom, type SteeringOptions } from '../steering-options.ts';
import { number, percent, table } from '../table.ts';

type ReplayOptions = Common & SteeringOptions & { team: string; months?: number; snapshot?: number };

const MOST_BYTES = 900_000;

const readPlanFile = (file: string): Promise<string> =>
  readText(file, MOST_BYTES, {
    tooLarge: () =>
      new Refusal('import-rejected', `"${file}" is larger than 900 kB, the most that a plan may be.`),
    unreadable: (error) => {
      const why = systemCode(error) ?? 'it cannot be read';
      return new Refusal('not-found', `Expected a plan in "${file}", which could not be read (${why}).`, {
        file,
      });
    },
  });

function replayReply({ rows, ...reply }: HandPlanReplay): Record<string, unknown> {
  return { ...reply, rows: rows.map(({ reference, ...row }) => ({ ...row, ref: reference })) };
}

function replayText(replay: HandPlanReplay): string {
  const { before, claims, delivers } = replay;
  const peaks = [before, claims, delivers].map(({ peak }) => percent(peak) ?? 'unknown');
  const head = [
    `${replay.team}, as at ${replay.asAt}: ${replay.text}`,
    `Peak ${String(peaks[0])} unmoved, ${String(peaks[1])} claimed, ${String(peaks[2])} delivered; ` +
      `${String(delivers.moves)} moves, ${String(delivers.extraOccurrences)} extra occurrences, ` +
      `${number(delivers.extraHoursPerYear, 1) ?? '0'} extra hours a year.`,
  ];
  const broken = replay.rows.flatMap(({ row, reference, duty, broken: texts }) =>
    texts.map(({ text }) => `Row ${String(row)}, ${reference} ${duty}: ${text}`),
  );
  const load = table(
    ['month', 'capacity', 'unmoved', 'claimed', 'delivered'],
    replay.months.map((month, index) => [
      month,
      number(replay.capacity[index] ?? null, 1),
      number(before.load[index] ?? null, 1),
      number(claims.load[index] ?? null, 1),
      number(delivers.load[index] ?? null, 1),
    ]),
  );
  return [head.join('\n'), load, ...(broken.length > 0 ? [broken.join('\n')] : [])].join('\n\n');
}

export function addReplayCommand(program: Command, respond: Respond): void {
  const command = program
    .command('replay')
    .description(
      'follow a plan made by hand (CSV: reference, duty, due, to) through the rules and the knock-on',
    )
    .argument('<file>', 'the plan')
    .requiredOption('--team <name>', 'the team it is for')
    .option('--months <n>', 'months ahead', months)
    .option('--snapshot <id>', 'judge it by this snapshot instead of the newest', snapshotId);
  addSteeringOptions(command).action((file: string, _options: unknown, self: Command) =>
    respond(self.optsWithGlobals<ReplayOptions>(), async (options, terminal) => {
      const csv = await readPlanFile(file);
      return withWorkspace(options, terminal, async (engine) => {
        const team = await findTeam(engine, options.team, options.snapshot);
        const { months: ahead, snapshot } = options;
        const choice = given({ months: ahead, snapshotId: snapshot, steering: steeringFrom(options) });
        const replay = await call(engine, 'levelling.replay', { team, csv, ...choice });
        warn(terminal, [], replay.unconfirmed);
        return { reply: replayReply(replay), text: replayText(replay) };
      });
    }),
  );
}
