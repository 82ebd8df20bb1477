import { describe, expect, it } from 'vitest';
import { createProtocolHandler, privilegedScheme } from '#electron/main/protocol-handler.ts';

function handler() {
  const asked: string[] = [];
  const handle = createProtocolHandler({
    fetch: (request) => {
      asked.push(`${request.method} ${request.url}`);
      return Promise.resolve(new Response('answered'));
    },
  });
  return { asked, handle };
}

describe('the app scheme', () => {
  it('is standard and secure and can stream, and nothing more', () => {
    expect(privilegedScheme.scheme).toBe('app');
    expect(privilegedScheme.privileges).toMatchObject({
      standard: true,
      secure: true,
      supportFetchAPI: true,
      stream: true,
      bypassCSP: false,
      corsEnabled: false,
      allowServiceWorkers: false,
      allowExtensions: false,
    });
  });

  it('hands requests of our own page to the app', async () => {
    const { asked, handle } = handler();
    const body = { method: 'POST', body: '{}', headers: { origin: 'app://evenkeel' } };
    expect(await (await handle(new Request('app://evenkeel/api/call/demand.get', body))).text()).toBe(
      'answered',
    );
    expect(asked).toEqual(['POST app://evenkeel/api/call/demand.get']);
  });

  it('answers no other host', async () => {
    const { asked, handle } = handler();
    const response = await handle(new Request('app://elsewhere/'));
    expect(response.status).toBe(404);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(asked).toEqual([]);
  });

  it('answers no other origin', async () => {
    const { asked, handle } = handler();
    const request = new Request('app://evenkeel/api/events', { headers: { origin: 'https://example.org' } });
    expect((await handle(request)).status).toBe(403);
    expect(asked).toEqual([]);
  });
});
