/** Invented cases: who they are, and what a snapshot on any day says of them. */
import type { CaseDuty, CaseRecord, CaseStatus, LeadAgency, Risk, RiskLevel } from '#shared/domain/case.ts';
import {
  addDays,
  addMonthsToDate,
  daysBetween,
  monthOf,
  addMonths,
  type IsoDate,
} from '#shared/domain/dates.ts';
import { inPost } from '#shared/domain/officer.ts';
import { inventHistory, type DutyHistory, type Punctuality, type Spell } from './history.ts';
import { inventRisks, inventSpells, type RiskStep } from './life.ts';
import type { Random } from './random.ts';
import type { DemoTeam } from './teams.ts';

/** Where a case stands within its group at the start, so that due dates begin evenly spread. */
type Phase = { share: number; start: IsoDate };

export type DemoCase = {
  reference: string;
  team: DemoTeam;
  /** Index of the post that holds the case. */
  post: number;
  joined: IsoDate;
  /** Last day in the caseload; null while it stays. */
  left: IsoDate | null;
  assessedOn: IsoDate;
  risks: RiskStep[];
  spells: Array<Spell<CaseStatus>>;
  leadAgency: LeadAgency;
  mappaLevel: string;
  notificationStart: IsoDate;
  notificationEnd: IsoDate | null;
  /** From this day on managed reactively; null when active throughout. */
  reactiveFrom: IsoDate | null;
  visitInterval: Record<RiskLevel, number>;
  histories: Map<string, DutyHistory>;
  /** Days from doing to signing off, and how a visit was made: drawn once, used in rotation. */
  habits: { signOffDays: number[]; visitKinds: Array<CaseRecord['lastVisitKind']>; crewed: number[] };
};

const usual: Punctuality = [
  [[-24, -8], 30],
  [[-7, 0], 56],
  [[1, 20], 10],
  [[21, 75], 4],
];
const strict: Punctuality = [
  [[-7, 0], 90],
  [[1, 10], 10],
];

const riskMix = [
  ['very-high', 2],
  ['high', 18],
  ['medium', 31],
  ['low', 49],
] as const;

const terms = [
  [null, 36],
  [120, 34],
  [84, 12],
  [60, 14],
  [24, 4],
] as const;

type Draft = { number: number; team: DemoTeam; asAt: IsoDate; joined: IsoDate; phase: Phase | null };

/** One case with its whole history up to `asAt`. A `phase` marks a case that was there from the start. */
export function inventCase({ number, team, asAt, joined, phase }: Draft, random: Random): DemoCase {
  const level = random.weighted<RiskLevel>(riskMix);
  const term = random.weighted(terms);
  const notificationStart = phase
    ? addDays(phase.start, -random.int(30, term === null ? 5000 : Math.round(term * 30 * 0.96)))
    : joined;
  const notificationEnd = term === null ? null : addMonthsToDate(notificationStart, term);
  const exits = random.chance(0.05) ? addDays(joined, random.int(60, 1100)) : null;
  const left = earlier(notificationEnd, exits);
  const isStable = level === 'low' && term !== 24 && random.chance(0.7);
  const reactiveFrom = isStable ? addMonthsToDate(notificationStart, 36 + random.int(0, 10)) : null;
  const own: DemoCase = {
    reference: `D${String(100_000 + number)}`,
    team,
    post: fairPost(team, number),
    joined,
    left: left !== null && left < asAt ? left : null,
    assessedOn: phase
      ? joined
      : addDays(
          joined,
          random.weighted([
            [0, 55],
            [25, 25],
            [50, 20],
          ] as const),
        ),
    risks: inventRisks(level, joined, asAt, random),
    spells: inventSpells(joined, phase !== null, asAt, random),
    leadAgency: random.chance(0.25) ? 'probation' : 'police',
    mappaLevel: random.weighted([
      ['1', 98],
      ['2', 1.7],
      ['3', 0.3],
    ] as const),
    notificationStart,
    notificationEnd,
    reactiveFrom,
    visitInterval: {
      'very-high': 1,
      high: random.chance(0.5) ? 4 : 3,
      medium: random.chance(0.4) ? 9 : 6,
      low: 12,
    },
    histories: new Map(),
    habits: {
      signOffDays: Array.from({ length: 5 }, () =>
        random.chance(0.92) ? random.int(1, 25) : random.int(26, 70),
      ),
      visitKinds: Array.from({ length: 5 }, () => (random.chance(0.87) ? 'unannounced' : 'announced')),
      crewed: Array.from({ length: 5 }, () => (random.chance(0.97) ? 2 : 1)),
    },
  };
  addHistories(own, phase, asAt, random);
  return own;
}

/** Cases dealt to posts in proportion to their FTE: the golden section again spreads them evenly. */
function fairPost(team: DemoTeam, number: number): number {
  const total = team.posts.reduce((sum, post) => sum + post.fte, 0);
  let left = ((number * 0.618034) % 1) * total;
  return Math.max(
    0,
    team.posts.findIndex((post) => (left -= post.fte) < 0),
  );
}

const earlier = (a: IsoDate | null, b: IsoDate | null): IsoDate | null =>
  a === null ? b : b === null ? a : a < b ? a : b;

const riskOn = (own: DemoCase, day: IsoDate): RiskLevel =>
  own.risks.findLast((step) => step.from <= day)?.level ?? own.risks[0]?.level ?? 'medium';

function addHistories(own: DemoCase, phase: Phase | null, asAt: IsoDate, random: Random): void {
  const { team, spells, joined, histories } = own;
  const drive = team.drive && {
    month: addMonths(monthOf(asAt), -team.drive.monthsAgo),
    reach: team.drive.reach,
    take: team.drive.take,
  };
  const visits = (day: IsoDate): number => own.visitInterval[riskOn(own, day)];
  const yearly = (): number => 12;
  const add = (
    duty: string,
    intervalOn: (day: IsoDate) => number,
    firstDays: number,
    punctuality: Punctuality,
    driven: boolean,
    hours: number,
    shift: number,
  ): void => {
    // Even shares of the interval, shifted per duty, keep the first year's months alike.
    const days = phase ? ((phase.share + shift) % 1) * intervalOn(phase.start) * 30.4 : firstDays;
    const firstDue = addDays(phase ? phase.start : joined, Math.round(days));
    const lastDone = phase ? addMonthsToDate(firstDue, -intervalOn(phase.start)) : null;
    histories.set(
      duty,
      inventHistory(
        {
          firstDue,
          lastDone,
          intervalOn,
          spells,
          settleDays: duty === 'visit' ? 14 : 45,
          until: asAt,
          drive: driven ? drive : null,
          punctuality,
          hours,
          placed: team.placed,
        },
        random,
      ),
    );
  };
  // Work due every month or quarter comes back too soon for a drive to pull it.
  const isSlow = visits(asAt) >= 6;
  add('visit', visits, 26, usual, isSlow, 7, 0);
  add('arms', yearly, 54, usual, true, 6, 0.37);
  add('rmp', yearly, 56, usual, true, 2, 0.41);
  add('pnd', yearly, 56, strict, false, 0, 0.7);
  add('notification', yearly, 365, strict, false, 1, 0.83);
}

/** Days before a release on which its day is known. */
const KNOWN_BEFORE = 180;

function releaseKnown(spell: Spell | undefined, day: IsoDate): IsoDate | null {
  if (spell?.status !== 'custody' || spell.to === null) return null;
  const release = addDays(spell.to, 1);
  return daysBetween(day, release) <= KNOWN_BEFORE ? release : null;
}

/** What a snapshot on `day` says of the case; null when it is not in the caseload. */
export function recordOn(own: DemoCase, day: IsoDate): CaseRecord | null {
  if (own.joined > day || (own.left !== null && own.left < day)) return null;
  const { team, habits } = own;
  const isAssessed = own.assessedOn <= day;
  const risk: Risk = isAssessed ? riskOn(own, day) : 'unassessed';
  const spell = own.spells.find((one) => one.from <= day && (one.to === null || day <= one.to));
  const isReactive = own.reactiveFrom !== null && own.reactiveFrom <= day && risk === 'low';
  const visits = own.histories.get('visit')?.done.filter((on) => on <= day).length ?? 0;
  return {
    reference: own.reference,
    team: team.name,
    officer: holderOn(team, own.post, day),
    supervisor: team.supervisor.collar,
    leadAgency: own.leadAgency,
    status: spell?.status ?? 'community',
    releaseOn: releaseKnown(spell, day),
    mappaCategory: '1',
    mappaLevel: own.mappaLevel,
    risk,
    riskSet: isAssessed ? latest(own.assessedOn, own.risks.findLast((step) => step.from <= day)?.from) : null,
    mode: isReactive ? 'reactive' : 'active',
    notificationStart: own.notificationStart,
    notificationEnd: own.notificationEnd,
    indefinite: own.notificationEnd === null,
    lastVisitKind: visits === 0 ? null : (habits.visitKinds[visits % 5] ?? null),
    lastVisitOfficers: visits === 0 ? null : (habits.crewed[visits % 5] ?? null),
    duties: [...own.histories.keys()].map((duty) => dutyOn(own, duty, day, isReactive)),
  };
}

const latest = (a: IsoDate, b: IsoDate | undefined): IsoDate => (b !== undefined && b > a ? b : a);

function dutyOn(own: DemoCase, duty: string, day: IsoDate, isReactive: boolean): CaseDuty {
  const history = own.histories.get(duty);
  const done = history?.done.filter((on) => on <= day) ?? [];
  const lastDone = done.at(-1) ?? null;
  const isVisit = duty === 'visit';
  const hasNextDue = duty !== 'pnd' && !(isVisit && isReactive);
  const signOffDays = own.habits.signOffDays[done.length % 5] ?? 10;
  const isSignedOff =
    (isVisit || duty === 'arms') && lastDone !== null && daysBetween(lastDone, day) >= signOffDays;
  return {
    duty,
    lastDone,
    nextDue: hasNextDue ? (history?.nextDueOn(day) ?? null) : null,
    interval: isVisit ? own.visitInterval[riskOn(own, day)] : null,
    signedOff: isSignedOff ? addDays(lastDone, signOffDays) : null,
  };
}

/** Who holds the post on a day; while it is empty, the holder of the next one. */
function holderOn(team: DemoTeam, post: number, day: IsoDate): string | null {
  for (let step = 0; step < team.posts.length; step++) {
    const holders = team.posts[(post + step) % team.posts.length]?.holders ?? [];
    const holder = holders.findLast((officer) => inPost(officer, day));
    if (holder) return holder.collar;
  }
  return null;
}
