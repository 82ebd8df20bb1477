/**
 * Practice checks on what a snapshot holds. A case whose fields are missing is neither found nor cleared but counted
 * as missing; where no case of the extract has the fields, the check says so and counts nothing.
 */
import type { CheckCase, CheckKey, CheckSettings, PracticeCheck } from '#shared/domain/backlog.ts';
import { riskNames, stateOf, type CaseRecord } from '#shared/domain/case.ts';
import { addMonthsToDate, showDate } from '#shared/domain/dates.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { counted } from '../wording.ts';
import { intervalOf, plannedRisk } from '../rollout.ts';
import { isInScope, isOwing, type BacklogInput, type Scope } from './outstanding.ts';

const PND_MONTHS = 12;

/** What a check says of one case: not its matter, its fields missing, all right, or what is found. */
type Verdict = 'apart' | 'missing' | 'right' | { finding: string };

type Rule = {
  key: CheckKey;
  name: string;
  about: string;
  target: number | null;
  /** What it means that no case can be told of and none lacks the fields: nothing to check, or no such fields. */
  isEmptyHeld: (input: BacklogInput) => boolean;
  verdict: (record: CaseRecord, input: BacklogInput) => Verdict;
};

const dutyOf = ({ standards }: BacklogInput, key: string): DutyStandard | undefined =>
  standards.duties.find((duty) => duty.key === key);

const rulesOf = ({ unannouncedShare, monthsAtLow }: CheckSettings): Rule[] => [
  {
    key: 'unannounced',
    name: 'Announced visits',
    about: 'Last visits announced beforehand, of the last visits whose kind is held',
    target: unannouncedShare,
    isEmptyHeld: () => false,
    verdict(record) {
      if (record.lastVisitKind === null) return stateOf(record, 'visit')?.lastDone ? 'missing' : 'apart';
      return record.lastVisitKind === 'unannounced' ? 'right' : { finding: lastVisit(record, 'announced') };
    },
  },
  {
    key: 'single-crewed',
    name: 'Single-crewed visits',
    about: 'Last visits made by fewer than two, of those whose number is held',
    target: null,
    isEmptyHeld: () => false,
    verdict(record) {
      const { lastVisitOfficers: count } = record;
      if (count === null) return stateOf(record, 'visit')?.lastDone ? 'missing' : 'apart';
      return count >= 2 ? 'right' : { finding: lastVisit(record, `by ${String(count)}`) };
    },
  },
  {
    key: 'reactive-conditions',
    name: 'Reactive and not eligible',
    about: `Reactive cases not at low risk, or at low risk for less than ${counted(monthsAtLow, 'month')}; civil orders, offences and intelligence are not held`,
    target: null,
    isEmptyHeld: () => true,
    verdict: (record, input) => reactiveVerdict(record, input, monthsAtLow),
  },
  {
    key: 'pnd-age',
    name: 'PND checks older than a year',
    about: 'Of the cases owing a PND check whose last one is held',
    target: null,
    isEmptyHeld: (input) => dutyOf(input, 'pnd') !== undefined,
    verdict(record, input) {
      const duty = dutyOf(input, 'pnd');
      if (!duty || !isOwing(record, duty, input.asAt)) return 'apart';
      const last = stateOf(record, 'pnd')?.lastDone ?? null;
      if (last === null) return 'missing';
      const isOld = addMonthsToDate(last, PND_MONTHS) < input.asAt;
      return isOld ? { finding: `last checked on ${showDate(last)}` } : 'right';
    },
  },
  {
    key: 'high-risk-unvisited',
    name: 'High risk, unvisited for two intervals',
    about: 'Of the high and very high-risk cases owing visits whose last one is held',
    target: null,
    isEmptyHeld: (input) => dutyOf(input, 'visit') !== undefined,
    verdict: unvisitedVerdict,
  },
  {
    key: 'not-assessed',
    name: 'Not assessed',
    about: 'Of all cases; planned at the level that the settings say until they are assessed',
    target: null,
    isEmptyHeld: () => true,
    verdict: ({ risk }, { unassessedAs }) =>
      risk === 'unassessed'
        ? { finding: `planned as ${riskNames[unassessedAs].name.toLowerCase()} risk` }
        : 'right',
  },
];

function lastVisit(record: CaseRecord, how: string): string {
  const last = stateOf(record, 'visit')?.lastDone ?? null;
  return last === null ? `last visit ${how}` : `visited on ${showDate(last)}, ${how}`;
}

function reactiveVerdict(record: CaseRecord, { asAt }: BacklogInput, monthsAtLow: number): Verdict {
  if (record.mode === null) return 'missing';
  if (record.mode !== 'reactive') return 'apart';
  if (record.risk !== 'low') return { finding: `${riskNames[record.risk].name} risk` };
  if (record.riskSet === null) return 'missing';
  return addMonthsToDate(record.riskSet, monthsAtLow) > asAt
    ? { finding: `at low risk only since ${showDate(record.riskSet)}` }
    : 'right';
}

function unvisitedVerdict(record: CaseRecord, input: BacklogInput): Verdict {
  const duty = dutyOf(input, 'visit');
  const isHigh = record.risk === 'high' || record.risk === 'very-high';
  if (!duty || !isHigh || !isOwing(record, duty, input.asAt)) return 'apart';
  const state = stateOf(record, 'visit');
  if (!state?.lastDone) return 'missing';
  const interval = intervalOf(record, duty, plannedRisk(record, input.unassessedAs));
  const isLong = addMonthsToDate(state.lastDone, 2 * interval) < input.asAt;
  const every = interval === 1 ? 'every month' : `every ${String(interval)} months`;
  return isLong ? { finding: `last visited on ${showDate(state.lastDone)}, meant to be ${every}` } : 'right';
}

function runCheck(rule: Rule, input: BacklogInput, scope: Scope): PracticeCheck {
  const cases: CheckCase[] = [];
  let [of, missing, told, lacking] = [0, 0, 0, 0];
  for (const record of input.cases) {
    const verdict = rule.verdict(record, input);
    const isTold = verdict !== 'apart' && verdict !== 'missing';
    if (isTold) told += 1;
    if (verdict === 'missing') lacking += 1;
    if (!isInScope(record, scope)) continue;
    if (verdict === 'missing') missing += 1;
    if (isTold) of += 1;
    if (typeof verdict !== 'object') continue;
    const { reference, team, officer, risk } = record;
    cases.push({ reference, team, officer, risk, finding: verdict.finding });
  }
  const isHeld = told > 0 || (lacking === 0 && rule.isEmptyHeld(input));
  const { key, name, about, target } = rule;
  const counts = isHeld ? { found: cases.length, of } : { found: null, of: null };
  return { key, name, about, target, isHeld, ...counts, missing, cases };
}

/**
 * Every practice check, in a fixed order, each with the cases it finds by their references.
 *
 * @param input cases of the whole force: whether a field is held is a property of the extract
 */
export const practiceChecks = (input: BacklogInput, settings: CheckSettings, scope: Scope): PracticeCheck[] =>
  rulesOf(settings).map((rule) => runCheck(rule, input, scope));
