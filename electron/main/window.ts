import { app, BrowserWindow, dialog, nativeTheme } from 'electron';
import { askBeforeLeaving } from './leaving.ts';
import { APP_ORIGIN } from './security-rules.ts';
import { windowOptions } from './window-options.ts';

let current: BrowserWindow | null = null;

/** Opens the window, or brings the open one to the front: there is one. */
export async function showWindow(): Promise<void> {
  if (current !== null) {
    if (current.isMinimized()) current.restore();
    current.focus();
    return;
  }
  const window = new BrowserWindow(windowOptions(nativeTheme.shouldUseDarkColors, app.isPackaged));
  current = window;
  askBeforeLeaving(window.webContents, (question) => dialog.showMessageBoxSync(window, question));
  window.once('ready-to-show', () => {
    window.show();
  });
  window.once('closed', () => {
    current = null;
  });
  await window.loadURL(`${APP_ORIGIN}/`);
}

/** Asks the window to close, which asks about unsaved changes first. False when none is open. */
export function closeWindow(): boolean {
  current?.close();
  return current !== null;
}
