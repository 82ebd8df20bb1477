/** A figure on an axis as plain text: the library's own is measured word by word, each time laying the page out anew. */
export function AxisValue(props: {
  showValue: (value: number) => string;
  /** Below a horizontal axis, centred; else beside a vertical one. */
  isBelow?: boolean;
  x?: number;
  y?: number;
  payload?: { value: number };
}) {
  const { showValue, isBelow = false, x = 0, y = 0, payload } = props;
  return (
    <text
      x={x}
      y={y}
      dy={isBelow ? '0.8em' : '0.355em'}
      textAnchor={isBelow ? 'middle' : 'end'}
      fill="var(--ink-dim)"
      fontSize={11}
    >
      {payload && showValue(payload.value)}
    </text>
  );
}
