/** Staff rosters held, taking one out again, and the teams that cases and rosters name. */
import { inPost } from '#shared/domain/officer.ts';
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { findRoster, listRosters, readOfficers, removeRoster } from '../store/rosters.ts';
import { countCasesByTeam } from '../store/cases.ts';
import { findSnapshot } from '../store/snapshots.ts';
import { allTeams, removeUnusedTeams } from '../store/teams.ts';
import { requireListed } from './situation.ts';

type Names = 'rosters.list' | 'rosters.rollback' | 'teams.list';

export const rosterHandlers: HandlersOf<Names> = {
  'rosters.list': (_, { store }) => listRosters(store),

  async 'rosters.rollback'({ rosterId }, { store }) {
    const roster = (await listRosters(store)).find(({ id }) => id === rosterId);
    if (!roster) throw new AppError('not-found', 'This staff roster is not held any more.');
    await removeRoster(store, rosterId);
    await removeUnusedTeams(store);
    const { asAt, fileName, people } = roster;
    return { removed: { rosterId, asAt, fileName, people } };
  },

  async 'teams.list'({ snapshotId }, { store }) {
    const snapshot =
      snapshotId === undefined ? await findSnapshot(store) : await requireListed(store, snapshotId);
    const [newest] = await listRosters(store);
    const roster = snapshot ? await findRoster(store, snapshot.asAt) : (newest ?? null);
    const officers = roster ? await readOfficers(store, roster.id) : [];
    const day = snapshot?.asAt ?? roster?.asAt;
    const managers = officers.filter(
      (officer) => officer.role === 'offender-manager' && day !== undefined && inPost(officer, day),
    );
    const cases = new Map(
      (snapshot ? await countCasesByTeam(store, snapshot.id) : []).map((row) => [row.team, row.cases]),
    );
    return (await allTeams(store))
      .map(({ name }) => ({
        team: name,
        cases: cases.get(name) ?? 0,
        offenderManagers: managers.filter((officer) => officer.team === name).length,
      }))
      .filter((row) => row.cases > 0 || officers.some((officer) => officer.team === row.team));
  },
};
