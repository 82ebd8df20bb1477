/** What whoever loads a file is to be told of it as a whole, a sentence or two each. */
import { counted, listed } from '#shared/planning/wording.ts';
import type { Reading } from './reading.ts';
import type { Table } from './table.ts';

/** One sheet is read: what the others of its kind hold is in no figure. */
function ofSheets({ sheet, alikeSheets }: Table): string[] {
  if (alikeSheets.length === 0) return [];
  const names = alikeSheets.map(({ name, rows }) => `“${name}” (${counted(rows, 'row')})`);
  const [has, is] = names.length === 1 ? ['has', 'is'] : ['have', 'are'];
  return [
    `Only the sheet “${sheet ?? ''}” is read. ${listed(names)} ${has} the same headings and ${is} not read: choose the sheet that is meant, or put all rows on one sheet and load that.`,
  ];
}

/** What is to be told of how a file is read, whatever its kind. */
export const notesOf = ({ table }: Reading): string[] => ofSheets(table);
