import { useMemo } from 'react';
import { CartesianGrid, ComposedChart, Line, ReferenceDot, ReferenceLine } from 'recharts';
import { acrossOf, uprightOf } from './axes.tsx';
import { axisTicks, PLOT_LEFT, PLOT_TOP } from './month-data.ts';
import { linesAcross, usePlotWidth } from './plot.ts';
import styles from './chart.module.css';

type Point = { x: number; y: number };

const RIGHT = 16;

/** A curve of points, one of them chosen, one where the reader stands, one the knee; a bound across. */
export function PointChart({
  label,
  points,
  bound,
  here,
  chosen,
  knee,
  showValue,
  onSelect,
  height = 200,
}: {
  label: string;
  /** By growing x. */
  points: readonly Point[];
  bound: number | null;
  here: Point | null;
  chosen: number;
  knee: number | null;
  showValue: (value: number) => string;
  onSelect: (index: number) => void;
  height?: number;
}) {
  const { ref, width } = usePlotWidth();
  const { upright, across, right } = useAxes(points, here, bound, showValue);
  const dot = (index: number | null) => (index === null ? undefined : points[index]);
  const [chosenDot, kneeDot] = [dot(chosen), dot(knee)];
  return (
    <div ref={ref} className={styles.plot}>
      {width > 0 && (
        <div className={styles.canvas} role="img" aria-label={label} style={{ height }}>
          <ComposedChart
            data={[...points]}
            width={width}
            height={height}
            margin={{ top: PLOT_TOP, right: RIGHT, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            onClick={(_state, event) => {
              const left = (event.currentTarget as Element).getBoundingClientRect().left + PLOT_LEFT;
              const x = ((event.clientX - left) / Math.max(1, width - PLOT_LEFT - RIGHT)) * right;
              onSelect(nearest(points, x));
            }}
          >
            <CartesianGrid {...linesAcross} />
            {across}
            {upright}
            {bound !== null && (
              <ReferenceLine y={bound} stroke="var(--bound)" strokeDasharray="5 3" strokeWidth={2} />
            )}
            <Line
              dataKey="y"
              type="stepAfter"
              stroke="var(--planned)"
              strokeWidth={2}
              dot={{ r: 2.5, fill: 'var(--planned)', stroke: 'none' }}
              activeDot={false}
              isAnimationActive={false}
            />
            {kneeDot && <ReferenceDot {...kneeDot} r={0} shape={<Diamond />} />}
            {chosenDot && (
              <ReferenceDot {...chosenDot} r={8} fill="none" stroke="var(--accent)" strokeWidth={2} />
            )}
            {here && <ReferenceDot {...here} r={5} fill="var(--ink)" stroke="var(--page)" />}
          </ComposedChart>
        </div>
      )}
      <p className={styles.note}>
        ● the plan shown{knee === null ? '' : ' · ◇ the knee'} · ○ the point chosen
      </p>
    </div>
  );
}

/** Both axes, kept while their ends stay the same, and where the lower one ends. */
function useAxes(
  points: readonly Point[],
  here: Point | null,
  bound: number | null,
  showValue: (value: number) => string,
) {
  const last = points[points.length - 1];
  const values = [...points, ...(here ? [here] : [])].map(({ y }) => y).concat(bound ?? []);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const upright = useMemo(
    () => uprightOf(valueTicks(lowest, highest), showValue),
    [lowest, highest, showValue],
  );
  const farthest = Math.max(1, last?.x ?? 1, here?.x ?? 1);
  const xTicks = useMemo(() => axisTicks(farthest).map((x) => ({ x, name: String(x) })), [farthest]);
  const right = xTicks[xTicks.length - 1]?.x ?? 1;
  const across = useMemo(() => acrossOf(0, right, xTicks), [right, xTicks]);
  return { upright, across, right };
}

/** Ticks around the values that matter: a curve between 85 % and 123 % is not drawn from zero. */
function valueTicks(low: number, high: number): number[] {
  const span = Math.max(0.02, high - low);
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1].find((one) => span / one <= 5) ?? 2;
  const first = Math.floor((low - span * 0.05) / step);
  const last = Math.ceil((high + span * 0.05) / step);
  return Array.from(
    { length: last - first + 1 },
    (_, index) => Math.round((first + index) * step * 1000) / 1000,
  );
}

const nearest = (points: readonly Point[], x: number): number =>
  points.reduce(
    (best, point, index) =>
      Math.abs(point.x - x) < Math.abs((points[best]?.x ?? Infinity) - x) ? index : best,
    0,
  );

function Diamond({ cx = 0, cy = 0 }: { cx?: number; cy?: number }) {
  return (
    <path
      d={`M${String(cx)} ${String(cy - 7)}L${String(cx + 7)} ${String(cy)}L${String(cx)} ${String(cy + 7)}L${String(cx - 7)} ${String(cy)}Z`}
      fill="var(--page)"
      stroke="var(--ink)"
      strokeWidth={1.5}
    />
  );
}
