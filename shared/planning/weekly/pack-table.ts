/** Tables and sections of the weekly pack, the same on screen, on paper, in Word and in Excel. */
import type { DocumentCell } from '#shared/domain/document.ts';
import type { SmallCountRule } from '#shared/domain/small-counts.ts';
import { showCount } from '../figures.ts';

/** A count withheld as small, as published statistics mark it. */
export const WITHHELD = '[c]';

export type PackCell = DocumentCell;
export type PackTable = {
  /** Names the table for whoever cannot see it. */
  label: string;
  columns: ReadonlyArray<{ heading: string; isNumber: boolean }>;
  /** A strong row sums up those that follow it or went before. */
  rows: ReadonlyArray<{ cells: readonly PackCell[]; isStrong: boolean }>;
};
export type PackSection = { title: string; lines: readonly string[]; table: PackTable | null };

/** A column of words. */
export const word = (heading: string) => ({ heading, isNumber: false });
/** A column of numbers. */
export const figure = (heading: string) => ({ heading, isNumber: true });
/** An ordinary row. */
export const row = (...cells: PackCell[]) => ({ cells, isStrong: false });

/** A count that may be withheld. */
export const shown = (count: number | null): PackCell => count ?? WITHHELD;

/** What a reader must know of small counts; nothing where they are shown as any other. */
export function smallCountLines({ handling, below }: SmallCountRule, hasSmall: boolean): string[] {
  if (handling === 'show' || !hasSmall) return [];
  const small = `counts under ${showCount(below)}, which can say who is meant`;
  return handling === 'flag'
    ? [`Holds ${small}: think before this goes beyond the team.`]
    : [`${WITHHELD}: withheld, so that nothing tells ${small}.`];
}
