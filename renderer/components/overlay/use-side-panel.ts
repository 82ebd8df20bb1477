import { useState } from 'react';

/** What stands in a side panel. The last thing opened stays in it while it closes. */
export function useSidePanel<T>() {
  const [isOpen, setIsOpen] = useState(false);
  const [shown, setShown] = useState<T | null>(null);
  return {
    isOpen,
    shown,
    open: (next: T) => {
      setShown(() => next);
      setIsOpen(true);
    },
    close: () => {
      setIsOpen(false);
    },
  };
}
