import type { Snapshot } from '#shared/contract/imports.ts';
import type { SnapshotChanges } from '#shared/domain/changes.ts';
import { showDate } from '#shared/domain/dates.ts';
import type { Standards } from '#shared/domain/standards.ts';
import { changesBehind } from '#shared/planning/changes/change-totals.ts';
import { compareSnapshots } from '#shared/planning/changes/changes.ts';
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { readCases } from '../store/cases.ts';
import { readSettings } from '../store/settings.ts';
import { readStandards } from '../store/standards.ts';
import type { Store } from '../store/store.ts';
import { requireSnapshot, requireTeam } from './situation.ts';

const PAGE_SIZE = 200;

type Compared = SnapshotChanges & {
  from: Snapshot;
  to: Snapshot;
  standards: Standards;
  /** The team asked for, as the workspace spells it. */
  team: string | undefined;
};

/** Always of the whole force: a case that moved would otherwise seem to have joined or left. */
async function compare(
  store: Store,
  input: { from: number; to: number; team?: string | undefined },
): Promise<Compared> {
  const team = input.team === undefined ? undefined : (await requireTeam(store, input.team)).name;
  const from = await requireSnapshot(store, input.from);
  const to = await requireSnapshot(store, input.to);
  if (from.asAt >= to.asAt) {
    throw new AppError(
      'invalid-input',
      `Expected an earlier and a later snapshot; found one as at ${showDate(from.asAt)} and one as at ${showDate(to.asAt)}. Choose the earlier one first.`,
    );
  }
  const standards = await readStandards(store);
  const { unassessedAs } = await readSettings(store);
  const [then, now] = [await readCases(store, from.id), await readCases(store, to.id)];
  const compared = compareSnapshots(then, now, {
    fromAsAt: from.asAt,
    toAsAt: to.asAt,
    standards,
    unassessedAs,
  });
  return { ...compared, from, to, standards, team };
}

type Names = 'changes.get' | 'changes.cases';

export const changesHandlers: HandlersOf<Names> = {
  async 'changes.get'(input, { store }) {
    const { from, to, force, teams, standards, team } = await compare(store, input);
    const shown = team === undefined ? teams : teams.filter((one) => one.team === team);
    const [own] = shown;
    if (team !== undefined && own === undefined) {
      throw new AppError(
        'not-found',
        `Neither snapshot holds a case of ${team}. Choose another team or other snapshots.`,
      );
    }
    const names = new Map(standards.duties.map(({ key, name }) => [key, name]));
    return {
      from,
      to,
      totals: team === undefined || own === undefined ? force : own,
      teams: shown,
      duties: force.duties.map(({ duty }) => ({ key: duty, name: names.get(duty) ?? duty })),
    };
  },

  async 'changes.cases'(input, { store }) {
    const { changes, team } = await compare(store, input);
    const behind = changesBehind(changes, { figure: input.figure, duty: input.duty, team });
    const offset = input.offset ?? 0;
    return { total: behind.length, changes: behind.slice(offset, offset + (input.limit ?? PAGE_SIZE)) };
  },
};
