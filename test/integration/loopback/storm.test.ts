import { expect, it } from 'vitest';
import { storm } from '../../bench/loopback.ts';

/** `npm run bench` does the same with 2,000. */
it('fifty senders at once are all answered, each in the order of its own commands', async () => {
  const { faults, times, memory } = await storm(400, 50);
  expect(faults).toEqual([]);
  expect(times).toHaveLength(400);
  const [early, late] = memory;
  expect(late - early).toBeLessThan(200);
});
