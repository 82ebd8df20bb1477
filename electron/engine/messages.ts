/** What the main thread and the engine thread say to each other. Plain data only. */
import type { Result } from '#shared/contract/errors.ts';
import type { BackendEvent } from '#shared/contract/events.ts';
import type { Folders } from './folders.ts';

export type EngineOptions = Folders & {
  validatesOutput: boolean;
  /** How long a minute without use lasts; a real one when absent. */
  minuteMs?: number;
};

export type EngineRequest =
  | { id: number; kind: 'call'; name: string; input: unknown }
  | { id: number; kind: 'upload'; fileName: string; bytes: Uint8Array }
  | { id: number; kind: 'close' };

export type EngineMessage =
  { kind: 'reply'; id: number; result: Result<unknown> } | { kind: 'event'; event: BackendEvent };
