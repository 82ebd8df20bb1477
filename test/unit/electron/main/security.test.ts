import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { keepChromiumQuiet, secureEveryPage, secureSession } from '#electron/main/security.ts';

/** Electron's runtime is not needed to see what it is told; the browser suite runs the real one where it is there. */
const electron = vi.hoisted(() => ({
  listeners: new Map<string, (...given: unknown[]) => void>(),
  switches: [] as string[],
  opened: [] as string[],
}));
vi.mock('electron', () => ({
  app: {
    commandLine: { appendSwitch: (name: string) => void electron.switches.push(name) },
    on: (name: string, listener: (...given: unknown[]) => void) =>
      void electron.listeners.set(name, listener),
  },
  shell: {
    openExternal: (url: string) => {
      electron.opened.push(url);
      return Promise.reject(new Error('There is no browser.'));
    },
  },
}));

class Contents extends EventEmitter {
  openWindow: (details: { url: string }) => unknown = () => null;
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.openWindow = handler;
  }
  isStopped(event: string, url: string): boolean {
    let isStopped = false;
    const preventDefault = (): void => {
      isStopped = true;
    };
    this.emit(event, { url, preventDefault });
    return isStopped;
  }
}

function newPage(): Contents {
  secureEveryPage();
  const contents = new Contents();
  electron.listeners.get('web-contents-created')?.({}, contents);
  return contents;
}

describe('every page', () => {
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('stays at home on %s', (event) => {
    const page = newPage();
    expect(page.isStopped(event, 'app://evenkeel/demand')).toBe(false);
    expect(page.isStopped(event, 'https://www.gov.uk/')).toBe(true);
    expect(page.isStopped(event, 'file:///etc/passwd')).toBe(true);
  });

  it('embeds nothing', () => {
    expect(newPage().isStopped('will-attach-webview', 'app://evenkeel/')).toBe(true);
  });

  it('opens no window, and the system browser for listed pages only', () => {
    const page = newPage();
    for (const url of ['https://elsewhere.example/', 'app://evenkeel/', 'https://www.gov.uk/']) {
      expect(page.openWindow({ url })).toEqual({ action: 'deny' });
    }
    expect(electron.opened).toEqual(['https://www.gov.uk/']);
  });
});

describe('the session', () => {
  it('grants nothing, and lets nothing leave the machine', () => {
    const answers: unknown[] = [];
    const keep = (answer: unknown): void => void answers.push(answer);
    const session = {
      setPermissionRequestHandler: (handler: (...given: unknown[]) => void) => {
        handler(null, 'geolocation', keep);
      },
      setPermissionCheckHandler: (handler: () => boolean) => {
        keep(handler());
      },
      setDevicePermissionHandler: (handler: () => boolean) => {
        keep(handler());
      },
      setSpellCheckerEnabled: keep,
      webRequest: {
        onBeforeRequest: (_filter: unknown, listener: (...given: unknown[]) => void) => {
          for (const url of ['app://evenkeel/', 'https://www.gov.uk/']) listener({ url }, keep);
        },
      },
    };
    secureSession(session as unknown as Session);
    expect(answers).toEqual([false, false, false, false, { cancel: false }, { cancel: true }]);
  });

  it('is told to be quiet before it starts', () => {
    keepChromiumQuiet();
    expect(electron.switches).toContain('host-resolver-rules');
    expect(electron.switches).toContain('disable-component-update');
  });
});
