/** A caseload extract: one row per case. */
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { CaseDuty, CaseRecord, Risk } from '#shared/domain/case.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import type { Upload } from '../uploads.ts';
import { accountFor, type RowReader } from './account.ts';
import { findAsAt } from './as-at.ts';
import { readCsv } from './csv.ts';
import { caseTable, dutyField, headingKey } from './fields.ts';
import { finishAccount } from './finish.ts';
import * as values from './values.ts';

const MAX_REFERENCE = 60;
const MAX_TEAM = 120;

type Duty = Pick<DutyStandard, 'key' | 'name' | 'follows'>;

export type Caseload = { account: ImportAccount; cases: CaseRecord[] };

function readDuty(row: RowReader, duty: Duty, asAt: IsoDate): CaseDuty | null {
  const state: CaseDuty = {
    duty: duty.key,
    lastDone: row.date(dutyField(duty.key, 'lastDone'), asAt),
    nextDue: row.date(dutyField(duty.key, 'nextDue')),
    interval: row.value(
      dutyField(duty.key, 'interval'),
      values.readInterval,
      'a number of months from 1 to 120',
    ),
    // A sign-off dated ahead is kept: extracts hold them, and nothing falls due because of one.
    signedOff: row.date(dutyField(duty.key, 'signedOff')),
  };
  const isEmpty =
    state.lastDone === null && state.nextDue === null && state.interval === null && state.signedOff === null;
  return isEmpty ? null : state;
}

function readNotificationEnd(row: RowReader): Pick<CaseRecord, 'notificationEnd' | 'indefinite'> {
  const text = row.text('notificationEnd');
  if (text !== null && values.isIndefinite(text)) return { notificationEnd: null, indefinite: true };
  return { notificationEnd: row.date('notificationEnd'), indefinite: false };
}

/** A case that is not assessed yet is listed like one whose level cannot be read: both are planned at a level of our choosing. */
function readRisk(row: RowReader): Risk {
  const text = row.text('risk');
  if (text === null) return 'unassessed';
  const risk = values.readRisk(text);
  if (risk === null) row.issue('risk', 'expected very high, high, medium or low; kept as unassessed');
  if (risk === 'unassessed') row.issue('risk', 'not assessed yet');
  return risk ?? 'unassessed';
}

const shortText =
  (max: number) =>
  (text: string): string | null =>
    text.length <= max ? text : null;

function readCase(
  row: RowReader,
  duties: readonly Duty[],
  asAt: IsoDate,
): { record: CaseRecord } | { rejected: string } {
  const reference = row.text('reference');
  const team = row.team();
  if (reference === null) return { rejected: team === null ? 'no reference and no team' : 'no reference' };
  if (reference.length > MAX_REFERENCE)
    return { rejected: 'no reference: the text there is too long for one' };
  if (team === null) return { rejected: 'no team' };
  if (team.length > MAX_TEAM) return { rejected: 'no team: the text there is too long for a name' };

  const collar = 'a collar number; names are not stored';
  const level = shortText(20);
  const record: CaseRecord = {
    reference,
    team,
    officer: row.value('officer', values.readCollar, collar),
    supervisor: row.value('supervisor', values.readCollar, collar),
    leadAgency: row.value('leadAgency', values.readAgency, 'police, probation or other'),
    status: row.value('status', values.readStatus, 'community, custody, hospital, abroad, wanted or missing'),
    mappaCategory: row.value('mappaCategory', level, 'a short category'),
    mappaLevel: row.value('mappaLevel', level, 'a short level'),
    risk: readRisk(row),
    riskSet: row.date('riskSet'),
    mode: row.value('mode', values.readMode, 'active or reactive'),
    notificationStart: row.date('notificationStart'),
    ...readNotificationEnd(row),
    lastVisitKind: row.value('lastVisitKind', values.readVisitKind, 'unannounced or announced'),
    lastVisitOfficers: row.value('lastVisitOfficers', values.readHeadcount, 'a number of officers'),
    duties: duties.map((duty) => readDuty(row, duty, asAt)).filter((state) => state !== null),
  };
  return { record };
}

/**
 * Reads a caseload file whole: the cases, and the account of every row. Stores nothing.
 * @throws AppError import-rejected, or invalid-input when the as-at date is not known
 */
export function readCaseload(
  upload: Upload,
  duties: readonly Duty[],
  givenAsAt: IsoDate | undefined,
): Caseload {
  const fields = caseTable(duties);
  const table = readCsv(
    upload.bytes,
    (headings) => headings.filter((heading) => fields.has(headingKey(heading))).length,
  );
  const own = duties.filter((duty) => duty.follows === null);
  let known: ReturnType<typeof findAsAt> | undefined;
  const accounted = accountFor<CaseRecord>({
    table,
    fields,
    required: ['reference', 'team'],
    what: 'a caseload',
    keyOf: (record) => record.reference,
    read: (row) => {
      // Asked for here, so that a file that is no caseload is refused as such before its date is asked for.
      known ??= findAsAt(upload.fileName, givenAsAt);
      return readCase(row, own, known.asAt);
    },
  });
  const dated = known ?? findAsAt(upload.fileName, givenAsAt);
  const { account, records } = finishAccount(upload, table, dated, accounted);
  return { account, cases: records };
}
