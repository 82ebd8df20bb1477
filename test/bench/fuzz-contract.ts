/** The other half of `npm run fuzz`: 1,000 requests for every operation of the contract, every reply checked. */
import { availableParallelism } from 'node:os';
import { fuzzContract, type Fuzzed } from '../fixtures/fuzz/run.ts';

const PER_ROUND = 100;
const ROUNDS = Array.from({ length: 10 }, (_, index) => index + 1);

function told({ requests, codes, failures }: Fuzzed): string {
  const parts = Object.entries(codes)
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${String(count)} ${code}`);
  return [
    `${String(requests)} requests: ${parts.join(', ')}.`,
    ...failures.slice(0, 20).map(failureSaid),
  ].join('\n');
}

const failureSaid = ({ name, input, message }: Fuzzed['failures'][number]): string =>
  `${name} failed unexpectedly (${message}) when asked ${input}`;

/**
 * As many engines at once as there are cores, each with its share of the rounds; a round is said when it is over.
 *
 * @throws when a request was answered with `internal`, or not at all
 */
export async function fuzzEveryOperation(): Promise<void> {
  process.env.EVENKEEL_VALIDATE_OUTPUT = '1';
  const waiting = [...ROUNDS];
  let [requests, failed] = [0, 0];
  const lane = async (): Promise<void> => {
    for (let round = waiting.shift(); round !== undefined; round = waiting.shift()) {
      const fuzzed = await fuzzContract({ rounds: [round], perName: PER_ROUND, perJob: PER_ROUND });
      console.log(`Round ${String(round)} of ${String(ROUNDS.length)}, ${told(fuzzed)}`);
      requests += fuzzed.requests;
      failed += fuzzed.failures.length;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  console.log(`${String(requests)} requests over the whole contract, ${String(failed)} failed unexpectedly.`);
  if (failed > 0) throw new Error(`${String(failed)} requests failed unexpectedly.`);
}
