/** Records in words: the facts of one, and what became of it. */
import type { LedgerRow } from '#shared/contract/abstractions.ts';
import { abstractionKindNames, type AbstractionTrace, type TraceKind } from '#shared/domain/abstraction.ts';
import { isoDate, showDate } from '#shared/domain/dates.ts';
import { counted, showNumber } from '../../view/figures.ts';
import { showReason, showSpan } from './model.ts';

/** `25 Nov 2026` of an instant. */
export const showWhen = (at: string): string => showDate(isoDate(at.slice(0, 10)));

/** `reviewed`, `waits`, `overdue`, `taken out`; of what counts nowhere, why. */
export function reviewWords(row: LedgerRow): string {
  if (row.removed) return 'taken out';
  if (!row.isCounted) return 'counts as the one recorded';
  if (row.reviewed) return `by ${row.reviewed.by}, ${showWhen(row.reviewed.at)}`;
  return row.isReviewOverdue ? '▲ overdue' : 'not yet';
}

const yesNo = (value: boolean | null): string => (value === null ? 'not said' : value ? 'yes' : 'no');

/** What stands in the side panel of a record, one line each. */
export function rowFacts(row: LedgerRow): Array<{ name: string; text: string }> {
  const facts: Array<[string, string | null]> = [
    ['Officer', row.team === null ? `${row.collar}, on no staff list` : `${row.collar}, ${row.team}`],
    ['Reason', `${showReason(row)} (${abstractionKindNames[row.kind].toLowerCase()})`],
    ['Days', `${showSpan(row)}${row.startTime === null ? '' : `, from ${row.startTime}`}`],
    ['Hours', showNumber(row.hours)],
    ['Lent to other policing', yesNo(row.toOtherPolicing)],
    ['Planned', yesNo(row.isPlanned)],
    ['Requested by', row.requestedBy],
    ['Approved by', row.approvedBy],
    ['Detail', row.detail],
    [
      'From',
      row.recorded
        ? `recorded by ${row.recorded.by}, ${showWhen(row.recorded.at)}`
        : 'imported from a duty system',
    ],
    [
      'Same absence',
      row.sameAs.length === 0
        ? null
        : `held ${counted(row.sameAs.length + 1, 'time')}; ${row.isCounted ? 'this one counts' : 'the recorded one counts'}`,
    ],
    [
      'Review',
      row.reviewed && row.reviewed.note !== ''
        ? `${reviewWords(row)}: ${row.reviewed.note}`
        : reviewWords(row),
    ],
    ['Taken out', row.removed && `by ${row.removed.by}, ${showWhen(row.removed.at)}: ${row.removed.why}`],
  ];
  return facts.flatMap(([name, text]) => (text === null ? [] : [{ name, text }]));
}

const traceWords: Record<TraceKind, string> = {
  recorded: 'Recorded',
  edited: 'Changed',
  ended: 'Ended early',
  reviewed: 'Reviewed',
  removed: 'Taken out',
};

/** "Changed by harris on 3 Nov 2026; before: Absence: Sickness, 3 Nov 2026, 8 h" */
export const traceLines = (steps: readonly AbstractionTrace[]): string[] =>
  steps.map(({ what, by, at, before, note }) => {
    const was =
      before === null
        ? ''
        : `; before: ${showReason(before)}, ${showSpan(before)}, ${showNumber(before.hours)} h`;
    const said = note === null || note === '' ? '' : `: ${note}`;
    return `${traceWords[what]} by ${by} on ${showWhen(at)}${said}${was}`;
  });
