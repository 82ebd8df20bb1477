import { inPost } from '#shared/domain/officer.ts';
import type { HandlersOf } from '../context.ts';
import { findRoster, listRosters, readOfficers } from '../store/rosters.ts';
import { countCasesByTeam, findSnapshot } from '../store/snapshots.ts';
import { allTeams } from '../store/teams.ts';
import { requireListed } from './situation.ts';

type Names = 'rosters.list' | 'teams.list';

export const rosterHandlers: HandlersOf<Names> = {
  'rosters.list': (_, { store }) => listRosters(store),

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
