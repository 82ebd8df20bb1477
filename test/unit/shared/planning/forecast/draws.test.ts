import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawsFrom } from '#shared/planning/forecast/cases/draws.ts';

const COUNT = 20_000;

/** Mean and variance of many draws, each within five standard errors of what it should be. */
function expectMoments(draw: () => number, mean: number, variance: number): void {
  const values = Array.from({ length: COUNT }, draw);
  const found = values.reduce((sum, value) => sum + value, 0) / COUNT;
  const spread = values.reduce((sum, value) => sum + (value - found) ** 2, 0) / (COUNT - 1);
  expect(Math.abs(found - mean)).toBeLessThan(5 * Math.sqrt(variance / COUNT));
  expect(spread / variance).toBeGreaterThan(0.9);
  expect(spread / variance).toBeLessThan(1.1);
}

describe('draws have the mean and variance of their distribution', () => {
  const draws = drawsFrom(7);
  it('uniform', () => expectMoments(draws.uniform, 0.5, 1 / 12));
  it('normal', () => expectMoments(draws.normal, 0, 1));
  it.each([0.4, 1, 3, 50])('gamma of shape %d', (shape) =>
    expectMoments(() => draws.gamma(shape, 2), shape / 2, shape / 4),
  );
  it.each([0.3, 5, 39, 41, 300])('Poisson of mean %d', (mean) =>
    expectMoments(() => draws.poisson(mean), mean, mean),
  );
  it.each([
    [10, 0.3],
    [100, 0.01],
    [100, 0.9],
    [1000, 0.02],
  ])('binomial of %d and %d', (count, share) =>
    expectMoments(() => draws.binomial(count, share), count * share, count * share * (1 - share)),
  );
  it('pick', () => expectMoments(() => draws.pick([0, 1, 3]), 1.75, 0.1875));
});

describe('draws', () => {
  it('are the same from the same seed, and others from the next', () => {
    const some = (seed: number): number[] => {
      const { normal } = drawsFrom(seed);
      return Array.from({ length: 5 }, normal);
    };
    expect(some(3)).toEqual(some(3));
    expect(some(3)).not.toEqual(some(4));
  });

  it('of a binomial lie between none and all, and are sure where the probability is', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.nat(200),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, count, share) => {
          const { binomial } = drawsFrom(seed);
          const drawn = binomial(count, share);
          expect(drawn).toBeGreaterThanOrEqual(0);
          expect(drawn).toBeLessThanOrEqual(count);
          expect(binomial(count, 0)).toBe(0);
          expect(binomial(count, 1)).toBe(count);
        },
      ),
    );
  });

  it('of nothing are nothing', () => {
    const draws = drawsFrom(1);
    expect([draws.poisson(0), draws.gamma(0, 1), draws.happening(0, 1)]).toEqual([0, 0, 0]);
  });
});
