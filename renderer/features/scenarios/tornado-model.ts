/** Where the bars of a tornado stand, and what they say. */
import type { Month } from '#shared/domain/dates.ts';
import type { Tornado, TornadoBar } from '#shared/domain/scenario-result.ts';
import { showAhead } from './said.ts';

type Piece = { end: 'low' | 'high'; left: number; width: number };

type DrawnBar = {
  bar: TornadoBar;
  pieces: Piece[];
  lowSaid: string;
  highSaid: string;
  lowLeft: number;
};
export type DrawnTornado = { now: number; bars: DrawnBar[] };

/** Room left at both ends, as a share of the width. */
const ROOM = 0.04;

/**
 * Bars in shares of the width, each from where the figure stands. A month that never comes stands one beyond the
 * last: `months` is how many are looked at.
 */
export function drawnTornado(tornado: Tornado, month0: Month, months: number): DrawnTornado {
  const { unit } = tornado;
  const number = (value: number | null): number => value ?? (unit === 'month' ? months : 0);
  const values = [
    number(tornado.now),
    ...tornado.bars.flatMap(({ atLow, atHigh }) => [number(atLow), number(atHigh)]),
  ];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least || 1;
  const place = (value: number | null): number => ROOM + ((number(value) - least) / span) * (1 - 2 * ROOM);
  const now = place(tornado.now);
  const piece = (end: Piece['end'], value: number | null): Piece => {
    const at = place(value);
    return { end, left: Math.min(at, now), width: Math.abs(at - now) };
  };
  return {
    now,
    bars: tornado.bars.map((bar) => ({
      bar,
      pieces: [piece('low', bar.atLow), piece('high', bar.atHigh)],
      lowSaid: showAhead(bar.atLow, unit, month0),
      highSaid: showAhead(bar.atHigh, unit, month0),
      lowLeft: place(bar.atLow),
    })),
  };
}

/** The finding: `Growth of the number of RSOs moves it most: 1:48.2 to 1:57.9`. */
export function tornadoTitle(tornado: Tornado, month0: Month): string {
  const [first] = tornado.bars;
  const now = showAhead(tornado.now, tornado.unit, month0);
  if (!first) return `${tornado.name}: ${now}; none of the assumptions moves it`;
  const [low, high] = [first.atLow, first.atHigh].map((value) => showAhead(value, tornado.unit, month0));
  return `${tornado.name}, now ${now}: ${lowerFirst(first.name)} moves it most, ${low ?? ''} to ${high ?? ''}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
