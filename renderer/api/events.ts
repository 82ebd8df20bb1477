/** What the backend tells without being asked, read line by line from one stream that reconnects. */
import type { BackendEvent } from '#shared/contract/events.ts';

type Listener = (event: BackendEvent) => void;

const RECONNECT_MS = 1000;
const listeners = new Set<Listener>();
let isStarted = false;

/** Calls `listener` for every event until the returned function is called. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Opens the stream once for the life of the page. */
export function startEvents(): void {
  if (isStarted) return;
  isStarted = true;
  void keepReading();
}

async function keepReading(): Promise<void> {
  for (;;) {
    try {
      const response = await fetch('/api/events');
      if (response.ok && response.body) await readLines(response.body);
    } catch {
      // The stream breaks when the backend restarts: try again below.
    }
    await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
  }
}

async function readLines(body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = splitLines(rest + decoder.decode(value, { stream: true }));
    rest = lines.rest;
    for (const line of lines.whole) tell(JSON.parse(line) as BackendEvent);
  }
}

/** Whole lines of a stream so far, and what has come of the next one. */
export function splitLines(text: string): { whole: string[]; rest: string } {
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  return { whole: lines.filter((line) => line.trim() !== ''), rest };
}

function tell(event: BackendEvent): void {
  for (const listener of [...listeners]) listener(event);
}
