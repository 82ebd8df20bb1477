/** Seeded random draws for invented data: the same seed gives the same force, to the byte. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export type Random = {
  /** A whole number from `from` to `to`, both included. */
  int: (from: number, to: number) => number;
  chance: (probability: number) => boolean;
  /** One of the values, each as likely as its weight says. */
  weighted: <T>(choices: ReadonlyArray<readonly [value: T, weight: number]>) => T;
};

export function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return {
    int: (from, to) => uniformInt(generator, from, to),
    chance: (probability) => uniformFloat64(generator) < probability,
    weighted: (choices) => {
      let left = uniformFloat64(generator) * choices.reduce((total, [, weight]) => total + weight, 0);
      for (const [value, weight] of choices) {
        left -= weight;
        if (left < 0) return value;
      }
      const last = choices.at(-1);
      if (!last) throw new RangeError('Expected at least one choice, found none.');
      return last[0];
    },
  };
}
