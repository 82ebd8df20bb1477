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
import { readText } from './read-file.ts';
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

/** More than any passphrase or recovery key: another file was meant. */
const MOST_SECRET_BYTES = 4096;

/** The file's text without its mark and last line end, which editors add and no one means. */
async function secretIn(file: string, what: string): Promise<string> {
  const text = await readText(file, MOST_SECRET_BYTES, {
    tooLarge: () =>
      new Refusal('invalid-input', `"${file}" is too large to hold a ${what}. Choose another file.`),
    unreadable: (error) => {
      const why = systemCode(error) ?? 'it cannot be read';
      return new Refusal('not-found', `Expected the ${what} in "${file}", which could not be read (${why}).`);
    },
  });
  const secret = text.replace(/\r?\n$/, '');
  if (secret !== '') return secret;
  throw new Refusal('invalid-input', `Expected the ${what} in "${file}", which is empty.`);
}

type Asked = { what: string; option: string; question: string };

/** A secret from its file, or from the person. */
export async function secretFrom(
  terminal: Terminal,
  file: string | undefined,
  { what, option, question }: Asked,
): Promise<string> {
  if (file !== undefined) return secretIn(file, what);
  if (terminal.canAsk) return terminal.askHidden(question);
  throw new UsageError(`Expected ${option} FILE: there is no terminal on which to ask for the ${what}.`);
}

export const passphrase = (common: Common, terminal: Terminal): Promise<string> =>
  secretFrom(terminal, common.passphraseFile, {
    what: 'passphrase',
    option: '--passphrase-file',
    question: 'Passphrase: ',
  });

/** A new passphrase from the file that the option names, or from the person, who is asked twice. */
export async function newPassphrase(
  terminal: Terminal,
  file: string | undefined,
  option: string,
): Promise<string> {
  const first = await secretFrom(terminal, file, {
    what: 'new passphrase',
    option,
    question: 'New passphrase: ',
  });
  if (file === undefined && (await terminal.askHidden('The same again: ')) !== first) {
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
