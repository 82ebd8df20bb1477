/**
 * A page of somebody else, open in the same browser as a workspace, on this machine: it knows the port and sends the
 * browser's cookies along, as ports do not keep them apart. It may read nothing and change nothing.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import * as user from './actions.ts';
import { launchBrowser } from './browser.ts';
import { expect, test, type Host } from './fixtures.ts';

const OVER_HTTP = 'in Electron there is no port to attack';
const ANSWERED = /"ok":|data-host|evenkeel-loaded|forceName/;

/** Another origin on this machine, with an empty page. */
async function otherServer(): Promise<{ address: string; stop: () => Promise<void> }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Elsewhere</title>');
  });
  server.listen({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, stop };
}

const targetOf = (host: Host): string => new URL(host.url).origin;

/** The workspace as its own page sees it. */
const stateOf = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const ask = async (name: string): Promise<unknown> => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/api/call/${name}`, { method: 'POST', headers, body: '{}' });
      return (await answer.json()) as unknown;
    };
    return [await ask('workspace.status'), await ask('settings.get'), await ask('snapshots.list')];
  });

/** Everything that a script of another origin can send: what each attempt could read is told, `null` for nothing. */
function attack(target: string): Promise<Array<string | null>> {
  const text = async (work: () => Promise<Response>): Promise<string | null> => {
    try {
      const answer = await work();
      return answer.type === 'opaque' ? null : await answer.text();
    } catch {
      return null;
    }
  };
  const call =
    (name: string, init: RequestInit): (() => Promise<Response>) =>
    () =>
      fetch(`${target}/api/call/${name}`, { method: 'POST', body: '{}', credentials: 'include', ...init });
  const json = { 'content-type': 'application/json' };
  const loads = (tag: 'img' | 'script' | 'link' | 'iframe', path: string): Promise<string | null> =>
    new Promise((resolve) => {
      const element = document.createElement(tag);
      element.onload = () => {
        const frame = element instanceof HTMLIFrameElement ? element : null;
        resolve(frame === null ? 'evenkeel-loaded' : (frame.contentDocument?.body.innerText ?? null));
      };
      element.onerror = () => {
        resolve(null);
      };
      if (element instanceof HTMLLinkElement) {
        element.rel = 'stylesheet';
        element.href = target + path;
      } else element.src = target + path;
      document.body.append(element);
    });
  const beacon = new Blob(['{}'], { type: 'text/plain' });
  return Promise.all([
    text(call('workspace.close', { headers: json })),
    text(call('workspace.close', { mode: 'no-cors', headers: { 'content-type': 'text/plain' } })),
    text(call('workspace.close', { mode: 'no-cors', body: new URLSearchParams({ a: '{}' }) })),
    text(call('settings.save', { mode: 'no-cors', body: '{"settings":{"forceName":"Taken over"}}' })),
    text(call('workspace.status', { redirect: 'follow', referrerPolicy: 'no-referrer' })),
    text(() => fetch(target, { credentials: 'include' })),
    text(() => fetch(target, { credentials: 'include', mode: 'no-cors' })),
    text(() => fetch(`${target}/api/events`, { credentials: 'include' })),
    text(() =>
      fetch(`${target}/api/upload?name=a.csv`, {
        method: 'POST',
        mode: 'no-cors',
        credentials: 'include',
        body: 'a',
      }),
    ),
    Promise.resolve(String(navigator.sendBeacon(`${target}/api/call/workspace.close`, beacon))),
    loads('img', '/app/icon.svg'),
    loads('script', '/'),
    loads('link', '/'),
    loads('iframe', '/'),
  ]);
}

test('a page of another origin on this machine reads nothing and changes nothing', async ({
  page,
  host,
}, info) => {
  test.skip(info.project.name === 'electron', OVER_HTTP);
  await user.makeWorkspace(page, host);
  const before = await stateOf(page);
  const other = await otherServer();
  const attacker = await page.context().newPage();
  const answers: string[] = [];
  let requests = 0;
  attacker.on('response', (response) => {
    if (response.url().startsWith(targetOf(host)))
      answers.push(`${String(response.status())} ${response.url()}`);
  });
  attacker.on('request', (request) => {
    if (request.url().startsWith(targetOf(host))) requests++;
  });
  await attacker.goto(other.address);

  const read = await attacker.evaluate(attack, targetOf(host));
  for (const text of read) expect(text ?? '').not.toMatch(ANSWERED);
  expect(requests).toBeGreaterThan(10);
  // Most answers are kept even from the browser's own tools; those that can be seen are refusals.
  expect(answers.filter((answer) => !answer.startsWith('403'))).toEqual([]);

  // A form takes the whole window along, cookies and all.
  const arrived = attacker.waitForResponse(`${targetOf(host)}/api/call/workspace.close`);
  await attacker.evaluate((target) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.enctype = 'text/plain';
    form.action = `${target}/api/call/workspace.close`;
    document.body.append(form);
    form.submit();
  }, targetOf(host));
  expect((await arrived).status()).toBe(403);
  await attacker.waitForURL(`${targetOf(host)}/api/call/workspace.close`);

  // A link or a script may open our window; it is a stranger there and sees no more than "not connected".
  await attacker.goto(other.address);
  const popup = attacker.waitForEvent('popup');
  await attacker.evaluate((target) => void window.open(target), targetOf(host));
  await expect((await popup).getByRole('heading', { name: 'Not connected to Evenkeel' })).toBeVisible();

  await other.stop();
  expect(await stateOf(page)).toEqual(before);
});

test('a name that is made to point at this machine reads nothing and changes nothing', async ({
  page,
  host,
}, info) => {
  test.skip(info.project.name === 'electron', OVER_HTTP);
  await user.makeWorkspace(page, host);
  const before = await stateOf(page);
  const cookies = await page.context().cookies();
  const { port } = new URL(host.url);
  const browser = await launchBrowser('--host-resolver-rules=MAP evenkeel.example 127.0.0.1');
  for (const name of ['evenkeel.example', 'localhost']) {
    const context = await browser.newContext();
    // Even with the very cookie of the session, which no browser would send to that name.
    await context.addCookies(
      cookies.map(({ name: key, value }) => ({ name: key, value, domain: name, path: '/' })),
    );
    const rebound = await context.newPage();
    const answer = await rebound.goto(`http://${name}:${port}/`);
    expect(answer?.status(), name).toBe(403);
    // It counts as the same origin for the browser: only the Host gives it away.
    const read = await rebound.evaluate(async () => {
      const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      const all = [
        await fetch('/api/call/workspace.status', post),
        await fetch('/api/call/workspace.close', post),
        await fetch('/api/events'),
        await fetch('/app/icon.svg'),
      ];
      return Promise.all(all.map(async (one) => ({ status: one.status, text: await one.text() })));
    });
    for (const { status, text } of read) {
      expect(status, name).toBe(403);
      expect(text, name).not.toMatch(/"ok":true|<svg/);
    }
    await context.close();
  }
  await browser.close();
  expect(await stateOf(page)).toEqual(before);
});

test('a used address, copied out of a history, opens nothing in another browser', async ({
  page,
  host,
}, info) => {
  test.skip(info.project.name === 'electron', OVER_HTTP);
  await user.makeWorkspace(page, host);
  const cookie = (await page.context().cookies()).find(({ name }) => name.startsWith('evenkeel-'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const browser = await launchBrowser();
  const stranger = await browser.newPage();
  expect((await stranger.goto(host.url))?.status()).toBe(403);
  await browser.close();
});
