/** Closes the workspace when nobody has used it for as long as its settings say. */
import type { Emit } from './events.ts';
import type { EngineContext } from './context.ts';
import { leave } from './handlers/workspace.ts';
import { readSettings } from './store/settings.ts';

const MINUTE_MS = 60_000;
/** A lock comes at most this part of a minute late. */
const LOOKS_A_MINUTE = 6;

export type IdleLock = {
  /** Somebody did something. */
  touch(): void;
  stop(): void;
};

/** @param minuteMs how long a minute lasts: shorter in tests */
export function startIdleLock(engine: EngineContext, emit: Emit, minuteMs = MINUTE_MS): IdleLock {
  let lastUse = engine.now().getTime();
  let isLooking = false;
  const touch = (): void => {
    lastUse = engine.now().getTime();
  };

  async function look(): Promise<void> {
    if (!engine.session.isOpen()) return;
    // Work that a person waits for is use.
    if (engine.jobs.isAnyRunning()) {
      touch();
      return;
    }
    const { lockAfterMinutes } = await engine.session.workspace().read(readSettings);
    const idle = engine.now().getTime() - lastUse;
    if (lockAfterMinutes === 0 || idle < lockAfterMinutes * minuteMs) return;
    await leave(engine, lockAfterMinutes);
    emit({ topic: 'data-changed', areas: ['workspace'] });
  }

  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    look()
      // A workspace closed or damaged meanwhile: there is nothing to lock, or the next look will.
      .catch(() => undefined)
      .finally(() => {
        isLooking = false;
      });
  }, minuteMs / LOOKS_A_MINUTE);
  timer.unref();

  return {
    touch,
    stop: () => {
      clearInterval(timer);
    },
  };
}
