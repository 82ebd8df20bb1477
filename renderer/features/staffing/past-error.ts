/** How wrong forecasts of the same kind have been, in words. */
import type { CasesPastError, PastError } from '#shared/domain/forecast.ts';
import { FOUR_FIFTHS } from '#shared/planning/figures.ts';
import { counted } from '#shared/planning/wording.ts';
import { showPercentExactly } from '../../view/figures.ts';

/** The reader's usual question is of the next year. */
const USUAL_MONTHS = 12;

const NOT_ENOUGH = 'There is not enough history held to say how wrong such a forecast has been.';

const times = (share: number, of: number): string =>
  `${String(Math.round(share * of))} of ${counted(of, 'time')}`;

function told(what: string, error: PastError): string {
  const isBeaten = error.mape >= error.sameAsLast;
  const beside = isBeaten
    ? `no better than the last count carried on (${showPercentExactly(error.sameAsLast)})`
    : `the last count carried on: ${showPercentExactly(error.sameAsLast)}`;
  const set = isBeaten ? `, ${beside}` : ` (${beside})`;
  return `${what} missed by ${showPercentExactly(error.mape)} on average${set}; the ${FOUR_FIFTHS} range held ${times(error.covered80, error.forecasts)}.`;
}

/** Of the force's forecasts a year ahead, or as near to that as there are; of the teams' where one is looked at. */
export function pastErrorSaid(error: CasesPastError | null, isTeam: boolean): string {
  if (!error) return NOT_ENOUGH;
  if (isTeam && error.teams.forecasts > 0) {
    return told('Forecasts of teams made from these snapshots', error.teams);
  }
  const [nearest] = [...error.byHorizon].sort(
    (a, b) => Math.abs(a.months - USUAL_MONTHS) - Math.abs(b.months - USUAL_MONTHS),
  );
  return nearest
    ? told(`Forecasts of the force ${String(nearest.months)} months ahead made from these snapshots`, nearest)
    : told('Forecasts of the force made from these snapshots', error);
}

export function totalsErrorSaid(error: PastError | null): string {
  return error ? told('Forecasts made from the earlier of these years', error) : NOT_ENOUGH;
}
