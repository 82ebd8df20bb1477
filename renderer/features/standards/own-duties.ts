/** Duties that a force adds to those that ship: made from one that is there, and taken away again. */
import { riskLevels } from '#shared/domain/case.ts';
import {
  exampleStandards,
  riskFields,
  type DutyStandard,
  type HoursOf,
  type Standards,
  type StandardValue,
} from '#shared/domain/standards.ts';
import { withDutyValue } from './model.ts';

const shipped: ReadonlySet<string> = new Set(exampleStandards().duties.map(({ key }) => key));

/** True for a duty that the force has added. */
export const isOwnDuty = (duty: DutyStandard): boolean => !shipped.has(duty.key);

/** Duties that a new one can be made from: one that follows others has no dates of its own. */
export const modelDuties = (duties: readonly DutyStandard[]): DutyStandard[] =>
  duties.filter((duty) => duty.follows === null);

const KEY_LENGTH = 27;

/** A key from the name, unlike any that is there: `28-day review` becomes `duty-28-day-review`. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const start = /^[a-z]/.test(words) ? words : `duty-${words}`;
  const key = start.slice(0, KEY_LENGTH).replace(/-$/, '');
  let free = key;
  for (let number = 2; taken.has(free); number++) free = `${key}-${String(number)}`;
  return free;
}

export type NewDuty = { name: string; hoursOf: HoursOf; movable: boolean };

/** The standards with a duty added after the last that can be copied; its values are not confirmed yet. */
export function withOwnDuty(standards: Standards, wanted: NewDuty, model: DutyStandard): Standards {
  const copied = (value: StandardValue): StandardValue => ({
    ...value,
    source: `Copied from ${model.name}`,
    confirmed: false,
  });
  let duty: DutyStandard = {
    ...model,
    ...wanted,
    key: keyFor(wanted.name, new Set(standards.duties.map(({ key }) => key))),
    follows: null,
    firstAssessmentDays: copied(model.firstAssessmentDays),
  };
  for (const field of riskFields) duty = withDutyValue(duty, riskLevels, field, copied);
  return { ...standards, duties: [...standards.duties, duty] };
}

/** The standards without a duty, also where another follows it. */
export function withoutDuty(standards: Standards, key: string): Standards {
  return {
    ...standards,
    duties: standards.duties
      .filter((duty) => duty.key !== key)
      .map((duty) =>
        duty.follows?.includes(key) === true
          ? { ...duty, follows: duty.follows.filter((followed) => followed !== key) }
          : duty,
      ),
  };
}
