/** What a field of numbers takes. */
export type Bounds = { min: number; max: number; isWhole?: boolean };

/** The number typed, or null when it is none or out of its bounds. */
export function readNumber(text: string, { min, max, isWhole = false }: Bounds): number | null {
  if (text.trim() === '') return null;
  const value = Number(text.trim().replace(',', '.'));
  if (!Number.isFinite(value) || value < min || value > max) return null;
  return isWhole && !Number.isInteger(value) ? null : value;
}

/** `Expected a whole number from 1 to 60, found 120` */
export const numberFault = (text: string, { min, max, isWhole = false }: Bounds): string =>
  `Expected ${isWhole ? 'a whole number' : 'a number'} from ${String(min)} to ${String(max)}, found ${text.trim() || 'nothing'}`;
