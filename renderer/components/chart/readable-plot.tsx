import { Slider } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { CartesianGrid, ComposedChart, ReferenceLine, Tooltip } from 'recharts';
import { acrossOf, uprightOf } from './axes.tsx';
import { EndNames } from './end-names.tsx';
import { PLOT_LEFT, PLOT_RIGHT, PLOT_TOP } from './month-data.ts';
import { linesAcross, usePlotWidth } from './plot.ts';
import styles from './chart.module.css';

/** What a chart whose points can be read out is told by whoever shows it. */
export type Readable = {
  /** The same in words, for readers who cannot see the drawing. */
  label: string;
  xTicks: ReadonlyArray<{ x: number; name: string }>;
  showValue: (value: number) => string;
  /** A point in words, for the pointer and the slider. */
  describe: (index: number) => string;
  /** What the slider chooses: "Month". */
  step: string;
};

type Props = Readable & {
  /** One a point, as the drawing library reads them. */
  rows: ReadonlyArray<{ x: number }>;
  /** Marks of the upright axis, lowest first. */
  ticks: readonly number[];
  /** What stands at the ends of the lines. */
  named: ReadonlyArray<{ name: string; value: number; colour: string }>;
  height: number;
  /** Width right of the plot for those names, in px. */
  room?: number;
  /** What is drawn. */
  children: ReactNode;
};

/** Axes, pointer and slider around what is drawn along a number axis; the slider reads any point out. */
export function ReadablePlot({ rows, ticks, xTicks, height, room = PLOT_RIGHT, showValue, ...props }: Props) {
  const { ref, width } = usePlotWidth();
  const [chosen, setChosen] = useState<number | null>(null);
  const at = Math.min(chosen ?? rows.length - 1, rows.length - 1);
  const first = rows[0]?.x ?? 0;
  const last = Math.max(first + 1, rows[rows.length - 1]?.x ?? 1);
  const xAxis = useMemo(() => acrossOf(first, last, xTicks), [first, last, xTicks]);
  const yAxis = useMemo(() => uprightOf(ticks, showValue), [ticks, showValue]);
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
            {xAxis}
            {yAxis}
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--line-strong)' }}
              content={<PointTooltip rows={rows} describe={props.describe} />}
            />
            {props.children}
            {chosen !== null && (
              <ReferenceLine x={rows[at]?.x ?? 0} stroke="var(--accent)" strokeWidth={1.5} />
            )}
          </ComposedChart>
          <EndNames named={props.named} ticks={ticks} height={height} room={room} />
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

/** A limit across the plot. */
export const limitLook = { stroke: 'var(--bound)', strokeDasharray: '6 3', strokeWidth: 2 } as const;

/** The drawing library adds what is pointed at. */
function PointTooltip(props: {
  rows: ReadonlyArray<{ x: number }>;
  describe: (index: number) => string;
  active?: boolean;
  label?: string | number;
}) {
  const index = props.rows.findIndex(({ x }) => x === props.label);
  if (props.active !== true || index < 0) return null;
  return <div className={styles.tooltip}>{props.describe(index)}</div>;
}
