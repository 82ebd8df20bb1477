/** Completes an account with what is known of the file, and settles how teams are spelt. */
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { teamKey } from '#shared/domain/team.ts';
import { AppError } from '../errors.ts';
import { commonSpellings } from '../store/teams.ts';
import type { Upload } from '../uploads.ts';
import type { Accounted } from './account.ts';
import type { Table } from './csv.ts';

/** The mapping that every workspace has: columns known by their headings. */
const BUILT_IN_MAPPING = 'Known headings';

export function finishAccount<T extends { team: string }>(
  upload: Upload,
  table: Table,
  dated: { asAt: IsoDate; asAtFrom: ImportAccount['asAtFrom'] },
  accounted: Accounted<T>,
): { account: ImportAccount; records: T[] } {
  const { records, ...counts } = accounted;
  if (records.length === 0) {
    const why = counts.rejected[0]
      ? `none of its ${String(counts.rowsRead)} rows could be used (row ${String(counts.rejected[0].row)}: ${counts.rejected[0].reason})`
      : 'it has headings but no rows';
    throw new AppError(
      'import-rejected',
      `Nothing can be loaded from this file: ${why}. Nothing was stored.`,
    );
  }
  const spelling = commonSpellings(records.map((record) => record.team));
  const named = records.map((record) => ({
    ...record,
    team: spelling.get(teamKey(record.team)) ?? record.team,
  }));
  return {
    account: { ...headOf(upload, table, dated), ...counts, teams: countTeams(named) },
    records: named,
  };
}

const headOf = (upload: Upload, table: Table, dated: Pick<ImportAccount, 'asAt' | 'asAtFrom'>) => ({
  fileName: upload.fileName,
  ...dated,
  encoding: table.encoding,
  delimiter: table.delimiter,
  mapping: BUILT_IN_MAPPING,
});

/** How many records each team has, by name. */
export function countTeams(records: ReadonlyArray<{ team: string }>): ImportAccount['teams'] {
  const counts = new Map<string, number>();
  for (const { team } of records) counts.set(team, (counts.get(team) ?? 0) + 1);
  return [...counts]
    .map(([team, accepted]) => ({ team, accepted }))
    .sort((a, b) => (a.team < b.team ? -1 : 1));
}
