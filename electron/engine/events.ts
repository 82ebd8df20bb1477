/** Events of the engine to whoever listens. */
import type { BackendEvent } from '#shared/contract/events.ts';

export type Emit = (event: BackendEvent) => void;

export type Events = { emit: Emit; subscribe(listener: Emit): () => void };

export function createEvents(): Events {
  const listeners = new Set<Emit>();
  return {
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
