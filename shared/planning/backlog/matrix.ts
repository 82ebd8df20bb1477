/** The backlog's matrix of risk × lateness, for each duty, against the tolerance (planning §5). */
import { lateBands, type DutyBacklog, type LateBand, type OutstandingCase } from '#shared/domain/backlog.ts';
import { Risk } from '#shared/domain/case.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';
import { isOwing, outstandingCases, ownDuties, type BacklogInput } from './outstanding.ts';

const countBands = (cases: readonly OutstandingCase[]): Record<LateBand, number> => {
  const counts = { 'due-that-day': 0, '1-7': 0, '8-28': 0, '29-90': 0, 'over-90': 0 };
  for (const { band } of cases) counts[band] += 1;
  return counts;
};

/** Outstanding ÷ owing; null when no case owes the duty. */
export const shareOf = (outstanding: number, owing: number): number | null =>
  owing === 0 ? null : outstanding / owing;

/** What is outstanding of the cases owing a duty, against the tolerance. */
function against(
  tolerance: number,
  outstanding: number,
  owing: number,
): Pick<DutyBacklog, 'owing' | 'outstanding' | 'share' | 'isOverTolerance'> {
  const share = shareOf(outstanding, owing);
  return { owing, outstanding, share, isOverTolerance: share !== null && share > tolerance };
}

function dutyMatrix(
  duty: DutyStandard,
  outstanding: readonly OutstandingCase[],
  { cases, asAt }: BacklogInput,
  tolerance: number,
): DutyBacklog {
  const own = outstanding.filter((one) => one.duty === duty.key);
  const owing = cases.filter((record) => isOwing(record, duty, asAt));
  const rows = Risk.options.map((risk) => {
    const ofRisk = own.filter((one) => one.risk === risk);
    const owingOfRisk = owing.filter((record) => record.risk === risk).length;
    return { risk, ...against(tolerance, ofRisk.length, owingOfRisk), bands: countBands(ofRisk) };
  });
  const oldest = own.reduce<OutstandingCase | null>(
    (found, one) => (found === null || one.daysLate > found.daysLate ? one : found),
    null,
  );
  return {
    duty: duty.key,
    name: duty.name,
    ...against(tolerance, own.length, owing.length),
    bands: countBands(own),
    rows,
    oldest: oldest && {
      reference: oldest.reference,
      dueDate: oldest.dueDate,
      daysLate: oldest.daysLate,
    },
    hours: hours(own.reduce((sum, one) => sum + one.hours, 0)),
  };
}

/**
 * One matrix a duty that has due dates of its own.
 *
 * @param input cases of the team, officer or supervisor looked at
 * @param tolerance share of the cases owing a duty that may be outstanding
 * @param outstanding the work outstanding of these cases, where it is worked out already
 */
export function backlogMatrix(
  input: BacklogInput,
  tolerance: number,
  outstanding: readonly OutstandingCase[] = outstandingCases(input),
): DutyBacklog[] {
  return ownDuties(input.standards).map((duty) => dutyMatrix(duty, outstanding, input, tolerance));
}

/** Outstanding work in a cell of the matrix, or of a row, a column or a duty where only those are named. */
export function inCell(
  outstanding: readonly OutstandingCase[],
  cell: { duty?: string | undefined; risk?: Risk | undefined; band?: LateBand | undefined },
): OutstandingCase[] {
  return outstanding.filter(
    (one) =>
      (cell.duty === undefined || one.duty === cell.duty) &&
      (cell.risk === undefined || one.risk === cell.risk) &&
      (cell.band === undefined || one.band === cell.band),
  );
}

/** The bands in which anything is counted, and always those that planning names. */
export const shownBands = (bands: Record<LateBand, number>): LateBand[] =>
  lateBands.filter((band) => band !== 'due-that-day' || bands[band] > 0);
