/**
 * Regular abstractions (planning §5): the same officer or team, the same reason, at least n times in a rolling
 * window, or on the same weekday in at least k of w weeks; and in either case more often than chance brings it.
 *
 * Who is often away by chance is found in any roster that is long enough, so plain counts accuse people of nothing.
 * Each of the four searches (officer or team × window or weekday) may find anything at all in a quarter of `chance`
 * of the rosters that chance makes, all its people and reasons together:
 * - window: absences of a reason fall to any person of the team (for teams: to any team by its people) and on any day
 *   alike. Of N absences each begins a window, so N × P(n − 1 or more of the others are the person's and in it) is
 *   at least the chance of any window of n.
 * - weekday: a person's absence falls on any working day alike, so the days on one weekday are a binomial count. Days
 *   of absences longer than three days are left out.
 */
import type { AbstractionSettings, RegularFinding } from '#shared/domain/abstraction.ts';
import { workingDays } from '#shared/domain/calendar.ts';
import { addDays, daysBetween, monthOf, weekday, type IsoDate } from '#shared/domain/dates.ts';
import { inPost, type Officer } from '#shared/domain/officer.ts';
import { hours } from '#shared/domain/units.ts';
import { sum } from '../sum.ts';
import { atLeast, leastBeyondChance } from './chance.ts';
import { spellsOf, type Counted, type Spell } from './spells.ts';

const SEARCHES = 4;
const DAYS_A_WEEK = 7;
/** A longer absence takes the weekdays as they come and says nothing of one of them. */
const MOST_DAYS = 3;

export type RegularInput = {
  /** As they count: an absence known twice is here once. */
  abstractions: readonly Counted[];
  /** Everyone known with their team. */
  people: readonly Officer[];
  thresholds: AbstractionSettings;
  /** The last day looked at. */
  asAt: IsoDate;
};

type Finding = Omit<RegularFinding, 'dismissed'>;
type Level = Finding['level'];
/** The absences of one person, or team, for one reason. */
type Subject = { level: Level; team: string | null; collar: string | null; spells: Spell[] };
type Look = RegularInput & { from: IsoDate; teamOf: ReadonlyMap<string, string>; sizes: Sizes };
type Sizes = { byTeam: ReadonlyMap<string, number>; all: number };

/** The first day looked at. */
export const regularFrom = ({ weekdayWeeks }: AbstractionSettings, asAt: IsoDate): IsoDate =>
  addDays(asAt, 1 - weekdayWeeks * DAYS_A_WEEK);

/** What is regular in the weeks up to a day, what chance explains least first. */
export function regularAbstractions(input: RegularInput): Finding[] {
  const { asAt, thresholds, people, abstractions } = input;
  const from = regularFrom(thresholds, asAt);
  const spells = spellsOf(abstractions).filter((one) => one.from >= from && one.from <= asAt);
  const teamOf = new Map(people.map(({ collar, team }) => [collar, team]));
  const look = { ...input, from, teamOf, sizes: sizesOf(people, spells, from, asAt) };
  return (['officer', 'team'] as const)
    .flatMap((level) => {
      const subjects = subjectsOf(level, spells, teamOf);
      return [...inWindows(subjects, look), ...onWeekdays(subjects, look)];
    })
    .sort((a, b) => (a.chance ?? 0) - (b.chance ?? 0) || b.times - a.times || (a.key < b.key ? -1 : 1));
}

/** People in post at some time, and those who were absent without being on any roster. */
function sizesOf(people: readonly Officer[], spells: readonly Spell[], from: IsoDate, asAt: IsoDate): Sizes {
  const byTeam = new Map<string, number>();
  const known = new Set(people.map(({ collar }) => collar));
  const add = (team: string): void => {
    byTeam.set(team, (byTeam.get(team) ?? 0) + 1);
  };
  for (const person of people) {
    const isThere = (person.start ?? from) <= asAt && (person.leaving ?? asAt) >= from;
    if (isThere || inPost(person, asAt)) add(person.team);
  }
  for (const collar of new Set(spells.map((one) => one.collar))) if (!known.has(collar)) add('');
  return { byTeam, all: [...byTeam.values()].reduce((sum, one) => sum + one, 0) };
}

function subjectsOf(level: Level, spells: readonly Spell[], teamOf: ReadonlyMap<string, string>): Subject[] {
  const subjects = new Map<string, Subject>();
  for (const spell of spells) {
    const team = teamOf.get(spell.collar) ?? null;
    if (level === 'team' && team === null) continue;
    const key = JSON.stringify([level === 'team' ? team : spell.collar, spell.reason]);
    const subject = subjects.get(key);
    if (subject) subject.spells.push(spell);
    else subjects.set(key, { level, team, collar: level === 'team' ? null : spell.collar, spells: [spell] });
  }
  return [...subjects.values()];
}

/** A finding of a subject, its evidence being some of the subject's absences. */
function found(
  { level, team, collar, spells }: Subject,
  rule: Pick<Finding, 'rule' | 'weekday' | 'times' | 'of' | 'needed' | 'chance'>,
  dates: readonly IsoDate[],
  lost: number,
): Finding[] {
  const [first] = spells;
  if (!first) return [];
  const { group, activity, kind, reason } = first;
  const key = JSON.stringify([rule.rule, rule.weekday, level, collar ?? team, reason]);
  return [
    { key, level, team, collar, group, activity, kind, ...rule, dates: [...dates], hours: hours(lost) },
  ];
}

/** Absences of one reason among which a subject's are looked at: its team's, or for teams the force's. */
const poolOf = ({ level, team, spells }: Subject): string =>
  JSON.stringify([level === 'team' ? null : team, spells[0]?.reason]);

function inWindows(subjects: readonly Subject[], look: Look): Finding[] {
  const { windowTimes, windowDays, chance } = look.thresholds;
  const pools = new Map<string, number>();
  for (const subject of subjects) {
    pools.set(poolOf(subject), (pools.get(poolOf(subject)) ?? 0) + subject.spells.length);
  }
  const pool = (subject: Subject): number => pools.get(poolOf(subject)) ?? 0;
  const tests = [...pools.values()].filter((count) => count >= windowTimes).length;
  const part = Math.min(1, windowDays / (daysBetween(look.from, look.asAt) + 1));
  return subjects.flatMap((subject) => {
    const evidence = fullestWindow(subject.spells, windowDays);
    if (evidence.length < windowTimes) return [];
    const count = pool(subject);
    const probability = Math.min(1, shareOf(subject, look.sizes) * part);
    const chanceOf = (times: number): number => tests * count * atLeast(times - 1, count - 1, probability);
    const needed = neededBy(windowTimes, count, chance, chanceOf);
    if (evidence.length < needed) return [];
    const times = evidence.length;
    const likely = chance === null ? null : Math.min(1, chanceOf(times));
    const rule = { rule: 'window' as const, weekday: null, times, of: windowDays, needed, chance: likely };
    const dates = [...new Set(evidence.map(({ from }) => from))];
    return found(subject, rule, dates, sum(evidence.map((one) => one.hours)));
  });
}

const neededBy = (
  threshold: number,
  most: number,
  chance: number | null,
  chanceOf: (times: number) => number,
): number => (chance === null ? threshold : leastBeyondChance(threshold, most, chance / SEARCHES, chanceOf));

/** The part of the pool's absences that falls to the subject when all people are alike. */
function shareOf({ level, team }: Subject, { byTeam, all }: Sizes): number {
  const size = Math.max(1, byTeam.get(team ?? '') ?? 1);
  return level === 'team' ? size / Math.max(1, all) : 1 / size;
}

/** The most absences that begin within so many days; of equals the latest. */
function fullestWindow(spells: readonly Spell[], days: number): Spell[] {
  let best: Spell[] = [];
  let first = 0;
  spells.forEach((last, index) => {
    for (let one = spells[first]; one && daysBetween(one.from, last.from) >= days; one = spells[first])
      first += 1;
    if (index - first + 1 >= best.length) best = spells.slice(first, index + 1);
  });
  return best;
}

function onWeekdays(subjects: readonly Subject[], look: Look): Finding[] {
  const { weekdayTimes, weekdayWeeks, chance } = look.thresholds;
  const shares = weekdayShares(look.from, look.asAt);
  const lost = subjects.map((subject) => {
    const short = subject.spells.filter(({ days }) => days.length <= MOST_DAYS);
    const days = [...new Set(short.flatMap((one) => one.days))].sort();
    return { subject, short, days, byWeekday: Map.groupBy(days, weekday) };
  });
  const tests = lost.filter(({ days }) => days.length >= weekdayTimes).length * DAYS_A_WEEK;
  return lost.flatMap(({ subject, short, days, byWeekday }) =>
    shares.flatMap((share, day) => {
      const dates = byWeekday.get(day) ?? [];
      const times = dates.length;
      if (times < weekdayTimes) return [];
      const chanceOf = (least: number): number => tests * atLeast(least, days.length, share);
      const needed = neededBy(weekdayTimes, days.length, chance, chanceOf);
      if (times < needed) return [];
      const likely = chance === null ? null : Math.min(1, chanceOf(times));
      const rule = {
        rule: 'weekday' as const,
        weekday: day,
        times,
        of: weekdayWeeks,
        needed,
        chance: likely,
      };
      // Each absence's hours of that weekday only.
      const hoursLost = short.map((one) => (one.hours * onDay(one.days, day)) / one.days.length);
      return found(subject, rule, dates, sum(hoursLost));
    }),
  );
}

const onDay = (days: readonly IsoDate[], day: number): number =>
  days.filter((one) => weekday(one) === day).length;

/** How often a working day is of each weekday; at least one day in seven, as some reasons fall on any day. */
function weekdayShares(from: IsoDate, to: IsoDate): number[] {
  const counts = new Array<number>(DAYS_A_WEEK).fill(0);
  let all = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!workingDays(monthOf(day)).includes(day)) continue;
    counts[weekday(day)] = (counts[weekday(day)] ?? 0) + 1;
    all += 1;
  }
  return counts.map((count) => Math.max(1 / DAYS_A_WEEK, all === 0 ? 0 : count / all));
}
