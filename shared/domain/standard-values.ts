/** The values of the standards one by one: what each is called, its unit and limits, and how one is changed. */
import { riskLevels, type RiskLevel } from './case.ts';
import type { IsoDate } from './dates.ts';
import {
  assumptionKeys,
  riskFields,
  type AssumptionKey,
  type DutyStandard,
  type RiskField,
  type Standards,
  type StandardValue,
} from './standards.ts';

/** What kind of number a value is. `max` is the highest it can be; null where nothing but the contract limits it. */
export type ValueKind = { name: string; unit: string; isWhole: boolean; min: number; max: number | null };

/** Ten years: work that recurs less often is a slip of the pen. */
export const MOST_MONTHS = 120;

const months = { unit: 'months', isWhole: true, min: 0, max: MOST_MONTHS };
const aYear = { unit: 'days a year', isWhole: false, min: 0, max: 366 };
const aWeek = { unit: 'h a week', isWhole: false, min: 0, max: 168 };
const share = { unit: 'share', isWhole: false, min: 0, max: 1 };

export const riskFieldKinds: Record<RiskField, ValueKind> = {
  interval: { ...months, name: 'Interval', min: 1 },
  window: { ...months, name: 'Window', unit: 'months early' },
  hours: { name: 'Hours', unit: 'h each', isWhole: false, min: 0, max: null },
  catchUp: { ...months, name: 'Catch-up' },
};

export const firstAssessmentKind: ValueKind = {
  name: 'First assessment',
  unit: 'days',
  isWhole: true,
  min: 0,
  max: null,
};

export const assumptionKinds: Record<AssumptionKey, ValueKind> = {
  officerWeekHours: { ...aWeek, name: 'Officer week' },
  staffWeekHours: { ...aWeek, name: 'Staff week' },
  leaveDays: { ...aYear, name: 'Annual leave' },
  trainingDays: { ...aYear, name: 'Training' },
  otherShare: { ...share, name: 'Other time away' },
  sicknessRate: { ...share, name: 'Expected sickness' },
  otherAbstractionRate: { ...share, name: 'Expected other abstraction' },
  scheduledShare: { ...share, name: 'Time meant for scheduled duties' },
};

/** Whether a value can be one of that kind. */
export const isWithin = ({ isWhole, min, max }: ValueKind, value: number): boolean =>
  value >= min && (max === null || value <= max) && (!isWhole || Number.isInteger(value));

/** Fields that mean something for a duty: what cannot be moved has neither window nor catch-up. */
export const fieldsOf = (duty: DutyStandard): readonly RiskField[] =>
  duty.movable ? riskFields : riskFields.filter((field) => field === 'interval' || field === 'hours');

/** Where a value stands: of a duty, at one risk level unless it holds for all of them; or an assumption. */
export type Place = {
  /** As a person or script names it: `visit.high.interval`, `visit.firstAssessmentDays`, `sicknessRate`. */
  key: string;
  /** As a reader knows it: `Visit interval, high risk`. */
  name: string;
  kind: ValueKind;
  /** Key of the duty; null for an assumption. */
  duty: string | null;
  /** `interval` … of a duty, `firstAssessmentDays`, or the assumption's key. */
  field: string;
  risk: RiskLevel | null;
};
type Change = (value: StandardValue, place: Place) => StandardValue;

function withValuesOf(duty: DutyStandard, change: Change): DutyStandard {
  const of = duty.key;
  const first: Place = {
    key: `${of}.firstAssessmentDays`,
    name: `${duty.name} first assessment`,
    kind: firstAssessmentKind,
    duty: of,
    field: 'firstAssessmentDays',
    risk: null,
  };
  // Work that follows other work has no first of its own.
  const firstAssessmentDays =
    duty.follows === null ? change(duty.firstAssessmentDays, first) : duty.firstAssessmentDays;
  const values = { ...duty.values };
  for (const risk of riskLevels) {
    values[risk] = { ...values[risk] };
    for (const field of fieldsOf(duty)) {
      const kind = riskFieldKinds[field];
      const name = `${duty.name} ${kind.name.toLowerCase()}, ${risk.replace('-', ' ')} risk`;
      const place = { key: `${of}.${risk}.${field}`, name, kind, duty: of, field, risk };
      values[risk][field] = change(duty.values[risk][field], place);
    }
  }
  return { ...duty, firstAssessmentDays, values };
}

/** The standards with each value that means something as `change` gives it back. */
export function withValues(standards: Standards, change: Change): Standards {
  const duties = standards.duties.map((duty) => withValuesOf(duty, change));
  const assumptions = { ...standards.assumptions };
  for (const key of assumptionKeys) {
    const kind = assumptionKinds[key];
    const place = { key, name: kind.name, kind, duty: null, field: key, risk: null };
    assumptions[key] = change(assumptions[key], place);
  }
  return { duties, assumptions };
}

/** Every value that means something, with where it stands: duty by duty, the assumptions last. */
export function placedValues(standards: Standards): Array<Place & { value: StandardValue }> {
  const placed: Array<Place & { value: StandardValue }> = [];
  withValues(standards, (value, place) => {
    placed.push({ ...place, value });
    return value;
  });
  return placed;
}

/** Every value the force has not confirmed, named for a reader ("Visit hours, high risk"). */
export const unconfirmedValues = (standards: Standards): string[] =>
  placedValues(standards)
    .filter(({ value }) => !value.confirmed)
    .map(({ name }) => name);

/** Said of a value that was changed without a source. */
const NO_SOURCE = 'Changed by the force; source not given';

/**
 * A value with another number; the source of the old one does not hold for it.
 *
 * @param setOn null where the day is not known yet: it is set as the value is saved
 */
export const withNumber = (old: StandardValue, value: number, setOn: IsoDate | null): StandardValue =>
  old.value === value ? old : { ...old, value, source: NO_SOURCE, setOn };

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const said = ({ value, source, confirmed }: StandardValue) => [value, source, confirmed];
const rulesOf = ({ name, hoursOf, movable, owedBy, reset, follows }: DutyStandard) => [
  [name, hoursOf, movable, follows],
  [owedBy.modes, owedBy.statuses, owedBy.leadAgencies],
  [reset.rule, reset.tolerance, reset.factor],
];

/** What differs between two sets of standards; values of duties that only one of them holds are not listed. */
export type StandardsChange = {
  added: DutyStandard[];
  removed: DutyStandard[];
  /** Duties of other rules than before: who owes them, how they reset and the like. */
  ruled: DutyStandard[];
  values: Array<Place & { before: StandardValue; after: StandardValue }>;
};

/** What differs between two sets of standards. */
export function changedStandards(before: Standards, after: Standards): StandardsChange {
  const old = new Map(before.duties.map((duty) => [duty.key, duty]));
  const kept = new Set(after.duties.map(({ key }) => key));
  const held = new Map(placedValues(before).map(({ key, value }) => [key, value]));
  return {
    added: after.duties.filter(({ key }) => !old.has(key)),
    removed: before.duties.filter(({ key }) => !kept.has(key)),
    ruled: after.duties.filter((duty) => {
      const was = old.get(duty.key);
      return was !== undefined && !isSame(rulesOf(was), rulesOf(duty));
    }),
    values: placedValues(after).flatMap(({ value, ...place }) => {
      const was = held.get(place.key);
      return was === undefined || isSame(said(was), said(value))
        ? []
        : [{ ...place, before: was, after: value }];
    }),
  };
}
