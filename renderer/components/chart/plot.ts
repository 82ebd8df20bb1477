/** What the library's drawings share: how wide they may be, and their lines across. */
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useCallback, useDeferredValue, useState, type RefCallback } from 'react';

/**
 * The width of the box that `ref` is given to; 0 until it is known. Drawing waits for a free moment, piece by
 * piece: the page answers while its chart is being prepared.
 */
export function usePlotWidth(): { ref: RefCallback<HTMLDivElement>; width: number } {
  const { ref, width } = useElementSize();
  // The observer tells two frames after the box is there; a drawing need not wait for that.
  const [atFirst, setAtFirst] = useState(0);
  const measure: RefCallback<HTMLDivElement> = useCallback((box) => {
    if (box) setAtFirst(box.clientWidth);
  }, []);
  return { ref: useMergedRef(ref, measure), width: useDeferredValue(width || atFirst) };
}

/** Lines across only; without a say in the vertical ones the library measures every mark's name to place them. */
export const linesAcross = {
  vertical: false,
  verticalCoordinatesGenerator: (): number[] => [],
  stroke: 'var(--line)',
};
