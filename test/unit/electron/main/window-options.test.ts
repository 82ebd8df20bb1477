import { describe, expect, it } from 'vitest';
import { windowOptions } from '#electron/main/window-options.ts';

describe('the window', () => {
  const preferences = windowOptions(false, true).webPreferences;

  it('shuts the page off from Node and from every other process', () => {
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      spellcheck: false,
    });
  });

  it('cannot be looked into once it is packaged', () => {
    expect(preferences?.devTools).toBe(false);
    expect(windowOptions(false, false).webPreferences?.devTools).toBe(true);
  });

  it('has no preload script', () => {
    expect(preferences).not.toHaveProperty('preload');
  });

  it('waits for the page, on the ground colour the person has chosen', () => {
    expect(windowOptions(false, true)).toMatchObject({ show: false });
    expect(windowOptions(true, true).backgroundColor).not.toBe(windowOptions(false, true).backgroundColor);
  });
});
