import { riskNames, type Risk } from '#shared/domain/case.ts';
import { monthOf, showMonth, type Month } from '#shared/domain/dates.ts';
import type { DueCase } from '#shared/domain/demand.ts';
import type { HoursOf } from '#shared/domain/standards.ts';
import type { DutyName } from './duty-names.ts';
import { searchFor } from './search.ts';

export type DutyOfCases = DutyName & { hoursOf: HoursOf };

/** Which cases of a month are listed; what is absent leaves all. */
export type CasesChoice = {
  duty?: string;
  risk?: Risk;
  officer?: string;
  team?: string;
  /** Month in which the work was last done: the past surge that it echoes. */
  lastDone?: Month;
  isOverdue?: true;
  /** Work that takes offender managers' hours: what load is made of. */
  isLoad?: true;
};

/** What the backend can be asked for; the rest of a choice narrows the list on the page alone. */
export const askedOf = ({
  duty,
  risk,
  officer,
  team,
}: CasesChoice): Pick<CasesChoice, 'duty' | 'risk' | 'officer' | 'team'> => ({
  ...(duty === undefined ? {} : { duty }),
  ...(risk === undefined ? {} : { risk }),
  ...(officer === undefined ? {} : { officer }),
  ...(team === undefined ? {} : { team }),
});

/** Whether two choices list the same. */
export const isSameChoice = (a: CasesChoice, b: CasesChoice): boolean => {
  const parts = (choice: CasesChoice) => Object.entries(choice).map(String).sort().join(' ');
  return parts(a) === parts(b);
};

/** The duties whose hours are offender managers'. */
export const loadDuties = (duties: readonly DutyOfCases[]): ReadonlySet<string> =>
  new Set(duties.filter(({ hoursOf }) => hoursOf === 'offender-manager').map(({ key }) => key));

/** The cases chosen whose reference, officer, team, risk or notes hold the text. */
export function filterCases(
  cases: readonly DueCase[],
  choice: CasesChoice,
  duties: readonly DutyOfCases[],
  text = '',
): DueCase[] {
  const isFound = searchFor(text);
  const load = loadDuties(duties);
  return cases.filter(
    (one) =>
      (choice.duty === undefined || one.duty === choice.duty) &&
      (choice.risk === undefined || one.risk === choice.risk) &&
      (choice.officer === undefined || one.officer === choice.officer) &&
      (choice.team === undefined || one.team === choice.team) &&
      (choice.lastDone === undefined ||
        (one.lastDone !== null && monthOf(one.lastDone) === choice.lastDone)) &&
      (choice.isOverdue === undefined || one.isOverdue) &&
      (choice.isLoad === undefined || load.has(one.duty)) &&
      isFound(wordsOf(one)),
  );
}

const wordsOf = (one: DueCase): string[] => [
  one.reference,
  one.officer ?? '',
  one.team,
  riskNames[one.risk].name,
  ...one.notes,
];

/** The choice as words, one for each part that narrows the list; each names the part that takes it away. */
export function choiceWords(
  choice: CasesChoice,
  duties: readonly DutyName[],
): Array<{ key: keyof CasesChoice; words: string }> {
  const { duty, risk, officer, team, lastDone } = choice;
  return [
    ...(duty === undefined
      ? []
      : [{ key: 'duty' as const, words: duties.find(({ key }) => key === duty)?.name ?? duty }]),
    ...(risk === undefined ? [] : [{ key: 'risk' as const, words: `${riskNames[risk].name} risk` }]),
    ...(officer === undefined ? [] : [{ key: 'officer' as const, words: `Officer ${officer}` }]),
    ...(team === undefined ? [] : [{ key: 'team' as const, words: team }]),
    ...(lastDone === undefined
      ? []
      : [{ key: 'lastDone' as const, words: `Last done in ${showMonth(lastDone)}` }]),
    ...(choice.isOverdue === undefined ? [] : [{ key: 'isOverdue' as const, words: 'Overdue' }]),
    ...(choice.isLoad === undefined ? [] : [{ key: 'isLoad' as const, words: 'Offender managers’ work' }]),
  ];
}
