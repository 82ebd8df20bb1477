/** Standards in words: who owes a duty, whose hours it takes, how it resets, where its values come from. */
import { caseStatuses, leadAgencies, managementModes } from '#shared/domain/case.ts';
import type { DutyStandard, HoursOf, Reset, StandardValue } from '#shared/domain/standards.ts';
import type { ValueKind } from '#shared/domain/standard-values.ts';
import { showPercent } from './figures.ts';
import { counted, listed } from './wording.ts';

/** Whose hours a duty takes, in words. */
export const hoursWords: Record<HoursOf, string> = {
  'offender-manager': 'offender managers’ hours',
  supervisor: 'supervisors’ hours, shown apart',
  'other-unit': 'another unit’s hours, no load',
};

/** What a duty is: whose hours, who owes it, how it resets. */
export const dutyFacts = (duty: DutyStandard, duties: readonly DutyStandard[]): string[] => [
  hoursWords[duty.hoursOf],
  `owed by ${owedByWords(duty, duties)}`,
  duty.movable ? resetWords(duty.reset) : 'cannot be moved',
];

const agencyWords = { police: 'police', probation: 'probation', other: 'another agency' } as const;

/** Which cases owe the duty, as a sentence's end: `active cases in the community`. */
export function owedByWords(duty: DutyStandard, duties: readonly DutyStandard[]): string {
  if (duty.follows !== null) {
    const followed = duty.follows.map((key) => duties.find((one) => one.key === key)?.name ?? key);
    return followed.length === 0 ? 'nobody' : `whoever owes ${listed(followed)}, a month later`;
  }
  const { modes, statuses, leadAgencies: agencies } = duty.owedBy;
  const which = modes === null || modes.length === managementModes.length ? 'all' : listed(modes);
  const where = statuses === null || statuses.length === caseStatuses.length ? '' : placeWords(statuses);
  const led =
    agencies === null || agencies.length === leadAgencies.length
      ? ''
      : `, led by ${listed(agencies.map((agency) => agencyWords[agency]))}`;
  return `${which} cases${where}${led}`;
}

const placeWords = (statuses: readonly string[]): string =>
  statuses.length === 1 && statuses[0] === 'community'
    ? ' in the community'
    : ` that are in ${listed(statuses)}`;

/** How doing work early sets its next date. */
export function resetWords(reset: Reset): string {
  switch (reset.rule) {
    case 'full':
      return 'next due an interval after it is done';
    case 'anniversary':
      return 'next due an interval after it was due, however early it is done';
    case 'tolerance':
      return `next due date kept when up to ${counted(reset.tolerance, 'month')} early, beyond that moved by ${showPercent(reset.factor)}`;
  }
}

/** Sources of a row: the one they share, or how many there are. */
export function sourceWords(values: readonly StandardValue[]): string {
  const sources = [...new Set(values.map((value) => value.source))];
  const [only] = sources;
  if (sources.length === 1) return only === undefined || only === '' ? 'No source given' : only;
  return `${String(sources.length)} sources`;
}

/** What a value has to be: `a whole number from 1 (months)`, `a share from 0 to 1 (0.05 is 5 %)`. */
export function expectedOf({ unit, isWhole, min, max }: ValueKind): string {
  const limits = `from ${String(min)}${max === null ? '' : ` to ${String(max)}`}`;
  if (unit === 'share') return `a share ${limits} (0.05 is ${showPercent(0.05)})`;
  return `${isWhole ? 'a whole number' : 'a number'} ${limits} (${unit})`;
}
