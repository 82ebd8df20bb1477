/** Entry of the desktop application: one window onto the same app function that every host carries. */
import { join } from 'node:path';
import { app, dialog, Menu, protocol, safeStorage, session } from 'electron';
import { createApp } from '#electron/app/app.ts';
import { createLifecycle, endOnUncaught } from '#electron/app/lifecycle.ts';
import { builtPageFolder } from '#electron/app/page-files.ts';
import { startEngine } from '#electron/engine/client.ts';
import { defaultFolders } from '#electron/engine/folders.ts';
import { menuTemplate } from './menu-template.ts';
import { createProtocolHandler, privilegedScheme } from './protocol-handler.ts';
import { openRemembered } from './remembered.ts';
import { rememberingEngine } from './remembering-engine.ts';
import { keepChromiumQuiet, secureEveryPage, secureSession } from './security.ts';
import { APP_SCHEME } from './security-rules.ts';
import { closeWindow, showWindow } from './window.ts';

function start(): void {
  const folders = defaultFolders();
  const remembered = openRemembered(
    join(folders.dataFolder, 'remembered.json'),
    safeStorage,
    process.platform,
  );
  const engine = rememberingEngine(startEngine(folders), remembered);
  const lifecycle = createLifecycle({
    closeEngine: () => engine.close(),
    exit: (code) => {
      app.exit(code);
    },
    showError: (title, text) => {
      dialog.showErrorBox(title, text);
    },
  });
  const fail = (error: unknown): void => void lifecycle.fail(error);
  endOnUncaught(lifecycle);

  app.on('before-quit', (event) => {
    event.preventDefault();
    // Once the window is closed, this comes again.
    if (!closeWindow()) void lifecycle.quit();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('second-instance', () => void showWindow().catch(fail));

  const open = async (): Promise<void> => {
    await app.whenReady();
    secureSession(session.defaultSession);
    const handler = createProtocolHandler(
      createApp({ engine, pageFolder: builtPageFolder(), host: 'electron' }),
    );
    protocol.handle(APP_SCHEME, handler);
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.isPackaged)));
    await showWindow();
  };
  open().catch(fail);
}

keepChromiumQuiet();
secureEveryPage();
app.enableSandbox();
protocol.registerSchemesAsPrivileged([privilegedScheme]);
// A second start hands over to the first: one engine, one workspace.
if (app.requestSingleInstanceLock()) start();
else app.quit();
