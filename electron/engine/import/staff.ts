/** A staff list: one row per person. */
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { fte } from '#shared/domain/units.ts';
import type { Upload } from '../uploads.ts';
import { accountFor, type RowReader } from './account.ts';
import { findAsAt } from './as-at.ts';
import { readCsv } from './csv.ts';
import { headingKey, staffTable } from './fields.ts';
import { finishAccount } from './finish.ts';
import * as values from './values.ts';

const MAX_TEAM = 120;

export type StaffList = { account: ImportAccount; officers: Officer[] };

/** Without a full-time share nothing is known of the person's hours, so such a row is rejected, not guessed. */
function readOfficer(row: RowReader): { record: Officer } | { rejected: string } {
  const collarText = row.text('collar');
  const collar = collarText === null ? null : values.readCollar(collarText);
  const team = row.team();
  if (collar === null)
    return { rejected: collarText === null ? 'no collar number' : 'no collar number: names are not stored' };
  if (team === null) return { rejected: 'no team' };
  if (team.length > MAX_TEAM) return { rejected: 'no team: the text there is too long for a name' };
  const fteText = row.text('fte');
  const share = fteText === null ? null : values.readFte(fteText);
  if (share === null) {
    return { rejected: fteText === null ? 'no FTE' : 'no FTE: expected a share of full time such as 0.8' };
  }
  const record: Officer = {
    collar,
    team,
    role: row.value('role', values.readRole, 'offender manager or supervisor; counted as neither') ?? 'other',
    contract: row.value('contract', values.readContract, 'officer or staff; taken as officer') ?? 'officer',
    fte: fte(share),
    start: row.date('start'),
    leaving: row.date('leaving'),
  };
  return { record };
}

/**
 * Reads a staff list whole: the people, and the account of every row. Stores nothing.
 * @throws AppError import-rejected, or invalid-input when the as-at date is not known
 */
export function readStaff(upload: Upload, givenAsAt: IsoDate | undefined): StaffList {
  const fields = staffTable();
  const table = readCsv(
    upload.bytes,
    (headings) => headings.filter((heading) => fields.has(headingKey(heading))).length,
  );
  const accounted = accountFor<Officer>({
    table,
    fields,
    required: ['collar', 'team', 'role', 'fte'],
    what: 'a staff list',
    keyOf: (officer) => officer.collar,
    read: readOfficer,
  });
  const { account, records } = finishAccount(upload, table, findAsAt(upload.fileName, givenAsAt), accounted);
  return { account, officers: records };
}
