/**
 * True when every text in a value is whole Unicode. Half of a surrogate pair cannot be stored: it would come back as
 * another character, and two names that differ would become one.
 */
export function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => key.isWellFormed() && isWellFormed(part));
}
