/** How scenarios look in charts: never told apart by colour alone. */
import { BASELINE_NAME } from '#shared/domain/scenario.ts';

/** The scenario looked at, and the state of things as it is. */
export const ownLook = {
  key: 'own',
  name: 'This scenario',
  short: 'this one',
  colour: 'var(--fan-median)',
  isThick: true,
};
export const baseLook = {
  key: 'base',
  name: BASELINE_NAME,
  short: 'baseline',
  colour: 'var(--ink-dim)',
  dash: '5 3',
};

const strokes: ReadonlyArray<{ colour: string; dash?: string }> = [
  { colour: 'var(--duty-visit)' },
  { colour: 'var(--duty-own-1)', dash: '8 3' },
  { colour: 'var(--duty-rmp)', dash: '2 3' },
  { colour: 'var(--duty-own-2)', dash: '10 3 2 3' },
  { colour: 'var(--duty-pnd)', dash: '5 5' },
  { colour: 'var(--duty-own-3)', dash: '1 3' },
];

/** The stroke of the one at a place among those compared: a mix of colour and dashes that comes back late. */
export function strokeOf(index: number): { colour: string; dash?: string } {
  const own = strokes[index % strokes.length] ?? { colour: 'var(--ink)' };
  return index < strokes.length ? own : { ...own, dash: '12 4 1 4' };
}
