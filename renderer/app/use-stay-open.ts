import { useEffect } from 'react';
import { call } from '../api/client.ts';

/** Often enough for the shortest time after which a workspace can be closed, and no more. */
const BEAT_MS = 20_000;
const signs = ['pointerdown', 'keydown', 'wheel'] as const;

/** Reading, scrolling and typing are use too, though they ask the backend nothing: it is told of them. */
export function useStayOpen(): void {
  useEffect(() => {
    let last = 0;
    const beat = () => {
      const now = Date.now();
      if (now - last < BEAT_MS) return;
      last = now;
      // When the backend is gone, the next real question says so.
      call('keys.stayOpen', {}).catch(() => undefined);
    };
    for (const sign of signs) addEventListener(sign, beat, { passive: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, beat);
    };
  }, []);
}
