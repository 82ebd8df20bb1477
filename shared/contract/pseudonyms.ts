import { z } from 'zod';
import { command, nothing, query } from './operation.ts';

export const Pseudonyms = z.object({
  /** References are replaced as files are read; the key that makes them never leaves the workspace. */
  isOn: z.boolean(),
  /** False while snapshots are held: their references would no longer be those of the next month. */
  canChange: z.boolean(),
});
export type Pseudonyms = z.infer<typeof Pseudonyms>;

export const pseudonymsContract = {
  'pseudonyms.get': query({ input: nothing, output: Pseudonyms }),
  /** Turns the replacing of references on or off. `conflict` while snapshots are held. */
  'pseudonyms.set': command(
    { input: z.strictObject({ isOn: z.boolean() }), output: Pseudonyms },
    { changes: ['settings'], logged: 'edit' },
  ),
};
