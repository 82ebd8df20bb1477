/**
 * The engine with the operations that keep passphrases on this computer. Only this process may use the system's
 * keyring, so it answers them itself; the page never sees a passphrase that was kept.
 */
import type { Engine } from '#electron/engine/client.ts';
import { AppError, toReply } from '#electron/engine/errors.ts';
import type { Result } from '#shared/contract/errors.ts';
import { contract, type OperationName, type Parsed } from '#shared/contract/registry.ts';
import { WorkspaceStatus } from '#shared/contract/workspace.ts';
import type { Remembered } from './remembered.ts';

const refused = (error: AppError): Result<never> => ({ ok: false, error: toReply(error) });

/** The input where it fits; what does not fit is left to the engine, which says why. */
function parsed<N extends OperationName>(name: N, input: unknown): Parsed<N> | null {
  const result = contract[name].input.safeParse(input);
  return result.success ? (result.data as Parsed<N>) : null;
}

/** The path as the engine has it, however it was given. */
const openPath = (result: Result<unknown>): string | null =>
  result.ok ? WorkspaceStatus.parse(result.data).path : null;

export function rememberingEngine(engine: Engine, remembered: Remembered): Engine {
  async function openAndRemember(input: unknown): Promise<Result<unknown>> {
    const why = remembered.whyNot();
    if (why !== null) return refused(new AppError('unsupported', `${why} Open the workspace without it.`));
    const result = await engine.call('workspace.open', input);
    const path = openPath(result);
    const opening = parsed('workspace.open', input);
    if (path !== null && opening) remembered.keep(path, opening.passphrase);
    return result;
  }

  async function openRemembered(input: unknown): Promise<Result<unknown>> {
    const opening = parsed('keys.openRemembered', input);
    const passphrase = opening && remembered.find(opening.path);
    if (!opening || passphrase === null) {
      return refused(new AppError('not-found', 'No passphrase is kept for this workspace. Type it.'));
    }
    const result = await engine.call('workspace.open', { ...opening, passphrase });
    if (!result.ok && result.error.code === 'key-wrong') remembered.forget(opening.path);
    return result;
  }

  /** A passphrase that was changed is no longer the one kept. */
  async function changePassphrase(input: unknown): Promise<Result<unknown>> {
    const result = await engine.call('keys.changePassphrase', input);
    const path = openPath(await engine.call('workspace.status', {}));
    if (result.ok && path !== null) remembered.forget(path);
    return result;
  }

  function forget(input: unknown): Result<unknown> {
    const forgotten = parsed('keys.forgetPassphrase', input);
    if (forgotten) remembered.forget(forgotten.path);
    return { ok: true, data: {} };
  }

  const own: Partial<Record<string, (input: unknown) => Result<unknown> | Promise<Result<unknown>>>> = {
    'keys.remembering': () => {
      const why = remembered.whyNot();
      return { ok: true, data: { canRemember: why === null, why, paths: remembered.paths() } };
    },
    'keys.openAndRemember': openAndRemember,
    'keys.openRemembered': openRemembered,
    'keys.forgetPassphrase': forget,
    'keys.changePassphrase': changePassphrase,
  };
  return {
    ...engine,
    call: async (name, input) =>
      (Object.hasOwn(own, name) ? own[name]?.(input) : null) ?? engine.call(name, input),
  };
}
