/** Records in words: the facts of one, and what became of it. */
import { z } from 'zod';
import type { LedgerRow } from '#shared/contract/abstractions.ts';
import type { Input, Output } from '#shared/contract/registry.ts';
import {
  AbstractionKind,
  abstractionKindNames,
  type AbstractionTrace,
  type TraceKind,
} from '#shared/domain/abstraction.ts';
import { IsoDate, isoDate, showDate } from '#shared/domain/dates.ts';
import { counted } from '#shared/planning/wording.ts';
import { showCount, showHours, showHoursExactly, showNumber } from '../../view/figures.ts';
import { showReason, showSpan } from './model.ts';

/** `25 Nov 2026` of an instant. */
export const showWhen = (at: string): string => showDate(isoDate(at.slice(0, 10)));

/** `reviewed`, `waits`, `overdue`, `taken out`; of what counts nowhere, why. */
export function reviewWords(row: LedgerRow): string {
  if (row.removed) return 'taken out';
  if (!row.isCounted) return `counts as ${counting(row)}`;
  if (row.reviewed) return `by ${row.reviewed.by}, ${showWhen(row.reviewed.at)}`;
  return row.isReviewOverdue ? '▲ overdue' : 'not yet';
}

/** Which record counts for one that does not. */
const counting = ({ sameAs }: LedgerRow): string =>
  sameAs.some(({ source }) => source === 'recorded') ? 'the one recorded' : 'the newer list has it';

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
        : `held ${counted(row.sameAs.length + 1, 'time')}; ${row.isCounted ? 'this one counts' : `it counts as ${counting(row)}`}`,
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
  'review-taken-back': 'Review taken back',
  removed: 'Taken out',
};

/** "Changed by harris on 3 Nov 2026; before: Absence: Sickness, 3 Nov 2026, 8 h" */
export const traceLines = (steps: readonly AbstractionTrace[]): string[] =>
  steps.map(({ what, by, at, before, note }) => {
    const was =
      before === null
        ? ''
        : `; before: ${showReason(before)}, ${showSpan(before)}, ${showHoursExactly(before.hours)}`;
    const said = note === null || note === '' ? '' : `: ${note}`;
    return `${traceWords[what]} by ${by} on ${showWhen(at)}${said}${was}`;
  });

/** More than anyone reads; the choice narrows it. */
export const LEDGER_LIMIT = 500;

const LedgerChoice = z.object({
  officer: z.string().trim().min(1).max(60).optional().catch(undefined),
  kind: AbstractionKind.optional().catch(undefined),
  from: IsoDate.optional().catch(undefined),
  to: IsoDate.optional().catch(undefined),
  state: z.enum(['reviewed', 'not-reviewed', 'removed']).optional().catch(undefined),
});

export const ledgerStates = [
  { value: '', label: 'Reviewed or not' },
  { value: 'not-reviewed', label: 'Not reviewed' },
  { value: 'reviewed', label: 'Reviewed' },
  { value: 'removed', label: 'Taken out' },
];

/** What the address asks of the ledger; anything unreadable counts as not given. */
export function ledgerInput(search: URLSearchParams, team: string | undefined): Input<'abstractions.list'> {
  const { officer, kind, from, to, state } = LedgerChoice.parse(
    Object.fromEntries([...search].filter(([, value]) => value !== '')),
  );
  return {
    limit: LEDGER_LIMIT,
    ...(team === undefined ? {} : { team }),
    ...(officer === undefined ? {} : { collar: officer }),
    ...(kind === undefined ? {} : { kind }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(state === undefined
      ? {}
      : state === 'removed'
        ? { removed: true }
        : { reviewed: state === 'reviewed' }),
  };
}

export const ledgerHeadline = (total: number, lost: number): string =>
  total === 0 ? 'No record fits this choice.' : `${counted(total, 'record')}, ${showHours(lost)} in all.`;

/** "74 abstractions wait for a review, 61 of them longer than 28 days." */
export function queueHeadline({ total, overdue, reviewDays }: Output<'abstractions.queue'>): string {
  if (total === 0) return 'Nothing waits for a review.';
  const wait = counted(total, 'abstraction waits', 'abstractions wait');
  const late = overdue === 0 ? 'none' : overdue === total ? 'all' : showCount(overdue);
  return `${wait} for a review, ${late}${total === 1 ? '' : ' of them'} longer than ${counted(reviewDays, 'day')} after the last day.`;
}

type ReviewCounts = Pick<Output<'abstractions.review'>, 'reviewed' | 'leftAlone'>;

export const reviewedWords = ({ reviewed, leftAlone }: ReviewCounts): string =>
  leftAlone === 0
    ? `${counted(reviewed, 'abstraction')} reviewed.`
    : `${counted(reviewed, 'abstraction')} reviewed; ${counted(leftAlone, 'other')} had been already, or ${leftAlone === 1 ? 'is' : 'are'} not there any more.`;

export const takenBackWords = ({ takenBack, leftAlone }: Output<'abstractions.takeBackReview'>): string =>
  `${counted(takenBack, 'review')} taken back${leftAlone === 0 ? '' : `; ${counted(leftAlone, 'other')} had been already, or ${leftAlone === 1 ? 'is' : 'are'} not there any more`}.`;
