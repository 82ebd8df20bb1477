import { WORKSPACE_ENDING } from '#shared/contract/workspace.ts';

/** The file of a new workspace: the folder's own kind of separator, the usual ending. */
export function workspacePath(folder: string, name: string): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  const base = folder.replace(/[\\/]+$/, '');
  const file = name.trim().endsWith(WORKSPACE_ENDING) ? name.trim() : `${name.trim()}${WORKSPACE_ENDING}`;
  return `${base}${separator}${file}`;
}

/** What is wrong with a name for a file, or null. */
export function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'Give the workspace a name, for example the force’s.';
  if (/[\\/:*?"<>|]/.test(name)) return 'A name cannot hold \\ / : * ? " < > or |.';
  return null;
}

/** What to say after a wrong passphrase: how many tries it has been; no hint, no lockout. */
export function triesSentence(details: Record<string, unknown>): string {
  const tries = typeof details.tries === 'number' ? details.tries : null;
  if (tries === null) return 'The passphrase is wrong.';
  return `The passphrase is wrong. ${tries === 1 ? 'One try' : `${String(tries)} tries`} so far.`;
}
