/** The number typed, or null when it is none or out of its bounds. */
export function readNumber(text: string, min: number, max: number, isWhole: boolean): number | null {
  if (text.trim() === '') return null;
  const value = Number(text.trim().replace(',', '.'));
  if (!Number.isFinite(value) || value < min || value > max) return null;
  return isWhole && !Number.isInteger(value) ? null : value;
}

/** What was expected, in words. */
export const boundsWords = (min: number, max: number, isWhole: boolean): string =>
  `Expected ${isWhole ? 'a whole number' : 'a number'} from ${String(min)} to ${String(max)}`;
