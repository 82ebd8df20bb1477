import type { ReactNode } from 'react';

/** A figure on an axis as plain text: the drawing library's own is measured word by word, each time laying the page out anew. */
export const AxisText = ({
  x,
  y,
  isBelow = false,
  children,
}: {
  x: number;
  y: number;
  /** Below a horizontal axis, centred; else beside a vertical one. */
  isBelow?: boolean;
  children: ReactNode;
}) => (
  <text
    x={x}
    y={y}
    dy={isBelow ? '0.8em' : '0.355em'}
    textAnchor={isBelow ? 'middle' : 'end'}
    fill="var(--ink-dim)"
    fontSize={11}
  >
    {children}
  </text>
);
