import { Fragment, useId } from 'react';
import { AxisText } from './axis-text.tsx';
import {
  barsOf,
  monthSpan,
  PLOT_TOP,
  stepPath,
  type LineSeries,
  type OutlineSeries,
  type StackSeries,
} from './month-data.ts';
import styles from './chart.module.css';

/** Share of a month's width that stays free, half on either side of its bar. */
const GAP = 0.14;

type Props = {
  months: number;
  /** Marks of the upright axis, lowest first; the last is the top of the plot. */
  ticks: readonly number[];
  stacks: readonly StackSeries[];
  lines: readonly LineSeries[];
  outline: OutlineSeries | undefined;
  ceiling: ReadonlyArray<number | null> | undefined;
  showValue: (value: number) => string;
  height: number;
};

/** Marks across, bars and lines: across in shares of the width, upright in px. */
export function MonthDrawing({ months, ticks, stacks, lines, outline, ceiling, showValue, height }: Props) {
  const hatch = `hatch${useId().replace(/\W/g, '')}`;
  const top = ticks[ticks.length - 1] ?? 1;
  const tall = height - PLOT_TOP;
  const y = (value: number): number => PLOT_TOP + tall * (1 - value / top);
  return (
    <svg className={styles.drawing} width="100%" height={height} aria-hidden="true">
      <Hatch id={hatch} />
      {ticks.map((tick) => (
        <Fragment key={tick}>
          <line x2="100%" y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <AxisText x={-8} y={y(tick)}>
            {showValue(tick)}
          </AxisText>
        </Fragment>
      ))}
      {barsOf(months, stacks, outline, ceiling, hatch).map(({ key, month, from, to, fill, isOutline }) => {
        const { left, width } = monthSpan(month + GAP / 2, months, 1 - GAP);
        return (
          <rect
            key={key}
            x={left}
            width={width}
            y={y(to)}
            height={y(from) - y(to)}
            fill={fill}
            stroke={isOutline ? 'var(--ink)' : 'var(--page)'}
            strokeWidth={isOutline ? 1.2 : 0.75}
          />
        );
      })}
      {lines.length > 0 && (
        <svg
          y={PLOT_TOP}
          width="100%"
          height={tall}
          viewBox={`0 0 ${String(months)} ${String(top)}`}
          preserveAspectRatio="none"
        >
          {lines.map((line) => (
            <path
              key={line.key}
              d={stepPath(line.values, top)}
              fill="none"
              stroke={line.colour}
              strokeWidth={2}
              strokeDasharray={line.isDashed ? '5 3' : undefined}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
      )}
    </svg>
  );
}

/** What is over capacity, told apart without colour. */
const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="1.8" height="5" fill="var(--over)" />
    </pattern>
  </defs>
);
