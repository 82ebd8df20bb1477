import { useState } from 'react';

/** Every key that has been among `keys` since the screen opened. */
export function useEver(keys: readonly string[]): ReadonlySet<string> {
  const [ever, setEver] = useState<ReadonlySet<string>>(new Set());
  const fresh = keys.filter((key) => !ever.has(key));
  if (fresh.length === 0) return ever;
  const all = new Set([...ever, ...fresh]);
  setEver(all);
  return all;
}
