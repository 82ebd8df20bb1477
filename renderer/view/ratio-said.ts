/** The ratio in words, the same on every page. */
import type { RatioFigure } from '#shared/domain/demand.ts';
import type { Denominator } from '#shared/domain/settings.ts';
import { withUnit } from '#shared/planning/figures.ts';
import { counted } from '#shared/planning/wording.ts';
import { showFte, showRatio } from './figures.ts';

const counts: Record<Denominator, { unit: string; are: string }> = {
  'in-post-fte': { unit: 'FTE', are: 'are in post' },
  'in-post-headcount': { unit: 'people', are: 'are in post' },
  'effective-fte': { unit: 'FTE', are: 'are left after abstractions' },
  'established-fte': { unit: 'FTE', are: 'are established' },
};

/** What offender managers are counted in: `FTE` or `people`. */
export const managersUnit = (denominator: Denominator): string => counts[denominator].unit;

/** `22.5 FTE` */
export const showManagers = (managers: number | null, denominator: Denominator): string =>
  withUnit(showFte(managers), managersUnit(denominator));

/** `22.5 FTE are in post` */
export const managersSaid = (managers: number, denominator: Denominator): string =>
  `${showManagers(managers, denominator)} ${counts[denominator].are}`;

/** Where a team or the force stands against the limit of RSOs per offender manager. */
export function ratioSentence(figure: RatioFigure, denominator: Denominator): string {
  const who = figure.team ?? 'The force';
  const limit = `1:${String(figure.limit)}`;
  if (figure.ratio === null || figure.managers === null) {
    return `${who} has ${counted(figure.offenders, 'RSO')}; its offender managers are not known, so there is no ratio.`;
  }
  return `${who} stands at ${showRatio(figure.ratio)}; ${showManagers(figure.fteNeeded, denominator)} are needed for ${limit}, ${showFte(figure.managers)} ${counts[denominator].are}.`;
}

/** Teams with the highest ratio first. */
export const byRatio = (teams: readonly RatioFigure[]): RatioFigure[] =>
  [...teams].sort((a, b) => (b.ratio ?? -1) - (a.ratio ?? -1));

/** Managers short; none is a plain 0. */
export const showShortBy = (shortBy: number | null): string => (shortBy === 0 ? '0' : showFte(shortBy));
