import { createHash } from 'node:crypto';
import { inPost } from '#shared/domain/officer.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { showDate } from '#shared/domain/dates.ts';
import type { EngineContext, HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { readCaseload, type Caseload } from '../import/caseload.ts';
import { readStaff, type StaffList } from '../import/staff.ts';
import { addRoster, findRoster, findRosterByContent, listRosters, readOfficers } from '../store/rosters.ts';
import {
  addSnapshot,
  countCasesByTeam,
  findSnapshot,
  findSnapshotAsAt,
  findSnapshotByContent,
  listSnapshots,
  readAccount,
} from '../store/snapshots.ts';
import { readStandards } from '../store/standards.ts';
import type { Store } from '../store/store.ts';
import { allTeams } from '../store/teams.ts';
import type { Upload } from '../uploads.ts';
import { requireSnapshot } from './situation.ts';

type FileInput = { uploadId: string; asAt?: IsoDate | undefined };

/** The same bytes for the same date are the same content. */
const contentHash = (upload: Upload, asAt: IsoDate): string =>
  createHash('sha256').update(asAt).update('\n').update(upload.bytes).digest('hex');

type Read<T> = T & { contentHash: string; loadedAs: number | null };

async function readCaseloadFile(
  store: Store,
  engine: EngineContext,
  input: FileInput,
): Promise<Read<Caseload>> {
  const upload = engine.uploads.get(input.uploadId);
  const { duties } = await readStandards(store);
  const caseload = readCaseload(upload, duties, input.asAt);
  const { asAt } = caseload.account;
  const hash = contentHash(upload, asAt);
  const loaded = await findSnapshotByContent(store, hash);
  const other = loaded ? null : await findSnapshotAsAt(store, asAt);
  if (other) {
    throw new AppError(
      'conflict',
      `There is already a snapshot as at ${showDate(asAt)} with other content (${other.fileName}, ${String(other.cases)} cases). Two snapshots of one day cannot stand side by side: roll back the first, or check the date of this file.`,
      { snapshotId: other.id, asAt },
    );
  }
  return { ...caseload, contentHash: hash, loadedAs: loaded?.id ?? null };
}

async function readStaffFile(
  store: Store,
  engine: EngineContext,
  input: FileInput,
): Promise<Read<StaffList>> {
  const upload = engine.uploads.get(input.uploadId);
  const staff = readStaff(upload, input.asAt);
  const hash = contentHash(upload, staff.account.asAt);
  const loaded = await findRosterByContent(store, staff.account.asAt, hash);
  return { ...staff, contentHash: hash, loadedAs: loaded?.id ?? null };
}

type Names =
  | 'import.previewCaseload'
  | 'import.caseload'
  | 'import.previewStaff'
  | 'import.staff'
  | 'snapshots.list'
  | 'snapshots.account'
  | 'rosters.list'
  | 'teams.list';

export const importHandlers: HandlersOf<Names> = {
  async 'import.previewCaseload'(input, { engine, store }) {
    const { account, loadedAs } = await readCaseloadFile(store, engine, input);
    return { account, alreadyLoaded: loadedAs !== null };
  },

  async 'import.caseload'(input, { engine, store }) {
    const { account, cases, contentHash, loadedAs } = await readCaseloadFile(store, engine, input);
    const importedAt = engine.now().toISOString();
    const snapshotId = loadedAs ?? (await addSnapshot(store, { account, cases, contentHash, importedAt }));
    engine.uploads.remove(input.uploadId);
    return { ...account, snapshotId, alreadyLoaded: loadedAs !== null };
  },

  async 'import.previewStaff'(input, { engine, store }) {
    const { account, loadedAs } = await readStaffFile(store, engine, input);
    return { account, alreadyLoaded: loadedAs !== null };
  },

  async 'import.staff'(input, { engine, store }) {
    const { account, officers, contentHash, loadedAs } = await readStaffFile(store, engine, input);
    const importedAt = engine.now().toISOString();
    const rosterId = loadedAs ?? (await addRoster(store, { account, officers, contentHash, importedAt }));
    engine.uploads.remove(input.uploadId);
    return { ...account, rosterId, alreadyLoaded: loadedAs !== null };
  },

  'snapshots.list': (_, { store }) => listSnapshots(store),

  async 'snapshots.account'({ snapshotId }, { store }) {
    const snapshot = await requireSnapshot(store, snapshotId);
    return readAccount(store, snapshot.id);
  },

  'rosters.list': (_, { store }) => listRosters(store),

  async 'teams.list'({ snapshotId }, { store }) {
    const snapshot =
      snapshotId === undefined ? await findSnapshot(store) : await requireSnapshot(store, snapshotId);
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
