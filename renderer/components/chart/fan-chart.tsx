import { Slider } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { AxisValue } from './axis-value.tsx';
import { fanReach, fanRows, ticksAround, type FanLine, type FanPoint } from './fan-data.ts';
import { EndNames } from './end-names.tsx';
import { PLOT_BOTTOM, PLOT_LEFT, PLOT_RIGHT, PLOT_TOP } from './month-data.ts';
import { linesAcross, usePlotWidth } from './plot.ts';
import styles from './chart.module.css';

type Props = {
  /** The same in words, for readers who cannot see the drawing. */
  label: string;
  points: readonly FanPoint[];
  /** Limits across, named at their end. */
  lines: readonly FanLine[];
  xTicks: ReadonlyArray<{ x: number; name: string }>;
  showValue: (value: number) => string;
  /** A point in words, for the pointer and the slider. */
  describe: (index: number) => string;
  /** What the slider chooses: "Month". */
  step: string;
  /** Name of the thick line, at its end. */
  middle: string;
  height?: number;
};

/** What was, what is expected, and 50 % and 80 % ranges around it; a slider reads any point out. */
export function FanChart(props: Props) {
  const { points, lines, xTicks, height = 260 } = props;
  const { ref, width } = usePlotWidth();
  const [chosen, setChosen] = useState<number | null>(null);
  const rows = useMemo(() => fanRows(points), [points]);
  const ticks = useMemo(() => {
    const { low, high } = fanReach(points);
    const values = lines.map(({ value }) => value);
    return ticksAround(Math.min(low, ...values), Math.max(high, ...values));
  }, [points, lines]);
  const at = Math.min(chosen ?? points.length - 1, points.length - 1);
  return (
    <div ref={ref} className={styles.plot}>
      {width > 0 && (
        <div className={styles.canvas} role="img" aria-label={props.label} style={{ height }}>
          <ComposedChart
            data={rows}
            width={width}
            height={height}
            margin={{ top: PLOT_TOP, right: PLOT_RIGHT, bottom: 0, left: 0 }}
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
              domain={[rows[0]?.x ?? 0, rows[rows.length - 1]?.x ?? 1]}
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
              content={<PointTooltip points={points} describe={props.describe} />}
            />
            {bands.map(({ key, ...look }) => (
              <Area
                key={key}
                dataKey={key}
                type="linear"
                {...look}
                fillOpacity={1}
                activeDot={false}
                isAnimationActive={false}
              />
            ))}
            {lines.map(({ name, value }) => (
              <ReferenceLine
                key={name}
                y={value}
                stroke="var(--bound)"
                strokeDasharray="6 3"
                strokeWidth={2}
              />
            ))}
            <Line dataKey="past" type="linear" stroke="var(--ink)" strokeWidth={1.5} {...plain} />
            <Line dataKey="median" type="linear" stroke="var(--fan-median)" strokeWidth={3.5} {...plain} />
            {chosen !== null && (
              <ReferenceLine x={rows[at]?.x ?? 0} stroke="var(--accent)" strokeWidth={1.5} />
            )}
          </ComposedChart>
          <EndNames named={endsOf(props)} ticks={ticks} height={height} />
        </div>
      )}
      <div className={styles.reader} data-print="hide">
        <div style={{ paddingInlineStart: PLOT_LEFT, paddingInlineEnd: PLOT_RIGHT }}>
          <Slider
            min={0}
            max={points.length - 1}
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

/** What stands at the ends of the lines. */
function endsOf({ points, lines, middle }: Pick<Props, 'points' | 'lines' | 'middle'>) {
  const last = points[points.length - 1]?.range?.median ?? null;
  return [
    ...(last === null ? [] : [{ name: middle, value: last, colour: 'var(--fan-median)' }]),
    ...lines.map((line) => ({ ...line, colour: 'var(--bound)' })),
  ];
}

const plain = { dot: false, activeDot: false, isAnimationActive: false } as const;

/** The wider range lies below the narrower, paler: they stay apart in greys. */
const bands = [
  { key: 'wide', fill: 'var(--fan-80)', stroke: 'var(--fan-edge)', strokeDasharray: '2 3', strokeWidth: 1 },
  { key: 'middle', fill: 'var(--fan-50)', stroke: 'var(--fan-edge)', strokeWidth: 1 },
] as const;

/** The drawing library adds what is pointed at. */
function PointTooltip(props: {
  points: readonly FanPoint[];
  describe: (index: number) => string;
  active?: boolean;
  label?: string | number;
}) {
  const index = props.points.findIndex(({ x }) => x === props.label);
  if (props.active !== true || index < 0) return null;
  return <div className={styles.tooltip}>{props.describe(index)}</div>;
}
