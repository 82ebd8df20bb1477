import { createHash } from 'node:crypto';
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { FileKind, Mapping } from '#shared/contract/mapping.ts';
import type { Parsed } from '#shared/contract/registry.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Standards } from '#shared/domain/standards.ts';
import type { EngineContext, HandlersOf, JobTools } from '../context.ts';
import { requireColumns } from '../import/account.ts';
import { readAbstractions, type AbstractionList } from '../import/abstractions.ts';
import { findAsAt, lookForAsAt, tellAsAt } from '../import/as-at.ts';
import { readCaseload, type Caseload } from '../import/caseload.ts';
import { inspect } from '../import/inspect.ts';
import { openBook } from '../import/open.ts';
import { paceOf, type Pace } from '../import/pace.ts';
import type { Pseudonymiser } from '../import/pseudonym.ts';
import { planReading, type Reading } from '../import/reading.ts';
import { readStaff, type StaffList } from '../import/staff.ts';
import { addAbstractionList, addAbstractions, redateList } from '../store/abstractions.ts';
import { keepMapping, listMappings } from '../store/mappings.ts';
import { addRoster, readPeople } from '../store/rosters.ts';
import { addSnapshot } from '../store/snapshots.ts';
import { findPseudonymiser } from '../store/pseudonyms.ts';
import { readStandards } from '../store/standards.ts';
import type { Store } from '../store/store.ts';
import type { Upload } from '../uploads.ts';
import { loadedAbstractions, loadedCaseload, loadedStaff, type Loaded } from './already-loaded.ts';
import { todayOf } from './today.ts';

type FileInput = Parsed<'import.previewCaseload'>;
type ConfirmedInput = Parsed<'import.caseload'>;

/** The same bytes for the same date are the same content. */
const contentHash = (upload: Upload, asAt: IsoDate | null): string =>
  createHash('sha256')
    .update(asAt ?? '')
    .update('\n')
    .update(upload.bytes)
    .digest('hex');

type Planned = {
  upload: Upload;
  reading: Reading;
  standards: Standards;
  pseudonymOf: Pseudonymiser | null;
};

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
    pseudonymOf: await findPseudonymiser(store),
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

type ReadCaseload = Read<Caseload> & {
  /** The fingerprint that this file has as the snapshot of a day. */
  hashOn: (day: IsoDate) => string;
};

async function readCaseloadFile(input: FileInput, tools: JobTools, pace: Pace): Promise<ReadCaseload> {
  const { upload, reading, standards, pseudonymOf } = await planJob('caseload', input, tools);
  const { fileName } = upload;
  const { duties } = standards;
  const dated = findAsAt(fileName, titlesOf(reading), input.asAt);
  const today = todayOf(tools.engine);
  const caseload = await readCaseload({ fileName, reading, duties, dated, today, pseudonymOf, pace });
  const hashOn = (day: IsoDate): string => contentHash(upload, day);
  return { ...caseload, contentHash: hashOn(dated.asAt), hashOn, mapping: reading.mapping };
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
  const { fileName } = upload;
  const dated = lookForAsAt(fileName, titlesOf(reading), input.asAt);
  const today = todayOf(tools.engine);
  const people = await tools.engine.session.workspace().read(readPeople);
  const known = people.length === 0 ? null : new Set(people.map(({ collar }) => collar));
  const list = await readAbstractions({ fileName, reading, dated, today, known, pace });
  return { ...list, contentHash: contentHash(upload, null), mapping: reading.mapping };
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

const previewOf = ({ account }: { account: ImportAccount }, { alreadyLoaded, readsDifferently }: Loaded) => ({
  account,
  alreadyLoaded,
  readsDifferently,
});

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
    const { upload, reading, pseudonymOf } = await plan(store, engine, kind, input, true);
    const told = tellAsAt(upload.fileName, titlesOf(reading), input.asAt);
    return inspect(upload.fileName, kind, reading, told, pseudonymOf);
  },

  async 'import.previewCaseload'(input, tools) {
    const read = await readCaseloadFile(input, tools, paceOf(tools.job, 0.1, 1));
    const workspace = tools.engine.session.workspace();
    const loaded = await workspace.read((store) => loadedCaseload(store, read));
    return previewOf(loaded, loaded);
  },

  async 'import.caseload'(input, tools) {
    const read = await readCaseloadFile(input, tools, paceOf(tools.job, 0.1, 0.7));
    return storing('caseload', input, read.mapping, tools, async (store, importedAt) => {
      const { id, account, ...loaded } = await loadedCaseload(store, read);
      const pace = paceOf(tools.job, 0.7, 0.98);
      const snapshotId = id ?? (await addSnapshot(store, { ...read, account, importedAt }, pace));
      return { ...account, ...loaded, snapshotId };
    });
  },

  async 'import.previewStaff'(input, tools) {
    const read = await readStaffFile(input, tools, paceOf(tools.job, 0.1, 1));
    const workspace = tools.engine.session.workspace();
    return previewOf(read, await workspace.read((store) => loadedStaff(store, read)));
  },

  async 'import.staff'(input, tools) {
    const read = await readStaffFile(input, tools, paceOf(tools.job, 0.1, 0.7));
    return storing('staff', input, read.mapping, tools, async (store, importedAt) => {
      const { id, ...loaded } = await loadedStaff(store, read);
      const rosterId = id ?? (await addRoster(store, { ...read, importedAt }));
      return { ...read.account, ...loaded, rosterId };
    });
  },

  async 'import.previewAbstractions'(input, tools) {
    const read = await readAbstractionFile(input, tools, paceOf(tools.job, 0.1, 1));
    const workspace = tools.engine.session.workspace();
    const loaded = await workspace.read((store) => loadedAbstractions(store, read));
    return { ...previewOf(loaded, loaded), alreadyHeld: read.abstractions.length - loaded.fresh.length };
  },

  async 'import.abstractions'(input, tools) {
    const read = await readAbstractionFile(input, tools, paceOf(tools.job, 0.1, 0.7));
    return storing('abstractions', input, read.mapping, tools, async (store, importedAt) => {
      const { id, fresh, isRedated, account, ...loaded } = await loadedAbstractions(store, read);
      if (id === null) await addAbstractionList(store, { ...read, account, fresh, importedAt });
      else addAbstractions(store, fresh, id);
      if (id !== null && isRedated) await redateList(store, id, read.asAt);
      const alreadyHeld = read.abstractions.length - fresh.length;
      return { ...account, ...loaded, stored: fresh.length, alreadyHeld };
    });
  },
};
