/**
 * The one table of headings: which columns of an extract mean what. Headings are compared in lower case,
 * without punctuation. What is not listed here is left out; what says who somebody is, is left out for good.
 */
import type { DutyStandard } from '#shared/domain/standards.ts';
import type { ColumnUse } from '#shared/contract/imports.ts';

export type FieldTable = ReadonlyMap<string, string>;

const caseFields = [
  'reference',
  'team',
  'officer',
  'supervisor',
  'leadAgency',
  'status',
  'mappaCategory',
  'mappaLevel',
  'risk',
  'riskSet',
  'mode',
  'notificationStart',
  'notificationEnd',
  'lastVisitKind',
  'lastVisitOfficers',
] as const;
type CaseField = (typeof caseFields)[number];

const dutyFields = ['lastDone', 'nextDue', 'interval', 'signedOff'] as const;
export type DutyField = (typeof dutyFields)[number];

/** The field of one duty, for example `visit.nextDue`. */
export const dutyField = (duty: string, field: DutyField): string => `${duty}.${field}`;

const staffFields = ['collar', 'team', 'role', 'contract', 'fte', 'start', 'leaving'] as const;
type StaffField = (typeof staffFields)[number];

const TEAM =
  'team, team name, area, area name, area team, unit, mosovo team, local area, lpa, division, base command unit, bcu';

const caseHeadings: Record<CaseField, string> = {
  reference:
    'visor ref, visor reference, visor id, visor number, visor no, visor, reference, reference number, ref, ref no, nominal, nominal ref, nominal reference, nominal id, mapps ref, mapps id, case ref, case reference, offender ref, offender id, unique reference, urn',
  team: TEAM,
  officer:
    'offender manager, om, om collar, om collar no, om collar number, offender manager collar, offender manager collar no, manager, visor manager, owner, officer, om id, offender manager id, oic',
  supervisor:
    'supervisor, supervisor collar, supervisor collar no, sgt, sergeant, om supervisor, line manager, ds',
  leadAgency: 'lead agency, agency, lead, managing agency, owning agency',
  status:
    'status, current status, location, location status, nominal status, offender status, custody status',
  mappaCategory: 'mappa cat, mappa category, category, cat',
  mappaLevel: 'mappa level, level',
  risk: 'risk level, risk, current risk level, current risk, overall risk, rosh arms priority, arms risk level, risk category, arms priority, rosh, arms level',
  riskSet: 'risk set, risk set on, risk date, risk level set, risk level date, date risk set, risk set date',
  mode: 'management, management mode, management type, active reactive, a r, mode, managed, active or reactive',
  notificationStart:
    'registration start, registration start date, notification start, notification start date, sor from, registered from, registered since, sor start, start of registration, registration date',
  notificationEnd:
    'registration end, registration end date, notification end, notification end date, sor to, registered until, registered to, sor end, end of registration, expiry of registration, registration expiry',
  lastVisitKind: 'visit type, last visit type, type of visit, announced unannounced, unannounced announced',
  lastVisitOfficers:
    'officers present, number of officers, no of officers, staff present, last visit officers, crewed, crewing',
};

const staffHeadings: Record<StaffField, string> = {
  collar:
    'collar no, collar number, collar, collar id, pay number, pay no, payroll number, employee number, employee no, staff number, warrant number, warrant no, shoulder number, officer, officer no, person id',
  team: TEAM,
  role: 'role, post, job, job title, function, position, duty role',
  contract: 'contract, contract type, officer or staff, officer staff, employment, employment type, type',
  fte: 'fte, full time equivalent, wte, whole time equivalent, fte value, contracted fte',
  start:
    'start, start date, in post since, in post from, from, started, date started, joined, joined team, posting start',
  leaving:
    'leaving, leaving date, leaves, leave date, end, end date, to, in post until, left, posting end, last day',
};

/** Other names by which extracts call the duties that ship; a force's own duties go by their key and name. */
const dutyNames: Record<string, string> = {
  visit: 'visit, home visit',
  arms: 'arms, arms assessment',
  rmp: 'rmp, rmp review, risk management plan',
  pnd: 'pnd, pnd check',
  notification: 'notification, annual notification, annual registration',
};

const dutyPatterns: Record<DutyField, (name: string) => string> = {
  lastDone: (n) =>
    `last ${n}, ${n} last, ${n} last done, last ${n} date, ${n} date, ${n} done, ${n} completed, date of last ${n}, last successful ${n}, ${n} last completed, last completed ${n}`,
  nextDue: (n) =>
    `next ${n}, next ${n} due, ${n} due, ${n} next due, ${n} due by, ${n} due date, next ${n} date, next ${n} due date, date of next ${n}`,
  interval: (n) =>
    `${n} interval, ${n} interval months, ${n} frequency, ${n} frequency months, planned ${n} interval`,
  signedOff: (n) =>
    `${n} signed off, ${n} sign off, ${n} s off, ${n} signoff, ${n} sign off date, ${n} signed off on, ${n} signed off date, last ${n} signed off`,
};

/** Short headings that stand for one field of one duty. */
const dutyShorthands: Record<string, string> = {
  'visit.interval': 'freq, frequency, interval',
  'pnd.lastDone': 'pnd, pnd check',
};

const PERSONAL =
  /\b(sur ?names?|fore ?names?|first names?|last names?|middle names?|given names?|family names?|full names?|known as|alias(es)?|nicknames?|names?|dob|d o b|birth|born|age|address(es)?|post ?codes?|offences?|convictions?|offending|index offence|ethnic(ity)?|nationality|gender|sex|religion|phone|telephone|mobile|e ?mail|nino|national insurance|pnc ?id|pnc number|cro|prison number|noms|victims?|vehicles?|registration plate|photo|passport|occupation|employer|school)\b/;

/** A heading as it is compared. */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const addAll = (table: Map<string, string>, list: string, field: string): void => {
  for (const heading of list.split(', ')) {
    if (!table.has(heading)) table.set(heading, field);
  }
};

/** Headings of a caseload, those of every duty in the standards among them. */
export function caseTable(duties: ReadonlyArray<Pick<DutyStandard, 'key' | 'name' | 'follows'>>): FieldTable {
  const table = new Map<string, string>();
  for (const field of caseFields) addAll(table, caseHeadings[field], field);
  for (const [field, list] of Object.entries(dutyShorthands)) addAll(table, list, field);
  for (const duty of duties.filter((one) => one.follows === null)) {
    const names = new Set([
      ...(dutyNames[duty.key]?.split(', ') ?? []),
      headingKey(duty.key),
      headingKey(duty.name),
    ]);
    for (const name of names) {
      for (const field of dutyFields) addAll(table, dutyPatterns[field](name), dutyField(duty.key, field));
    }
  }
  return table;
}

/** Headings of a staff list. */
export function staffTable(): FieldTable {
  const table = new Map<string, string>();
  for (const field of staffFields) addAll(table, staffHeadings[field], field);
  return table;
}

/** What each column is used for, in the order of the file. The first column of a field is the one that is read. */
export function useColumns(headings: readonly string[], table: FieldTable): ColumnUse[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    const key = headingKey(heading);
    const field = table.get(key);
    if (field === undefined) {
      return { heading, field: null, leftOut: PERSONAL.test(key) ? 'personal' : 'unknown' };
    }
    if (taken.has(field)) return { heading, field: null, leftOut: 'repeated' };
    taken.add(field);
    return { heading, field, leftOut: null };
  });
}

/** The first heading by which a field goes, for messages. */
export const usualHeading: Record<string, string> = {
  reference: 'ViSOR Ref',
  team: 'Team',
  collar: 'Collar No',
  role: 'Role',
  fte: 'FTE',
};
