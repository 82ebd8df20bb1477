/** A caseload extract: one row per case, or one per case and duty. */
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { CaseDuty, CaseRecord, Risk } from '#shared/domain/case.ts';
import { showDate, type IsoDate } from '#shared/domain/dates.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { MOST_MONTHS } from '#shared/domain/standard-values.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { qualityByTeam, undatedDuties, type UndatedDuty } from '#shared/planning/quality.ts';
import { listed } from '#shared/planning/wording.ts';
import { accountFor, type RowReader } from './account.ts';
import type { AsAt } from './as-at.ts';
import { dutyField, rowDutyField, type Duty } from './fields.ts';
import { countTeams, finishAccount, requireRecords, spellTeams } from './finish.ts';
import type { DutyField } from './headings.ts';
import { ofGivenDay } from './notes.ts';
import type { Pace } from './pace.ts';
import type { Pseudonymiser } from './pseudonym.ts';
import type { Reading } from './reading.ts';
import * as values from './values.ts';
import * as vocabularies from './vocabularies.ts';
import type { Vocabulary } from './vocabularies.ts';

const MAX_REFERENCE = 60;
const MAX_TEAM = 120;

export type Caseload = { account: ImportAccount; cases: CaseRecord[] };

const isEmpty = ({ lastDone, nextDue, interval, signedOff }: CaseDuty): boolean =>
  lastDone === null && nextDue === null && interval === null && signedOff === null;

/** What a row says of a duty, in the columns that `fieldOf` names. */
function readState(
  row: RowReader,
  duty: string,
  fieldOf: (field: DutyField) => string,
  asAt: IsoDate,
): CaseDuty {
  return {
    duty,
    lastDone: row.date(fieldOf('lastDone'), asAt),
    nextDue: row.date(fieldOf('nextDue')),
    interval: row.value(
      fieldOf('interval'),
      values.readInterval,
      `a number of months from 1 to ${String(MOST_MONTHS)}`,
    ),
    // A sign-off dated ahead is kept: extracts hold them, and nothing falls due because of one.
    signedOff: row.date(fieldOf('signedOff')),
  };
}

type Duties = {
  /** Those with columns of their own. */
  own: readonly Duty[];
  /** What a row can call the one duty that it speaks of. */
  vocabulary: Vocabulary | null;
};

/** The duties of a row: in columns of their own, or the one that the row names. */
function readDuties(row: RowReader, duties: Duties, asAt: IsoDate): CaseDuty[] {
  if (duties.vocabulary && row.has('duty')) {
    const duty = row.code('duty', duties.vocabulary, 'one of the duties in the standards');
    if (duty === null) return [];
    return [readState(row, duty, rowDutyField, asAt)];
  }
  return duties.own
    .map((duty) => readState(row, duty.key, (field) => dutyField(duty.key, field), asAt))
    .filter((state) => !isEmpty(state));
}

function readNotificationEnd(row: RowReader): Pick<CaseRecord, 'notificationEnd' | 'indefinite'> {
  const text = row.text('notificationEnd');
  if (text !== null && values.isIndefinite(text)) return { notificationEnd: null, indefinite: true };
  return { notificationEnd: row.date('notificationEnd'), indefinite: false };
}

/** A case that is not assessed yet is listed like one whose level cannot be read: both are planned at a level of our choosing. */
function readRisk(row: RowReader): Risk {
  const expected = 'very high, high, medium or low; kept as unassessed';
  const risk = row.code('risk', vocabularies.risks, expected);
  if (risk === 'unassessed') row.issue('risk', 'not assessed yet');
  return risk ?? 'unassessed';
}

const shortText =
  (max: number) =>
  (text: string): string | null =>
    text.length <= max ? text : null;

function readCase(
  row: RowReader,
  duties: Duties,
  asAt: IsoDate,
  pseudonymOf: Pseudonymiser | null,
): { record: CaseRecord } | { rejected: string } {
  const reference = row.name('reference');
  const team = row.team();
  if (reference === null) return { rejected: team === null ? 'no reference and no team' : 'no reference' };
  if (reference.length > MAX_REFERENCE)
    return { rejected: 'no reference: the text there is too long for one' };
  if (team === null) return { rejected: 'no team' };
  if (team.length > MAX_TEAM) return { rejected: 'no team: the text there is too long for a name' };

  const collar = 'a collar number; names are not stored';
  const level = shortText(20);
  const record: CaseRecord = {
    reference: pseudonymOf ? pseudonymOf(reference) : reference,
    team,
    officer: row.value('officer', values.readCollar, collar),
    supervisor: row.value('supervisor', values.readCollar, collar),
    leadAgency: row.code('leadAgency', vocabularies.agencies, 'police, probation or other'),
    status: row.code(
      'status',
      vocabularies.statuses,
      'community, custody, hospital, abroad, wanted or missing',
    ),
    releaseOn: row.date('releaseOn'),
    mappaCategory: row.value('mappaCategory', level, 'a short category'),
    mappaLevel: row.value('mappaLevel', level, 'a short level'),
    risk: readRisk(row),
    riskSet: row.date('riskSet'),
    mode: row.code('mode', vocabularies.modes, 'active or reactive'),
    notificationStart: row.date('notificationStart'),
    ...readNotificationEnd(row),
    lastVisitKind: row.code('lastVisitKind', vocabularies.visitKinds, 'unannounced or announced'),
    lastVisitOfficers: row.value('lastVisitOfficers', values.readHeadcount, 'a number of officers'),
    duties: readDuties(row, duties, asAt),
  };
  return { record };
}

/** What a row says of the case itself, beside its team and the end of its notification. */
const facts = [
  'officer',
  'supervisor',
  'leadAgency',
  'status',
  'releaseOn',
  'mappaCategory',
  'mappaLevel',
  'risk',
  'riskSet',
  'mode',
  'notificationStart',
  'lastVisitKind',
  'lastVisitOfficers',
] as const satisfies ReadonlyArray<keyof CaseRecord>;

const DIFFERS = 'differs from the first row of this case, which stands';

/** A fact that no row told so far is taken from this one; one that differs is told, and the first stands. */
function mergeFact<F extends (typeof facts)[number]>(
  field: F,
  standing: Pick<CaseRecord, F>,
  record: Pick<CaseRecord, F>,
  issue: RowReader['issue'],
): void {
  const isMissing = (value: CaseRecord[F]): boolean => value === null || value === 'unassessed';
  if (isMissing(record[field])) return;
  if (isMissing(standing[field])) standing[field] = record[field];
  else if (record[field] !== standing[field]) issue(field, DIFFERS);
}

function mergeEnd(standing: CaseRecord, record: CaseRecord, issue: RowReader['issue']): void {
  const endOf = ({ indefinite, notificationEnd }: CaseRecord) => (indefinite ? 'none' : notificationEnd);
  if (endOf(record) === null) return;
  if (endOf(standing) === null) {
    standing.notificationEnd = record.notificationEnd;
    standing.indefinite = record.indefinite;
  } else if (endOf(record) !== endOf(standing)) issue('notificationEnd', DIFFERS);
}

/** Another row of a case that stands: its duties are added, and what it alone says of the case. */
function mergeRow(standing: CaseRecord, record: CaseRecord, issue: RowReader['issue']): void {
  standing.duties.push(...record.duties);
  if (!isSameTeam(record.team, standing.team)) issue('team', DIFFERS);
  for (const field of facts) mergeFact(field, standing, record, issue);
  mergeEnd(standing, record, issue);
}

/** An extract speaks of a day that is over; one dated ahead makes work overdue that is not due yet. */
const datedAhead = ({ asAt }: AsAt, today: IsoDate): string[] =>
  asAt <= today
    ? []
    : [
        `The as-at date, ${showDate(asAt)}, lies after today, ${showDate(today)}: work due until then counts as overdue. If that is not the day the extract was taken, roll this snapshot back and give the right one.`,
      ];

/** Work without any date counts as never done, and falls due for every case at once: a peak that may not be there. */
function ofUndated(undated: readonly UndatedDuty[]): string[] {
  const names = undated.filter(({ hasDone }) => !hasDone).map(({ duty }) => duty);
  return names.length === 0
    ? []
    : [
        `No date of ${listed(names)} is held, neither due nor done: planning takes it as never done, so that it falls due soon after the as-at date for every case that owes it.`,
      ];
}

/**
 * Reads a caseload file whole: the cases, and the account of every row. Stores nothing.
 * @throws AppError import-rejected, or invalid-input when the order of dates is not known
 */
export async function readCaseload(input: {
  fileName: string;
  reading: Reading;
  duties: readonly DutyStandard[];
  dated: AsAt;
  today: IsoDate;
  /** What replaces references; they are kept as they are without. */
  pseudonymOf?: Pseudonymiser | null;
  pace: Pace;
}): Promise<Caseload> {
  const { fileName, reading, dated, today, duties, pseudonymOf = null, pace } = input;
  const vocabulary = reading.fields.find((field) => field.key === 'duty')?.vocabulary ?? null;
  const read = { own: duties.filter((duty) => duty.follows === null), vocabulary };
  const isByDuty = reading.mapping.shape === 'case-and-duty';
  const accounted = await accountFor<CaseRecord>({
    reading,
    // A duty that is not known goes by the word in its row: two such words are two rows, neither the other's duplicate.
    keyOf: ({ reference, duties: [one] }, row) =>
      isByDuty ? `${reference}\n${one?.duty ?? row.text('duty') ?? ''}` : reference,
    referenceOf: ({ reference }) => reference,
    read: (row) => readCase(row, read, dated.asAt, pseudonymOf),
    merging: isByDuty ? { keyOf: (record) => record.reference, into: mergeRow } : undefined,
    pace,
  });
  requireRecords(accounted);
  const cases = spellTeams(accounted.records);
  const undated = undatedDuties(cases, duties);
  const rest = {
    teams: countTeams(cases),
    quality: qualityByTeam(cases, duties, dated.asAt),
    undated,
    notes: [...ofGivenDay(fileName, reading, dated), ...datedAhead(dated, today), ...ofUndated(undated)],
  };
  return { account: finishAccount(fileName, reading, dated, accounted, rest), cases };
}
