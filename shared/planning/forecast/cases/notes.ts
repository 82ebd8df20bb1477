/** What a forecast by case rests on, in sentences. */
import type { CasesPastError } from '#shared/domain/forecast.ts';
import { showPercent, showPercentExactly } from '#shared/planning/figures.ts';
import { counted, listed } from '#shared/planning/wording.ts';
import { showOneDecimal, signed, FOUR_FIFTHS, HALF } from '../../figures.ts';
import { sum } from '../../sum.ts';
import { FEWEST_SNAPSHOTS } from './back-test.ts';
import { monthsApart, type SnapshotFacts } from './facts.ts';
import { expectedRate } from './joiners.ts';
import type { Projection } from './project.ts';
import { usual } from './rates.ts';

function restsOn(snapshots: readonly SnapshotFacts[]): string {
  const held = counted(snapshots.length, 'snapshot');
  if (snapshots.length < FEWEST_SNAPSHOTS) {
    return (
      `Only ${held} held: rates are mostly assumed (growth ${showPercent(usual.growth)} and leaving ` +
      `${showPercent(usual.leaving)} of the caseload a year, ${showPercent(usual.riskChange)} changing risk level), ` +
      `and the ranges are wide. Import earlier extracts to have them estimated.`
    );
  }
  const [first] = snapshots;
  const last = snapshots.at(-1);
  const months = first && last ? Math.round(monthsApart(first.asAt, last.asAt)) : 0;
  return `Rates are estimated from ${held} over ${counted(months, 'month')}.`;
}

function ratesInWords({ known }: Projection): string {
  const { level, trend, dispersion } = expectedRate(known.joiners);
  const leavers = sum(known.history.leavers);
  const lived = sum(known.history.livedAtRisk);
  const leaving =
    lived > 0 ? ` Other leavers: ${showPercentExactly((leavers / lived) * 12)} of the caseload a year.` : '';
  const spread = dispersion > 1.2 ? `, more uneven from month to month than chance` : '';
  return `New cases: ${showOneDecimal(level)} a month, trend ${signed(trend, showPercentExactly)} a year${spread}.${leaving}`;
}

function gaps({ newest, known }: Projection): string[] {
  const unknown = newest.cases.filter((one) => one.notificationEnd === null && !one.indefinite).length;
  const past = newest.cases.filter(
    (one) => one.notificationEnd !== null && one.notificationEnd < newest.asAt,
  ).length;
  const notes: string[] = [];
  if (unknown > 0) {
    notes.push(
      `${counted(unknown, 'case')} held without notification end and not marked indefinite: taken to stay until they leave otherwise.`,
    );
  }
  if (past > 0) {
    notes.push(
      `${counted(past, 'case')} held with a notification that has ended: taken to leave in the first month.`,
    );
  }
  if (known.hasFewLengths) {
    notes.push('Few joiners have been seen: lengths of notification are those of cases that began lately.');
  }
  if (known.history.reorganised.length > 0) {
    notes.push(
      `Many cases moved at once from ${listed(known.history.reorganised)}: taken as a reorganisation, not as a rate.`,
    );
  }
  return notes;
}

function pastInWords(past: CasesPastError | null): string {
  if (past === null) return 'There is not enough history to say how wrong such a forecast has been.';
  const furthest = past.byHorizon.at(-1)?.months ?? 0;
  return (
    `Forecasts from ${counted(past.origins, 'earlier snapshot')}, up to ${counted(furthest, 'month')} ahead, were wrong by ` +
    `${showPercentExactly(past.mape)} on average (same as the last count: ${showPercentExactly(past.sameAsLast)}); their ${FOUR_FIFTHS} ranges held ` +
    `${showPercent(past.covered80)} of ${String(past.forecasts)} counts, their ${HALF} ranges ${showPercent(past.covered50)}. ` +
    `Of teams they were wrong by ${showPercentExactly(past.teams.mape)}, and the ${FOUR_FIFTHS} ranges held ${showPercent(past.teams.covered80)}.`
  );
}

/** What a forecast rests on, how it was made and how wrong such forecasts have been, in sentences. */
export const notesOf = (
  projection: Projection,
  snapshots: readonly SnapshotFacts[],
  past: CasesPastError | null,
): string[] => [
  restsOn(snapshots),
  ratesInWords(projection),
  ...gaps(projection),
  'Whoever is in custody or hospital counts already; a release changes what is owed, not how many RSOs there are.',
  pastInWords(past),
];
