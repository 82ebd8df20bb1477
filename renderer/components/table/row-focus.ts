import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

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

/**
 * One row is in the tab order, keys lead to the others. A row that is not drawn yet gets the focus once scrolling has
 * drawn it.
 */
export function useRowFocus(
  region: RefObject<HTMLElement | null>,
  count: number,
  { bringIntoSight, onEnter }: Record<'bringIntoSight' | 'onEnter', (index: number) => void>,
) {
  const [active, setActive] = useState(0);
  const awaited = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (awaited.current === null) return;
    const row = region.current?.querySelector<HTMLElement>(`tr[data-index="${awaited.current}"]`);
    if (!row) return;
    awaited.current = null;
    row.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).getAttribute('data-index') ?? NaN);
    if (!Number.isInteger(at)) return;
    if (event.key === 'Enter') onEnter(at);
    const to = nextRow(event.key, at, count);
    if (to === null) return;
    event.preventDefault();
    awaited.current = to;
    setActive(to);
    bringIntoSight(to);
  };
  return { active, setActive, onKeyDown };
}
