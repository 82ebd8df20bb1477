/** Changes in words, each with the name under which two scenarios are compared. */
import { riskNames, type RiskLevel } from '#shared/domain/case.ts';
import { showMonth } from '#shared/domain/dates.ts';
import { payName, payRoles } from '#shared/domain/pay.ts';
import type { ScenarioChange } from '#shared/domain/scenario.ts';
import { assumptionKinds } from '#shared/domain/standard-values.ts';
import { type Standards } from '#shared/domain/standards.ts';
import { unreachable } from '#shared/domain/units.ts';
import { showHoursExactly, showNumber, showShare, showPounds, signed, withUnit } from '../figures.ts';
import { counted } from '../wording.ts';

const where = (team: string | null): string => (team === null ? '' : `, ${team}`);
const level = (risk: RiskLevel | null): string =>
  risk === null ? '' : `, ${riskNames[risk].name.toLowerCase()} risk`;

const inTraining = ({
  trainingMonths,
  productivity,
}: {
  trainingMonths: number;
  productivity: number;
}): string =>
  trainingMonths === 0
    ? ''
    : `, ${counted(trainingMonths, 'month')} in training at ${showShare(productivity)}`;

function postsInWords(change: Extract<ScenarioChange, { kind: 'posts' }>): string {
  const { posts, from, leadMonths, until } = change;
  const number = signed(posts, (size) => withUnit(showNumber(size), 'FTE'));
  const when =
    posts > 0
      ? `recruited from ${showMonth(from)}, in post after ${counted(leadMonths, 'month')}`
      : `from ${showMonth(from)}`;
  const end = until === null ? '' : `, until ${showMonth(until)}`;
  return `${number} ${when}${posts > 0 ? inTraining(change) : ''}${end}`;
}

/** What a change is about, and what it makes of it. Changes of one name are one row of a comparison. */
export function inWords(change: ScenarioChange, standards: Standards): { name: string; value: string } {
  const dutyName = (key: string): string => standards.duties.find((duty) => duty.key === key)?.name ?? key;
  switch (change.kind) {
    case 'posts':
      return {
        name: `Posts: ${payRoles[change.role].toLowerCase()}, ${change.contract}${where(change.team)}`,
        value: postsInWords(change),
      };
    case 'attrition':
      return {
        name: `Attrition${where(change.team)}`,
        value: `${showShare(change.yearly)} of those in post a year`,
      };
    case 'vacancies':
      return {
        name: `Vacancies${where(change.team)}`,
        value:
          `filled after ${counted(change.leadMonths, 'month')}${inTraining(change)}` +
          (change.openToo ? ', those open already too' : ''),
      };
    case 'abstraction':
      return { name: `Expected abstraction${where(change.team)}`, value: showShare(change.rate) };
    case 'capacity': {
      const { name, unit } = assumptionKinds[change.key];
      return {
        name,
        value: unit === 'share' ? showShare(change.value) : withUnit(showNumber(change.value), unit),
      };
    }
    case 'growth':
      return {
        name: `Growth beyond the forecast${where(change.team)}`,
        value: `${signed(change.extra, showShare)} a year`,
      };
    case 'risk-mix':
      return {
        name: `Risk mix${where(change.team)}`,
        value:
          `${showShare(change.share)} of ${riskNames[change.fromRisk].name.toLowerCase()} at ` +
          `${riskNames[change.toRisk].name.toLowerCase()} from ${showMonth(change.from)}`,
      };
    case 'reactive':
      return {
        name: `Reactive management${where(change.team)}${level(change.risk)}`,
        value: `${showShare(change.share)} of active cases from ${showMonth(change.from)}`,
      };
    case 'interval':
      return {
        name: `${dutyName(change.duty)} interval${level(change.risk)}`,
        value: `${counted(change.months, 'month')}${change.ownToo ? ', cases’ own too' : ''}`,
      };
    case 'hours':
      return {
        name: `${dutyName(change.duty)} hours${level(change.risk)}`,
        value: showHoursExactly(change.hours),
      };
    case 'levelling':
      return { name: `Levelling${where(change.team)}`, value: 'on' };
    case 'pay':
      return {
        name: `Pay: ${payName(change)}`,
        value: [
          change.pay === null ? '' : showPounds(change.pay),
          change.onCost === null ? '' : `on-cost ${showShare(change.onCost)}`,
        ]
          .filter((part) => part !== '')
          .join(', '),
      };
    case 'pay-rise':
      return { name: 'Pay rise', value: `${showShare(change.yearly)} each April` };
    default:
      return unreachable(change);
  }
}
