/** Shapes a team's demand for the drawing, the table and the sentences of the page. */
import type { Demand } from '#shared/contract/demand.ts';
import type { DemandOfTeam, PeakCause, PlannedDemand } from '#shared/domain/demand.ts';
import { showDate, showMonth, type Month } from '#shared/domain/dates.ts';
import type { Utilisation } from '#shared/domain/units.ts';
import { fullestMonth, overCapacity, utilisationOf } from '#shared/planning/demand/peaks.ts';
import { movesLeftSaid, NOBODY, showFullness } from '#shared/planning/wording.ts';
import type { LineSeries, StackSeries } from '../../components/chart/month-data.ts';
import { dutyColours, JOINERS_KEY } from '../../view/duty-look.ts';
import { listMonths, showCount, showHours, showPercent } from '../../view/figures.ts';
import { peaksShown } from '../../view/peaks-shown.ts';

type Measure = 'hours' | 'occurrences';

export type DemandChoice = { measure: Measure; isPlanned: boolean };

/** The team asked for, or the force; undefined when the snapshot has no such team. */
export function teamOf(demand: Demand, team: string | undefined): DemandOfTeam | undefined {
  return team === undefined ? demand.force : demand.teams.find((one) => one.team === team);
}

/** Load by duty in the order of the standards, one series each; duties without any are left out. */
export function dutySeries(demand: Demand, one: DemandOfTeam, choice: DemandChoice): StackSeries[] {
  const source =
    choice.measure === 'occurrences'
      ? one.occurrences
      : choice.isPlanned && one.planned
        ? one.planned.loadByDuty
        : one.loadByDuty;
  const colours = dutyColours(demand.duties.map((duty) => duty.key));
  return demand.duties.flatMap((duty) => {
    const values = source[duty.key];
    if (!values?.some((value) => value > 0)) return [];
    return [
      { key: duty.key, name: duty.name, colour: colours.get(duty.key) ?? 'var(--duty-expected)', values },
    ];
  });
}

/** Capacity as a line, where hours are shown and it is known. */
export function capacityLine({ rosterAsAt }: Demand, one: DemandOfTeam): LineSeries[] {
  if (rosterAsAt === null) return [];
  return [
    { key: 'capacity', name: 'capacity', colour: 'var(--capacity)', isDashed: false, values: one.capacity },
  ];
}

/** Utilisation as shown: unmoved, or as the accepted plan leaves it. */
export const shownUtilisation = (one: DemandOfTeam, isPlanned: boolean): ReadonlyArray<Utilisation | null> =>
  isPlanned && one.planned ? one.planned.utilisation : one.utilisation;

/** The finding in one line: the title of the chart. */
export function finding(demand: Demand, one: DemandOfTeam, isPlanned: boolean): string {
  const who = one.team ?? 'The force';
  if (demand.rosterAsAt === null) return `${who}: work due by month; capacity is not known`;
  const peaks = peaksShown(demand, one, isPlanned);
  const over = overCapacity(peaks);
  const plan =
    (isPlanned ? ', with its accepted plan' : '') +
    (demand.duties.some(({ key }) => key === JOINERS_KEY) ? ', with expected joiners' : '');
  if (over.length === 0) {
    const month = fullestMonth(demand.months, { utilisation: shownUtilisation(one, isPlanned), peaks });
    const fullest = month
      ? `; the fullest is ${showMonth(month.month)} (${showFullness(month.utilisation)})`
      : '';
    return `${who} is within capacity in all ${String(demand.months.length)} months${plan}${fullest}`;
  }
  const bare = over.filter(({ utilisation }) => utilisation === null).length;
  const nobody =
    bare === 0 ? '' : bare === over.length ? `: ${NOBODY}` : `, with ${NOBODY} in ${String(bare)} of them`;
  const when =
    over.length > 4
      ? `${String(over.length)} of ${String(demand.months.length)} months`
      : listMonths(over.map(({ month }) => month));
  return `${who} is over capacity in ${when}${plan}${nobody}`;
}

/** The month to open with: the one of the address, else the fullest, else the first. */
export function openingMonth(demand: Demand, one: DemandOfTeam, wanted: string | null): number {
  const asked = demand.months.findIndex((month) => month === wanted);
  if (asked >= 0) return asked;
  const fullest = fullestMonth(demand.months, one);
  return fullest ? demand.months.indexOf(fullest.month) : 0;
}

export type MonthReading = {
  month: Month;
  load: number;
  /** Null where no roster is loaded. */
  capacity: number | null;
  /** Null without capacity, known or not. */
  utilisation: number | null;
  /** With the accepted plan; null where there is none. */
  planned: { load: number; utilisation: number | null } | null;
  isPeak: boolean;
  /** Why it is a peak, in words; empty for other months. */
  tests: string[];
  causes: PeakCause[];
  /** Of supervisors' hours, in words; null where they have no work. */
  supervisors: string | null;
  duties: Array<{
    key: string;
    name: string;
    colour: string;
    hours: number | null;
    occurrences: number;
    share: number | null;
  }>;
};

const testWords = {
  'over-capacity': 'over capacity',
  'above-mean': 'well above the team’s mean',
};

/** All that the page says of one month. */
export function readMonth(demand: Demand, one: DemandOfTeam, index: number): MonthReading | null {
  const month = demand.months[index];
  if (month === undefined) return null;
  const peak = one.peaks.find((candidate) => candidate.month === month);
  const load = one.load[index] ?? 0;
  const share = one.utilisation[index] ?? null;
  const colours = dutyColours(demand.duties.map((duty) => duty.key));
  return {
    month,
    load,
    capacity: demand.rosterAsAt === null ? null : (one.capacity[index] ?? null),
    utilisation: share,
    planned: one.planned && {
      load: one.planned.load[index] ?? 0,
      utilisation: one.planned.utilisation[index] ?? null,
    },
    isPeak: peak !== undefined,
    tests: peak?.tests.map((test) => testWords[test]) ?? [],
    causes: peak?.because ?? [],
    supervisors: supervisorSentence(demand, one, index),
    duties: demand.duties.flatMap((duty) => {
      const occurrences = one.occurrences[duty.key]?.[index] ?? 0;
      const hours = duty.hoursOf === 'offender-manager' ? (one.loadByDuty[duty.key]?.[index] ?? 0) : null;
      if (occurrences === 0 && (hours === null || hours === 0)) return [];
      return [
        {
          key: duty.key,
          name: duty.name,
          colour: colours.get(duty.key) ?? 'var(--duty-expected)',
          hours,
          occurrences,
          share: hours === null || load === 0 ? null : hours / load,
        },
      ];
    }),
  };
}

/** The month in one sentence. */
export function monthSentence(reading: MonthReading): string {
  const { month, load, capacity, utilisation } = reading;
  const due = `${showHours(load)} fall due in ${showMonth(month)}`;
  if (capacity === null) return `${due}; capacity is not known.`;
  if (utilisation === null) return `${due}; ${NOBODY}.`;
  const difference = load - capacity;
  const side = difference > 0 ? `${showHours(difference)} too many` : `${showHours(-difference)} to spare`;
  return `${due} against ${showHours(capacity)} of capacity: ${showPercent(utilisation)}, ${side}.`;
}

/** What the month comes to with what the chart lays over it; null where it shows the cases held, as work falls due. */
export function overlaidSentence(
  { planned }: MonthReading,
  shown: { isPlanned: boolean; hasJoiners: boolean },
): string | null {
  const parts: string[] = [];
  if (shown.isPlanned && planned) {
    const share = planned.utilisation === null ? '' : `: ${showPercent(planned.utilisation)}`;
    parts.push(`With the accepted plan it is ${showHours(planned.load)}${share}.`);
  }
  if (shown.hasJoiners) parts.push('Expected joiners come on top, as the chart shows.');
  return parts.length === 0
    ? null
    : `${parts.join(' ')} All else here is of the cases held, as their work falls due.`;
}

/** Supervisors' hours of the month, which are counted apart, and their fullest month; null where they have no work. */
function supervisorSentence(
  { months, rosterAsAt }: Demand,
  { supervisor: { load, capacity } }: DemandOfTeam,
  index: number,
): string | null {
  if (!load.some((value) => value > 0)) return null;
  const due = `Supervisors’ hours are counted apart: ${showHours(load[index] ?? 0)}`;
  if (rosterAsAt === null) return `${due}; capacity is not known.`;
  const shares = utilisationOf(load, capacity);
  const share = shares[index] ?? null;
  const against =
    share === null
      ? `; ${NOBODY}`
      : ` against ${showHours(capacity[index] ?? 0)} of capacity (${showPercent(share)})`;
  // A month with nobody in post is said when it is the one looked at.
  const fullest = fullestMonth(months, { utilisation: shares, peaks: [] });
  return fullest === null
    ? `${due}${against}.`
    : `${due}${against}; their fullest month is ${showMonth(fullest.month)} (${showFullness(fullest.utilisation)}).`;
}

export type TableLine = { name: string; unit: string; values: string[] };

/** The chart's figures as lines of a table, months across. */
export function tableLines(demand: Demand, one: DemandOfTeam, choice: DemandChoice): TableLine[] {
  const lines: TableLine[] = dutySeries(demand, one, choice).map((series) => ({
    name: series.name,
    unit: choice.measure === 'hours' ? 'h' : 'number',
    values: series.values.map((value) => showCount(value)),
  }));
  if (choice.measure === 'occurrences') return lines;
  const isPlanned = choice.isPlanned && one.planned !== null;
  const load = isPlanned && one.planned ? one.planned.load : one.load;
  const shares = shownUtilisation(one, choice.isPlanned);
  return [
    ...lines,
    { name: 'Load', unit: 'h', values: load.map((value) => showCount(value)) },
    {
      name: 'Capacity',
      unit: 'h',
      values: one.capacity.map((value) => showCount(demand.rosterAsAt === null ? null : value)),
    },
    { name: 'Utilisation', unit: '', values: shares.map((share) => showPercent(share)) },
    { name: 'Supervisors’ work', unit: 'h', values: one.supervisor.load.map((value) => showCount(value)) },
    {
      name: 'Supervisors’ capacity',
      unit: 'h',
      values: one.supervisor.capacity.map((value) => showCount(value)),
    },
  ];
}

/** Which plan is laid over demand, and how many of its moves are. */
export const planSaid = (team: string | null, { asAt, counts }: PlannedDemand): string =>
  team === null
    ? `Plans in force: ${movesLeftSaid(counts)}.`
    : `The plan in force was accepted on the snapshot as at ${showDate(asAt)}: ${movesLeftSaid(counts)}.`;
