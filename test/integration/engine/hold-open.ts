/** A process of its own that opens a workspace, writes to it, says so, and then holds it until it is killed. */
import { call } from '#electron/engine/call.ts';
import { startEngine } from '../../built.ts';

const [path = '', passphrase = '', dataFolder = ''] = process.argv.slice(2);
const engine = startEngine({ dataFolder, workspaceFolder: dataFolder });
await call(engine, 'workspace.open', { path, passphrase });
const settings = await call(engine, 'settings.get', {});
await call(engine, 'settings.save', { settings: { ...settings, forceName: 'Written elsewhere' } });
process.stdout.write('open\n');
