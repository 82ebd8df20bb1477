/** How the application ends, in a window or over loopback: the engine is closed first, whatever the reason. */

type Parts = {
  closeEngine(): Promise<void>;
  exit(code: number): void;
  showError(title: string, text: string): void;
};

export type Lifecycle = {
  /** Ends cleanly; later calls change nothing. */
  quit(): Promise<void>;
  /** Tells the person what happened, then ends cleanly with a code that says so. */
  fail(error: unknown): Promise<void>;
};

/** A closing that hangs must not keep a window-less program alive. */
const CLOSE_WITHIN_MS = 30_000;

export function createLifecycle(parts: Parts): Lifecycle {
  let isEnding = false;
  async function end(code: number): Promise<void> {
    if (isEnding) return;
    isEnding = true;
    const timer = setTimeout(() => {
      parts.exit(1);
    }, CLOSE_WITHIN_MS);
    try {
      await parts.closeEngine();
      parts.exit(code);
    } catch {
      parts.exit(1);
    } finally {
      clearTimeout(timer);
    }
  }
  return {
    quit: () => end(0),
    async fail(error) {
      if (isEnding) return;
      const what = error instanceof Error ? error.message : String(error);
      parts.showError(
        'Evenkeel has to close',
        `Something unexpected went wrong (${what}). What was saved is safe. Start Evenkeel again to go on.`,
      );
      await end(1);
    },
  };
}

/** From now on an error that nobody caught ends the program. Gives a way to take that back. */
export function endOnUncaught(lifecycle: Lifecycle): () => void {
  const fail = (error: unknown): void => void lifecycle.fail(error);
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  return () => {
    process.off('uncaughtException', fail);
    process.off('unhandledRejection', fail);
  };
}
