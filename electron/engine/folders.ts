/** Where this computer keeps the application's own data, and where new workspaces are proposed. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export type Folders = {
  /** Recent list, log, demo. */
  dataFolder: string;
  workspaceFolder: string;
};

function platformDataFolder(): string {
  const home = homedir();
  if (process.platform === 'win32') {
    return join(process.env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Evenkeel');
  }
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Evenkeel');
  return join(process.env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'evenkeel');
}

/** The usual folders of the platform; `EVENKEEL_DATA` puts both under one folder instead. */
export function defaultFolders(): Folders {
  const own = process.env.EVENKEEL_DATA;
  if (own !== undefined && own !== '') return { dataFolder: own, workspaceFolder: join(own, 'workspaces') };
  return { dataFolder: platformDataFolder(), workspaceFolder: join(homedir(), 'Documents', 'Evenkeel') };
}
