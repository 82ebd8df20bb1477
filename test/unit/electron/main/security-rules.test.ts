import { describe, expect, it } from 'vitest';
import { isOwnUrl, mayOpenOutside, mayRequest, networkSwitches } from '#electron/main/security-rules.ts';

describe('our own page', () => {
  it.each(['app://evenkeel/', 'app://evenkeel/levelling?team=North#x', 'app://evenkeel/api/call/demand.get'])(
    'is %s',
    (url) => {
      expect(isOwnUrl(url)).toBe(true);
      expect(mayRequest(url)).toBe(true);
    },
  );

  it.each([
    'app://evenkeel.example/',
    'app://evenkeel@example.org/',
    'app://person@evenkeel/',
    'app://evenkeel:80/',
    'app://other/',
    'https://evenkeel/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'app:evenkeel',
    '',
  ])('is not %s', (url) => {
    expect(isOwnUrl(url)).toBe(false);
    expect(mayRequest(url)).toBe(false);
  });
});

describe('requests', () => {
  it.each(['data:image/png;base64,AA==', 'blob:app://evenkeel/123', 'devtools://devtools/bundled/a.html'])(
    'that hold their own contents go through: %s',
    (url) => {
      expect(mayRequest(url)).toBe(true);
    },
  );

  it.each([
    'https://www.gov.uk/',
    'http://127.0.0.1:1/',
    'ws://localhost/',
    'blob:https://example.org/1',
    'ftp://a/',
  ])('that would leave are stopped: %s', (url) => {
    expect(mayRequest(url)).toBe(false);
  });

  it('cannot find any other machine, even if one got past', () => {
    expect(networkSwitches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  });
});

describe('the way out to the browser', () => {
  it('is open to listed public pages', () => {
    expect(mayOpenOutside('https://www.gov.uk/guidance/a?b=c')).toBe(true);
  });

  it.each([
    'http://www.gov.uk/',
    'https://www.gov.uk:8443/',
    'https://www.gov.uk.example.org/',
    'https://www.gov.uk@example.org/',
    'https://person:word@www.gov.uk/',
    'https://gov.uk/',
    'file:///C:/Windows/System32/calc.exe',
    'ms-settings:',
    'javascript:alert(1)',
    'not an address',
  ])('is closed to %s', (url) => {
    expect(mayOpenOutside(url)).toBe(false);
  });
});
