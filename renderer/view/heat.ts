/** How full a month is, in the five depths of shade. */
export type HeatLevel = 'none' | '0' | '1' | '2' | '3' | '4';

/** Up to which share of what counts as full each depth goes; the last has no end, and is hatched besides. */
export const heatDepths = [
  { level: '0', upTo: 0.5 },
  { level: '1', upTo: 0.75 },
  { level: '2', upTo: 0.9 },
  { level: '3', upTo: 1 },
] as const;

export const heatLevel = (utilisation: number | null): HeatLevel =>
  utilisation === null ? 'none' : (heatDepths.find(({ upTo }) => utilisation <= upTo)?.level ?? '4');
