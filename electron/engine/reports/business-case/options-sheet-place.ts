/** Where the sheet of options holds what other sheets refer to. */
import { FIRST_ROW } from './sheet.ts';

export const OPTIONS_SHEET = 'Options';

/** The second row: the limit of the ratio, the same for all options. */
export const limitCell = (): string => `${OPTIONS_SHEET}!$B$${String(FIRST_ROW + 1)}`;
