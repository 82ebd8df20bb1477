import { FOUR_FIFTHS, HALF } from '#shared/planning/figures.ts';
import type { LegendItem } from '../../components/chart/legend.tsx';

/** What a fan is made of; the thick line is a median or a mean. */
export const fanLegend = (middle: string): LegendItem[] => [
  { name: middle, colour: 'var(--fan-median)', look: 'thick' },
  { name: `${HALF} range`, colour: 'var(--fan-50)', look: 'fill' },
  { name: `${FOUR_FIFTHS} range`, colour: 'var(--fan-80)', look: 'fill' },
];
