import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { usePrinting } from './use-printing.ts';

/** Of a row of one line, in px. */
export const ROW_HEIGHT = 28;
/** Longer tables draw only the rows in sight. */
const DRAW_ALL_UP_TO = 40;

type DrawnRows = {
  /** Places of the rows drawn. */
  indexes: number[];
  /** Height of the rows that are not, above and below these. */
  before: number;
  after: number;
  /** Given to each row drawn, where heights are to be known. */
  measure: ((row: Element | null) => void) | undefined;
  scrollTo: (index: number) => void;
};

/** Of a long table the rows in sight; of a short one, or one that is printed, all. */
export function useDrawnRows(
  region: RefObject<HTMLElement | null>,
  count: number,
  maxHeight: number,
): DrawnRows {
  const isPrinting = usePrinting();
  const isLong = count > DRAW_ALL_UP_TO && !isPrinting;
  // Its functions change what they return without changing themselves; nothing here memoises them.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    enabled: isLong,
    getScrollElement: () => region.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
    // Until it is measured: the first rows need not wait for that.
    initialRect: { width: 0, height: maxHeight },
  });
  if (!isLong) {
    const indexes = Array.from({ length: count }, (_, index) => index);
    return { indexes, before: 0, after: 0, measure: undefined, scrollTo: () => undefined };
  }
  const inSight = virtualizer.getVirtualItems();
  return {
    indexes: inSight.map(({ index }) => index),
    before: inSight[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (inSight[inSight.length - 1]?.end ?? 0),
    measure: virtualizer.measureElement,
    scrollTo: (index) => {
      virtualizer.scrollToIndex(index);
    },
  };
}
