import { useId, useMemo } from 'react';
import { CartesianGrid, ComposedChart, Line, Tooltip, XAxis } from 'recharts';
import { uprightOf } from './axes.tsx';
import { EndNames } from './end-names.tsx';
import { MonthBars } from './month-bars.tsx';
import { MonthAxis } from './month-axis.tsx';
import {
  axisTicks,
  chartRows,
  endsOf,
  PLOT_LEFT,
  PLOT_RIGHT,
  PLOT_TOP,
  type LineSeries,
  type MonthMark,
  type OutlineSeries,
  type StackSeries,
} from './month-data.ts';
import { MonthTooltip } from './month-tooltip.tsx';
import { linesAcross, usePlotWidth } from './plot.ts';
import styles from './chart.module.css';

type Props = {
  /** The same in words, for readers who cannot see the drawing. */
  label: string;
  marks: readonly MonthMark[];
  stacks: readonly StackSeries[];
  lines: readonly LineSeries[];
  /** Bars drawn as outlines behind the stack. */
  outline?: OutlineSeries;
  /** What rises above this is hatched. */
  ceiling?: ReadonlyArray<number | null>;
  showValue: (value: number) => string;
  selected?: number | null;
  onSelect?: (index: number) => void;
  /** Something was dragged onto a month. */
  onDrop?: (index: number, dragged: string) => void;
  height?: number;
};

/** Stacked bars by month, with lines across and months that can be chosen. */
export function MonthChart(props: Props) {
  const { marks, stacks, lines, selected = null, onSelect, onDrop, showValue, height = 240 } = props;
  const outline = props.outline ?? null;
  const ceiling = props.ceiling ?? null;
  const { ref, width } = usePlotWidth();
  const hatch = `hatch${useId().replace(/\W/g, '')}`;
  const rows = useMemo(() => chartRows(marks, lines), [marks, lines]);
  const ticks = useMemo(() => axisTicks(highestOf(stacks, lines, outline)), [stacks, lines, outline]);
  const top = ticks[ticks.length - 1] ?? 1;
  const upright = useMemo(() => uprightOf(ticks, showValue), [ticks, showValue]);
  const perMonth = Math.max(0, width - PLOT_LEFT - PLOT_RIGHT) / Math.max(1, marks.length);
  return (
    <div
      ref={ref}
      className={styles.plot}
      onDragOver={(event) => {
        if (onDrop) event.preventDefault();
      }}
      onDrop={(event) => {
        const left = event.currentTarget.getBoundingClientRect().left + PLOT_LEFT;
        const index = Math.floor((event.clientX - left) / perMonth);
        if (!onDrop || index < 0 || index >= marks.length) return;
        event.preventDefault();
        onDrop(index, event.dataTransfer.getData('text/plain'));
      }}
    >
      {width > 0 && (
        <>
          <div className={styles.canvas} role="img" aria-label={props.label} style={{ height }}>
            {selected !== null && (
              <div
                className={styles.selected}
                style={{ left: PLOT_LEFT + selected * perMonth, width: perMonth }}
              />
            )}
            <ComposedChart
              data={rows}
              width={width}
              height={height}
              margin={{ top: PLOT_TOP, right: PLOT_RIGHT, bottom: 0, left: 0 }}
              accessibilityLayer={false}
              onClick={(state) => {
                const index = Number(state.activeTooltipIndex ?? NaN);
                if (onSelect && Number.isInteger(index)) onSelect(index);
              }}
            >
              <defs>
                <pattern
                  id={hatch}
                  width="5"
                  height="5"
                  patternUnits="userSpaceOnUse"
                  patternTransform="rotate(45)"
                >
                  <rect width="1.8" height="5" fill="var(--over)" />
                </pattern>
              </defs>
              <CartesianGrid {...linesAcross} />
              <XAxis dataKey="month" scale="band" interval={0} hide />
              {upright}
              <Tooltip
                isAnimationActive={false}
                cursor={{ fill: 'var(--panel-strong)', fillOpacity: 0.5 }}
                content={<MonthTooltip {...props} outline={outline} />}
              />
              <MonthBars
                months={marks.length}
                top={top}
                stacks={stacks}
                outline={outline}
                ceiling={ceiling}
                hatch={hatch}
              />
              {lines.map((line) => (
                <Line
                  key={line.key}
                  dataKey={`line ${line.key}`}
                  type="step"
                  stroke={line.colour}
                  strokeWidth={2}
                  {...(line.isDashed ? { strokeDasharray: '5 3' } : {})}
                  dot={false}
                  activeDot={false}
                  isAnimationActive={false}
                />
              ))}
            </ComposedChart>
            <EndNames named={endsOf(lines)} ticks={ticks} height={height} below={0} />
          </div>
          <MonthAxis marks={marks} selected={selected} onSelect={onSelect} width={width} />
        </>
      )}
    </div>
  );
}

function highestOf(
  stacks: readonly StackSeries[],
  lines: readonly LineSeries[],
  outline: OutlineSeries | null,
): number {
  const months = stacks[0]?.values.length ?? lines[0]?.values.length ?? 0;
  let highest = 0;
  for (let month = 0; month < months; month++) {
    let total = 0;
    for (const series of stacks) total += series.values[month] ?? 0;
    highest = Math.max(
      highest,
      total,
      outline?.values[month] ?? 0,
      ...lines.map((line) => line.values[month] ?? 0),
    );
  }
  return highest;
}
