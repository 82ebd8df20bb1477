/** One command's time with the engine: started, workspace opened, closed again whatever happens. */
import { resolve } from 'node:path';
import { createLifecycle, endOnUncaught } from '#electron/app/lifecycle.ts';
import { call } from '#electron/engine/call.ts';
import { startEngine } from '#electron/engine/client.ts';
import type { Engine } from '#electron/engine/client.ts';
import { defaultFolders } from '#electron/engine/folders.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { Refusal, systemCode, UsageError } from './errors.ts';
import { given } from './options.ts';
import type { Common } from './options.ts';
import { readUpTo } from './read-file.ts';
import type { Terminal } from './terminal.ts';

export async function withEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = startEngine(defaultFolders());
  const lifecycle = createLifecycle({
    closeEngine: () => engine.close(),
    exit: (code) => {
      process.exit(code);
    },
    showError: (title, text) => {
      console.error(`evenkeel: ${title}. ${text}`);
    },
  });
  const stopWatching = endOnUncaught(lifecycle);
  try {
    return await work(engine);
  } finally {
    await engine.close();
    stopWatching();
  }
}

export function workspacePath(common: Common): string {
  if (common.workspace === undefined)
    throw new UsageError('Expected --workspace FILE: the workspace to work with.');
  return resolve(common.workspace);
}

/** More than any passphrase: another file was meant. */
const MOST_PASSPHRASE_BYTES = 4096;

/** The file's text without its mark and last line end, which editors add and no one means. */
async function passphraseFrom(file: string): Promise<string> {
  try {
    const bytes = await readUpTo(file, MOST_PASSPHRASE_BYTES);
    if (bytes.byteLength > MOST_PASSPHRASE_BYTES) {
      throw new Refusal('invalid-input', `"${file}" is too large to hold a passphrase. Choose another file.`);
    }
    return new TextDecoder().decode(bytes).replace(/\r?\n$/, '');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const why = systemCode(error) ?? 'it cannot be read';
    throw new Refusal('not-found', `Expected the passphrase in "${file}", which could not be read (${why}).`);
  }
}

type Asked = { option: string; question: string };

/** A secret from its file, or from the person. */
export async function secretFrom(
  terminal: Terminal,
  file: string | undefined,
  asked: Asked,
): Promise<string> {
  if (file !== undefined) return passphraseFrom(file);
  if (terminal.canAsk) return terminal.askHidden(asked.question);
  throw new UsageError(`Expected ${asked.option} FILE: there is no terminal on which to ask for it.`);
}

/** The passphrase from its file, or from the person. A new one is asked for twice. */
export async function passphrase(common: Common, terminal: Terminal, isNew = false): Promise<string> {
  if (common.passphraseFile !== undefined) return passphraseFrom(common.passphraseFile);
  if (!terminal.canAsk) {
    throw new UsageError(
      'Expected --passphrase-file FILE: there is no terminal on which to ask for the passphrase.',
    );
  }
  const first = await terminal.askHidden(isNew ? 'New passphrase: ' : 'Passphrase: ');
  if (isNew && (await terminal.askHidden('The same again: ')) !== first) {
    throw new Refusal('invalid-input', 'The two passphrases differ. Nothing was made; try again.');
  }
  return first;
}

/** Opens the workspace named on the command line, does the work, closes it. `known` is the passphrase, once asked. */
export async function withWorkspace<T>(
  common: Common,
  terminal: Terminal,
  work: (engine: Engine) => Promise<T>,
  known?: string,
): Promise<T> {
  const path = workspacePath(common);
  const secret = known ?? (await passphrase(common, terminal));
  return withEngine(async (engine) => {
    await call(engine, 'workspace.open', { path, passphrase: secret, ...given({ reason: common.why }) });
    return work(engine);
  });
}

/** The team as the snapshot spells it. */
export async function findTeam(
  engine: Engine,
  name: string,
  snapshotId: number | undefined,
): Promise<string> {
  const teams = await call(engine, 'teams.list', given({ snapshotId }));
  const found = teams.find(({ team }) => isSameTeam(team, name));
  if (found !== undefined) return found.team;
  const names = teams.map(({ team }) => team);
  const held = names.length === 0 ? 'The workspace holds no team yet.' : `Teams held: ${names.join(', ')}.`;
  throw new Refusal('not-found', `There is no team called "${name}". ${held}`, { team: name, teams: names });
}
