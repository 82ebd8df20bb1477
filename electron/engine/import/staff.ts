/** A staff list: one row per person. */
import type { ImportAccount } from '#shared/contract/imports.ts';
import { showDate } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { fte } from '#shared/domain/units.ts';
import { accountFor, type RowReader } from './account.ts';
import type { AsAt } from './as-at.ts';
import { countTeams, finishAccount, requireRecords, spellTeams } from './finish.ts';
import { ofGivenDay } from './notes.ts';
import type { Pace } from './pace.ts';
import type { Reading } from './reading.ts';
import * as values from './values.ts';
import * as vocabularies from './vocabularies.ts';

const MAX_TEAM = 120;

export type StaffList = { account: ImportAccount; officers: Officer[] };

/** Who leaves before starting would be in post on no day, so one of the two is wrong, and nobody is taken away for it. */
function readTimes(row: RowReader): Pick<Officer, 'start' | 'leaving'> {
  const start = row.date('start');
  const leaving = row.date('leaving');
  if (leaving === null || start === null || leaving >= start) return { start, leaving };
  row.issue('leaving', `lies before the start, ${showDate(start)}: kept as missing`);
  return { start, leaving: null };
}

/** Without a full-time share nothing is known of the person's hours, so such a row is rejected, not guessed. */
function readOfficer(row: RowReader): { record: Officer } | { rejected: string } {
  const collarText = row.name('collar');
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
    role:
      row.code('role', vocabularies.roles, 'offender manager or supervisor; counted as neither') ?? 'other',
    contract: row.code('contract', vocabularies.contracts, 'officer or staff; taken as officer') ?? 'officer',
    fte: fte(share),
    ...readTimes(row),
  };
  return { record };
}

/**
 * Reads a staff list whole: the people, and the account of every row. Stores nothing.
 * @throws AppError import-rejected, or invalid-input when the order of dates is not known
 */
export async function readStaff(input: {
  fileName: string;
  reading: Reading;
  dated: AsAt;
  pace: Pace;
}): Promise<StaffList> {
  const { fileName, reading, dated, pace } = input;
  const accounted = await accountFor<Officer>({
    reading,
    keyOf: (officer) => officer.collar,
    referenceOf: (officer) => officer.collar,
    read: readOfficer,
    pace,
  });
  requireRecords(accounted);
  const officers = spellTeams(accounted.records);
  const rest = { teams: countTeams(officers), quality: [], notes: ofGivenDay(fileName, reading, dated) };
  return { account: finishAccount(fileName, reading, dated, accounted, rest), officers };
}
