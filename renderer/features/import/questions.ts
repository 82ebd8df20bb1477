/** What a person has to look at before a file is read, and what holds the reading up. */
import type { Inspection, Question } from '#shared/contract/mapping.ts';
import { counted, listed, quoted, unreadSheetsSaid } from '#shared/planning/wording.ts';
import { isEdited, mappingOf, meaningOf, type Reading } from './mapping-model.ts';

/** Labels of fields that a file of this kind cannot do without and that no column is read as. */
function missingFields(reading: Reading, inspection: Inspection): string[] {
  const read = new Set(mappingOf(reading, inspection).columns.map(({ field }) => field));
  return inspection.fields
    .filter(({ key, isRequired }) => isRequired && !read.has(key))
    .map(({ label }) => label);
}

/** Places of the date columns whose order nothing tells and nobody has chosen. */
function openDateColumns(reading: Reading, inspection: Inspection): number[] {
  const mapping = mappingOf(reading, inspection);
  return inspection.columns.flatMap(({ isDateOrderOpen }, index) => {
    const column = mapping.columns[index];
    return isDateOrderOpen && column?.dateOrder === null && column.field !== null ? [index] : [];
  });
}

/** True while nobody has said which day the file speaks of, and it has to be said. */
const needsAsAt = (reading: Reading, inspection: Inspection): boolean =>
  reading.asAt === undefined && inspection.questions.includes('as-at') && inspection.asAt === null;

/** What keeps the file from being read, in words; empty when nothing does. */
export function blockers(reading: Reading, inspection: Inspection): string[] {
  const missing = missingFields(reading, inspection);
  const openDates = openDateColumns(reading, inspection);
  return [
    ...(missing.length > 0 ? [`no column is read as ${listed(missing)}`] : []),
    ...(openDates.length > 0 ? [`${counted(openDates.length, 'column')} of dates without an order`] : []),
    ...(needsAsAt(reading, inspection) ? ['the as-at date is missing'] : []),
  ];
}

/** Columns whose reading is a guess that nobody has changed. */
function unsureColumns(reading: Reading, inspection: Inspection, proposed: Inspection): string[] {
  if (proposed.mappingFrom !== 'proposed') return [];
  const mapping = mappingOf(reading, inspection);
  return inspection.columns.flatMap(({ heading, proposal }, index) =>
    proposal.field !== null &&
    proposal.sureness !== 'sure' &&
    mapping.columns[index]?.field === proposal.field
      ? [heading]
      : [],
  );
}

type Words = (reading: Reading, inspection: Inspection, proposed: Inspection) => string | null;

const words: Record<Question, Words> = {
  'required-column': (reading, inspection) => {
    const missing = missingFields(reading, inspection);
    return missing.length === 0
      ? null
      : `Which column is the ${listed(missing)}? Nothing can be read without; choose under “Read as” below.`;
  },
  'unsure-column': (reading, inspection, proposed) => {
    const unsure = unsureColumns(reading, inspection, proposed);
    return unsure.length === 0
      ? null
      : `Is this read right: ${quoted(unsure)}? The reason for each proposal stands in the table of columns.`;
  },
  'unknown-code': (reading, inspection) => {
    const mapping = mappingOf(reading, inspection);
    const unknown = inspection.codes.filter((code) => meaningOf(code, mapping) === 'unknown');
    return unknown.length === 0
      ? null
      : `What do these codes mean: ${quoted(unknown.map(({ text }) => text))}? A code that nobody explains is read as missing.`;
  },
  'date-order': (reading, inspection) => {
    const open = openDateColumns(reading, inspection).map((at) => inspection.columns[at]?.heading ?? '');
    return open.length === 0
      ? null
      : `Does the day or the month come first in ${quoted(open)}? Every date there could be read either way.`;
  },
  'as-at': (reading, inspection) =>
    needsAsAt(reading, inspection)
      ? `Which day does the file speak of? ${inspection.asAtDoubt ?? 'Neither its name nor its title says so.'} Give it under “As at” below.`
      : null,
  sheet: (reading, { questions, sheet, alikeSheets }) => {
    if (reading.sheet !== undefined || !questions.includes('sheet')) return null;
    return `Is “${sheet ?? ''}” the sheet to read? ${unreadSheetsSaid(alikeSheets)}. Choose under “Sheet” below, or put all rows on one sheet of the workbook and load that.`;
  },
};

const order: readonly Question[] = [
  'required-column',
  'as-at',
  'sheet',
  'date-order',
  'unknown-code',
  'unsure-column',
];

/** The questions still open, in words, those that hold the reading up first. */
export function openQuestions(reading: Reading, inspection: Inspection, proposed: Inspection): string[] {
  // Rare codes are slips of the pen: the backend says from how many rows on a code is worth a question.
  const isAsked = (question: Question) =>
    question !== 'unknown-code' || inspection.questions.includes('unknown-code');
  return order.flatMap((question) =>
    isAsked(question) ? (words[question](reading, inspection, proposed) ?? []) : [],
  );
}

/** What is asked of one file and says nothing of the next with the same columns. */
const ofThisFile: readonly Question[] = ['as-at', 'sheet'];

/**
 * Whether to offer to keep the mapping: not where it is the one that is kept, or the built-in one that asked
 * nothing of anybody but the day and the sheet.
 */
export function isWorthKeeping(reading: Reading, proposed: Inspection): boolean {
  if (isEdited(reading, proposed)) return true;
  if (proposed.mappingFrom === 'kept') return proposed.misfits.length > 0;
  return proposed.questions.some((question) => !ofThisFile.includes(question));
}
