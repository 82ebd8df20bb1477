/** Cells as they are compared and read. */

/** Marks without a width come along when cells are copied from web pages; no one can see or mean them. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** Most cells of a large file are tidy already, and looking is quicker than replacing. */
const UNTIDY = /[\u00ad\u200b-\u200f\u2060\ufeff]|^\s|\s$|\s\s|[^\S ]/;

export const tidy = (cell: string): string =>
  UNTIDY.test(cell) ? cell.replace(UNSEEN, '').replace(/\s+/g, ' ').trim() : cell;

/** A dash stands for an empty cell. */
export const isBlank = (cell: string): boolean => cell === '' || /^[-–—]+$/.test(cell);

const SHEET_ERROR =
  /^(#(n\/a|ref!|value!|name\?|div\/0!|num!|null!|spill!|calc!|field!|getting_data|blocked!|connect!|unknown!|busy!)|#+|err:\d{3})$/i;

/** What a spreadsheet shows where a formula failed, or where a column was too narrow for its number. */
export const isSheetError = (cell: string): boolean => SHEET_ERROR.test(cell);

/**
 * Whether a cell can name a case, a team or a person. A formula that finds nothing leaves an error, a nought or a yes
 * or no: taken as names, all who have none would be one.
 */
export const isName = (cell: string): boolean =>
  !isBlank(cell) && !isSheetError(cell) && !/^(0|yes|no|true|false)$/i.test(cell);

const MAX_SHOWN = 60;

export const shorten = (value: string): string =>
  value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN - 1)}…` : value;
