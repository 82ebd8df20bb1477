import { Slider } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { AxisValue } from './axis-value.tsx';
import { EndNames } from './end-names.tsx';
import { ticksAround } from './fan-data.ts';
import { lineEnds, lineReach, lineRows, type ChartLine } from './lines-data.ts';
import { PLOT_BOTTOM, PLOT_LEFT, PLOT_RIGHT, PLOT_TOP } from './month-data.ts';
import { linesAcross, usePlotWidth } from './plot.ts';
import styles from './chart.module.css';

type Props = {
  /** The same in words, for readers who cannot see the drawing. */
  label: string;
  lines: readonly ChartLine[];
  /** A range around one of them. */
  band?: { low: ReadonlyArray<number | null>; high: ReadonlyArray<number | null> } | null;
  /** A limit across, named at its end. */
  limit: { name: string; value: number };
  xTicks: ReadonlyArray<{ x: number; name: string }>;
  showValue: (value: number) => string;
  /** A point in words, for the pointer and the slider. */
  describe: (index: number) => string;
  /** What the slider chooses: "Month". */
  step: string;
  height?: number;
  /** Width right of the plot for the names at the lines' ends, in px. */
  room?: number;
};

/** Lines beside each other against a limit, told apart by stroke as well as colour; a slider reads any point out. */
export function LinesChart({
  lines,
  band = null,
  limit,
  xTicks,
  height = 200,
  room = PLOT_RIGHT,
  ...props
}: Props) {
  const { ref, width } = usePlotWidth();
  const [chosen, setChosen] = useState<number | null>(null);
  const rows = useMemo(() => lineRows(lines, band), [lines, band]);
  const ticks = useMemo(() => {
    const { low, high } = lineReach(lines, band, limit.value);
    return ticksAround(low, high);
  }, [lines, band, limit.value]);
  const at = Math.min(chosen ?? rows.length - 1, rows.length - 1);
  const bound = { name: limit.name, value: limit.value, colour: 'var(--bound)' };
  return (
    <div ref={ref} className={styles.plot}>
      {width > 0 && (
        <div className={styles.canvas} role="img" aria-label={props.label} style={{ height }}>
          <ComposedChart
            data={rows}
            width={width}
            height={height}
            margin={{ top: PLOT_TOP, right: room, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            onClick={(state) => {
              const index = Number(state.activeTooltipIndex ?? NaN);
              if (Number.isInteger(index)) setChosen(index);
            }}
          >
            <CartesianGrid {...linesAcross} />
            <XAxis
              type="number"
              dataKey="x"
              domain={[0, Math.max(1, rows.length - 1)]}
              ticks={xTicks.map(({ x }) => x)}
              interval={0}
              height={PLOT_BOTTOM}
              tick={
                <AxisValue showValue={(value) => xTicks.find(({ x }) => x === value)?.name ?? ''} isBelow />
              }
              axisLine={{ stroke: 'var(--line-strong)' }}
              tickLine={{ stroke: 'var(--line-strong)' }}
            />
            <YAxis
              type="number"
              width={PLOT_LEFT}
              domain={[ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1]}
              ticks={ticks}
              interval={0}
              tick={<AxisValue showValue={props.showValue} />}
              axisLine={false}
              tickLine={false}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--line-strong)' }}
              content={<LineTooltip describe={props.describe} />}
            />
            {band && (
              <Area
                dataKey="band"
                type="linear"
                fill="var(--fan-80)"
                stroke="var(--fan-edge)"
                strokeDasharray="2 3"
                fillOpacity={1}
                activeDot={false}
                isAnimationActive={false}
              />
            )}
            <ReferenceLine y={limit.value} stroke="var(--bound)" strokeDasharray="6 3" strokeWidth={2} />
            {lines.map((line) => (
              <Line
                key={line.key}
                dataKey={`line ${line.key}`}
                type="linear"
                stroke={line.colour}
                strokeWidth={line.isThick === true ? 3 : 2}
                {...(line.dash === undefined ? {} : { strokeDasharray: line.dash })}
                dot={false}
                activeDot={false}
                isAnimationActive={false}
              />
            ))}
            {chosen !== null && <ReferenceLine x={at} stroke="var(--accent)" strokeWidth={1.5} />}
          </ComposedChart>
          <EndNames named={[...lineEnds(lines), bound]} ticks={ticks} height={height} room={room} />
        </div>
      )}
      <div className={styles.reader} data-print="hide">
        <div style={{ paddingInlineStart: PLOT_LEFT, paddingInlineEnd: room }}>
          <Slider
            min={0}
            max={Math.max(1, rows.length - 1)}
            value={at}
            onChange={setChosen}
            label={null}
            size="xs"
            thumbLabel={props.step}
            thumbValueText={props.describe}
          />
        </div>
        <p aria-live="polite">{props.describe(at)}</p>
      </div>
    </div>
  );
}

/** The drawing library adds what is pointed at. */
function LineTooltip(props: {
  describe: (index: number) => string;
  active?: boolean;
  label?: string | number;
}) {
  if (props.active !== true || typeof props.label !== 'number') return null;
  return <div className={styles.tooltip}>{props.describe(props.label)}</div>;
}
