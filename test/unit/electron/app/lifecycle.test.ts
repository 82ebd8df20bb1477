import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLifecycle } from '#electron/app/lifecycle.ts';

function parts(closeEngine: () => Promise<void> = () => Promise.resolve()) {
  const story: string[] = [];
  const lifecycle = createLifecycle({
    closeEngine: async () => {
      await closeEngine();
      story.push('engine closed');
    },
    exit: (code) => void story.push(`exit ${String(code)}`),
    showError: (_title, text) => void story.push(text),
  });
  return { story, lifecycle };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('ending', () => {
  it('closes the engine before the program ends, once', async () => {
    const { story, lifecycle } = parts();
    await Promise.all([lifecycle.quit(), lifecycle.quit()]);
    expect(story).toEqual(['engine closed', 'exit 0']);
  });

  it('tells the person of an unexpected error, then ends as cleanly', async () => {
    const { story, lifecycle } = parts();
    await lifecycle.fail(new Error('the disk went away'));
    expect(story[0]).toContain('the disk went away');
    expect(story.slice(1)).toEqual(['engine closed', 'exit 1']);
    await lifecycle.fail(new Error('another'));
    expect(story).toHaveLength(3);
  });

  it('ends when the engine cannot be closed', async () => {
    const { story, lifecycle } = parts(() => Promise.reject(new Error('stuck')));
    await lifecycle.quit();
    expect(story).toEqual(['exit 1']);
  });

  it('ends when the engine does not answer', () => {
    const { story, lifecycle } = parts(() => new Promise(() => undefined));
    void lifecycle.quit();
    vi.advanceTimersByTime(30_000);
    expect(story).toEqual(['exit 1']);
  });
});
