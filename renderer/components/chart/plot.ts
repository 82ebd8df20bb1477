/** What every drawing shares: how wide it may be, and its lines across. */
import { useElementSize } from '@mantine/hooks';
import { useDeferredValue, type RefCallback } from 'react';

/**
 * The width of the box that `ref` is given to; 0 until it is known. Drawing waits for a free moment, piece by
 * piece: the page answers while its chart is being prepared.
 */
export function usePlotWidth(): { ref: RefCallback<HTMLDivElement>; width: number } {
  const { ref, width } = useElementSize();
  return { ref, width: useDeferredValue(width) };
}

/** Lines across only; without a say in the vertical ones the library measures every mark's name to place them. */
export const linesAcross = {
  vertical: false,
  verticalCoordinatesGenerator: (): number[] => [],
  stroke: 'var(--line)',
};
