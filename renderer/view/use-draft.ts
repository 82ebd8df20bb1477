import { useState } from 'react';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What a draft changes, laid over what is saved now: another window may have saved in the meantime, and neither change
 * is to undo the other. Of a value that both change, the draft's stands.
 */
export function rebased<T>(from: T, draft: T, now: T): T {
  if (isSame(draft, from)) return now;
  if (isRecord(from) && isRecord(draft) && isRecord(now)) {
    const keys = new Set([...Object.keys(now), ...Object.keys(draft)]);
    const entries = [...keys].map((key) => [key, rebased(from[key], draft[key], now[key])] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as T;
  }
  if (Array.isArray(from) && Array.isArray(draft) && Array.isArray(now)) {
    const isAligned = from.length === draft.length && draft.length === now.length;
    if (isAligned) return draft.map((value, at) => rebased<unknown>(from[at], value, now[at])) as T;
  }
  return draft;
}

/** What is being edited of something saved; null until something is changed. It keeps up with what is saved elsewhere. */
export function useDraft<T>(saved: T) {
  const [held, setHeld] = useState<{ from: T; draft: T } | null>(null);
  const draft = held && (held.from === saved ? held.draft : rebased(held.from, held.draft, saved));
  if (held && draft && held.from !== saved) setHeld({ from: saved, draft });
  return {
    draft,
    change: (update: (old: T) => T) => {
      setHeld((old) => ({ from: saved, draft: update(old?.draft ?? saved) }));
    },
    discard: () => {
      setHeld(null);
    },
  };
}
