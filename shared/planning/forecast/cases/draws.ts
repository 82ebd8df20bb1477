/** Seeded draws from the distributions that the simulation needs; the generator itself is the library's. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export type Draws = {
  /** Above 0 and below 1. */
  uniform: () => number;
  normal: () => number;
  /** Mean `shape` ÷ `rate`; 0 for a shape of 0. */
  gamma: (shape: number, rate: number) => number;
  poisson: (mean: number) => number;
  /** How many of `count` happen, each with the probability. */
  binomial: (count: number, probability: number) => number;
  /** How many of `count` happen in a time over which each has the hazard: probability 1 − e^−hazard. */
  happening: (count: number, hazard: number) => number;
  /** An index, each as likely as its share of the weights; any where all are 0. */
  pick: (weights: readonly number[]) => number;
  /** The same by weights {@link addedUp}, for the many draws of a simulation. */
  pickOf: (totals: Float64Array) => number;
};

/** Above this mean a Poisson draw starts from a gamma: adding up steps would take too long. */
const LARGE_MEAN = 40;
/** Seeds close to each other begin alike; after so many steps they do not. */
const WARM_UP = 64;

/** Running totals of weights. */
export function addedUp(weights: readonly number[]): Float64Array {
  let total = 0;
  return Float64Array.from(weights, (weight) => (total += weight));
}

/** Random numbers from a seed: the same seed gives the same ones, on any machine. */
export function drawsFrom(seed: number): Draws {
  const generator = xoroshiro128plus(seed);
  for (let step = 0; step < WARM_UP; step++) generator.next();
  const uniform = (): number => ((generator.next() >>> 0) + 0.5) / 4_294_967_296;
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());

  /** Marsaglia and Tsang (2000); below a shape of 1 by their own step up. */
  function gamma(shape: number, rate: number): number {
    if (shape <= 0) return 0;
    if (shape < 1) return gamma(shape + 1, rate) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return (d * v) / rate;
    }
  }

  /** Ahrens and Dieter (1974): the time of one late arrival tells how many came before it. */
  function poisson(mean: number): number {
    let [left, count] = [mean, 0];
    while (left > LARGE_MEAN) {
      const arrival = Math.floor(left * 0.875);
      const time = gamma(arrival, 1);
      if (time > left) return count + binomial(arrival - 1, left / time);
      count += arrival;
      left -= time;
    }
    const limit = Math.exp(-left);
    for (let product = uniform(); product > limit; product *= uniform()) count++;
    return count;
  }

  /** Waiting times between successes: as many steps as there are successes. */
  function happening(count: number, hazard: number): number {
    if (hazard <= 0 || count <= 0) return 0;
    let successes = -1;
    for (let at = 0; at <= count; successes++) at += 1 + Math.floor(-Math.log(uniform()) / hazard);
    return successes;
  }

  function binomial(count: number, probability: number): number {
    if (probability >= 1) return Math.max(0, count);
    if (probability > 0.5) return count - binomial(count, 1 - probability);
    return happening(count, -Math.log1p(-probability));
  }

  function pickOf(totals: Float64Array): number {
    const at = uniform() * (totals.at(-1) ?? 0);
    let index = 0;
    while (index < totals.length - 1 && at >= (totals[index] ?? 0)) index++;
    return index;
  }

  const pick = (weights: readonly number[]): number => pickOf(addedUp(weights));

  return { uniform, normal, gamma, poisson, binomial, happening, pick, pickOf };
}
