/** How full a month is, in the five depths of shade. */
export type HeatLevel = 'none' | '0' | '1' | '2' | '3' | '4';

/** Over capacity is the last depth, and hatched besides. */
export function heatLevel(utilisation: number | null): HeatLevel {
  if (utilisation === null) return 'none';
  if (utilisation > 1) return '4';
  if (utilisation > 0.9) return '3';
  if (utilisation > 0.75) return '2';
  if (utilisation > 0.5) return '1';
  return '0';
}
