/** What is searched for in a table's rows. */
import { withPlainSpaces } from '#shared/planning/figures.ts';

const searched = (text: string): string => withPlainSpaces(text).trim().toLowerCase();

/** Whether a row has the text in any of its fields, by whatever case and space; every row has an empty one. */
export function searchFor(text: string): (fields: readonly string[]) => boolean {
  const wanted = searched(text);
  return (fields) => wanted === '' || fields.some((field) => searched(field).includes(wanted));
}
