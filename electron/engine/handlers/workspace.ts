import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { DEMO_PASSPHRASE, WORKSPACE_ENDING } from '#shared/contract/workspace.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import type { OperationName } from '#shared/contract/registry.ts';
import type { EngineContext, HandlersOf } from '../context.ts';
import { fillDemo } from '../demo/fill.ts';
import { AppError, classify } from '../errors.ts';
import { backUpDaily } from '../daily-backup.ts';
import { getProperty } from '../store/properties.ts';
import { writeSettings } from '../store/settings.ts';
import { findSnapshot, listSnapshots } from '../store/snapshots.ts';
import { writeStandards } from '../store/standards.ts';
import type { Store } from '../store/store.ts';
import { makeWorkspace, openWorkspace, type Workspace } from '../workspace/workspace.ts';

/** What every workspace starts with. */
async function writeDefaults(store: Store): Promise<void> {
  await writeStandards(store, exampleStandards());
  await writeSettings(store, defaultSettings);
}

/** A bare name lies in the folder of workspaces, not wherever the application happened to be started. */
export const fullPath = (engine: EngineContext, path: string): string =>
  resolve(engine.folders.workspaceFolder, path);

/** Counts a wrong passphrase; every other error passes as it is. */
function openCounting(engine: EngineContext, path: string, passphrase: string): Workspace {
  try {
    return openWorkspace(path, passphrase);
  } catch (error) {
    if (classify(error)?.code !== 'key-wrong') throw error;
    const tries = (engine.keyTries.get(path) ?? 0) + 1;
    engine.keyTries.set(path, tries);
    throw new AppError(
      'key-wrong',
      `This passphrase does not open the workspace (${tries === 1 ? 'first try' : `${String(tries)} tries`}). Check capital letters and the keyboard layout, and try again. If it is surely right, the file may be damaged: restore it from a backup.`,
      { tries },
    );
  }
}

async function remember(engine: EngineContext, workspace: Workspace): Promise<void> {
  const newest = await workspace.read((store) => findSnapshot(store));
  engine.recent.remember({
    path: workspace.path,
    name: workspace.name,
    lastOpened: engine.now().toISOString(),
    asAt: newest?.asAt ?? null,
  });
}

type Opening = {
  operation: OperationName;
  open: () => Workspace | Promise<Workspace>;
  reason?: string | undefined;
  jobId?: string | undefined;
};

/**
 * Opens the file and makes it the one that is worked on. The one open before is closed only then, unless it is
 * the same file. An opening that cannot be logged is none.
 */
export async function enterWorkspace(engine: EngineContext, path: string, opening: Opening): Promise<void> {
  const { operation, open, reason = null, jobId } = opening;
  if (engine.session.status().path === path) await closeCurrent(engine);
  const workspace = await open();
  try {
    const wrongTries = engine.keyTries.get(path) ?? 0;
    const facts = { fileName: basename(path), ...(wrongTries > 0 ? { wrongTries } : {}) };
    await workspace.write((store) =>
      engine.recorder.add(store, { action: 'open', operation, facts, reason }),
    );
    engine.keyTries.delete(path);
    const isDemo = (await workspace.read((store) => getProperty(store, 'is-demo'))) !== null;
    await remember(engine, workspace);
    engine.jobs.clear(jobId);
    await closeCurrent(engine);
    await engine.session.enter(workspace, isDemo);
    // Not waited for: it takes its turn before whatever is asked next, and never keeps anybody out.
    if (!isDemo) void backUpDaily(engine, workspace);
  } catch (error) {
    await workspace.close();
    throw error;
  }
}

export const enter = (
  engine: EngineContext,
  path: string,
  passphrase: string,
  opening: Omit<Opening, 'open'>,
): Promise<void> =>
  enterWorkspace(engine, path, { ...opening, open: () => openCounting(engine, path, passphrase) });

/** Closes the workspace that is open, if any, and logs it: by hand, or because nobody used it. */
async function closeCurrent(engine: EngineContext, idleMinutes?: number): Promise<void> {
  if (!engine.session.isOpen()) return;
  const facts = idleMinutes === undefined ? {} : { idleMinutes };
  const noted = { action: 'close' as const, operation: 'workspace.close', facts, reason: null };
  try {
    await engine.session.workspace().write((store) => engine.recorder.add(store, noted));
  } catch {
    // A damaged workspace, or one on a full disk, must still close.
  }
  await engine.session.leave(idleMinutes);
}

/** Closes what is open, noting in the recent list how new its data are. */
export async function leave(engine: EngineContext, idleMinutes?: number): Promise<void> {
  if (!engine.session.isOpen()) return;
  engine.jobs.clear();
  engine.uploads.clear();
  try {
    await remember(engine, engine.session.workspace());
  } catch {
    // A damaged workspace must still close; the list then keeps what it knew.
  }
  await closeCurrent(engine, idleMinutes);
}

type Names =
  | 'workspace.status'
  | 'workspace.recent'
  | 'workspace.create'
  | 'workspace.open'
  | 'workspace.close'
  | 'workspace.forget'
  | 'workspace.demo';

export const workspaceHandlers: HandlersOf<Names> = {
  'workspace.status': (_, { engine }) => Promise.resolve(engine.session.status()),

  'workspace.recent': (_, { engine }) =>
    Promise.resolve({ folder: engine.folders.workspaceFolder, workspaces: engine.recent.list() }),

  async 'workspace.create'({ path, passphrase }, { engine }) {
    const target = fullPath(engine, path);
    await makeWorkspace(target, passphrase, (workspace) => workspace.write(writeDefaults));
    await enter(engine, target, passphrase, { operation: 'workspace.create' });
    return engine.session.status();
  },

  async 'workspace.open'({ path, passphrase, reason }, { engine }) {
    await enter(engine, fullPath(engine, path), passphrase, { operation: 'workspace.open', reason });
    return engine.session.status();
  },

  async 'workspace.close'(_, { engine }) {
    await leave(engine);
    return engine.session.status();
  },

  'workspace.forget': ({ path }, { engine }) => {
    engine.recent.forget(path);
    return Promise.resolve({});
  },

  async 'workspace.demo'({ path, passphrase = DEMO_PASSPHRASE, seed }, { engine, job }) {
    const target =
      path === undefined
        ? join(engine.folders.dataFolder, `demo${WORKSPACE_ENDING}`)
        : fullPath(engine, path);
    if (path !== undefined || !existsSync(target)) {
      await makeWorkspace(target, passphrase, async (workspace) => {
        await workspace.write(writeDefaults);
        await fillDemo(workspace, engine, job, seed ?? null);
      });
    }
    job.progress('Opening the workspace', 0.98);
    await enter(engine, target, passphrase, { operation: 'workspace.demo', jobId: job.jobId });
    const snapshots = await engine.session.workspace().read(listSnapshots);
    return { path: target, snapshots: snapshots.length };
  },
};
