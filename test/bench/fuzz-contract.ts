/** The other half of `npm run fuzz`: 1,000 requests for every operation of the contract, every reply checked. */
import { fuzzContract } from '../fixtures/fuzz/run.ts';

const PER_ROUND = 100;
const ROUNDS = 10;

/** @throws when a request was answered with `internal`, or not at all */
export async function fuzzEveryOperation(): Promise<void> {
  process.env.EVENKEEL_VALIDATE_OUTPUT = '1';
  const { requests, codes, failures } = await fuzzContract({
    rounds: ROUNDS,
    perName: PER_ROUND,
    perJob: PER_ROUND,
  });
  const told = Object.entries(codes)
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${String(count)} ${code}`);
  console.log(`${String(requests)} requests over the whole contract: ${told.join(', ')}.`);
  for (const failure of failures.slice(0, 20)) console.log(failure);
  if (failures.length > 0) throw new Error(`${String(failures.length)} requests failed unexpectedly.`);
}
