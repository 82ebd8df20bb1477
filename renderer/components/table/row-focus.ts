import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Rows a page key moves by. */
const PAGE = 10;

/** The row a key moves to, or null when the key moves none. */
export function nextRow(key: string, at: number, count: number): number | null {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}

/** One row is in the tab order. A row that is not drawn yet gets the focus once scrolling has drawn it. */
export function useRowFocus(region: RefObject<HTMLElement | null>, bringIntoSight: (index: number) => void) {
  const [active, setActive] = useState(0);
  const awaited = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (awaited.current === null) return;
    const row = region.current?.querySelector<HTMLElement>(`tr[data-index="${awaited.current}"]`);
    if (!row) return;
    awaited.current = null;
    row.focus();
  });
  const moveTo = (index: number) => {
    awaited.current = index;
    setActive(index);
    bringIntoSight(index);
  };
  return { active, setActive, moveTo };
}
