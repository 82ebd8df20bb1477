import { app, BrowserWindow, nativeTheme } from 'electron';
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
  window.once('ready-to-show', () => {
    window.show();
  });
  window.once('closed', () => {
    current = null;
  });
  await window.loadURL(`${APP_ORIGIN}/`);
}
