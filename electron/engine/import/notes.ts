/** What whoever loads a file is to be told of it as a whole, a sentence or two each. */
import { showDate } from '#shared/domain/dates.ts';
import { listed, quoted, unreadSheetsSaid } from '#shared/planning/wording.ts';
import { daysSaid, type AsAt } from './as-at.ts';
import { foundCodes, worthAsking } from './codes.ts';
import type { Reading } from './reading.ts';
import type { Table } from './table.ts';

/** One sheet is read: what the others of its kind hold is in no figure. */
function ofSheets({ sheet, alikeSheets }: Table): string[] {
  if (alikeSheets.length === 0) return [];
  return [
    `Only the sheet “${sheet ?? ''}” is read. ${unreadSheetsSaid(alikeSheets)}: choose the sheet that is meant, or put all rows on one sheet and load that.`,
  ];
}

/** What to do where something was not read. */
const AGAIN =
  'To have them read, say it in a mapping, roll this import back if it is stored, and load the file with that.';

/** What a kept mapping reads and the file does not have: what these columns held goes missing without an issue. */
const ofGone = ({ gone, mappingName }: Reading): string[] =>
  gone.length === 0
    ? []
    : [
        `The kept mapping “${mappingName ?? ''}” reads ${quoted(gone)}, which this file does not have: what stood there is missing. Check the headings of the file.`,
      ];

/** Columns that could mean something to us and were left out because nobody was asked. */
function ofUnread({ mapping, mappingFrom, proposals, fields }: Reading): string[] {
  if (mappingFrom !== 'proposed') return [];
  const labels = new Map(fields.map(({ key, label }) => [key, label]));
  const unread = mapping.columns.flatMap(({ heading, field }, index) => {
    const proposed = proposals[index]?.field ?? null;
    return field === null && proposed !== null
      ? [`“${heading}” (perhaps ${labels.get(proposed) ?? proposed})`]
      : [];
  });
  if (unread.length === 0) return [];
  return [`Not read, as nobody has said what they are: ${listed(unread)}. ${AGAIN}`];
}

/** Codes that are no slips of the pen, and say nothing until somebody explains them. */
function ofCodes(reading: Reading): string[] {
  const textsOf = Map.groupBy(worthAsking(reading, foundCodes(reading)), ({ heading }) => heading);
  if (textsOf.size === 0) return [];
  const codes = [...textsOf].map(
    ([heading, found]) => `${quoted(found.map(({ text }) => text))} in “${heading}”`,
  );
  return [`Not understood, as nobody has said what they mean: ${codes.join('; ')}. ${AGAIN}`];
}

/** A day that is given goes before what the file says; a slip in giving it would move all that is due. */
export function ofGivenDay(fileName: string, { table }: Reading, { asAt, asAtFrom }: AsAt): string[] {
  if (asAtFrom !== 'given') return [];
  const titles = table.titleLines.map(({ text }) => text);
  const { named, titled } = daysSaid(fileName, titles);
  const others = [
    ...(named === null || named === asAt ? [] : [`its name says ${showDate(named)}`]),
    ...(titled === null || titled === asAt ? [] : [`the title in it says ${showDate(titled)}`]),
  ];
  return others.length === 0
    ? []
    : [
        `The file is read as at ${showDate(asAt)}, as given, but ${listed(others)}. Check the day; if it is wrong, roll this import back where it is stored, and give the right one.`,
      ];
}

/** What is to be told of how a file is read, whatever its kind. */
export const notesOf = (reading: Reading): string[] => [
  ...ofSheets(reading.table),
  ...ofGone(reading),
  ...ofUnread(reading),
  ...ofCodes(reading),
];
