/** The teams of the invented force: names, size, posts and the drives that make their peaks. */
import { addMonthsToDate, isoDate, type IsoDate, type Month } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { fte } from '#shared/domain/units.ts';

/** One post and those who hold it one after the other. */
type Post = { holders: Officer[]; fte: number };

export type DemoTeam = {
  name: string;
  /** Share of the force's cases. */
  share: number;
  posts: Post[];
  supervisor: Officer;
  /**
   * A catch-up drive: for one month, work due in the following `reach` months is done with probability
   * `take`. Its echo comes back a year later.
   */
  drive: { monthsAgo: number; reach: number; take: number } | null;
  /** Hours of work placed in each month so far, while the histories are being invented. */
  placed: Map<Month, number>;
  /** Lent to football on Saturdays. */
  hasFootball: boolean;
};

type PostPlan = {
  fte: number;
  contract: Officer['contract'];
  /** Months before the last snapshot at which the first holder leaves (negative: after it) and the next starts. */
  change?: { leaves: number; starts: number };
};

const officer = (full = 1): PostPlan => ({ fte: full, contract: 'officer' });
const staff = (full = 1): PostPlan => ({ fte: full, contract: 'staff' });

type TeamPlan = Omit<DemoTeam, 'posts' | 'supervisor' | 'placed'> & { posts: PostPlan[] };

const plans: TeamPlan[] = [
  {
    name: 'Harbour',
    share: 0.222,
    posts: [officer(), officer(), staff(), officer(), officer(0.9)],
    drive: { monthsAgo: 7, reach: 5, take: 0.16 },
    hasFootball: false,
  },
  {
    name: 'Highfold',
    share: 0.15,
    posts: [officer(), officer(), staff(0.6), officer(0.7)],
    drive: { monthsAgo: 9, reach: 5, take: 0.16 },
    hasFootball: false,
  },
  {
    name: 'Moorland',
    share: 0.112,
    posts: [officer(), { ...officer(), change: { leaves: 5, starts: 4 } }, staff(0.7)],
    drive: null,
    hasFootball: false,
  },
  {
    name: 'Saltmarsh',
    share: 0.172,
    posts: [officer(), officer(), { ...staff(), change: { leaves: 16, starts: 14 } }, officer(0.8)],
    drive: null,
    hasFootball: false,
  },
  {
    name: "St Aldren's",
    share: 0.168,
    posts: [officer(), officer(), officer(), { ...staff(0.8), change: { leaves: -1, starts: -2 } }],
    drive: null,
    hasFootball: false,
  },
  {
    name: 'Westhaven',
    share: 0.176,
    posts: [officer(), officer(), officer(), staff(0.5), officer(0.5)],
    drive: null,
    hasFootball: true,
  },
];

/** Teams with their people, collar numbers given in order; dates count back from the last snapshot. */
export function demoTeams(asAt: IsoDate): DemoTeam[] {
  let collar = 8100;
  const person = (team: string, role: Officer['role'], plan: PostPlan, start: IsoDate | null): Officer => {
    collar += 1;
    return {
      collar: String(collar),
      team,
      role,
      contract: plan.contract,
      fte: fte(plan.fte),
      start,
      leaving: null,
    };
  };
  return plans.map(({ posts, ...plan }, teamIndex) => ({
    ...plan,
    placed: new Map(),
    posts: posts.map((post, index) => {
      const started = addMonthsToDate(asAt, -(50 + ((teamIndex * 7 + index * 13) % 60)));
      const first = person(plan.name, 'offender-manager', post, started);
      if (!post.change) return { fte: post.fte, holders: [first] };
      const leaving = addMonthsToDate(isoDate(`${asAt.slice(0, 8)}15`), -post.change.leaves);
      const nextStart = addMonthsToDate(isoDate(`${asAt.slice(0, 8)}01`), -post.change.starts);
      return {
        fte: post.fte,
        holders: [{ ...first, leaving }, person(plan.name, 'offender-manager', post, nextStart)],
      };
    }),
    supervisor: person(plan.name, 'supervisor', officer(), addMonthsToDate(asAt, -80 + teamIndex * 5)),
  }));
}
