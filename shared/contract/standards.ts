import { z } from 'zod';
import { Settings } from '#shared/domain/settings.ts';
import { Standards } from '#shared/domain/standards.ts';
import { Hours, Utilisation } from '#shared/domain/units.ts';
import { command, nothing, query } from './operation.ts';

export const standardsContract = {
  'standards.get': query({
    input: nothing,
    output: z.object({ standards: Standards, examples: Standards, unconfirmed: z.array(z.string()) }),
  }),
  /** What the standards given would do to each team, beside the standards in force. Stores nothing. */
  'standards.preview': query({
    input: z.strictObject({ standards: Standards }),
    output: z.object({
      teams: z.array(
        z.object({
          team: z.string(),
          /** Load over the next twelve months. */
          hoursNow: Hours,
          hoursThen: Hours,
          peakNow: Utilisation.nullable(),
          peakThen: Utilisation.nullable(),
        }),
      ),
    }),
  }),
  'standards.save': command(
    { input: z.strictObject({ standards: Standards }), output: nothing },
    { changes: ['standards'], logged: 'edit' },
  ),
  'settings.get': query({ input: nothing, output: Settings }),
  'settings.save': command(
    { input: z.strictObject({ settings: Settings }), output: nothing },
    { changes: ['settings'], logged: 'edit' },
  ),
};
