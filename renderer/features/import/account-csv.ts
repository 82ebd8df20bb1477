/** The account as a CSV file: every line that is no accepted row, and why. */
import type { FileKind } from '#shared/contract/mapping.ts';
import type { ImportAccount } from '#shared/contract/imports.ts';
import { markedCsv } from '#shared/domain/export.ts';
import { columnUse, NOT_HELD, qualityMeasures, rowSum } from './model.ts';

type Line = {
  part: string;
  row?: number;
  column?: string;
  value?: string | number;
  reason?: string;
};

/** A name that says what it is and nothing of anybody: `account-caseload-2026-10-31.csv`. */
export const accountFileName = (account: ImportAccount, kind: FileKind): string =>
  `account-${kind}-${account.asAt}.csv`;

/** The marking, the headings, then one line per part of the sum, other line, issue, rejection, conflict, column. */
export function accountCsv(account: ImportAccount): string {
  const lines = accountLines(account).map(({ part, row, column, value, reason }) =>
    [part, row, column, value, reason].map((cell) => cell ?? null),
  );
  return markedCsv([['part', 'row', 'column', 'value', 'reason'], ...lines]);
}

function accountLines(account: ImportAccount): Line[] {
  const { used, leftOut } = columnUse(account);
  return [
    ...rowSum(account).map(({ label, count }): Line => ({ part: 'sum', column: label, value: count })),
    ...account.titleLines.map(({ row, text }): Line => ({ part: 'title line', row, value: text })),
    ...account.totalsLines.map(({ row, text }): Line => ({ part: 'totals line', row, value: text })),
    ...account.rejected.map(({ row, reason }): Line => ({ part: 'rejected', row, reason })),
    ...account.conflicts.map(({ row, reference, firstRow, columns }): Line => ({
      part: 'conflicting duplicate',
      row,
      column: columns.join('; '),
      value: reference,
      reason: `row ${String(firstRow)} stands`,
    })),
    ...account.notes.map((reason): Line => ({ part: 'note', reason })),
    ...account.issues.map((issue): Line => ({ part: 'issue', ...issue })),
    ...used.map(({ heading, field }): Line => ({ part: 'column read', column: heading, value: field })),
    ...leftOut.map(({ heading, why }): Line => ({ part: 'column left out', column: heading, reason: why })),
    ...account.teams.map(({ team, accepted }): Line => ({ part: 'team', column: team, value: accepted })),
    ...account.undated.map(({ duty }): Line => ({
      part: 'data quality',
      value: NOT_HELD,
      reason: `Due dates: ${duty}`,
    })),
    ...account.quality.flatMap((quality) =>
      qualityMeasures.map(({ key, label }): Line => ({
        part: 'data quality',
        column: quality.team,
        value: quality[key] ?? NOT_HELD,
        reason: label,
      })),
    ),
  ];
}
