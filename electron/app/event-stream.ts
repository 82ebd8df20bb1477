/** Backend events as a response that stays open: one JSON value a line. */
import type { BackendEvent } from '#shared/contract/events.ts';

type Subscribe = (listener: (event: BackendEvent) => void) => () => void;

/** Lines that may wait unread. A page that is gone without having said so must not be kept for ever. */
const MAX_WAITING = 2000;

export function eventStream(subscribe: Subscribe, signal: AbortSignal): Response {
  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const encoder = new TextEncoder();
        let unsubscribe = (): void => undefined;
        const send = (event: BackendEvent): void => {
          controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
          if ((controller.desiredSize ?? 0) < -MAX_WAITING) close();
        };
        const close = (): void => {
          stop();
          controller.close();
        };
        stop = () => {
          unsubscribe();
          signal.removeEventListener('abort', close);
        };
        send({ topic: 'hello' });
        unsubscribe = subscribe(send);
        signal.addEventListener('abort', close, { once: true });
      },
      cancel() {
        stop();
      },
    },
    { highWaterMark: 16 },
  );
  return new Response(body, {
    headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' },
  });
}
