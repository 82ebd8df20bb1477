/**
 * The one table of headings: which columns of an extract mean what. Headings are compared in lower case,
 * without punctuation. What no list holds is proposed from its values or left out; what says who somebody is,
 * is left out for good.
 */

export type CaseField =
  | 'reference'
  | 'team'
  | 'officer'
  | 'supervisor'
  | 'leadAgency'
  | 'status'
  | 'releaseOn'
  | 'mappaCategory'
  | 'mappaLevel'
  | 'risk'
  | 'riskSet'
  | 'mode'
  | 'notificationStart'
  | 'notificationEnd'
  | 'lastVisitKind'
  | 'lastVisitOfficers';

export const dutyFields = ['lastDone', 'nextDue', 'interval', 'signedOff'] as const;
export type DutyField = (typeof dutyFields)[number];

export type StaffField = 'collar' | 'team' | 'role' | 'contract' | 'fte' | 'start' | 'leaving';

const TEAM =
  'team, team name, area, area name, area team, unit, mosovo team, local area, lpa, division, base command unit, bcu';

export const caseHeadings: Record<CaseField, string> = {
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
  releaseOn:
    'release date, date of release, release, release on, released on, release due, due for release, expected release, expected release date, planned release, planned release date, earliest release date, earliest date of release, edr, conditional release date, crd, automatic release date, ard, custody release date',
  mappaCategory: 'mappa cat, mappa category, category, cat',
  mappaLevel: 'mappa level, level',
  risk: 'risk level, risk, current risk level, current risk, overall risk, rosh arms priority, arms risk level, risk category, arms priority, rosh, arms level',
  riskSet: 'risk set, risk set on, risk date, risk level set, risk level date, date risk set, risk set date',
  mode: 'management, management mode, management type, active reactive, a r, mode, managed, active or reactive',
  notificationStart:
    'registration start, registration start date, notification start, notification start date, sor from, registered from, registered since, sor start, start of registration, registration date',
  notificationEnd:
    'registration end, registration end date, notification end, notification end date, sor to, registered until, registered to, sor end, end of registration, expiry of registration, registration expiry',
  lastVisitKind:
    'visit type, last visit type, type of visit, announced unannounced, unannounced announced, unann, unannounced, announced, last visit unannounced',
  lastVisitOfficers:
    'officers present, number of officers, no of officers, staff present, last visit officers, crewed, crewing',
};

export const staffHeadings: Record<StaffField, string> = {
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

export type AbstractionField =
  'collar' | 'from' | 'to' | 'hours' | 'group' | 'activity' | 'detail' | 'toOtherPolicing';

export const abstractionHeadings: Record<AbstractionField, string> = {
  collar: staffHeadings.collar,
  from: 'from, from date, start, start date, date, date from, first day, absence start, begins',
  to: 'to, to date, end, end date, date to, last day, absence end, ends, until',
  hours: 'hours, hrs, duration, duration hours, hours lost, hours abstracted, total hours, time hours',
  group: 'group, reason group, category, type, absence type, reason, abstraction type, duty type',
  activity: 'activity, sub type, subtype, sub category, absence reason, activity type, duty',
  detail: 'detail, details, analysis, comment, comments, note, notes, remarks, description',
  toOtherPolicing:
    'outside team, to other policing, other policing, outside, lent, lent out, abstracted from team, abstraction outside team',
};

/** In a file of one row per case and duty: which duty the row speaks of, and what it says of it. */
export const rowDutyHeadings: Record<'duty' | DutyField, string> = {
  duty: 'activity, duty, task, activity type, task type, duty type, type of activity, type of work, work type, requirement',
  lastDone:
    'last done, last completed, date done, done, completed, last date, date completed, date last done',
  nextDue: 'next due, due, due date, next due date, date due, due by, next date',
  interval: 'interval, interval months, frequency, frequency months, freq',
  signedOff: 'signed off, sign off, s off, signed off on, sign off date, signed off date',
};

/** Other names by which extracts call the duties that ship; a force's own duties go by their key and name. */
export const dutyNames: Record<string, string> = {
  visit: 'visit, home visit',
  arms: 'arms, arms assessment',
  rmp: 'rmp, rmp review, risk management plan',
  pnd: 'pnd, pnd check',
  notification: 'notification, annual notification, annual registration',
};

export const dutyPatterns: Record<DutyField, (name: string) => string> = {
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
export const dutyShorthands: Record<string, string> = {
  'visit.interval': 'freq, frequency, interval',
  'pnd.lastDone': 'pnd, pnd check',
};

/** Says who somebody is, or what they did: never read, whatever a mapping says. */
const PERSONAL =
  /\b(sur ?names?|fore ?names?|first names?|last names?|middle names?|given names?|family names?|full names?|known as|alias(es)?|nicknames?|dob|d o b|birth|born|age|address(es)?|post ?codes?|offences?|convictions?|offending|index offence|ethnic(ity)?|nationality|gender|sex|religion|phone|telephone|mobile|e ?mail|nino|national insurance|pnc ?id|pnc number|cro|prison number|noms|victims?|vehicles?|registration plate|photo|passport|occupation|employer|school)\b/;

export const isPersonal = (heading: string): boolean => PERSONAL.test(headingKey(heading));

/** May hold a name: left out unless a person says what it is ("Name of area"). */
export const mayNameSomebody = (heading: string): boolean =>
  isPersonal(heading) || /\bnames?\b/.test(headingKey(heading));

/** A heading as it is compared. */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
