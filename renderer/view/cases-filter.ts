import { riskNames } from '#shared/domain/case.ts';
import type { DueCase } from '#shared/domain/demand.ts';

export type CasesFilter = { text: string; risk: string };

/** Cases whose reference, officer, team or notes hold the text, at the risk level chosen. */
export function filterCases(cases: readonly DueCase[], filter: CasesFilter): DueCase[] {
  const wanted = filter.text.trim().toLowerCase();
  return cases.filter((one) => {
    if (filter.risk !== '' && one.risk !== filter.risk) return false;
    if (wanted === '') return true;
    return [one.reference, one.officer ?? '', one.team, riskNames[one.risk].name, ...one.notes].some(
      (field) => field.toLowerCase().includes(wanted),
    );
  });
}
