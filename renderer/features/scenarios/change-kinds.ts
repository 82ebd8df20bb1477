/** Every kind of change: its plain name, what it does, its fields, and what it begins as. */
import { riskLevels, riskNames } from '#shared/domain/case.ts';
import { addMonths, monthRange, showMonth, type Month } from '#shared/domain/dates.ts';
import { payRoles } from '#shared/domain/pay.ts';
import { newcomer } from '#shared/domain/scenario.ts';
import { assumptionKinds } from '#shared/domain/standard-values.ts';
import { AssumptionKey, assumptionKeys, type Standards } from '#shared/domain/standards.ts';
import type { ChangeKind, TypedChange } from './draft.ts';

/** What choices are made from. */
export type Context = { month0: Month; teams: readonly string[]; standards: Standards };
type Option = { value: string; label: string };
type Unit = 'percent' | 'months' | 'FTE' | 'h' | '£' | 'h a week' | 'days a year';

export type Field = { key: string; label: string; isShown?: (change: TypedChange) => boolean } & (
  | { type: 'number'; unit: Unit | ((change: TypedChange) => Unit); step?: number; orNone?: string }
  | { type: 'choice'; options: (context: Context) => Option[]; none?: string }
  | { type: 'tick' }
);

export type KindWords = {
  name: string;
  about: string;
  group: 'People' | 'Time' | 'Work' | 'Pay';
  fields: readonly Field[];
  start: (context: Context) => Omit<TypedChange, 'kind'>;
};

const MONTHS_BACK = 12;
const MONTHS_AHEAD = 60;
const monthOptions = ({ month0 }: Context): Option[] =>
  monthRange(addMonths(month0, -MONTHS_BACK), MONTHS_BACK + MONTHS_AHEAD).map((month) => ({
    value: month,
    label: showMonth(month),
  }));
const riskOptions = (): Option[] =>
  riskLevels.map((risk) => ({ value: risk, label: `${riskNames[risk].name} risk` }));
const dutyOptions = ({ standards }: Context): Option[] =>
  standards.duties.map(({ key, name }) => ({ value: key, label: name }));

const team: Field = {
  type: 'choice',
  key: 'team',
  label: 'Team',
  none: 'All teams',
  options: ({ teams }) => teams.map((name) => ({ value: name, label: name })),
};
const from: Field = { type: 'choice', key: 'from', label: 'From', options: monthOptions };
const percent = (key: string, label: string, step = 1): Field => ({
  type: 'number',
  key,
  label,
  unit: 'percent',
  step,
});
const months = (key: string, label: string): Field => ({ type: 'number', key, label, unit: 'months' });
const role: Field = {
  type: 'choice',
  key: 'role',
  label: 'Role',
  options: () => Object.entries(payRoles).map(([value, label]) => ({ value, label })),
};
const contract: Field = {
  type: 'choice',
  key: 'contract',
  label: 'Contract',
  options: () => [
    { value: 'officer', label: 'Police officer' },
    { value: 'staff', label: 'Police staff' },
  ],
};
const duty: Field = { type: 'choice', key: 'duty', label: 'Duty', options: dutyOptions };
const anyRisk: Field = {
  type: 'choice',
  key: 'risk',
  label: 'Risk level',
  none: 'All risk levels',
  options: riskOptions,
};
const isAdded = ({ posts }: TypedChange): boolean => typeof posts !== 'number' || !(posts < 0);

const shareKeys: readonly string[] = assumptionKeys.filter((key) => assumptionKinds[key].unit === 'share');
const unitOf = ({ key }: TypedChange): Unit => {
  const known = AssumptionKey.safeParse(key).data;
  if (known === undefined || shareKeys.includes(known)) return 'percent';
  return assumptionKinds[known].unit === 'h a week' ? 'h a week' : 'days a year';
};

export const changeKinds: Record<ChangeKind, KindWords> = {
  posts: {
    name: 'Posts added or taken away',
    about: 'Full-time equivalents; below 0 for posts taken away',
    group: 'People',
    fields: [
      { type: 'number', key: 'posts', label: 'Posts', unit: 'FTE', step: 0.5 },
      team,
      role,
      contract,
      { ...from, label: 'Recruiting from', isShown: isAdded },
      { ...from, label: 'Gone from', isShown: (change) => !isAdded(change) },
      { ...months('leadMonths', 'Until in post'), isShown: isAdded },
      { ...months('trainingMonths', 'In training'), isShown: isAdded },
      { ...percent('productivity', 'Counts in training as', 5), isShown: isAdded },
      { type: 'choice', key: 'until', label: 'Until', none: 'For good', options: monthOptions },
    ],
    start: ({ month0 }) => ({
      posts: 1,
      team: null,
      role: 'offender-manager',
      contract: 'officer',
      from: month0,
      ...newcomer,
      until: null,
    }),
  },
  vacancies: {
    name: 'Vacancies filled',
    about: 'Those who leave are replaced',
    group: 'People',
    fields: [
      team,
      months('leadMonths', 'Until replaced'),
      months('trainingMonths', 'In training'),
      percent('productivity', 'Counts in training as', 5),
      { type: 'tick', key: 'openToo', label: 'Posts open today too' },
    ],
    start: () => ({ team: null, ...newcomer, openToo: false }),
  },
  attrition: {
    name: 'Attrition',
    about: 'Offender managers who leave beyond the leaving dates held',
    group: 'People',
    fields: [team, percent('yearly', 'Leave in a year')],
    start: () => ({ team: null, yearly: 0.05 }),
  },
  abstraction: {
    name: 'Expected abstraction',
    about: 'Share of contracted hours lost, leave and training apart',
    group: 'Time',
    fields: [team, percent('rate', 'Share lost')],
    start: () => ({ team: null, rate: 0.1 }),
  },
  capacity: {
    name: 'A capacity assumption',
    about: 'Contracted week, leave, training, time for scheduled duties; for all teams',
    group: 'Time',
    fields: [
      {
        type: 'choice',
        key: 'key',
        label: 'Assumption',
        options: () => assumptionKeys.map((key) => ({ value: key, label: assumptionKinds[key].name })),
      },
      { type: 'number', key: 'value', label: 'Value', unit: unitOf },
    ],
    start: ({ standards }) => ({
      key: 'scheduledShare',
      value: standards.assumptions.scheduledShare.value,
    }),
  },
  growth: {
    name: 'Growth beyond the forecast',
    about: 'More or fewer RSOs a year than forecast; below 0 for fewer',
    group: 'Work',
    fields: [team, percent('extra', 'Extra a year', 0.5)],
    start: () => ({ team: null, extra: 0.02 }),
  },
  'risk-mix': {
    name: 'Risk mix',
    about: 'A share of the cases of one level is at another instead',
    group: 'Work',
    fields: [
      team,
      percent('share', 'Share of cases'),
      { type: 'choice', key: 'fromRisk', label: 'Of', options: riskOptions },
      { type: 'choice', key: 'toRisk', label: 'At instead', options: riskOptions },
      from,
    ],
    start: ({ month0 }) => ({ team: null, share: 0.05, fromRisk: 'medium', toRisk: 'high', from: month0 }),
  },
  reactive: {
    name: 'Reactive management',
    about: 'Cases monitored without home visits',
    group: 'Work',
    fields: [
      team,
      { type: 'choice', key: 'risk', label: 'Risk level', options: riskOptions },
      percent('share', 'Share of active cases', 5),
      from,
    ],
    start: ({ month0 }) => ({ team: null, risk: 'low', share: 0.5, from: month0 }),
  },
  interval: {
    name: 'Interval of a duty',
    about: 'Months between two occurrences',
    group: 'Work',
    fields: [
      duty,
      anyRisk,
      months('months', 'Every'),
      { type: 'tick', key: 'ownToo', label: 'Intervals of cases’ own too' },
    ],
    start: ({ standards }) => {
      const first = standards.duties[0];
      return {
        duty: first?.key ?? '',
        risk: 'medium',
        months: first?.values.medium.interval.value ?? 12,
        ownToo: false,
      };
    },
  },
  hours: {
    name: 'Hours of a duty',
    about: 'Hours for each occurrence, travel and write-up included',
    group: 'Work',
    fields: [duty, anyRisk, { type: 'number', key: 'hours', label: 'Hours each', unit: 'h', step: 0.5 }],
    start: ({ standards }) => {
      const first = standards.duties[0];
      return { duty: first?.key ?? '', risk: null, hours: first?.values.medium.hours.value ?? 1 };
    },
  },
  levelling: {
    name: 'Levelling',
    about: 'Work brought forward within the rules, so that no month breaks',
    group: 'Work',
    fields: [team],
    start: () => ({ team: null }),
  },
  pay: {
    name: 'Pay and on-cost of a role',
    about: 'Empty leaves a value as in the pay table',
    group: 'Pay',
    fields: [
      role,
      contract,
      { type: 'number', key: 'pay', label: 'Pay a year', unit: '£', step: 500, orNone: 'as in the table' },
      { type: 'number', key: 'onCost', label: 'On-cost', unit: 'percent', orNone: 'as in the table' },
    ],
    start: () => ({ role: 'offender-manager', contract: 'officer', pay: null, onCost: null }),
  },
  'pay-rise': {
    name: 'Pay rise',
    about: 'Of all pay, each April from the second financial year on',
    group: 'Pay',
    fields: [percent('yearly', 'A year', 0.5)],
    start: () => ({ yearly: 0.025 }),
  },
};

export const kindNames = Object.keys(changeKinds) as ChangeKind[];

export const startOf = (kind: ChangeKind, context: Context): TypedChange => ({
  ...changeKinds[kind].start(context),
  kind,
});

export const unitIn = (field: Extract<Field, { type: 'number' }>, change: TypedChange): Unit =>
  typeof field.unit === 'function' ? field.unit(change) : field.unit;

/**
 * A change after one of its fields was set. Another capacity assumption begins at the value held: a share of 70 % is
 * no number of hours.
 */
export function withField(
  change: TypedChange,
  key: string,
  value: TypedChange[string],
  { standards }: Context,
): TypedChange {
  const next: TypedChange = { ...change, [key]: value ?? null, kind: change.kind };
  if (change.kind !== 'capacity' || key !== 'key') return next;
  const known = AssumptionKey.safeParse(value).data;
  return known === undefined ? next : { ...next, value: standards.assumptions[known].value };
}
