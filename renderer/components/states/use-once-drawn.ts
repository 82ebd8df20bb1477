import { startTransition, useEffect, useState } from 'react';

/** The value once all else is drawn, in a drawing of its own that gives way to whoever types; `before` until then. */
export function useOnceDrawn<T>(value: T, before: T = value): T {
  const [drawn, setDrawn] = useState(before);
  useEffect(() => {
    startTransition(() => {
      setDrawn(value);
    });
  }, [value]);
  return drawn;
}
