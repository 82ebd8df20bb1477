/** A scenario's changes, one after another, as one set of assumptions. */
import { riskLevels, type RiskLevel } from '#shared/domain/case.ts';
import { addMonths, showMonth, type Month } from '#shared/domain/dates.ts';
import { payName, type PayTable, type PayValue } from '#shared/domain/pay.ts';
import type { ChangeOf, ScenarioChange } from '#shared/domain/scenario.ts';
import type { DutyStandard, Standards } from '#shared/domain/standards.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { counted, listed } from '../wording.ts';
import type { ScenarioBase } from './base.ts';

/** Everything that a result rests on beside the base. Values by team stand in the order of the base's teams. */
export type Assumed = {
  posts: Array<ChangeOf<'posts'>>;
  attrition: number[];
  vacancies: Array<ChangeOf<'vacancies'> | null>;
  /** Expected abstraction; null as the records tell it. */
  abstraction: Array<number | null>;
  standards: Standards;
  /** `duty/level` of intervals that replace the cases' own too. */
  ownIntervals: string[];
  extraGrowth: number[];
  mixes: Array<ChangeOf<'risk-mix'>>;
  reactive: Array<ChangeOf<'reactive'>>;
  levelling: boolean[];
  pay: PayTable;
  payRise: number;
  /** All hours of work times this: 1 unless a test of assumptions says otherwise. */
  hoursFactor: number;
};

/** What is assumed where nothing is changed: the roster, standards, settings and pay of the base. */
export const unchanged = (base: ScenarioBase): Assumed => ({
  posts: [],
  attrition: base.teams.map(() => 0),
  vacancies: base.teams.map(() => null),
  abstraction: base.teams.map(() => null),
  standards: base.standards,
  ownIntervals: [],
  extraGrowth: base.teams.map(() => 0),
  mixes: [],
  reactive: [],
  levelling: base.teams.map(() => false),
  pay: base.pay,
  payRise: 0,
  hoursFactor: 1,
});

/** True when a change made for that team, or for all, bears on the team. */
export const bearsOn = (team: string | null, of: string): boolean => team === null || isSameTeam(team, of);

function withDuty(
  standards: Standards,
  key: string,
  risk: RiskLevel | null,
  change: (values: DutyStandard['values'][RiskLevel]) => DutyStandard['values'][RiskLevel],
): Standards {
  return {
    ...standards,
    duties: standards.duties.map((duty) => {
      if (duty.key !== key) return duty;
      const values = { ...duty.values };
      for (const level of riskLevels) {
        if (risk === null || risk === level) values[level] = change(values[level]);
      }
      return { ...duty, values };
    }),
  };
}

function withPay(table: PayTable, change: ChangeOf<'pay'>): PayTable {
  const missing: PayValue = { value: null, source: '', year: '', confirmed: false, setOn: null };
  const given = (held: PayValue, value: number | null): PayValue =>
    value === null ? held : { ...held, value, source: 'The scenario' };
  const isSame = (rate: PayTable['rates'][number]): boolean => payName(rate) === payName(change);
  const held = table.rates.find(isSame) ?? {
    role: change.role,
    contract: change.contract,
    pay: missing,
    onCost: missing,
  };
  const rate = { ...held, pay: given(held.pay, change.pay), onCost: given(held.onCost, change.onCost) };
  return { rates: [...table.rates.filter((one) => !isSame(one)), rate] };
}

/** The assumptions after one more change. */
function after(assumed: Assumed, change: ScenarioChange, teams: readonly string[]): Assumed {
  const where = <T>(held: readonly T[], team: string | null, value: T): T[] =>
    held.map((own, index) => (bearsOn(team, teams[index] ?? '') ? value : own));
  switch (change.kind) {
    case 'posts':
      return { ...assumed, posts: [...assumed.posts, change] };
    case 'attrition':
      return { ...assumed, attrition: where(assumed.attrition, change.team, change.yearly) };
    case 'vacancies':
      return { ...assumed, vacancies: where(assumed.vacancies, change.team, change) };
    case 'abstraction':
      return { ...assumed, abstraction: where(assumed.abstraction, change.team, change.rate) };
    case 'capacity': {
      const { assumptions } = assumed.standards;
      const value = { ...assumptions[change.key], value: change.value };
      return {
        ...assumed,
        standards: { ...assumed.standards, assumptions: { ...assumptions, [change.key]: value } },
      };
    }
    case 'growth':
      return { ...assumed, extraGrowth: where(assumed.extraGrowth, change.team, change.extra) };
    case 'risk-mix':
      return { ...assumed, mixes: [...assumed.mixes, change] };
    case 'reactive':
      return { ...assumed, reactive: [...assumed.reactive, change] };
    case 'interval': {
      const standards = withDuty(assumed.standards, change.duty, change.risk, (values) => ({
        ...values,
        interval: { ...values.interval, value: change.months },
      }));
      const own = riskLevels
        .filter((level) => change.risk === null || change.risk === level)
        .map((level) => `${change.duty}/${level}`);
      return {
        ...assumed,
        standards,
        ownIntervals: change.ownToo ? [...assumed.ownIntervals, ...own] : assumed.ownIntervals,
      };
    }
    case 'hours':
      return {
        ...assumed,
        standards: withDuty(assumed.standards, change.duty, change.risk, (values) => ({
          ...values,
          hours: { ...values.hours, value: change.hours },
        })),
      };
    case 'levelling':
      return { ...assumed, levelling: where(assumed.levelling, change.team, true) };
    case 'pay':
      return { ...assumed, pay: withPay(assumed.pay, change) };
    case 'pay-rise':
      return { ...assumed, payRise: change.yearly };
  }
}

/** The changes in their order: of two of a kind for the same thing the later one stands. */
export function assumedBy(changes: readonly ScenarioChange[], base: ScenarioBase): Assumed {
  const teams = base.teams.map(({ team }) => team);
  return changes.reduce<Assumed>((assumed, change) => after(assumed, change, teams), unchanged(base));
}

/** The month from which posts are filled; those taken away are gone at once. */
export const firstInPost = ({ posts, from, leadMonths }: ChangeOf<'posts'>): Month =>
  addMonths(from, posts > 0 ? leadMonths : 0);

/** What of the changes cannot be, in sentences: a team or a duty that is not there, an end before its start, a share above 1. */
export function complaintsOf(changes: readonly ScenarioChange[], base: ScenarioBase): string[] {
  const teams = base.teams.map(({ team }) => team);
  const duties = base.standards.duties.map(({ key }) => key);
  const shares: readonly string[] = ['otherShare', 'sicknessRate', 'otherAbstractionRate', 'scheduledShare'];
  return changes.flatMap((change) => {
    if ('team' in change && change.team !== null && !teams.some((team) => bearsOn(change.team, team))) {
      return [`There is no team called “${change.team}”. Teams: ${listed(teams)}.`];
    }
    if ('duty' in change && !duties.includes(change.duty)) {
      return [`There is no duty “${change.duty}”. Duties: ${listed(duties)}.`];
    }
    if (change.kind === 'posts' && change.until !== null && change.until < firstInPost(change)) {
      const lead = change.posts > 0 ? change.leadMonths : 0;
      const after = lead > 0 ? `, after ${counted(lead, 'month')} of recruiting` : '';
      return [
        `Expected the last month of posts for a time not before the first, ${showMonth(firstInPost(change))}${after}; found ${showMonth(change.until)}.`,
      ];
    }
    if (change.kind === 'capacity' && shares.includes(change.key) && change.value > 1) {
      return [`Expected a share between 0 and 1 for ${change.key}, found ${String(change.value)}.`];
    }
    return [];
  });
}
