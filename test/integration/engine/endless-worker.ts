/** A worker that reports once and then computes for ever, deaf to messages. */
import { parentPort } from 'node:worker_threads';

parentPort?.postMessage({ kind: 'step', step: 'Busy', progress: 0.5 });
for (let turn = 0; ; turn = (turn + 1) % 1000) Math.sqrt(turn);
