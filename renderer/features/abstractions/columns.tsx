import type { LedgerRow } from '#shared/contract/abstractions.ts';
import { showDate } from '#shared/domain/dates.ts';
import type { Column } from '../../components/table/column.ts';
import { showNumber } from '../../view/figures.ts';
import { kindLetters } from './kinds.ts';
import { reviewWords } from './ledger-model.ts';
import { showReason } from './model.ts';
import styles from './abstractions.module.css';

const plannedColumn: Column<LedgerRow> = {
  key: 'planned',
  heading: 'Planned',
  value: ({ isPlanned }) => (isPlanned === null ? null : isPlanned ? 'yes' : 'no'),
};

/** The columns of a list of records; the team where there is more than one. */
export function recordColumns({
  hasTeams,
  isQueue = false,
}: {
  hasTeams: boolean;
  /** Of what waits, less is shown: the row leads to the rest. */
  isQueue?: boolean;
}): Array<Column<LedgerRow>> {
  return [
    {
      key: 'from',
      heading: 'From',
      value: ({ from }) => from,
      cell: ({ from }) => showDate(from),
      isRowHeader: true,
    },
    {
      key: 'to',
      heading: 'To',
      value: ({ to }) => to,
      cell: ({ from, to, startTime }) =>
        from === to ? (startTime === null ? 'one day' : `from ${startTime}`) : showDate(to),
    },
    { key: 'officer', heading: 'Officer', value: ({ collar }) => collar },
    ...(hasTeams ? [{ key: 'team', heading: 'Team', value: ({ team }: LedgerRow) => team }] : []),
    {
      key: 'reason',
      heading: 'Reason',
      value: (row) => showReason(row),
      cell: (row) => (
        <>
          <span className={styles.letter} data-kind={row.kind} aria-hidden="true">
            {kindLetters[row.kind]}
          </span>{' '}
          {showReason(row)}
          {row.toOtherPolicing && row.kind !== 'other-policing' && ' (lent)'}
        </>
      ),
    },
    {
      key: 'hours',
      heading: 'Hours',
      value: ({ hours }) => hours,
      cell: ({ hours }) => showNumber(hours),
      align: 'end',
    },
    ...(isQueue ? [] : [plannedColumn]),
    {
      key: 'review',
      heading: isQueue ? 'Review' : 'Reviewed',
      value: (row) => reviewWords(row),
      cell: (row) => (
        <span className={row.isReviewOverdue ? styles.late : undefined}>{reviewWords(row)}</span>
      ),
    },
  ];
}
