/** The load that really happened: hours of work seen done, beside the work of which no snapshot tells. */
import { monthOf, monthsBetween, monthZero } from '#shared/domain/dates.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import type { Done, FollowUpInput } from './done-trail.ts';
import { chainsOf, loadOf, plannedRisk, replay } from '../rollout.ts';

type Happened = {
  /** Hours per month of the horizon of the work seen done. */
  happened: number[];
  /** Hours per month, unmoved, of the duties that no later snapshot holds a last-done date of. */
  untold: number[];
  untoldDuties: string[];
};

/**
 * Offender managers' work of the plan's team, by the month of its last-done date, at the plan's standard hours of
 * the risk held when it was first seen done. It is the team's that has the case then; cases that joined since count.
 */
export function happenedLoad(input: FollowUpInput, trail: ReadonlyMap<string, readonly Done[]>): Happened {
  const { plan, standards, unassessedAs, first, later } = input;
  const month0 = monthZero(first.asAt);
  const duties = new Map(
    standards.duties.filter((duty) => duty.hoursOf === 'offender-manager').map((duty) => [duty.key, duty]),
  );
  const happened = plan.months.map(() => 0);
  for (const { duty, on, record } of [...trail.values()].flat()) {
    const month = monthsBetween(month0, monthOf(on));
    const standard = duties.get(duty);
    if (!standard || month < 0 || month >= happened.length || !isSameTeam(record.team, plan.team)) continue;
    const risk = plannedRisk(record, unassessedAs);
    happened[month] = (happened[month] ?? 0) + standard.values[risk].hours.value;
  }

  const told = new Set(
    later.flatMap(({ cases }) =>
      cases.flatMap((record) =>
        record.duties.filter((state) => state.lastDone !== null).map(({ duty }) => duty),
      ),
    ),
  );
  const untoldDuties = [...duties.keys()].filter((key) => later.length > 0 && !told.has(key));
  const cases = first.cases.filter((record) => isSameTeam(record.team, plan.team));
  const chains = chainsOf(cases, { standards, unassessedAs, asAt: first.asAt }).filter(({ duty }) =>
    untoldDuties.includes(duty),
  );
  const untold = loadOf(chains, replay(chains, plan.months.length), plan.months.length);
  return { happened, untold, untoldDuties };
}
