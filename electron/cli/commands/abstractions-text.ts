/** Abstractions as text for people at a terminal. */
import type { AbstractionEffect, AbstractionRates } from '#shared/contract/abstraction-figures.ts';
import type { LedgerRow } from '#shared/contract/abstractions.ts';
import { abstractionKindNames, abstractionKinds, type RegularFinding } from '#shared/domain/abstraction.ts';
import { togetherSaid } from '#shared/planning/abstractions/together.ts';
import { showHours } from '#shared/planning/figures.ts';
import { sum } from '#shared/planning/sum.ts';
import { number, percentExactly, table } from '../table.ts';

const reasonOf = ({ group, activity }: { group: string; activity: string | null }): string =>
  activity === null ? group : `${group} / ${activity}`;
const weekdays = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];

export const ledgerText = (rows: readonly LedgerRow[]): string =>
  table(
    ['id', 'officer', 'team', 'from', 'to', 'hours', 'reason', 'kind', 'from whom', 'reviewed'],
    rows.map((row) => [
      row.id,
      row.collar,
      row.team,
      row.from,
      row.to,
      number(row.hours, 1),
      reasonOf(row),
      abstractionKindNames[row.kind],
      `${row.source}${row.isCounted ? '' : ', held otherwise too: not counted'}`,
      row.reviewed?.by ?? (row.isReviewOverdue ? 'overdue' : 'no'),
    ]),
  );

export const findingText = (one: RegularFinding): string => {
  const often =
    one.weekday === null
      ? `${String(one.times)} times within ${String(one.of)} days`
      : `on ${String(one.times)} ${weekdays[one.weekday] ?? ''} of ${String(one.of)} weeks`;
  const who =
    one.collar === null ? `Team ${one.team ?? ''}` : `${one.collar} (${one.team ?? 'no team known'})`;
  const aside = one.dismissed ? `\n  set aside by ${one.dismissed.by}: ${one.dismissed.why}` : '';
  return `${who}: ${reasonOf(one)} ${often}, ${showHours(one.hours)}\n  ${one.dates.join(', ')}${aside}`;
};

export const ratesText = ({ months, assumed, assumedOfHeld, actual, ahead }: AbstractionRates): string =>
  [
    `Assumed ${percentExactly(assumed) ?? ''} in all; of the kinds that records are held of ${percentExactly(assumedOfHeld) ?? 'none'}, measured ${percentExactly(actual) ?? 'nothing'}`,
    table(
      ['month', 'contracted', 'lost', 'assumed', 'actual'],
      months.map((row) => [
        row.month,
        number(row.contracted),
        number(row.lost),
        percentExactly(row.assumed),
        percentExactly(row.actual),
      ]),
    ),
    table(
      ['month ahead', 'known', 'expected beyond'],
      ahead.map((row) => [
        row.month,
        number(sum(Object.values(row.known))),
        number(sum(Object.values(row.expected))),
      ]),
    ),
  ].join('\n\n');

export const effectText = ({ teams, countedWork }: AbstractionEffect): string =>
  [
    countedWork,
    ...teams.map(({ team, months, together }) =>
      [
        team,
        table(
          [
            'month',
            'hours lost',
            ...abstractionKinds.map((one) => abstractionKindNames[one]),
            'occurrences',
            'fell overdue',
            'next month',
          ],
          months.map((row) => [
            row.month,
            number(row.lost),
            ...abstractionKinds.map((one) => number(row.byKind[one])),
            number(row.occurrences, 1),
            row.fellOverdue,
            row.fellOverdueNext,
          ]),
        ),
        ...togetherSaid(together),
      ].join('\n'),
    ),
  ].join('\n\n');
