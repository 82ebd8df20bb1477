/** A team's capacity under a scenario: contracted hours as the scenario has them, less absence, times the scheduled share. */
import { monthOfHours } from '../capacity.ts';
import type { Assumed } from './assumed.ts';
import { absencesOf, type ScenarioBase } from './base.ts';
import type { TeamPeople } from './people.ts';

/**
 * Hours for scheduled duties of a team’s offender managers, month by month, and the share of time that abstractions take
 * (planning §2).
 *
 * @param people of the team numbered `index` in the base, as the scenario has them
 */
export function capacityOf(
  base: ScenarioBase,
  assumed: Assumed,
  people: TeamPeople,
  index: number,
): { capacity: number[]; rate: number } {
  const { assumptions } = assumed.standards;
  const facts = absencesOf(base, assumptions)[index] ?? { rate: 0, known: [] };
  const rate = assumed.abstraction[index] ?? facts.rate;
  return {
    rate,
    capacity: base.months.map(
      (month, at) =>
        monthOfHours(month, people.contracted[at] ?? 0, rate, facts.known[at] ?? 0, assumptions).scheduled,
    ),
  };
}
