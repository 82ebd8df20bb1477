import { useMemo } from 'react';
import { Area, Line, ReferenceLine } from 'recharts';
import { ticksAround } from './fan-data.ts';
import { lineEnds, lineReach, lineRows, type ChartLine } from './lines-data.ts';
import { limitLook, ReadablePlot, type Readable } from './readable-plot.tsx';

type Props = Readable & {
  lines: readonly ChartLine[];
  /** A range around one of them. */
  band?: { low: ReadonlyArray<number | null>; high: ReadonlyArray<number | null> } | null;
  /** A limit across, named at its end. */
  limit: { name: string; value: number } | null;
  /** The most that a value can be, such as 100 of a share in per cent: the axis ends there. */
  most?: number;
  height?: number;
  /** Width right of the plot for the names at the lines' ends, in px. */
  room?: number;
};

/** Lines beside each other against a limit, told apart by stroke as well as colour; a slider reads any point out. */
export function LinesChart({ lines, band = null, limit, most, height = 200, ...props }: Props) {
  const level = limit?.value ?? null;
  const rows = useMemo(() => lineRows(lines, band), [lines, band]);
  const ticks = useMemo(() => {
    const { low, high } = lineReach(lines, band, level);
    return ticksAround(low, high, most);
  }, [lines, band, level, most]);
  const across = useMemo(() => level !== null && <ReferenceLine y={level} {...limitLook} />, [level]);
  const bound = limit === null ? [] : [{ ...limit, colour: 'var(--bound)' }];
  return (
    <ReadablePlot {...props} rows={rows} ticks={ticks} height={height} named={[...lineEnds(lines), ...bound]}>
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
      {across}
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
    </ReadablePlot>
  );
}
