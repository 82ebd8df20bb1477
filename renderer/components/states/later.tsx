import type { ReactNode } from 'react';
import { useOnceDrawn } from './use-once-drawn.ts';

/** What lies below the first screen of a long page: drawn once that stands, so that neither keeps the reader waiting. */
export function Later({ children }: { children: ReactNode }) {
  return useOnceDrawn(true, false) && children;
}
