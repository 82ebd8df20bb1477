/** Steering: a person's word on a plan before it is solved. It names cases, duties, officers and calendar months. */
import { z } from 'zod';
import { Month } from './dates.ts';
import { Reset } from './standards.ts';

/** The chain that a word speaks of: `REFERENCE/duty`. */
const chain = z.string().min(3).max(200);
const dutyKey = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/);
const names = z.array(z.string().min(1).max(120)).max(5000).default([]);
const cap = z.number().int().min(0).max(100_000).nullable().default(null);

/** The occurrence due in `due` arises, and is done in `to`. */
const Pin = z.strictObject({ chain, due: Month, to: Month });
/** The occurrence due in `due`, if it arises, stays there. */
const Refusal = z.strictObject({ chain, due: Month });

export const Steering = z.strictObject({
  pins: z.array(Pin).max(5000).default([]),
  refusals: z.array(Refusal).max(5000).default([]),
  /** What levelling leaves alone. Into and out of an excluded month nothing is moved. */
  excluded: z
    .strictObject({
      cases: names,
      officers: names,
      duties: z.array(dutyKey).max(40).default([]),
      months: z.array(Month).max(60).default([]),
    })
    .prefault({}),
  /** The most that may move, in all and of one officer in one month; null is no limit. */
  caps: z.strictObject({ moves: cap, movesPerOfficerMonth: cap }).prefault({}),
  /** The reset rule by duty, for this plan only. */
  reset: z.record(dutyKey, Reset).default({}),
});
export type Steering = z.infer<typeof Steering>;
/** Steering as it is given: what is left out steers nothing. */
export type SteeringInput = z.input<typeof Steering>;

export const noSteering: Steering = Steering.parse({});
