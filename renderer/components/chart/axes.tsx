/** The axes of a plot, to be kept while they stay the same: one drawn anew has the library work the plot out anew. */
import { XAxis, YAxis } from 'recharts';
import { AxisText } from './axis-text.tsx';
import { PLOT_BOTTOM, PLOT_LEFT } from './month-data.ts';

/** A number axis below the plot, named at some of its points. */
export const acrossOf = (first: number, last: number, xTicks: ReadonlyArray<{ x: number; name: string }>) => (
  <XAxis
    type="number"
    dataKey="x"
    domain={[first, last]}
    ticks={xTicks.map(({ x }) => x)}
    niceTicks="none"
    interval={0}
    height={PLOT_BOTTOM}
    tick={<AxisValue showValue={(value) => xTicks.find(({ x }) => x === value)?.name ?? ''} isBelow />}
    axisLine={{ stroke: 'var(--line-strong)' }}
    tickLine={{ stroke: 'var(--line-strong)' }}
  />
);

/** The axis of values: its marks are round, and the outer ones are its ends. */
export const uprightOf = (ticks: readonly number[], showValue: (value: number) => string) => (
  <YAxis
    type="number"
    width={PLOT_LEFT}
    domain={[ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1]}
    ticks={ticks}
    niceTicks="none"
    interval={0}
    tick={<AxisValue showValue={showValue} />}
    axisLine={false}
    tickLine={false}
  />
);

/** The drawing library adds where a figure stands, and which. */
function AxisValue(props: {
  showValue: (value: number) => string;
  isBelow?: boolean;
  x?: number;
  y?: number;
  payload?: { value: number };
}) {
  const { showValue, isBelow = false, x = 0, y = 0, payload } = props;
  return (
    <AxisText x={x} y={y} isBelow={isBelow}>
      {payload && showValue(payload.value)}
    </AxisText>
  );
}
