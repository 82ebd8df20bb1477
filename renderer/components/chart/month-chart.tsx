import { useMemo } from 'react';
import { EndNames } from './end-names.tsx';
import { MonthAxis } from './month-axis.tsx';
import {
  axisTicks,
  endsOf,
  highestOf,
  monthAt,
  monthSpan,
  PLOT_LEFT,
  PLOT_RIGHT,
  type LineSeries,
  type MonthMark,
  type OutlineSeries,
  type StackSeries,
} from './month-data.ts';
import { MonthDrawing } from './month-drawing.tsx';
import { MonthPointer } from './month-pointer.tsx';
import styles from './chart.module.css';

type Props = {
  /** The same in words, for readers who cannot see the drawing. */
  label: string;
  marks: readonly MonthMark[];
  stacks: readonly StackSeries[];
  lines: readonly LineSeries[];
  /** Bars drawn as outlines before the stack. */
  outline?: OutlineSeries;
  /** What rises above this is hatched. */
  ceiling?: ReadonlyArray<number | null>;
  showValue: (value: number) => string;
  /** The same with its unit, for the figures beside the pointer; the axis stands under the chart's unit. */
  showInFull?: (value: number) => string;
  selected?: number | null;
  onSelect?: (index: number) => void;
  /** Something was dragged onto a month. */
  onDrop?: (index: number, dragged: string) => void;
  height?: number;
};

/**
 * Stacked bars by month, with lines across and months that can be chosen. It is drawn in shares of whatever width it
 * is given, so nothing is measured: it stands in the page's own first frame, and on paper as on the screen.
 */
export function MonthChart({
  label,
  marks,
  stacks,
  lines,
  outline,
  ceiling,
  showValue,
  showInFull = showValue,
  selected = null,
  onSelect,
  onDrop,
  height = 240,
}: Props) {
  const months = marks.length;
  const ticks = useMemo(() => axisTicks(highestOf(stacks, lines, outline)), [stacks, lines, outline]);
  return (
    <div
      className={styles.plot}
      onDragOver={(event) => {
        if (onDrop) event.preventDefault();
      }}
      onDrop={(event) => {
        const { left, width } = event.currentTarget.getBoundingClientRect();
        const index = monthAt(event.clientX - left - PLOT_LEFT, width - PLOT_LEFT - PLOT_RIGHT, months);
        if (!onDrop || index === null) return;
        event.preventDefault();
        onDrop(index, event.dataTransfer.getData('text/plain'));
      }}
    >
      <div className={styles.canvas} role="img" aria-label={label} style={{ height }}>
        <div className={styles.ground} style={{ left: PLOT_LEFT, right: PLOT_RIGHT }}>
          {selected !== null && <div className={styles.selected} style={monthSpan(selected, months)} />}
          <MonthPointer
            marks={marks}
            series={outline ? [{ key: 'outline', ...outline }, ...stacks, ...lines] : [...stacks, ...lines]}
            showValue={showInFull}
            onSelect={onSelect}
          />
          <MonthDrawing
            months={months}
            ticks={ticks}
            stacks={stacks}
            lines={lines}
            outline={outline}
            ceiling={ceiling}
            showValue={showValue}
            height={height}
          />
        </div>
        <EndNames named={endsOf(lines)} ticks={ticks} height={height} below={0} />
      </div>
      <MonthAxis marks={marks} selected={selected} onSelect={onSelect} />
    </div>
  );
}
