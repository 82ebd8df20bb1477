import { useMemo } from 'react';
import { Area, Line } from 'recharts';
import { fanReach, fanRows, lineKey, ticksAround, type FanLine, type FanPoint } from './fan-data.ts';
import { limitLook, ReadablePlot, type Readable } from './readable-plot.tsx';

type Props = Readable & {
  points: readonly FanPoint[];
  /** Limits across, named at their end. */
  lines: readonly FanLine[];
  /** Name of the thick line, at its end. */
  middle: string;
  height?: number;
};

/** What was, what is expected, and 50 % and 80 % ranges around it; a slider reads any point out. */
export function FanChart({ points, lines, middle, height = 260, ...props }: Props) {
  const rows = useMemo(() => fanRows(points, lines), [points, lines]);
  const ticks = useMemo(() => {
    const { low, high } = fanReach(points, lines);
    return ticksAround(low, high);
  }, [points, lines]);
  return (
    <ReadablePlot
      {...props}
      rows={rows}
      ticks={ticks}
      height={height}
      named={endsOf({ points, lines, middle })}
    >
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
      {lines.map((line) => (
        <Line key={line.name} dataKey={lineKey(line)} type="linear" {...limitLook} {...plain} />
      ))}
      <Line dataKey="past" type="linear" stroke="var(--ink)" strokeWidth={1.5} {...plain} />
      <Line dataKey="median" type="linear" stroke="var(--fan-median)" strokeWidth={3.5} {...plain} />
    </ReadablePlot>
  );
}

/** What stands at the ends of the lines. */
function endsOf({ points, lines, middle }: Pick<Props, 'points' | 'lines' | 'middle'>) {
  const last = points[points.length - 1]?.range?.median ?? null;
  return [
    ...(last === null ? [] : [{ name: middle, value: last, colour: 'var(--fan-median)' }]),
    ...lines.flatMap(({ name, values }) => {
      const end = values.at(-1) ?? null;
      return end === null ? [] : [{ name, value: end, colour: 'var(--bound)' }];
    }),
  ];
}

const plain = { dot: false, activeDot: false, isAnimationActive: false } as const;

/** The wider range lies below the narrower, paler: they stay apart in greys. */
const bands = [
  { key: 'wide', fill: 'var(--fan-80)', stroke: 'var(--fan-edge)', strokeDasharray: '2 3', strokeWidth: 1 },
  { key: 'middle', fill: 'var(--fan-50)', stroke: 'var(--fan-edge)', strokeWidth: 1 },
] as const;
