/** The passphrase of the open workspace changed, a recovery key told, a workspace opened by it. */
import { join } from 'node:path';
import { WORKSPACE_ENDING } from '#shared/contract/workspace.ts';
import type { EngineContext, HandlersOf } from '../context.ts';
import { AppError, classify } from '../errors.ts';
import { getProperty, removeProperty, setProperty } from '../store/properties.ts';
import { readRecoveryKey, recoveryKeyText } from '../workspace/recovery-key.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { enterWorkspace, fullPath } from './workspace.ts';

const SHOWN = 'recovery-key-shown';

/** A wrong passphrase is told as what it is here; every other error passes as it is. */
async function withCurrent<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (classify(error)?.code !== 'key-wrong') throw error;
    throw new AppError(
      'key-wrong',
      'Expected the passphrase in use, and this is another. Nothing was changed. Check capital letters and the keyboard layout.',
    );
  }
}

/** Its passphrase is printed on the start screen, and opens it unasked. */
function refuseForDemo(engine: EngineContext, workspace: Workspace): void {
  if (workspace.path !== join(engine.folders.dataFolder, `demo${WORKSPACE_ENDING}`)) return;
  throw new AppError(
    'conflict',
    'The demo keeps its passphrase, which is known to all. Make a workspace of your own to try this.',
  );
}

function setPassphrase(
  engine: EngineContext,
  workspace: Workspace,
  change: { current: Parameters<Workspace['changeKey']>[0]; next: string; reason: string | null },
): Promise<void> {
  return workspace.changeKey(change.current, change.next, async (store) => {
    await removeProperty(store, SHOWN);
    await engine.recorder.add(store, {
      action: 'edit',
      operation: 'keys.changePassphrase',
      facts: { isRecovered: typeof change.current !== 'string' },
      reason: change.reason,
    });
  });
}

const cannotRemember = (): AppError =>
  new AppError('unsupported', 'Only the desktop application can keep a passphrase on this computer.');

type Names =
  | 'keys.get'
  | 'keys.changePassphrase'
  | 'keys.recoveryKey'
  | 'keys.recover'
  | 'keys.stayOpen'
  | 'keys.remembering'
  | 'keys.openAndRemember'
  | 'keys.openRemembered'
  | 'keys.forgetPassphrase';

export const keysHandlers: HandlersOf<Names> = {
  async 'keys.get'(_, { store }) {
    return { recoveryKeyShown: await getProperty(store, SHOWN) };
  },

  async 'keys.changePassphrase'({ passphrase, newPassphrase, reason = null }, { engine }) {
    const workspace = engine.session.workspace();
    refuseForDemo(engine, workspace);
    if (passphrase.normalize('NFC') === newPassphrase.normalize('NFC')) {
      throw new AppError('invalid-input', 'Expected a new passphrase; this is the one in use.');
    }
    await withCurrent(() =>
      setPassphrase(engine, workspace, { current: passphrase, next: newPassphrase, reason }),
    );
    return {};
  },

  async 'keys.recoveryKey'({ passphrase }, { engine }) {
    const workspace = engine.session.workspace();
    refuseForDemo(engine, workspace);
    const shown = await workspace.read((store) => getProperty(store, SHOWN));
    if (shown !== null) {
      throw new AppError(
        'conflict',
        `The recovery key of this passphrase was shown on ${shown.slice(0, 10)}, and is shown once only. If it is lost, somebody may find it: change the passphrase, which makes it worthless, and have a new one made.`,
        { shown },
      );
    }
    const key = await withCurrent(() => workspace.rawKey(passphrase));
    await workspace.write(async (store) => {
      await setProperty(store, SHOWN, engine.now().toISOString());
      await engine.recorder.add(store, {
        action: 'edit',
        operation: 'keys.recoveryKey',
        facts: {},
        reason: null,
      });
    });
    return { recoveryKey: recoveryKeyText(key) };
  },

  async 'keys.recover'({ path, recoveryKey, newPassphrase }, { engine }) {
    const key = readRecoveryKey(recoveryKey);
    const target = fullPath(engine, path);
    await enterWorkspace(engine, target, {
      operation: 'keys.recover',
      async open() {
        const workspace = openByRecoveryKey(target, key);
        try {
          await setPassphrase(engine, workspace, { current: key, next: newPassphrase, reason: null });
          return workspace;
        } catch (error) {
          await workspace.close();
          throw error;
        }
      },
    });
    return engine.session.status();
  },

  /** Every call counts as use; this one does nothing else. */
  'keys.stayOpen': () => Promise.resolve({}),

  /** What the desktop application answers itself, before it comes here. */
  'keys.remembering': () => Promise.resolve({ canRemember: false, why: cannotRemember().message, paths: [] }),
  'keys.openAndRemember': () => Promise.reject(cannotRemember()),
  'keys.openRemembered': () => Promise.reject(cannotRemember()),
  'keys.forgetPassphrase': () => Promise.reject(cannotRemember()),
};

function openByRecoveryKey(path: string, key: ReturnType<typeof readRecoveryKey>): Workspace {
  try {
    return openWorkspace(path, key);
  } catch (error) {
    if (classify(error)?.code !== 'key-wrong') throw error;
    throw new AppError(
      'key-wrong',
      'This recovery key does not open the workspace. It may be that of another workspace, or from before its passphrase was changed.',
    );
  }
}
