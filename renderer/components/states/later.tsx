import { startTransition, useEffect, useState, type ReactNode } from 'react';

/** What lies below the first screen of a long page: drawn once that stands, so that neither keeps the reader waiting. */
export function Later({ children }: { children: ReactNode }) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    startTransition(() => {
      setIsDue(true);
    });
  }, []);
  return isDue && children;
}
