/** How the window is made. The page is only a page: no Node, no preload, no way around the sandbox. */
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

const webPreferences: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // The spell checker downloads its dictionaries.
  spellcheck: false,
};

/** @param isPackaged a packaged application has no tools for looking into the page */
export const windowOptions = (isDark: boolean, isPackaged: boolean): BrowserWindowConstructorOptions => ({
  title: 'Evenkeel',
  width: 1440,
  height: 900,
  minWidth: 960,
  minHeight: 600,
  // Shown when the page has drawn itself, on its own ground colour: no white flash.
  show: false,
  backgroundColor: isDark ? '#1a1b1e' : '#ffffff',
  webPreferences: { ...webPreferences, devTools: !isPackaged },
});
