import { describe, expect, it } from 'vitest';
import { eventStream } from '#electron/app/event-stream.ts';
import type { BackendEvent } from '#shared/contract/events.ts';

function source() {
  const listeners = new Set<(event: BackendEvent) => void>();
  return {
    listeners,
    subscribe: (listener: (event: BackendEvent) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (event: BackendEvent) => {
      for (const listener of [...listeners]) listener(event);
    },
  };
}

const changed: BackendEvent = { topic: 'data-changed', areas: ['plans'] };

describe('the stream of events', () => {
  it('says hello, then one JSON value a line', async () => {
    const events = source();
    const response = eventStream(events.subscribe, new AbortController().signal);
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('{"topic":"hello"}\n');
    events.tell(changed);
    expect((await reader?.read())?.value).toBe(`${JSON.stringify(changed)}\n`);
    await reader?.cancel();
  });

  it('lets go when the reader goes', async () => {
    const events = source();
    const response = eventStream(events.subscribe, new AbortController().signal);
    expect(events.listeners.size).toBe(1);
    await response.body?.cancel();
    expect(events.listeners.size).toBe(0);
  });

  it('lets go when the request is aborted', async () => {
    const events = source();
    const request = new AbortController();
    const response = eventStream(events.subscribe, request.signal);
    request.abort();
    expect(events.listeners.size).toBe(0);
    expect(await response.text()).toBe('{"topic":"hello"}\n');
  });

  it('lets go of a reader that has stopped reading', () => {
    const events = source();
    eventStream(events.subscribe, new AbortController().signal);
    for (let count = 0; count < 3000; count++) events.tell(changed);
    expect(events.listeners.size).toBe(0);
  });
});
