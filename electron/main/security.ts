/** Puts the rules of security-rules.ts on the session and on every page that is ever made. */
import { app, shell } from 'electron';
import type { Session, WebContents } from 'electron';
import { isOwnUrl, mayOpenOutside, mayRequest, networkSwitches } from './security-rules.ts';

/** Before the application is ready: switches are read once, at start. */
export function keepChromiumQuiet(): void {
  for (const [name, value] of networkSwitches) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
}

export function secureSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, callback) => {
    callback({ cancel: !mayRequest(url) });
  });
}

type Navigation = { url: string; preventDefault(): void };

function secureContents(contents: WebContents): void {
  const stayHome = (navigation: Navigation): void => {
    if (!isOwnUrl(navigation.url)) navigation.preventDefault();
  };
  contents.on('will-navigate', stayHome);
  contents.on('will-redirect', stayHome);
  contents.on('will-frame-navigate', stayHome);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    // A browser that cannot be opened is no reason to stop: the address stands in the page as text.
    if (mayOpenOutside(url)) shell.openExternal(url).catch(() => undefined);
    return { action: 'deny' };
  });
}

/** Every page that is ever made gets the rules, whoever makes it. */
export function secureEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => {
    secureContents(contents);
  });
}
