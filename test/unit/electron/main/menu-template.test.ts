import { describe, expect, it } from 'vitest';
import { menuTemplate } from '#electron/main/menu-template.ts';

describe('the menu', () => {
  it('offers developer tools in a checkout only', () => {
    expect(JSON.stringify(menuTemplate('linux', false))).toContain('toggleDevTools');
    expect(JSON.stringify(menuTemplate('linux', true))).not.toMatch(/toggleDevTools|reload/);
  });

  it('has what each system expects', () => {
    expect(menuTemplate('darwin', true)[0]).toEqual({ role: 'appMenu' });
    expect(menuTemplate('win32', true)[0]).toMatchObject({ label: '&File', submenu: [{ role: 'quit' }] });
    expect(JSON.stringify(menuTemplate('win32', true))).toContain('zoomIn');
  });
});
