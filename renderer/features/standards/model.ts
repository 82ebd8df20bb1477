/** Changes to the standards, and what they come to: nothing here stores anything. */
import { riskLevels, type RiskLevel } from '#shared/domain/case.ts';
import { changedStandards } from '#shared/domain/standard-values.ts';
import {
  assumptionKeys,
  riskFields,
  type AssumptionKey,
  type DutyStandard,
  type RiskField,
  type Standards,
  type StandardValue,
} from '#shared/domain/standards.ts';

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
  const { added, removed, ruled, values } = changedStandards(before, after);
  return [
    ...added.map(({ name }) => name),
    ...ruled.map(({ name }) => `${name}: rules`),
    ...values.map(({ name }) => name),
    ...removed.map(({ name }) => `${name}: removed`),
  ];
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
