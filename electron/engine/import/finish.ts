/** Completes an account with what is known of the file, and settles how teams are spelt. */
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { teamKey } from '#shared/domain/team.ts';
import { AppError } from '../errors.ts';
import { commonSpellings } from '../store/teams.ts';
import type { Accounted } from './account.ts';
import { notesOf } from './notes.ts';
import { nameOfMapping, type Reading } from './reading.ts';

type Dated = { asAt: IsoDate; asAtFrom: ImportAccount['asAtFrom'] };

/** @throws AppError import-rejected when no row could be used */
export function requireRecords({ records, rowsRead, rejected }: Accounted<unknown>): void {
  if (records.length > 0) return;
  const why = rejected[0]
    ? `none of its ${String(rowsRead)} rows could be used (row ${String(rejected[0].row)}: ${rejected[0].reason})`
    : 'it has headings but no rows';
  throw new AppError('import-rejected', `Nothing can be loaded from this file: ${why}. Nothing was stored.`);
}

/** The records with each team under its most common spelling. */
export function spellTeams<T extends { team: string }>(records: readonly T[]): T[] {
  const spelling = commonSpellings(records.map((record) => record.team));
  return records.map((record) => {
    const team = spelling.get(teamKey(record.team)) ?? record.team;
    return team === record.team ? record : { ...record, team };
  });
}

export function finishAccount(
  fileName: string,
  reading: Reading,
  dated: Dated,
  accounted: Accounted<unknown>,
  rest: Pick<ImportAccount, 'teams' | 'quality'> & Partial<Pick<ImportAccount, 'notes' | 'undated'>>,
): ImportAccount {
  const { rowsRead, accepted, furtherRows, duplicates, conflicts, rejected, issues, columns } = accounted;
  const { table } = reading;
  return {
    fileName,
    asAt: dated.asAt,
    asAtFrom: dated.asAtFrom,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheet: table.sheet,
    mapping: nameOfMapping(reading),
    titleLines: table.titleLines,
    totalsLines: table.totalsLines,
    columns,
    rowsRead,
    accepted,
    furtherRows,
    duplicates,
    conflicts,
    rejected,
    issues,
    undated: [],
    ...rest,
    notes: [...notesOf(reading), ...(rest.notes ?? [])],
  };
}

/** How many records each team has, by name. */
export function countTeams(records: ReadonlyArray<{ team: string }>): ImportAccount['teams'] {
  const counts = new Map<string, number>();
  for (const { team } of records) counts.set(team, (counts.get(team) ?? 0) + 1);
  return [...counts]
    .map(([team, accepted]) => ({ team, accepted }))
    .sort((a, b) => (a.team < b.team ? -1 : 1));
}
