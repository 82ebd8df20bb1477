import { usePlotArea } from 'recharts';
import type { OutlineSeries, StackSeries } from './month-data.ts';

/** Share of a month's width that stays free, half on either side of its bar. */
const GAP = 0.14;

type Bar = { key: string; month: number; from: number; to: number; fill: string; isOutline?: boolean };

/**
 * The bars of all months as plain shapes. The library's own bars keep state for each series, and a chart of nine of
 * them took longer to draw than the page it stands on.
 */
export function MonthBars({
  months,
  top,
  stacks,
  outline,
  ceiling,
  hatch,
}: {
  months: number;
  /** The value at the upper end of the plot. */
  top: number;
  stacks: readonly StackSeries[];
  outline: OutlineSeries | null;
  ceiling: ReadonlyArray<number | null> | null;
  /** Id of the pattern for what rises above the ceiling. */
  hatch: string;
}) {
  const plot = usePlotArea();
  if (!plot) return null;
  const band = plot.width / Math.max(1, months);
  const y = (value: number): number => plot.y + plot.height * (1 - value / top);
  return (
    <g>
      {barsOf(months, stacks, outline, ceiling, hatch).map(({ key, month, from, to, fill, isOutline }) => (
        <rect
          key={key}
          x={plot.x + band * (month + GAP / 2)}
          width={band * (1 - GAP)}
          y={y(to)}
          height={y(from) - y(to)}
          fill={fill}
          stroke={isOutline === true ? 'var(--ink)' : 'var(--page)'}
          strokeWidth={isOutline === true ? 1.2 : 0.75}
        />
      ))}
    </g>
  );
}

/** Stacked from the ground up, then what is over the ceiling, then the outline before all. */
export function barsOf(
  months: number,
  stacks: readonly StackSeries[],
  outline: OutlineSeries | null,
  ceiling: ReadonlyArray<number | null> | null,
  hatch: string,
): Bar[] {
  return Array.from({ length: months }, (_, month) => {
    const bars: Bar[] = [];
    let total = 0;
    for (const { key, values, colour } of stacks) {
      const value = values[month] ?? 0;
      if (value > 0)
        bars.push({ key: `${key} ${String(month)}`, month, from: total, to: total + value, fill: colour });
      total += Math.max(0, value);
    }
    const limit = ceiling?.[month] ?? null;
    if (limit !== null && total > limit) {
      bars.push({ key: `over ${String(month)}`, month, from: limit, to: total, fill: `url(#${hatch})` });
    }
    const outer = outline?.values[month] ?? 0;
    if (outer > 0) {
      bars.push({
        key: `outline ${String(month)}`,
        month,
        from: 0,
        to: outer,
        fill: 'none',
        isOutline: true,
      });
    }
    return bars;
  }).flat();
}
