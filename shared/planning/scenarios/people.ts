/** Offender managers month by month: the roster, posts added and taken away, leavers and who follows them. */
import { workingDays } from '#shared/domain/calendar.ts';
import { monthOf, monthsBetween, type Month } from '#shared/domain/dates.ts';
import { inPost, type Contract, type Officer, type OfficerRole } from '#shared/domain/officer.ts';
import type { ChangeOf } from '#shared/domain/scenario.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { fte } from '#shared/domain/units.ts';
import { contractedDay } from '../capacity.ts';
import { addUp } from '../demand/load.ts';
import { sum } from '../sum.ts';
import { bearsOn, firstInPost, type Assumed } from './assumed.ts';
import type { BaseTeam, ScenarioBase } from './base.ts';

export type Paid = { role: OfficerRole; contract: Contract; fte: number[] };

export type TeamPeople = {
  /** Offender managers in post, mean over the month's working days. */
  inPost: number[];
  /** The same with newcomers in training as the share that they count as. */
  fte: number[];
  /** Contracted hours, newcomers in part. */
  contracted: number[];
  /** Everyone paid for: offender managers, and posts of other roles that the scenario adds. */
  paid: Paid[];
  /** Full-time equivalents that the scenario takes away and that are not there, in the month with the most. */
  beyond: number;
};

type Rows = { inPost: number[]; fte: number[]; contracted: number[]; byContract: Record<Contract, number[]> };

const noRows = (months: number): Rows => ({
  inPost: zeros(months),
  fte: zeros(months),
  contracted: zeros(months),
  byContract: { officer: zeros(months), staff: zeros(months) },
});
const zeros = (months: number): number[] => new Array<number>(months).fill(0);
const bump = (row: number[], at: number, by: number): void => {
  row[at] = (row[at] ?? 0) + by;
};

/** Share of a month's working days on which the person is in post: 0.5 for a leaver half way through. */
function shareInPost(officer: Officer, month: Month): number {
  const days = workingDays(month);
  return days.filter((day) => inPost(officer, day)).length / days.length;
}

/** Hours of one full-time equivalent in a month. */
const hoursOfOne = (contract: Contract, month: Month, { standards }: Assumed): number =>
  contractedDay({ contract, fte: fte(1) }, standards.assumptions) * workingDays(month).length;

/** First month index in post, and the last; below 0 for posts that are there already. */
function timeOfPosts(change: ChangeOf<'posts'>, month0: Month): { first: number; last: number } {
  return {
    first: monthsBetween(month0, firstInPost(change)),
    last: change.until === null ? Infinity : monthsBetween(month0, change.until),
  };
}

/** Posts of a change that fall to a team: its own, or its part of those for all, by RSOs counted. */
function postsOf(change: ChangeOf<'posts'>, team: BaseTeam, teams: readonly BaseTeam[]): number {
  if (change.team !== null) return isSameTeam(change.team, team.team) ? change.posts : 0;
  const all = sum(teams.map(({ counted }) => counted));
  return change.posts * (all > 0 ? team.counted / all : 1 / teams.length);
}

type Posts = { fte: number; contract: Contract; first: number; last: number };

/** Adds full-time equivalents that count in part for the first months. */
function put(
  rows: Rows,
  people: Posts,
  training: { trainingMonths: number; productivity: number },
  hoursAt: (contract: Contract, at: number) => number,
): void {
  const { fte, contract, first, last } = people;
  for (let at = Math.max(0, first); at < rows.fte.length && at <= last; at++) {
    const counts = at - first < training.trainingMonths ? training.productivity : 1;
    bump(rows.inPost, at, fte);
    bump(rows.byContract[contract], at, fte);
    bump(rows.fte, at, fte * counts);
    bump(rows.contracted, at, fte * counts * hoursAt(contract, at));
  }
}

const IN_FULL = { trainingMonths: 0, productivity: 1 };

/**
 * Takes full-time equivalents away, of a contract no more than there are: those in post and those paid for stay one
 * number. Returns how many were not there, in the month with the most.
 *
 * @param groups in the order in which they are taken from
 */
function takeAway(
  groups: readonly Rows[],
  { fte, contract, first, last }: Posts,
  hoursAt: (contract: Contract, at: number) => number,
): number {
  let beyond = 0;
  const months = groups[0]?.fte.length ?? 0;
  for (let at = Math.max(0, first); at < months && at <= last; at++) {
    let wanted = fte;
    for (const rows of groups) {
      const taken = Math.min(wanted, rows.byContract[contract][at] ?? 0);
      put(rows, { fte: -taken, contract, first: at, last: at }, IN_FULL, hoursAt);
      wanted -= taken;
    }
    beyond = Math.max(beyond, wanted);
  }
  return beyond;
}

function rosterRows(team: BaseTeam, base: ScenarioBase, hoursAt: (of: Contract, at: number) => number): Rows {
  const rows = noRows(base.months.length);
  for (const officer of team.officers) {
    if (officer.role !== 'offender-manager') continue;
    for (const [at, month] of base.months.entries()) {
      const fte = officer.fte * shareInPost(officer, month);
      if (fte === 0) continue;
      put(rows, { fte, contract: officer.contract, first: at, last: at }, IN_FULL, hoursAt);
    }
  }
  return rows;
}

/** Replacements of the roster's own leavers, and of posts open at the snapshot: who comes, and from when. */
function replacements(team: BaseTeam, base: ScenarioBase, filling: ChangeOf<'vacancies'>): Posts[] {
  const people = team.officers.filter(({ role }) => role === 'offender-manager');
  const leavers = people.flatMap(({ leaving, fte, contract }) => {
    if (leaving === null || leaving <= base.asAt) return [];
    // With no lead time the next person starts on the first of the month after; what is left of this one is lost.
    const first = monthsBetween(base.month0, monthOf(leaving)) + 1 + filling.leadMonths;
    return [{ fte, contract, first, last: Infinity }];
  });
  const [, established] = Object.entries(base.settings.establishedFte).find(([name]) =>
    bearsOn(name, team.team),
  ) ?? [null, null];
  const held = sum(people.filter((one) => inPost(one, base.asAt)).map(({ fte }) => fte));
  const open = filling.openToo && established !== null ? Math.max(0, established - held) : 0;
  return open === 0
    ? leavers
    : [...leavers, { fte: open, contract: 'officer', first: filling.leadMonths, last: Infinity }];
}

/** Where posts end, those who left them are missed no longer: what is left of the posts is left of the gaps in them. */
function closeGaps(at: number, posts: readonly number[], gaps: readonly number[][]): number {
  const [before, now] = [posts[at - 1] ?? 0, posts[at] ?? 0];
  const left = before > now ? now / before : 1;
  if (left < 1)
    for (const row of gaps)
      for (let later = at; later < row.length; later++) row[later] = (row[later] ?? 0) * left;
  return left;
}

/**
 * Attrition: in each month the monthly share of those in post leaves, to be gone from the next on; filled posts come
 * back after the lead months and count in part at first. Contracts stay mixed as they are.
 */
function thinOut(rows: Rows, yearly: number, filling: ChangeOf<'vacancies'> | null): void {
  if (yearly <= 0) return;
  const monthly = 1 - (1 - yearly) ** (1 / 12);
  const posts = [...rows.inPost];
  const months = posts.length;
  const back = zeros(months);
  const learning = zeros(months);
  let gone = 0;
  for (let at = 0; at < months; at++) {
    gone *= closeGaps(at, posts, [back, learning]);
    const before = posts[at] ?? 0;
    const missing = Math.min(before, Math.max(0, gone - (back[at] ?? 0)));
    const share = before > 0 ? (before - missing) / before : 1;
    const lost = Math.min(rows.fte[at] ?? 0, missing + (learning[at] ?? 0));
    const counts = (rows.fte[at] ?? 0) > 0 ? ((rows.fte[at] ?? 0) - lost) / (rows.fte[at] ?? 1) : 1;
    rows.inPost[at] = before - missing;
    rows.fte[at] = (rows.fte[at] ?? 0) - lost;
    rows.contracted[at] = (rows.contracted[at] ?? 0) * counts;
    for (const row of Object.values(rows.byContract)) row[at] = (row[at] ?? 0) * share;
    const leaving = monthly * (before - missing);
    gone += leaving;
    if (filling === null) continue;
    const first = at + 1 + filling.leadMonths;
    for (let later = first; later < months; later++) {
      bump(back, later, leaving);
      if (later - first < filling.trainingMonths) bump(learning, later, leaving * (1 - filling.productivity));
    }
  }
}

function floorAtNothing(row: number[]): void {
  for (const [at, value] of row.entries()) row[at] = Math.max(0, value);
}

/**
 * The people of a team in groups that leave and are followed each by themselves: the roster with who comes in the place
 * of its leavers, then each set of posts added. Whoever leaves posts for a time is no gap in the roster.
 */
function groupsOf(team: BaseTeam, base: ScenarioBase, assumed: Assumed, index: number) {
  const one: Record<Contract, number[]> = {
    officer: base.months.map((month) => hoursOfOne('officer', month, assumed)),
    staff: base.months.map((month) => hoursOfOne('staff', month, assumed)),
  };
  const hoursAt = (contract: Contract, at: number): number => one[contract][at] ?? 0;
  const roster = rosterRows(team, base, hoursAt);
  const filling = assumed.vacancies[index] ?? null;
  if (filling) for (const person of replacements(team, base, filling)) put(roster, person, filling, hoursAt);
  const groups = [roster];
  const taken: Posts[] = [];
  const others: Paid[] = [];
  for (const change of assumed.posts) {
    const fte = postsOf(change, team, base.teams);
    if (fte === 0) continue;
    const { contract, role } = change;
    const time = timeOfPosts(change, base.month0);
    if (role !== 'offender-manager') {
      const paid = base.months.map((_, at) => (at >= time.first && at <= time.last ? fte : 0));
      others.push({ role, contract, fte: paid });
    } else if (fte > 0) {
      const rows = noRows(base.months.length);
      put(rows, { fte, contract, ...time }, change, hoursAt);
      groups.push(rows);
    } else taken.push({ fte: -fte, contract, ...time });
  }
  // Last, so that posts added are there to be taken away, in whatever order the changes stand.
  const beyond = Math.max(0, ...taken.map((posts) => takeAway(groups, posts, hoursAt)));
  return { groups, others, beyond };
}

/** Those of a team, number `index` of the base's. */
export function peopleOf(base: ScenarioBase, assumed: Assumed, index: number): TeamPeople {
  const team = base.teams[index];
  if (!team) return { inPost: [], fte: [], contracted: [], paid: [], beyond: 0 };
  const { groups, others, beyond } = groupsOf(team, base, assumed, index);
  for (const rows of groups) {
    // Newcomers in training count in part, and are taken away in full.
    for (const row of [rows.fte, rows.contracted]) floorAtNothing(row);
    thinOut(rows, assumed.attrition[index] ?? 0, assumed.vacancies[index] ?? null);
  }
  const all = (rowOf: (rows: Rows) => number[]): number[] => addUp(groups.map(rowOf), base.months.length);
  const paidAs = (contract: Contract): Paid => ({
    role: 'offender-manager',
    contract,
    fte: all(({ byContract }) => byContract[contract]),
  });
  return {
    inPost: all(({ inPost: row }) => row),
    fte: all(({ fte }) => fte),
    contracted: all(({ contracted }) => contracted),
    paid: [paidAs('officer'), paidAs('staff'), ...others],
    beyond,
  };
}
