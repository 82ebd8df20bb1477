import { z } from 'zod';
import { CasesForecast, TotalsForecast } from '#shared/domain/forecast.ts';
import { job, query, snapshotChoice } from './operation.ts';

/** More years than counts have been published for. */
const MAX_ROWS = 200;
const yearsAhead = z.number().int().min(1).max(10);

export const forecastContract = {
  /** Month by month from the snapshots held up to the one chosen. The same seed gives the same forecast. */
  'forecast.cases': job(
    {
      input: z.strictObject({
        ...snapshotChoice,
        years: yearsAhead.optional(),
        runs: z.number().int().min(100).max(10_000).optional(),
        seed: z.number().int().min(0).max(2_147_483_647).optional(),
      }),
      output: CasesForecast,
    },
    { logged: 'nothing' },
  ),
  /** From yearly counts alone: the text of a file with the columns year and count, or rows. */
  'forecast.totals': query(
    {
      input: z.strictObject({
        csv: z.string().max(200_000).optional(),
        rows: z
          .array(
            z.strictObject({
              year: z.number().int().min(1900).max(2199),
              count: z.number().min(0).max(10_000_000),
            }),
          )
          .max(MAX_ROWS)
          .optional(),
        years: yearsAhead.optional(),
      }),
      output: TotalsForecast,
    },
    { needsWorkspace: false },
  ),
};
