/** Expected joiners laid over a team's demand, as one more line of work. */
import type { Demand, ExpectedJoiners } from '#shared/contract/demand.ts';
import type { DemandOfTeam } from '#shared/domain/demand.ts';
import { partOf } from '#shared/domain/team.ts';
import { hours, utilisation, type Hours, type Utilisation } from '#shared/domain/units.ts';
import { sum } from '#shared/planning/sum.ts';
import { counted } from '#shared/planning/wording.ts';
import { JOINERS_KEY } from '../../view/duty-look.ts';

type Shown = { demand: Demand; one: DemandOfTeam };
type Drawn = {
  load: Hours[];
  utilisation: Array<Utilisation | null>;
  loadByDuty: Record<string, Hours[]>;
};

function withLoad<T extends Drawn>(drawn: T, added: readonly number[], capacity: readonly number[]): T {
  const load = drawn.load.map((value, month) => hours(value + (added[month] ?? 0)));
  return {
    ...drawn,
    load,
    loadByDuty: { ...drawn.loadByDuty, [JOINERS_KEY]: added.map(hours) },
    utilisation: drawn.utilisation.map((share, month) =>
      share === null ? null : utilisation((load[month] ?? 0) / (capacity[month] ?? 1)),
    ),
  };
}

/** What is drawn with expected joiners: peaks and their causes stay those of the cases held. */
export function withJoiners({ demand, one }: Shown, expected: ExpectedJoiners): Shown {
  const added = partOf(expected, one.team)?.load ?? [];
  const duty = {
    key: JOINERS_KEY,
    name: 'Expected joiners',
    hoursOf: 'offender-manager' as const,
    movable: false,
  };
  return {
    demand: { ...demand, duties: [...demand.duties, duty] },
    one: {
      ...withLoad(one, added, one.capacity),
      planned: one.planned && withLoad(one.planned, added, one.capacity),
    },
  };
}

/** What the overlay is, in words. */
export function joinersSaid(expected: ExpectedJoiners, team: string | null): string {
  const total = sum(partOf(expected, team)?.joiners ?? []);
  return (
    `${counted(Math.round(total), 'case')} expected to join in ${counted(expected.months.length, 'month')}. No case stands ` +
    'behind their hours, and these cannot be moved: peaks, their causes and levelling rest on the cases held alone. ' +
    'Cases that leave before their notification ends are not taken off; Scenarios counts those too.'
  );
}
