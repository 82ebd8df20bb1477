/** What planning rests on: a snapshot with its cases, the roster that stands for it, standards and settings. */
import type { Roster, Snapshot } from '#shared/contract/imports.ts';
import type { AbstractionRecord } from '#shared/domain/abstraction.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import { showDate, type IsoDate } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Standards } from '#shared/domain/standards.ts';
import { signOffsHeldIn } from '#shared/planning/demand/sign-offs.ts';
import { AppError } from '../errors.ts';
import { readAllCounted } from './abstraction-facts.ts';
import { readAbsencesHeldTo } from '../store/abstractions.ts';
import { findRoster, readOfficers } from '../store/rosters.ts';
import { readSettings } from '../store/settings.ts';
import { findSnapshot } from '../store/snapshots.ts';
import { readCases } from '../store/cases.ts';
import { readStandards } from '../store/standards.ts';
import type { Store } from '../store/store.ts';
import { allTeams, findTeam, type TeamRow } from '../store/teams.ts';

export type Situation = {
  snapshot: Snapshot;
  cases: readonly CaseRecord[];
  /** Of the whole snapshot, when the cases are one team's too: see {@link signOffsHeldIn}. */
  signOffsHeld: ReadonlySet<string>;
  /** Null when no roster is loaded. */
  roster: Roster | null;
  officers: readonly Officer[];
  /** As they count: an absence both recorded and imported is here once. */
  abstractions: readonly AbstractionRecord[];
  /** Up to when absence is held, the snapshot's as-at date at most. */
  absencesHeldTo: IsoDate;
  standards: Standards;
  settings: Settings;
};

/**
 * A snapshot whose cases are held.
 * @throws AppError not-found when there is no such snapshot, or none at all; conflict when it was purged
 */
export async function requireSnapshot(store: Store, id: number | undefined): Promise<Snapshot> {
  const snapshot = await requireListed(store, id);
  if (snapshot.purgedAt === null) return snapshot;
  throw new AppError(
    'conflict',
    `The snapshot as at ${showDate(snapshot.asAt)} was purged, counts only: its cases are no longer held. Choose another snapshot, or import a newer one.`,
    { snapshotId: snapshot.id, purgedAt: snapshot.purgedAt },
  );
}

/**
 * A snapshot of the list, purged or not.
 * @throws AppError not-found when there is no such snapshot, or none at all
 */
export async function requireListed(store: Store, id: number | undefined): Promise<Snapshot> {
  const snapshot = await findSnapshot(store, id);
  if (snapshot) return snapshot;
  throw id === undefined
    ? new AppError('not-found', 'No caseload has been imported yet. Import one first.', { needs: 'snapshot' })
    : new AppError('not-found', `There is no snapshot number ${String(id)}. Choose one of the list.`);
}

/** @throws AppError not-found, naming the teams there are */
export async function requireTeam(store: Store, name: string): Promise<TeamRow> {
  const team = await findTeam(store, name);
  if (team) return team;
  const teams = (await allTeams(store)).map((one) => one.name);
  throw new AppError(
    'not-found',
    `There is no team called “${name}”. Teams: ${teams.join(', ') || 'none yet'}.`,
    {
      teams,
    },
  );
}

/** What a question does not need stays empty, as reading it takes time. */
type Needs = { withoutCases?: boolean };

async function readForce(store: Store, snapshot: Snapshot, needs: Needs): Promise<Situation> {
  const roster = await findRoster(store, snapshot.asAt);
  const cases = needs.withoutCases ? [] : await readCases(store, snapshot.id);
  return {
    snapshot,
    cases,
    signOffsHeld: signOffsHeldIn(cases),
    roster,
    officers: roster ? await readOfficers(store, roster.id) : [],
    abstractions: await readAllCounted(store),
    absencesHeldTo: await readAbsencesHeldTo(store, snapshot.asAt),
    standards: await readStandards(store),
    settings: await readSettings(store),
  };
}

/** Everything planning needs, of the whole force or of one team. */
export async function readSituation(
  store: Store,
  choice: Needs & { snapshotId?: number | undefined; team?: string | undefined },
): Promise<Situation> {
  const snapshot = await requireSnapshot(store, choice.snapshotId);
  const force = choice.withoutCases
    ? await readForce(store, snapshot, choice)
    : await store.remember(`situation ${String(snapshot.id)}`, () => readForce(store, snapshot, {}));
  const { team } = choice;
  if (team === undefined) return force;
  return {
    ...force,
    cases: force.cases.filter((record) => record.team === team),
    officers: force.officers.filter((officer) => officer.team === team),
  };
}
