/** What comes again and again, in words. */
import type { AbstractionSettings, RegularFinding } from '#shared/domain/abstraction.ts';
import { monthsBetween, monthOf, monthZero, showDate, type IsoDate } from '#shared/domain/dates.ts';
import { counted, listed } from '#shared/planning/wording.ts';
import { showCount, showHours } from '../../view/figures.ts';
import { showWhen } from './ledger-model.ts';
import { dayName, NEAR_MONTHS, showReason } from './model.ts';

/** The day up to which is looked for: today, unless the snapshot looked at is of another time. */
export const lookedUpTo = (asAt: IsoDate, today: IsoDate): IsoDate =>
  Math.abs(monthsBetween(monthOf(today), monthZero(asAt))) <= NEAR_MONTHS ? today : asAt;

/** `8103`, or `the team Harbour` */
const whoOf = ({ collar, team }: RegularFinding): string =>
  collar ?? (team === null ? 'people on no staff list' : `the team ${team}`);

/** `on 24 Saturdays of 52 weeks`, `8 times within 90 days` */
export const patternOf = ({ rule, weekday, times, of }: RegularFinding): string =>
  rule === 'weekday' && weekday !== null
    ? `on ${counted(times, dayName(weekday))} of ${counted(of, 'week')}`
    : `${counted(times, 'time')} within ${counted(of, 'day')}`;

/** "8103, Operational: Football, on 24 Saturdays of 52 weeks" */
export const findingTitle = (finding: RegularFinding): string => {
  const said = findingWords(finding);
  return finding.collar === null ? said.charAt(0).toUpperCase() + said.slice(1) : said;
};

const findingWords = (finding: RegularFinding): string =>
  `${whoOf(finding)}, ${showReason(finding)}, ${patternOf(finding)}`;

/** `under 1 in 1,000`, `1 in 40`; null when chance was not asked. */
export function chanceWords(chance: number | null): string {
  if (chance === null) return 'not asked';
  return chance < 0.001 ? 'under 1 in 1,000' : `1 in ${showCount(1 / chance)}`;
}

/** The newest of the dates that show it, and how many more there are. */
export function newestDates({ dates }: RegularFinding, most = 1): string {
  const shown = dates.slice(-most).reverse().map(showDate);
  const more = dates.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${counted(more, 'more', 'more')}` : listed(shown);
}

/** How many are regular, and which of them takes the most hours. */
export function regularHeadline(findings: readonly RegularFinding[]): string {
  const open = findings.filter(({ dismissed }) => dismissed === null);
  const aside = findings.length - open.length;
  const set = aside === 0 ? '' : ` ${counted(aside, 'finding is', 'findings are')} set aside.`;
  if (open.length === 0) return `No abstraction is regular.${set}`;
  const officers = open.filter(({ level }) => level === 'officer').length;
  const teams = open.length - officers;
  const parts = [
    ...(officers === 0 ? [] : [`${showCount(officers)} of officers`]),
    ...(teams === 0 ? [] : [`${showCount(teams)} of teams`]),
  ];
  const [most] = [...open].sort((a, b) => b.hours - a.hours);
  const worst = most ? ` Most hours: ${findingWords(most)}, ${showHours(most.hours)}.` : '';
  return `${counted(open.length, 'regular abstraction')}: ${listed(parts)}.${worst}${set}`;
}

/** What was looked for, in one sentence each. */
export function thresholdWords(thresholds: AbstractionSettings, from: IsoDate, asAt: IsoDate): string {
  const { windowTimes, windowDays, weekdayTimes, weekdayWeeks, chance } = thresholds;
  const rare =
    chance === null
      ? ''
      : `, and so rare by chance that at most ${chanceWords(chance)} chance-made rosters shows any`;
  return `Looked for from ${showDate(from)} to ${showDate(asAt)}: one reason at least ${counted(windowTimes, 'time')} within ${counted(windowDays, 'day')}, or on one weekday in at least ${showCount(weekdayTimes)} of ${counted(weekdayWeeks, 'week')}${rare}.`;
}

/** "Set aside by harris on 3 Nov 2026: on the rota. 2 dates since." */
export function dismissedWords({ dismissed }: RegularFinding): string {
  if (!dismissed) return '';
  const since = dismissed.since === 0 ? '' : ` ${counted(dismissed.since, 'date')} since.`;
  return `Set aside by ${dismissed.by} on ${showWhen(dismissed.at)}: ${dismissed.why}.${since}`.replace(
    '..',
    '.',
  );
}
