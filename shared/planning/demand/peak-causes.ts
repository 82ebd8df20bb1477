/** What makes a month a peak: the duties, risk levels, people and past surges behind it (planning §2). */
import { riskLevels, riskNames } from '#shared/domain/case.ts';
import { showMonth, type Month } from '#shared/domain/dates.ts';
import type { PeakCause } from '#shared/domain/demand.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { hours, type Hours } from '#shared/domain/units.ts';
import { showHours, showCount, showPercent } from '../figures.ts';
import { MEAN_MONTHS, type WorkItem } from './load.ts';
import { counted, dutyNoun } from '../wording.ts';

export type PeakFacts = {
  months: readonly Month[];
  load: readonly Hours[];
  capacity: readonly Hours[];
  items: readonly WorkItem[];
  duties: readonly DutyStandard[];
  /** Each offender manager's share of the team's contracted hours in a month; empty for the force. */
  officerShares: (month: number) => ReadonlyMap<string, number>;
};

/** The facts with the work sorted by month, and its means over the next twelve months, found once for all peaks. */
export type PeakIndex = PeakFacts & {
  byMonth: ReadonlyArray<readonly WorkItem[]>;
  /** Mean hours a month of all work, and of each duty, risk level and team. */
  meanOf: (group: string) => number;
  /** How many of a duty's occurrences of a month usually come from one and the same earlier month. */
  usualSource: (duty: string) => number;
};

const groupsOf = (item: WorkItem): string[] => [ALL, item.duty, item.risk, item.team];
const ALL = '*';

/** Sorts the work by month and finds its means, once for all peaks of a team. */
export function indexWork(facts: PeakFacts): PeakIndex {
  const byMonth = facts.months.map((): WorkItem[] => []);
  for (const item of facts.items) byMonth[item.month]?.push(item);
  const first = byMonth.slice(0, MEAN_MONTHS);
  const means = new Map<string, number>();
  for (const item of first.flat()) {
    for (const group of groupsOf(item)) {
      means.set(group, (means.get(group) ?? 0) + item.hours / first.length);
    }
  }
  const usual = new Map(
    facts.duties.map(({ key }) => {
      const counts = first.map(
        (items) => mainSource(items.filter((item) => item.duty === key))?.own.length ?? 0,
      );
      return [key, counts.reduce((total, count) => total + count, 0) / first.length];
    }),
  );
  return {
    ...facts,
    byMonth,
    meanOf: (group) => means.get(group) ?? 0,
    usualSource: (duty) => usual.get(duty) ?? 0,
  };
}

/** Causes beyond these no longer help a reader. */
const MOST_CAUSES = 5;

/** A cause and the hours by which it stands out, which order the causes. */
type Candidate = PeakCause & { weight: number };

/** What makes a month's load or lack of capacity stand out, most important first. */
export function explainPeak(input: PeakIndex, month: number): PeakCause[] {
  const items = input.byMonth[month] ?? [];
  const candidates = [
    ...overdueCause(items, month),
    ...dutyCauses(input, items),
    ...riskCauses(input, items),
    ...teamCauses(input, items),
    ...surgeCauses(input, items),
    ...officerCauses(input, items, month),
    ...capacityCauses(input, month),
  ].sort((a, b) => b.weight - a.weight);
  const most = candidates[0]?.weight ?? 0;
  const telling = candidates.filter((one) => one.weight >= 0.15 * most).slice(0, MOST_CAUSES);
  return (telling.length > 0 ? telling : biggestDuty(input, items)).map(
    ({ kind, subject, hours: time, count, text }) => ({ kind, subject, hours: time, count, text }),
  );
}

/** When nothing stands out, the plain fact: the duty that takes most of the month. */
function biggestDuty(input: PeakIndex, items: readonly WorkItem[]): Candidate[] {
  const all = input.duties.map((duty) => {
    const own = items.filter((item) => item.duty === duty.key);
    return { duty, own, time: hoursOf(own) };
  });
  const [most] = all.sort((a, b) => b.time - a.time);
  if (!most || most.time === 0) return [];
  const { duty, own, time } = most;
  const noun = dutyNoun(duty.name, own.length);
  const verb = own.length === 1 ? 'takes' : 'take';
  const text = `${showCount(own.length)} ${noun} ${verb} ${showHours(time)} of the ${showHours(hoursOf(items))}; nothing else stands out.`;
  return [{ kind: 'duty', subject: duty.key, hours: hours(time), count: own.length, weight: time, text }];
}

const hoursOf = (items: readonly WorkItem[]): number => items.reduce((total, item) => total + item.hours, 0);

function overdueCause(items: readonly WorkItem[], month: number): Candidate[] {
  const overdue = items.filter((item) => item.isOverdue);
  const time = hoursOf(overdue);
  if (overdue.length === 0 || time < 0.05 * hoursOf(items)) return [];
  return [
    {
      kind: 'overdue',
      subject: String(month),
      hours: hours(time),
      count: overdue.length,
      weight: time,
      text: `${counted(overdue.length, 'overdue occurrence')} (${showHours(time)}) ${overdue.length === 1 ? 'is' : 'are'} caught up in this month.`,
    },
  ];
}

/** Groups of the month's work that are well above their own monthly mean and carry much of the excess. */
function standingOut(
  input: PeakIndex,
  items: readonly WorkItem[],
  group: string,
  isIn: (item: WorkItem) => boolean,
): { own: WorkItem[]; time: number; mean: number; excess: number } | null {
  const own = items.filter(isIn);
  const time = hoursOf(own);
  const mean = input.meanOf(group);
  const meanOfAll = input.meanOf(ALL);
  const excess = time - mean;
  const excessOfAll = hoursOf(items) - meanOfAll;
  return excess > 0.15 * mean && excess >= 0.25 * Math.max(excessOfAll, 0) && excess >= 0.03 * meanOfAll
    ? { own, time, mean, excess }
    : null;
}

const moreThanUsual = (time: number, mean: number): string =>
  `${showHours(time)}, ${showHours(time - mean)} more than in a mean month`;

function dutyCauses(input: PeakIndex, items: readonly WorkItem[]): Candidate[] {
  return input.duties.flatMap((duty): Candidate[] => {
    const found = standingOut(input, items, duty.key, (item) => item.duty === duty.key);
    if (!found) return [];
    const { own, time, mean, excess } = found;
    const verb = own.length === 1 ? 'takes' : 'take';
    const text = `${showCount(own.length)} ${dutyNoun(duty.name, own.length)} ${verb} ${moreThanUsual(time, mean)}.`;
    return [{ kind: 'duty', subject: duty.key, hours: hours(time), count: own.length, weight: excess, text }];
  });
}

function riskCauses(input: PeakIndex, items: readonly WorkItem[]): Candidate[] {
  return riskLevels.flatMap((risk): Candidate[] => {
    const found = standingOut(input, items, risk, (item) => item.risk === risk);
    if (!found) return [];
    const { own, time, mean, excess } = found;
    const text = `${riskNames[risk].name}-risk cases take ${moreThanUsual(time, mean)}.`;
    // Every duty has a risk level too: of two that say the same, the duty goes first.
    return [
      { kind: 'risk', subject: risk, hours: hours(time), count: own.length, weight: excess * 0.9, text },
    ];
  });
}

function teamCauses(input: PeakIndex, items: readonly WorkItem[]): Candidate[] {
  const teams = [...new Set(input.items.map((item) => item.team))].sort();
  if (teams.length < 2) return [];
  return teams.flatMap((team): Candidate[] => {
    const found = standingOut(input, items, team, (item) => item.team === team);
    if (!found) return [];
    const { own, time, mean, excess } = found;
    const text = `${team} has ${moreThanUsual(time, mean)}.`;
    return [{ kind: 'team', subject: team, hours: hours(time), count: own.length, weight: excess, text }];
  });
}

/** The earlier month from which most of a duty's occurrences of a month come. */
function mainSource(items: readonly WorkItem[]): { source: Month; own: WorkItem[] } | null {
  const bySource = Map.groupBy(items, (item) => item.lastDone);
  let best: { source: Month; own: WorkItem[] } | null = null;
  for (const [source, own] of bySource) {
    if (source === null) continue;
    if (!best || own.length > best.own.length || (own.length === best.own.length && source < best.source)) {
      best = { source, own };
    }
  }
  return best;
}

const extent = (count: number, of: number, whose: string): string =>
  count === of ? `All ${whose} of the month` : `${showCount(count)} of the month's ${whose}`;

/** A past surge: far more of the month's work than usual was last done in one and the same month. */
function surgeCauses(input: PeakIndex, items: readonly WorkItem[]): Candidate[] {
  return input.duties.flatMap((duty): Candidate[] => {
    const ofDuty = items.filter((item) => item.duty === duty.key);
    const main = mainSource(ofDuty);
    if (!main || main.own.length < 0.25 * ofDuty.length) return [];
    const usual = input.usualSource(duty.key);
    const extra = main.own.length - usual;
    if (extra < 0.4 * usual || extra < 3) return [];
    const time = hoursOf(main.own);
    const verb = main.own.every((item) => item.isFirst) ? 'were last done in' : 'go back to those done in';
    const whose = `${showCount(ofDuty.length)} ${dutyNoun(duty.name, ofDuty.length)}`;
    const part = extent(main.own.length, ofDuty.length, whose);
    return [
      {
        kind: 'surge',
        subject: main.source,
        hours: hours(time),
        count: main.own.length,
        weight: (extra * time) / main.own.length,
        text: `${part} ${verb} ${showMonth(main.source)}.`,
      },
    ];
  });
}

/** Offender managers whose share of the month's hours is well above their share of the team's time. */
function officerCauses(input: PeakIndex, items: readonly WorkItem[], month: number): Candidate[] {
  const shares = input.officerShares(month);
  if (shares.size === 0) return [];
  const total = hoursOf(items);
  const found: Candidate[] = [];
  for (const [officer, own] of Map.groupBy(items, (item) => item.officer)) {
    if (officer === null) continue;
    const time = hoursOf(own);
    const share = total > 0 ? time / total : 0;
    const ofTime = shares.get(officer) ?? 0;
    if (share < 0.1 || share < 1.4 * ofTime) continue;
    const text =
      ofTime > 0
        ? `Offender manager ${officer} carries ${showPercent(share)} of the hours with ${showPercent(ofTime)} of the team's time.`
        : `Offender manager ${officer} carries ${showPercent(share)} of the hours but is not in post in the roster.`;
    found.push({
      kind: 'officer',
      subject: officer,
      hours: hours(time),
      count: own.length,
      weight: (share - ofTime) * total * 0.5,
      text,
    });
  }
  return found.sort((a, b) => b.weight - a.weight || (a.subject < b.subject ? -1 : 1)).slice(0, 2);
}

/** A month short of people, and a team that is short of them on average. */
function capacityCauses(input: PeakIndex, month: number): Candidate[] {
  const meanOf = (values: readonly number[]): number => {
    const first = values.slice(0, MEAN_MONTHS);
    return first.reduce((total, value) => total + value, 0) / first.length;
  };
  const mean = meanOf(input.capacity);
  const meanLoad = meanOf(input.load);
  const own = input.capacity[month] ?? 0;
  const found: Candidate[] = [];
  const add = (missing: number, text: string): void => {
    found.push({
      kind: 'capacity',
      subject: 'capacity',
      hours: hours(missing),
      count: null,
      weight: missing,
      text,
    });
  };
  if (own <= 0) {
    const usual = mean > 0 ? `, where a mean month has ${showHours(mean)} of capacity` : '';
    add(input.load[month] ?? 0, `Nobody is in post${usual}.`);
  } else if (own < 0.9 * mean) {
    add(
      mean - own,
      `Capacity is ${showHours(own)}, ${showPercent(1 - own / mean)} below its mean of ${showHours(mean)}.`,
    );
  }
  if (meanLoad > mean && mean > 0) {
    add(
      meanLoad - mean,
      `Even a mean month is over capacity: ${showHours(meanLoad)} of work, ${showHours(mean)} of capacity.`,
    );
  }
  return found;
}
