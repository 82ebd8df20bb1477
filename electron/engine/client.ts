/** The main thread's side of the engine. */
import { Worker } from 'node:worker_threads';
import type { Result } from '#shared/contract/errors.ts';
import type { BackendEvent } from '#shared/contract/events.ts';
import { AppError, toReply } from './errors.ts';
import { createEvents } from './events.ts';
import type { Folders } from './folders.ts';
import type { EngineMessage, EngineOptions, EngineRequest } from './messages.ts';
import { workerEntry } from './worker-entry.ts';

export type Engine = {
  /** Any operation of the contract by name; always resolves with a Result (jobs: `{ jobId }` at once). */
  call(name: string, input: unknown): Promise<Result<unknown>>;
  /** Keeps the bytes until used or the engine closes; gives an upload id for `import.*`. */
  upload(fileName: string, bytes: Uint8Array): Promise<Result<{ uploadId: string }>>;
  subscribe(listener: (event: BackendEvent) => void): () => void;
  /** Ends jobs, closes the workspace and the thread. */
  close(): Promise<void>;
};

const gone = (): Result<never> => ({
  ok: false,
  error: toReply(
    new AppError('unavailable', 'The part that holds the data has ended. Start the application again.'),
  ),
});

const unsendable = (): Result<never> => ({
  ok: false,
  error: toReply(new AppError('invalid-input', 'Expected plain values, not nested too deep to be read.')),
});

/** Tests set this, so that every reply is checked against the contract. */
const validatesOutput = (): boolean => process.env.EVENKEEL_VALIDATE_OUTPUT === '1';

const REAL_MINUTE_MS = 60_000;

/** Tests set this too, so that a minute without use is over sooner. It can only be made shorter. */
function minuteMs(): Pick<EngineOptions, 'minuteMs'> {
  const given = Number(process.env.EVENKEEL_MINUTE_MS);
  return given > 0 && given < REAL_MINUTE_MS ? { minuteMs: given } : {};
}

type Unsent<T> = T extends { id: number } ? Omit<T, 'id'> : never;

/** Left alone, what is short-lived takes 100 MB before any of it is cleared away; a third of it is as quick. */
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

/** Starts the engine in a thread of its own. */
export function startEngine(options: Folders): Engine {
  const workerData: EngineOptions = { ...options, validatesOutput: validatesOutput(), ...minuteMs() };
  const worker = new Worker(workerEntry('worker', import.meta.url), { workerData, resourceLimits });
  const events = createEvents();
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let lastId = 0;
  let hasEnded = false;

  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      if (hasEnded) return;
      hasEnded = true;
      for (const answer of waiting.values()) answer(gone());
      waiting.clear();
      // Whoever waits for the end of a job asks again, and is told.
      events.emit({ topic: 'hello' });
      resolve();
    };
    worker.on('error', end);
    worker.on('exit', end);
  });
  worker.on('message', (message: EngineMessage) => {
    if (message.kind === 'event') {
      events.emit(message.event);
      return;
    }
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  });

  const send = (request: Unsent<EngineRequest>, transfer: ArrayBuffer[] = []): Promise<Result<unknown>> => {
    if (hasEnded) return Promise.resolve(gone());
    const id = ++lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      try {
        worker.postMessage({ ...request, id }, transfer);
      } catch {
        // Functions, or values nested too deep: nothing that JSON can say.
        waiting.delete(id);
        resolve(unsendable());
      }
    });
  };

  return {
    call: (name, input) => send({ kind: 'call', name, input }),
    upload(fileName, bytes) {
      const copy = new Uint8Array(bytes);
      const sent = send({ kind: 'upload', fileName, bytes: copy }, [copy.buffer]);
      return sent as Promise<Result<{ uploadId: string }>>;
    },
    subscribe: (listener) => events.subscribe(listener),
    async close() {
      if (!hasEnded) await send({ kind: 'close' });
      await ended;
    },
  };
}
