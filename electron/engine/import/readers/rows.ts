/** What the readers give: rows of cells, on sheets, in a book. */

/** `line`: the line of the file on which the row starts, or the row of the sheet; both from 1. */
export type Row = { line: number; cells: string[] };

/** Blank rows are left out; every other row stands as it comes. A CSV file is one sheet without a name. */
export type Sheet = { name: string | null; rows: Row[] };

export type Book = { format: 'csv' | 'xlsx'; encoding: string; delimiter: string; sheets: Sheet[] };

/** How many cells of a line are headings that mean something to us. Chooses the delimiter and nothing else. */
export type CountKnown = (cells: readonly string[]) => number;
