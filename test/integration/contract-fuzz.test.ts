import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract } from '#shared/contract/registry.ts';
import { fuzzContract } from '../fixtures/fuzz/run.ts';

const before = process.env.EVENKEEL_VALIDATE_OUTPUT;
beforeAll(() => {
  process.env.EVENKEEL_VALIDATE_OUTPUT = '1';
});
afterAll(() => {
  if (before === undefined) delete process.env.EVENKEEL_VALIDATE_OUTPUT;
  else process.env.EVENKEEL_VALIDATE_OUTPUT = before;
});

/** `npm run fuzz` asks a thousand times for each name; here it is a sample, and every reply is checked too. */
it('no request, right or wrong, makes any operation fail unexpectedly', { timeout: 900_000 }, async () => {
  const { failures, requests, codes } = await fuzzContract({ rounds: [1, 2], perName: 20, perJob: 4 });
  expect(failures).toEqual([]);
  expect(requests).toBeGreaterThan(Object.keys(contract).length * 25);
  expect(codes.ok).toBeGreaterThan(200);
  expect(codes['invalid-input']).toBeGreaterThan(200);
});
