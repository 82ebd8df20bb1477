/** The engine thread: takes requests one by one as they come, answers each, tells events. */
import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from './engine.ts';
import type { EngineMessage, EngineOptions, EngineRequest } from './messages.ts';

function send(message: EngineMessage): void {
  parentPort?.postMessage(message);
}

const engine = createEngine(workerData as EngineOptions, (event) => {
  send({ kind: 'event', event });
});

parentPort?.on('message', (request: EngineRequest) => {
  void engine.handle(request).then((result) => {
    send({ kind: 'reply', id: request.id, result });
    if (request.kind === 'close') parentPort?.close();
  });
});
