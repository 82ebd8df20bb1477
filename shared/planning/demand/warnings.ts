/** What must be said beside the figures of demand. */
import { workingDays } from '#shared/domain/calendar.ts';
import { monthOf, showMonth, type Month } from '#shared/domain/dates.ts';
import type { TeamDemand } from '#shared/domain/demand.ts';
import { absenceCautions } from '../abstractions/held-to.ts';
import { showHours } from '../figures.ts';
import { sum } from '../sum.ts';
import { counted, listed } from '../wording.ts';
import { hasRoster, type DemandInput } from './input.ts';

/** What is known before anything is worked out: enough to say on what figures and plans rest. */
type Facts = Pick<
  DemandInput,
  'cases' | 'officers' | 'abstractions' | 'absencesHeldTo' | 'settings' | 'asAt'
>;

/** Facts that a reader of figures or of a plan must know, and months of work with nobody in post: a sentence each. */
export const demandWarnings = (input: DemandInput, teams: readonly TeamDemand[]): string[] => [
  ...factWarnings(input),
  ...(hasRoster(input) ? teams.flatMap((team) => unstaffed(team, input.months)) : []),
];

/** No roster, a first month partly over, absences not known, cases without what decides their work: a sentence each. */
export function factWarnings(facts: Facts): string[] {
  const { cases, settings } = facts;
  const unassessed = cases.filter(({ risk }) => risk === 'unassessed').length;
  const undecided = cases.filter(({ mode, status }) => mode === null || status === null).length;
  return [
    ...(hasRoster(facts)
      ? [...partMonth(facts), ...absenceCautions(facts)]
      : ['No staff list is loaded: capacity, utilisation and peaks cannot be told. Import one.']),
    ...(unassessed > 0
      ? [
          `${counted(unassessed, 'case')} not assessed yet, planned as ${settings.unassessedAs.replace('-', ' ')} risk.`,
        ]
      : []),
    ...(undecided > 0
      ? [`${counted(undecided, 'case')} without a management mode or status, taken to owe every duty.`]
      : []),
  ];
}

function unstaffed(demandOfTeam: TeamDemand, months: readonly Month[]): string[] {
  const { team, load, capacity } = demandOfTeam;
  const bare = months.flatMap((month, index) => {
    const work = load[index] ?? 0;
    return (capacity[index] ?? 0) <= 0 && work > 0 ? [{ month, work }] : [];
  });
  const total = showHours(sum(bare.map(({ work }) => work)));
  if (team === null || bare.length === 0) return [];
  if (capacity.every((value) => value <= 0)) {
    return [`${team} has no offender manager in the staff list, but ${total} of work.`];
  }
  const names = bare.slice(0, 3).map(({ month }) => showMonth(month));
  const more = bare.length - names.length;
  const when = more > 0 ? [...names, `${counted(more, 'month')} more`] : names;
  return [`${team} has no offender managers' time in ${listed(when)}, but ${total} of work.`];
}

/** Month 0 counts whole, whatever part of it the snapshot has behind it: worth a word from the middle on. */
function partMonth({ asAt, settings }: Facts): string[] {
  const month = monthOf(asAt);
  const days = workingDays(month);
  const left = days.filter((day) => day > asAt).length;
  if (left === 0 || left > days.length / 2) return [];
  const fact = `${showMonth(month)} counts as a whole month, though ${counted(left, 'working day')} of it ${left === 1 ? 'is' : 'are'} left after the snapshot: it is fuller than it looks`;
  const todo =
    settings.firstOpenMonth === 0
      ? '; to move no work into it, set the first month open to planning to 1'
      : '';
  return [`${fact}${todo}.`];
}
