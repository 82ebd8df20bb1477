/** Invented abstraction records of the last two years, and a few already known for the months ahead. */
import type { Abstraction } from '#shared/domain/abstraction.ts';
import { workingDays } from '#shared/domain/calendar.ts';
import {
  addDays,
  addMonths,
  daysFrom,
  monthOf,
  monthRange,
  weekday,
  type IsoDate,
} from '#shared/domain/dates.ts';
import { inPost, type Officer } from '#shared/domain/officer.ts';
import { hours } from '#shared/domain/units.ts';
import type { Random } from './random.ts';
import type { DemoTeam } from './teams.ts';

const PAST_MONTHS = 24;
const AHEAD_DAYS = 60;

const peopleOf = (team: DemoTeam): Officer[] => [
  ...team.posts.flatMap((post) => post.holders),
  team.supervisor,
];

/** All records, ordered by day and then by collar number. */
export function inventAbstractions(teams: readonly DemoTeam[], asAt: IsoDate, random: Random): Abstraction[] {
  const first = addMonths(monthOf(asAt), -PAST_MONTHS + 1);
  const months = monthRange(first, PAST_MONTHS);
  const until = addDays(asAt, AHEAD_DAYS);
  const records: Abstraction[] = [];
  const add = (officer: Officer, from: IsoDate, days: number, kind: ReturnType<typeof away>): void => {
    const to = addDays(from, days - 1);
    if (!inPost(officer, from) || !inPost(officer, to)) return;
    const working = daysFrom(from, to).filter((day) => workingDays(monthOf(day)).includes(day)).length;
    const time = Math.max(1, working) * 8 * officer.fte;
    records.push({ collar: officer.collar, from, to, hours: hours(Math.round(time * 10) / 10), ...kind });
  };

  for (const team of teams) {
    for (const officer of peopleOf(team)) {
      for (const month of months) {
        const days = workingDays(month);
        const someDay = (): IsoDate | undefined => days[random.int(0, days.length - 1)];
        for (const { chance, longest, kind } of routine) {
          const day = random.chance(chance) ? someDay() : undefined;
          if (day) add(officer, day, random.int(1, longest), kind);
        }
      }
    }
    if (team.hasFootball) addFootball(team, daysFrom(addDays(asAt, -700), until), add, random);
  }
  return records.sort((a, b) =>
    a.from === b.from ? (a.collar < b.collar ? -1 : 1) : a.from < b.from ? -1 : 1,
  );
}

const away = (group: string, activity: string, toOtherPolicing = false) => ({
  group,
  activity,
  detail: null,
  toOtherPolicing,
});

/** What happens to anyone in a month, how likely, and for how many days at most. */
const routine = [
  { chance: 0.1, longest: 4, kind: away('Absence', 'Sickness') },
  { chance: 0.006, longest: 40, kind: away('Absence', 'Long-term sickness') },
  { chance: 0.07, longest: 2, kind: away('Court', 'Crown Court') },
  { chance: 0.3, longest: 2, kind: away('Training', 'Personal safety') },
  { chance: 0.02, longest: 4, kind: away('Operational', 'Mutual aid', true) },
];

/** Two of the team on most Saturdays of the season, August to May. */
function addFootball(
  team: DemoTeam,
  days: readonly IsoDate[],
  add: (officer: Officer, from: IsoDate, days: number, kind: ReturnType<typeof away>) => void,
  random: Random,
): void {
  const pool = team.posts.flatMap((post) => post.holders).filter((officer) => officer.contract === 'officer');
  for (const day of days) {
    const month = Number(day.slice(5, 7));
    if (weekday(day) !== 6 || month === 6 || month === 7 || !random.chance(0.6)) continue;
    const start = random.int(0, pool.length - 1);
    for (const officer of [pool[start], pool[(start + 1) % pool.length]]) {
      if (officer) add(officer, day, 1, away('Operational', 'Football', true));
    }
  }
}
