/** The horizons offered, with the usual one and the one in the address among them, in order. */
export const horizons = (usual: number, chosen?: number): number[] =>
  [...new Set([12, 24, 36, 60, usual, ...(chosen === undefined ? [] : [chosen])])].sort((a, b) => a - b);
