/** Changes to the standards, and what they come to: nothing here stores anything. */
import {
  caseStatuses,
  leadAgencies,
  managementModes,
  riskLevels,
  riskNames,
  type RiskLevel,
} from '#shared/domain/case.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import {
  assumptionKeys,
  assumptionNames,
  riskFields,
  type AssumptionKey,
  type DutyStandard,
  type Reset,
  type RiskField,
  type Standards,
  type StandardValue,
} from '#shared/domain/standards.ts';
import { counted, listed } from '#shared/planning/wording.ts';
import { showPercent } from '../../view/figures.ts';

export const fieldWords: Record<RiskField, { name: string; unit: string; isWhole: boolean; min: number }> = {
  interval: { name: 'Interval', unit: 'months', isWhole: true, min: 1 },
  window: { name: 'Window', unit: 'months early', isWhole: true, min: 0 },
  hours: { name: 'Hours', unit: 'h each', isWhole: false, min: 0 },
  catchUp: { name: 'Catch-up', unit: 'months', isWhole: true, min: 0 },
};

/** Said of a value that was changed without a source. */
const NO_SOURCE = 'Changed by the force; source not given';

/** Fields that mean something for a duty: what cannot be moved has neither window nor catch-up. */
export const fieldsOf = (duty: DutyStandard): readonly RiskField[] =>
  duty.movable ? riskFields : riskFields.filter((field) => field === 'interval' || field === 'hours');

/** A new number takes the day it was set; the source of the old number no longer holds for it. */
export function withNumber(old: StandardValue, value: number, today: IsoDate): StandardValue {
  if (old.value === value) return old;
  return { ...old, value, setOn: today, source: NO_SOURCE };
}

export function withDutyValue(
  duty: DutyStandard,
  risks: readonly RiskLevel[],
  field: RiskField,
  change: (value: StandardValue) => StandardValue,
): DutyStandard {
  const values = { ...duty.values };
  for (const risk of risks) values[risk] = { ...values[risk], [field]: change(values[risk][field]) };
  return { ...duty, values };
}

export const withDuty = (standards: Standards, duty: DutyStandard): Standards => ({
  ...standards,
  duties: standards.duties.map((one) => (one.key === duty.key ? duty : one)),
});

export const withAssumption = (
  standards: Standards,
  key: AssumptionKey,
  change: (value: StandardValue) => StandardValue,
): Standards => ({
  ...standards,
  assumptions: { ...standards.assumptions, [key]: change(standards.assumptions[key]) },
});

/** How a number is shown and typed, and how it is held. What binary adds to a hundredth is not shown. */
type Scale = { shown: (held: number) => number; held: (typed: number) => number };
export const asIs: Scale = { shown: (held) => held, held: (typed) => typed };
export const inPercent: Scale = {
  shown: (held) => Number((held * 100).toPrecision(12)),
  held: (typed) => Number((typed / 100).toPrecision(12)),
};

/** Every value set to confirmed or not. */
export function withAllConfirmed(duty: DutyStandard, isConfirmed: boolean): DutyStandard {
  const confirm = (value: StandardValue) => ({ ...value, confirmed: isConfirmed });
  let next: DutyStandard = { ...duty, firstAssessmentDays: confirm(duty.firstAssessmentDays) };
  for (const field of riskFields) next = withDutyValue(next, riskLevels, field, confirm);
  return next;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Names of what differs between two sets of standards. */
export function changedNames(before: Standards, after: Standards): string[] {
  const names: string[] = [];
  for (const duty of after.duties) {
    const old = before.duties.find((one) => one.key === duty.key);
    if (!old) {
      names.push(duty.name);
      continue;
    }
    if (!isSame([old.owedBy, old.reset], [duty.owedBy, duty.reset])) names.push(`${duty.name}: rules`);
    if (!isSame(old.firstAssessmentDays, duty.firstAssessmentDays))
      names.push(`${duty.name}: first assessment`);
    for (const risk of riskLevels) {
      for (const field of riskFields) {
        if (!isSame(old.values[risk][field], duty.values[risk][field])) {
          names.push(
            `${duty.name}: ${fieldWords[field].name.toLowerCase()}, ${riskNames[risk].name.toLowerCase()} risk`,
          );
        }
      }
    }
  }
  for (const duty of before.duties) {
    if (!after.duties.some((one) => one.key === duty.key)) names.push(`${duty.name}: removed`);
  }
  for (const key of assumptionKeys) {
    if (!isSame(before.assumptions[key], after.assumptions[key])) names.push(assumptionNames[key].name);
  }
  return names;
}

/** True when a standard interval differs: cases with an interval of their own do not follow it. */
export const hasOtherIntervals = (before: Standards, after: Standards): boolean =>
  after.duties.some((duty) => {
    const old = before.duties.find((one) => one.key === duty.key);
    return riskLevels.some(
      (risk) => old && old.values[risk].interval.value !== duty.values[risk].interval.value,
    );
  });

/** True when figures differ, not only sources and ticks: only then can the load change. */
export function hasOtherFigures(before: Standards, after: Standards): boolean {
  const figures = (standards: Standards) => ({
    duties: standards.duties.map((duty) => [
      duty.key,
      duty.owedBy,
      duty.reset,
      duty.firstAssessmentDays.value,
      riskLevels.map((risk) => riskFields.map((field) => duty.values[risk][field].value)),
    ]),
    assumptions: assumptionKeys.map((key) => standards.assumptions[key].value),
  });
  return !isSame(figures(before), figures(after));
}

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

export type Effect = {
  team: string;
  hoursNow: number;
  hoursThen: number;
  peakNow: number | null;
  peakThen: number | null;
};

/** What the change comes to for the force: hours add up, the peak is the highest team's. */
export function forceEffect(teams: readonly Effect[]): Effect {
  const highest = (peaks: Array<number | null>) => {
    const known = peaks.filter((peak) => peak !== null);
    return known.length === 0 ? null : Math.max(...known);
  };
  return {
    team: 'Force',
    hoursNow: teams.reduce((sum, team) => sum + team.hoursNow, 0),
    hoursThen: teams.reduce((sum, team) => sum + team.hoursThen, 0),
    peakNow: highest(teams.map((team) => team.peakNow)),
    peakThen: highest(teams.map((team) => team.peakThen)),
  };
}
