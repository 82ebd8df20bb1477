/** The values that a pack rests on, each with its source and whether the force has confirmed it. */
import { riskLevels, riskNames } from '#shared/domain/case.ts';
import type { PackAssumption } from '#shared/domain/case-pack.ts';
import { showDate } from '#shared/domain/dates.ts';
import { payName, type PayTable, type PayValue } from '#shared/domain/pay.ts';
import {
  assumptionKinds,
  fieldsOf,
  firstAssessmentKind,
  riskFieldKinds,
} from '#shared/domain/standard-values.ts';
import {
  assumptionKeys,
  type DutyStandard,
  type Standards,
  type StandardValue,
} from '#shared/domain/standards.ts';

const ofStandard = (
  group: string,
  name: string,
  unit: string,
  { value, source, confirmed, setOn }: StandardValue,
): PackAssumption => ({
  group,
  name,
  value,
  unit,
  source,
  year: setOn === null ? '' : showDate(setOn),
  confirmed,
});

const ofPay = (name: string, unit: string, { value, source, year, confirmed }: PayValue): PackAssumption => ({
  group: 'Pay',
  name,
  value,
  unit,
  source,
  year,
  confirmed: confirmed && value !== null,
});

/** How the posts of the minimum start, and which of it a person said. */
export type Recruiting = Record<
  'leadMonths' | 'trainingMonths' | 'productivity',
  { value: number; isAsked: boolean }
>;

function recruitingValues(recruiting: Recruiting): PackAssumption[] {
  const row = (key: keyof Recruiting, name: string, unit: string): PackAssumption => ({
    group: 'Recruiting for the minimum',
    name,
    value: recruiting[key].value,
    unit,
    source: recruiting[key].isAsked
      ? 'As asked for this pack'
      : 'Example value shipped with Evenkeel; no published source',
    year: '',
    confirmed: recruiting[key].isAsked,
  });
  return [
    row('leadMonths', 'Months until in post', 'months'),
    row('trainingMonths', 'Months in training', 'months'),
    row('productivity', 'Counts in training as', 'share'),
  ];
}

/** The values that mean something for a duty, as the page counts them. */
function ofDuty(duty: DutyStandard): PackAssumption[] {
  const { name, follows, firstAssessmentDays, values } = duty;
  const { name: first, unit: days } = firstAssessmentKind;
  return [
    ...(follows === null ? [ofStandard(name, first, days, firstAssessmentDays)] : []),
    ...fieldsOf(duty).flatMap((field) =>
      riskLevels.map((risk) => {
        const what = `${riskNames[risk].name} risk, ${riskFieldKinds[field].name.toLowerCase()}`;
        return ofStandard(name, what, riskFieldKinds[field].unit, values[risk][field]);
      }),
    ),
  ];
}

/** Whether the force has confirmed a value, in words; nobody can confirm one that is not there. */
export function confirmedSaid({ value, confirmed }: PackAssumption): 'yes' | 'no' | 'not given' {
  if (value === null) return 'not given';
  return confirmed ? 'yes' : 'no';
}

/** Every value that the case rests on, with source, year and whether the force has confirmed it. */
export function packAssumptions(
  standards: Standards,
  pay: PayTable,
  recruiting: Recruiting,
): PackAssumption[] {
  const capacity = assumptionKeys.map((key) => {
    const { name, unit } = assumptionKinds[key];
    return ofStandard('Capacity', name, unit, standards.assumptions[key]);
  });
  const duties = standards.duties.flatMap(ofDuty);
  const rates = pay.rates.flatMap((rate) => [
    ofPay(`Pay, ${payName(rate)}`, '£ a year', rate.pay),
    ofPay(`On-cost, ${payName(rate)}`, 'share', rate.onCost),
  ]);
  return [...capacity, ...rates, ...recruitingValues(recruiting), ...duties];
}
