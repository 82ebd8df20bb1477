/** `snapshots` and `changes`: what is held, and what changed between two of them. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { MAX_CHANGES, type SnapshotDifference } from '#shared/contract/changes.ts';
import type { Snapshot } from '#shared/contract/imports.ts';
import type { Change, ChangeFigure, ChangeTotals } from '#shared/domain/changes.ts';
import { changesBehind } from '#shared/planning/changes/change-totals.ts';
import { choosePair, type Pair } from '#shared/planning/changes/pair.ts';
import { Refusal } from '../errors.ts';
import { given, snapshotId } from '../options.ts';
import type { Common } from '../options.ts';
import type { Respond } from '../respond.ts';
import { findTeam } from '../session.ts';
import { table } from '../table.ts';

type ChangesOptions = Common & { from?: number; to?: number; team?: string };
/** The two snapshots named; where one is not, the page's own choice. */
export function pairOf(held: readonly Snapshot[], named: ChangesOptions): Pair<number> {
  const chosen = choosePair(held, named);
  const to = named.to ?? chosen?.to.id;
  // What is named and not held is for the engine to refuse, in its words.
  const from = named.from ?? (chosen?.to.id === to ? chosen?.from?.id : to);
  if (from !== undefined && to !== undefined) return { from, to };
  throw new Refusal(
    'not-found',
    `Expected two snapshots to compare, found ${held.length === 0 ? 'none' : 'no earlier one whose cases are held'}. Import another caseload first.`,
    { snapshots: held.length },
  );
}

async function allChanges(engine: Engine, input: Pair<number> & { team?: string }): Promise<Change[]> {
  const found: Change[] = [];
  for (;;) {
    const page = { ...input, offset: found.length, limit: MAX_CHANGES };
    const { total, changes } = await call(engine, 'changes.cases', page);
    found.push(...changes);
    if (found.length >= total || changes.length === 0) return found;
  }
}

/** References behind a figure, each once: one case may have had two duties done. */
const referencesOf = (changes: readonly Change[], figure: ChangeFigure): string[] => [
  ...new Set(changesBehind(changes, { figure }).map(({ reference }) => reference)),
];

function replyOf({ from, to, totals, teams }: SnapshotDifference, changes: readonly Change[]) {
  const behind = (figure: ChangeFigure): string[] => referencesOf(changes, figure);
  return {
    from: { snapshotId: from.id, asAt: from.asAt },
    to: { snapshotId: to.id, asAt: to.asAt },
    joined: behind('joined'),
    left: behind('left'),
    vanished: behind('vanished'),
    moved: behind('moved-in'),
    riskChanged: behind('risk'),
    modeChanged: behind('mode'),
    officerChanged: behind('officer'),
    doneEarly: behind('done-early'),
    doneOnTime: behind('done-on-time'),
    doneLate: behind('done-late'),
    doneUndated: behind('done-undated'),
    redated: behind('re-dated'),
    stillOutstanding: behind('still-outstanding'),
    totals,
    teams,
    changes,
  };
}

const teamRow = ({ team, casesThen, casesNow, figures }: ChangeTotals) => [
  team ?? 'Force',
  casesThen,
  figures.joined,
  figures.left,
  figures.vanished,
  figures['moved-in'],
  figures['moved-out'],
  casesNow,
  figures.risk,
  figures.mode,
  figures.officer,
];

function textOf({ from, to, totals, teams, duties }: SnapshotDifference): string {
  const names = new Map(duties.map(({ key, name }) => [key, name]));
  const cases = table(
    ['team', 'then', 'joined', 'left', 'unexplained', 'in', 'out', 'now', 'risk', 'mode', 'officer'],
    [...teams, ...(totals.team === null ? [totals] : [])].map(teamRow),
  );
  const work = table(
    ['duty', 'early', 'on time', 'late', 'no due date', 're-dated', 'still outstanding'],
    totals.duties.map(({ duty, figures }) => [
      names.get(duty) ?? duty,
      figures['done-early'],
      figures['done-on-time'],
      figures['done-late'],
      figures['done-undated'],
      figures['re-dated'],
      figures['still-outstanding'],
    ]),
  );
  const head = `From ${from.asAt} to ${to.asAt}: then + joined - left + moved in - moved out = now`;
  return [head, cases, `Work done and not done, ${totals.team ?? 'the force'}`, work].join('\n\n');
}

const snapshotsText = (held: readonly Snapshot[]): string =>
  held.length === 0
    ? 'No caseload has been imported yet.'
    : table(
        ['id', 'as at', 'cases', 'file'],
        held.map(({ id, asAt, cases, fileName }) => [id, asAt, cases, fileName]),
      );

export function addChangesCommands(program: Command, respond: Respond): void {
  program
    .command('snapshots')
    .description('the caseload snapshots held, newest first')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const snapshots = await call(engine, 'snapshots.list', {});
        return { reply: { snapshots }, text: snapshotsText(snapshots) };
      }),
    );

  program
    .command('changes')
    .description('what changed between two snapshots')
    .option('--from <id>', 'the earlier snapshot; the one before the later when absent', snapshotId)
    .option('--to <id>', 'the later snapshot; the newest when absent', snapshotId)
    .option('--team <name>', 'one team only')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<ChangesOptions>(), async (engine, options) => {
        const pair = pairOf(await call(engine, 'snapshots.list', {}), options);
        const team = options.team === undefined ? undefined : await findTeam(engine, options.team, pair.to);
        const input = { ...pair, ...given({ team }) };
        const difference = await call(engine, 'changes.get', input);
        const changes = await allChanges(engine, input);
        return { reply: replyOf(difference, changes), text: textOf(difference) };
      }),
    );
}
