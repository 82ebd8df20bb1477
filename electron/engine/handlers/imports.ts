import { createHash } from 'node:crypto';
import type { FileKind, Mapping } from '#shared/contract/mapping.ts';
import type { Parsed } from '#shared/contract/registry.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { showDate } from '#shared/domain/dates.ts';
import type { Standards } from '#shared/domain/standards.ts';
import type { EngineContext, HandlersOf, JobTools } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireColumns } from '../import/account.ts';
import { abstractionKey, readAbstractions, type AbstractionList } from '../import/abstractions.ts';
import { findAsAt, lookForAsAt } from '../import/as-at.ts';
import { readCaseload, type Caseload } from '../import/caseload.ts';
import { inspect } from '../import/inspect.ts';
import { openBook } from '../import/open.ts';
import { paceOf, type Pace } from '../import/pace.ts';
import { planReading, type Reading } from '../import/reading.ts';
import { readStaff, type StaffList } from '../import/staff.ts';
import {
  addAbstractionList,
  hasAbstractionList,
  readAbstractions as heldAbstractions,
} from '../store/abstractions.ts';
import { keepMapping, listMappings } from '../store/mappings.ts';
import { addRoster, findRosterByContent } from '../store/rosters.ts';
import { addSnapshot, findSnapshotAsAt, findSnapshotByContent } from '../store/snapshots.ts';
import { readStandards } from '../store/standards.ts';
import type { Store } from '../store/store.ts';
import type { Upload } from '../uploads.ts';

type FileInput = Parsed<'import.previewCaseload'>;
type ConfirmedInput = Parsed<'import.caseload'>;

/** The same bytes for the same date are the same content. */
const contentHash = (upload: Upload, asAt: IsoDate | null): string =>
  createHash('sha256')
    .update(asAt ?? '')
    .update('\n')
    .update(upload.bytes)
    .digest('hex');

type Planned = { upload: Upload; reading: Reading; standards: Standards };

async function plan(
  store: Store,
  engine: EngineContext,
  kind: FileKind,
  input: FileInput,
  isForShow: boolean,
): Promise<Planned> {
  const upload = engine.uploads.get(input.uploadId);
  const standards = await readStandards(store);
  const kept = await listMappings(store);
  const { duties } = standards;
  const book = await openBook(upload, duties);
  return {
    upload,
    standards,
    reading: planReading({ book, kind, duties, kept, choice: input, isForShow }),
  };
}

const titlesOf = ({ table }: Reading): string[] => table.titleLines.map((line) => line.text);

const kindWords: Record<FileKind, string> = {
  caseload: 'a caseload',
  staff: 'a staff list',
  abstractions: 'a list of abstractions',
};

/**
 * Plans the reading of a job's file. The workspace is asked only for what it knows, and then left free. A file
 * of another kind is refused as such before anything else is asked of it.
 */
async function planJob(kind: FileKind, input: FileInput, { engine, job }: JobTools): Promise<Planned> {
  job.progress('Opening the file', 0.02);
  const planned = await engine.session.workspace().read((store) => plan(store, engine, kind, input, false));
  requireColumns(planned.reading, kindWords[kind]);
  return planned;
}

type Read<T> = T & { contentHash: string; mapping: Mapping };

async function readCaseloadFile(input: FileInput, tools: JobTools, pace: Pace): Promise<Read<Caseload>> {
  const { upload, reading, standards } = await planJob('caseload', input, tools);
  const { fileName } = upload;
  const dated = findAsAt(fileName, titlesOf(reading), input.asAt);
  const caseload = await readCaseload({ fileName, reading, duties: standards.duties, dated, pace });
  return { ...caseload, contentHash: contentHash(upload, dated.asAt), mapping: reading.mapping };
}

/** @throws AppError conflict when there is a snapshot of that day with other content */
async function loadedSnapshot(store: Store, asAt: IsoDate, hash: string): Promise<number | null> {
  const loaded = await findSnapshotByContent(store, hash);
  if (loaded) return loaded.id;
  const other = await findSnapshotAsAt(store, asAt);
  if (!other) return null;
  throw new AppError(
    'conflict',
    `There is already a snapshot as at ${showDate(asAt)} with other content (${other.fileName}, ${String(other.cases)} cases). Two snapshots of one day cannot stand side by side: roll back the first, or check the date of this file.`,
    { snapshotId: other.id, asAt },
  );
}

async function readStaffFile(input: FileInput, tools: JobTools, pace: Pace): Promise<Read<StaffList>> {
  const { upload, reading } = await planJob('staff', input, tools);
  const { fileName } = upload;
  const dated = findAsAt(fileName, titlesOf(reading), input.asAt);
  const staff = await readStaff({ fileName, reading, dated, pace });
  return { ...staff, contentHash: contentHash(upload, dated.asAt), mapping: reading.mapping };
}

async function readAbstractionFile(
  input: FileInput,
  tools: JobTools,
  pace: Pace,
): Promise<Read<AbstractionList>> {
  const { upload, reading } = await planJob('abstractions', input, tools);
  const list = await readAbstractions({ fileName: upload.fileName, reading, pace });
  return { ...list, contentHash: contentHash(upload, null), mapping: reading.mapping };
}

/** Records of a list that are not held yet. */
async function freshOf(
  store: Store,
  { abstractions }: AbstractionList,
): Promise<AbstractionList['abstractions']> {
  const held = new Set((await heldAbstractions(store)).map(abstractionKey));
  return abstractions.filter((one) => !held.has(abstractionKey(one)));
}

/** Stores in one transaction: all of it, and the mapping where it is to be kept, or nothing. */
async function storing<T>(
  kind: FileKind,
  input: ConfirmedInput,
  mapping: Mapping,
  tools: JobTools,
  work: (store: Store, importedAt: string) => Promise<T>,
): Promise<T> {
  const { engine, job } = tools;
  job.progress('Storing', 0.7);
  const result = await engine.session.workspace().write(async (store) => {
    job.signal.throwIfAborted();
    const now = engine.now().toISOString();
    const done = await work(store, now);
    if (input.keepAs !== undefined)
      await keepMapping(store, { kind, name: input.keepAs, mapping, keptAt: now });
    // The last moment at which nothing has happened yet.
    job.signal.throwIfAborted();
    return done;
  });
  engine.uploads.remove(input.uploadId);
  return result;
}

type Names =
  | 'import.inspect'
  | 'import.previewCaseload'
  | 'import.caseload'
  | 'import.previewStaff'
  | 'import.staff'
  | 'import.previewAbstractions'
  | 'import.abstractions';

export const importHandlers: HandlersOf<Names> = {
  async 'import.inspect'({ kind, ...input }, { engine, store }) {
    const { upload, reading } = await plan(store, engine, kind, input, true);
    const asAt = kind === 'abstractions' ? null : lookForAsAt(upload.fileName, titlesOf(reading), input.asAt);
    return inspect(upload.fileName, kind, reading, asAt);
  },

  async 'import.previewCaseload'(input, tools) {
    const { account, contentHash } = await readCaseloadFile(input, tools, paceOf(tools.job, 0.1, 1));
    const workspace = tools.engine.session.workspace();
    const loadedAs = await workspace.read((store) => loadedSnapshot(store, account.asAt, contentHash));
    return { account, alreadyLoaded: loadedAs !== null };
  },

  async 'import.caseload'(input, tools) {
    const read = await readCaseloadFile(input, tools, paceOf(tools.job, 0.1, 0.7));
    const { account, contentHash } = read;
    return storing('caseload', input, read.mapping, tools, async (store, importedAt) => {
      const loadedAs = await loadedSnapshot(store, account.asAt, contentHash);
      const pace = paceOf(tools.job, 0.7, 0.98);
      const snapshotId = loadedAs ?? (await addSnapshot(store, { ...read, importedAt }, pace));
      return { ...account, snapshotId, alreadyLoaded: loadedAs !== null };
    });
  },

  async 'import.previewStaff'(input, tools) {
    const { account, contentHash } = await readStaffFile(input, tools, paceOf(tools.job, 0.1, 1));
    const workspace = tools.engine.session.workspace();
    const loaded = await workspace.read((store) => findRosterByContent(store, account.asAt, contentHash));
    return { account, alreadyLoaded: loaded !== null };
  },

  async 'import.staff'(input, tools) {
    const read = await readStaffFile(input, tools, paceOf(tools.job, 0.1, 0.7));
    const { account, contentHash } = read;
    return storing('staff', input, read.mapping, tools, async (store, importedAt) => {
      const loaded = await findRosterByContent(store, account.asAt, contentHash);
      const rosterId = loaded?.id ?? (await addRoster(store, { ...read, importedAt }));
      return { ...account, rosterId, alreadyLoaded: loaded !== null };
    });
  },

  async 'import.previewAbstractions'(input, tools) {
    const list = await readAbstractionFile(input, tools, paceOf(tools.job, 0.1, 1));
    return tools.engine.session.workspace().read(async (store) => {
      const fresh = await freshOf(store, list);
      return {
        account: list.account,
        alreadyLoaded: await hasAbstractionList(store, list.contentHash),
        alreadyHeld: list.abstractions.length - fresh.length,
      };
    });
  },

  async 'import.abstractions'(input, tools) {
    const list = await readAbstractionFile(input, tools, paceOf(tools.job, 0.1, 0.7));
    const { account, contentHash } = list;
    return storing('abstractions', input, list.mapping, tools, async (store, importedAt) => {
      const alreadyLoaded = await hasAbstractionList(store, contentHash);
      const fresh = await freshOf(store, list);
      if (!alreadyLoaded) await addAbstractionList(store, { account, fresh, contentHash, importedAt });
      const stored = alreadyLoaded ? 0 : fresh.length;
      return { ...account, alreadyLoaded, stored, alreadyHeld: list.abstractions.length - stored };
    });
  },
};
