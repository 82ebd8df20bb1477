/** Cells as they are compared and read. */

/** Marks without a width come along when cells are copied from web pages; no one can see or mean them. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** Most cells of a large file are tidy already, and looking is quicker than replacing. */
const UNTIDY = /[\u00ad\u200b-\u200f\u2060\ufeff]|^\s|\s$|\s\s|[^\S ]/;

export const tidy = (cell: string): string =>
  UNTIDY.test(cell) ? cell.replace(UNSEEN, '').replace(/\s+/g, ' ').trim() : cell;

/** A dash stands for an empty cell. */
export const isBlank = (cell: string): boolean => cell === '' || /^[-–—]+$/.test(cell);

const MAX_SHOWN = 60;

export const shorten = (value: string): string =>
  value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN - 1)}…` : value;
