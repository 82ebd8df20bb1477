/**
 * Measuring by fixed work. Machines differ and drift, so each figure stands beside a yardstick: a fixed piece
 * of plain computation timed in turn with it. Compare ratios between machines, milliseconds on one.
 */
export type Figure = {
  name: string;
  /** Milliseconds of each run, the warm-up left out. */
  runs: number[];
  /** Median of run ÷ yardstick; null where the work is the browser's. */
  ratio: number | null;
  /** What we mean to stay under, in milliseconds on a machine of two plain cores. */
  target: number | null;
};

/** Runs timed by whoever ran them, with no yardstick beside them. */
export const timedElsewhere = (name: string, runs: number[], target: number | null): Figure => ({
  name,
  runs,
  ratio: null,
  target,
});

/** A million steps of integer arithmetic and map look-ups; the result keeps it from being optimised away. */
function yardstick(): number {
  const seen = new Map<number, number>();
  let state = 1;
  for (let step = 0; step < 1_000_000; step++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const key = state % 4096;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return seen.size;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
};

/** Runs the work once to warm up and then `count` times, each beside the yardstick. */
export async function measure(
  name: string,
  target: number | null,
  work: () => unknown,
  count = 7,
): Promise<Figure> {
  await timed(work);
  const runs: number[] = [];
  const ratios: number[] = [];
  for (let run = 0; run < count; run++) {
    const unit = await timed(yardstick);
    const time = await timed(work);
    runs.push(time);
    ratios.push(time / unit);
  }
  return { name, runs, ratio: median(ratios), target };
}

const inMs = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));

export function report(figures: readonly Figure[]): void {
  console.table(
    figures.map(({ name, runs, ratio, target }) => ({
      figure: name,
      'median ms': inMs(median(runs)),
      'min … max': `${inMs(Math.min(...runs))} … ${inMs(Math.max(...runs))}`,
      'target ms': target ?? '–',
      '÷ yardstick': ratio?.toFixed(2) ?? '–',
    })),
  );
}
