/** What the columns of a file can be read as: the fields of each kind, their headings, types and words. */
import type { FieldChoice, FileKind } from '#shared/contract/mapping.ts';
import { riskNames, type Risk } from '#shared/domain/case.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import * as known from './headings.ts';
import * as vocabularies from './vocabularies.ts';
import type { Vocabulary } from './vocabularies.ts';

export type Field = {
  key: string;
  label: string;
  type: FieldChoice['type'];
  isRequired: boolean;
  /** Headings by which it goes, as they are compared. */
  headings: readonly string[];
  /** Of a field of type `code`. */
  vocabulary: Vocabulary | null;
};

export type Duty = Pick<DutyStandard, 'key' | 'name' | 'follows'>;

/** Fields by the heading that is known for them. */
export type FieldTable = ReadonlyMap<string, string>;

/** The field of one duty, for example `visit.nextDue`. */
export const dutyField = (duty: string, field: known.DutyField): string => `${duty}.${field}`;

/** Fields of a row that speaks of one duty only, the one that its field `duty` names. */
export const rowDutyField = (field: known.DutyField): string => `row.${field}`;

const headingList = (list: string): string[] => list.split(', ');

type Shape = [label: string, type: Field['type'], vocabulary?: Vocabulary];

const caseShapes: Record<known.CaseField, Shape> = {
  reference: ['Reference', 'text'],
  team: ['Team', 'text'],
  officer: ['Offender manager (collar number)', 'text'],
  supervisor: ['Supervisor (collar number)', 'text'],
  leadAgency: ['Lead agency', 'code', vocabularies.agencies],
  status: ['Status', 'code', vocabularies.statuses],
  releaseOn: ['Release date', 'date'],
  mappaCategory: ['MAPPA category', 'text'],
  mappaLevel: ['MAPPA level', 'text'],
  risk: ['Risk level', 'code', vocabularies.risks],
  riskSet: ['Risk level set on', 'date'],
  mode: ['Management mode', 'code', vocabularies.modes],
  notificationStart: ['Notification start', 'date'],
  notificationEnd: ['Notification end', 'date'],
  lastVisitKind: ['Last visit: announced or not', 'code', vocabularies.visitKinds],
  lastVisitOfficers: ['Last visit: officers present', 'number'],
};

const dutyLabels: Record<known.DutyField, string> = {
  lastDone: 'last done',
  nextDue: 'next due',
  interval: 'interval (months)',
  signedOff: 'signed off',
};
const dutyType = (field: known.DutyField): Field['type'] => (field === 'interval' ? 'number' : 'date');

const staffShapes: Record<known.StaffField, Shape> = {
  collar: ['Collar number', 'text'],
  team: ['Team', 'text'],
  role: ['Role', 'code', vocabularies.roles],
  contract: ['Contract', 'code', vocabularies.contracts],
  fte: ['FTE', 'number'],
  start: ['Start', 'date'],
  leaving: ['Leaving', 'date'],
};

const abstractionShapes: Record<known.AbstractionField, Shape> = {
  collar: ['Collar number', 'text'],
  from: ['From', 'date'],
  to: ['To', 'date'],
  hours: ['Hours', 'number'],
  group: ['Reason group', 'text'],
  activity: ['Activity', 'text'],
  detail: ['Detail', 'text'],
  toOtherPolicing: ['To other policing', 'code', vocabularies.yesNo],
};

const required: Record<FileKind, readonly string[]> = {
  caseload: ['reference', 'team'],
  staff: ['collar', 'team', 'role', 'fte'],
  abstractions: ['collar', 'from', 'hours', 'group'],
};

function fieldsFrom<K extends string>(
  kind: FileKind,
  shapes: Record<K, Shape>,
  headings: Record<K, string>,
): Field[] {
  return (Object.keys(shapes) as K[]).map((key) => {
    const [label, type, vocabulary = null] = shapes[key];
    return {
      key,
      label,
      type,
      isRequired: required[kind].includes(key),
      headings: headingList(headings[key]),
      vocabulary,
    };
  });
}

/** The names under which extracts speak of a duty, as they are compared. */
const namesOf = (duty: Duty): string[] => [
  ...new Set([
    ...headingList(known.dutyNames[duty.key] ?? known.headingKey(duty.key)),
    known.headingKey(duty.key),
    known.headingKey(duty.name),
  ]),
];

function fieldsOfDuty(duty: Duty): Field[] {
  return known.dutyFields.map((field) => ({
    key: dutyField(duty.key, field),
    label: `${duty.name}: ${dutyLabels[field]}`,
    type: dutyType(field),
    isRequired: false,
    headings: [
      ...headingList(known.dutyShorthands[dutyField(duty.key, field)] ?? ''),
      ...namesOf(duty).flatMap((name) => headingList(known.dutyPatterns[field](name))),
    ].filter((heading) => heading !== ''),
    vocabulary: null,
  }));
}

function rowDutyFields(duties: readonly Duty[]): Field[] {
  const names = new Map(duties.map((duty) => [duty.key, namesOf(duty)]));
  const duty: Field = {
    key: 'duty',
    label: 'Row’s duty: which',
    type: 'code',
    isRequired: false,
    headings: headingList(known.rowDutyHeadings.duty),
    vocabulary: vocabularies.duties(names),
  };
  const rest = known.dutyFields.map((field): Field => ({
    key: rowDutyField(field),
    label: `Row’s duty: ${dutyLabels[field]}`,
    type: dutyType(field),
    isRequired: false,
    headings: headingList(known.rowDutyHeadings[field]),
    vocabulary: null,
  }));
  return [duty, ...rest];
}

/** Every field that a file of the kind can hold; those of every duty in the standards among them. */
export function fieldsOf(kind: FileKind, duties: readonly Duty[]): Field[] {
  switch (kind) {
    case 'staff':
      return fieldsFrom(kind, staffShapes, known.staffHeadings);
    case 'abstractions':
      return fieldsFrom(kind, abstractionShapes, known.abstractionHeadings);
    case 'caseload': {
      const own = duties.filter((duty) => duty.follows === null);
      return [
        ...fieldsFrom(kind, caseShapes, known.caseHeadings),
        ...own.flatMap(fieldsOfDuty),
        ...rowDutyFields(own),
      ];
    }
  }
}

/** The first field of a heading has it. */
export function fieldTable(fields: readonly Field[]): FieldTable {
  const table = new Map<string, string>();
  for (const field of fields) {
    for (const heading of field.headings) if (!table.has(heading)) table.set(heading, field.key);
  }
  return table;
}

const valueLabel = (field: Field, value: string): string => {
  if (field.key === 'risk') return riskNames[value as Risk].name;
  const text = value.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

export const toChoice = (field: Field): FieldChoice => ({
  key: field.key,
  label: field.label,
  type: field.type,
  isRequired: field.isRequired,
  values: (field.vocabulary?.values ?? []).map((value) => ({ value, label: valueLabel(field, value) })),
});
