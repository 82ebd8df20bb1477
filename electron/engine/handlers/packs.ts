/** The weekly pack: each page's own question asked for each team, so that the pack and the pages never disagree. */
import type { PlanSummary } from '#shared/contract/plans.ts';
import type { Parsed } from '#shared/contract/registry.ts';
import type { RegularFinding } from '#shared/domain/abstraction.ts';
import { SHOWN_WHEN_CLOSED_DAYS } from '#shared/domain/action.ts';
import { addDays, monthOf, monthZero, type IsoDate, type Month } from '#shared/domain/dates.ts';
import type { DemandOfTeam } from '#shared/domain/demand.ts';
import type { Officer } from '#shared/domain/officer.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import type { WeeklyMoves, WeeklyPack, WeeklyTeam } from '#shared/domain/weekly-pack.ts';
import { ownDuties } from '#shared/planning/backlog/outstanding.ts';
import { plansInForce } from '#shared/planning/follow-up/in-force.ts';
import { sum } from '#shared/planning/sum.ts';
import {
  movesDue,
  peaksAhead,
  regularOnes,
  signOffsWaiting,
  weeklyBacklog,
  withActions,
  withoutCases,
} from '#shared/planning/weekly/figures.ts';
import type { HandlersOf, Tools } from '../context.ts';
import { weeklyPackFile } from '../reports/weekly-pack.ts';
import type { Waiting } from '../store/abstraction-records.ts';
import { listPlans } from '../store/plans.ts';
import { readPeople } from '../store/rosters.ts';
import { readSettings } from '../store/settings.ts';
import { readStandards } from '../store/standards.ts';
import { peopleOfTeam } from './abstraction-facts.ts';
import { abstractionReviewHandlers, waitingByCollar } from './abstraction-review.ts';
import { actionHandlers } from './actions.ts';
import { backlogHandlers } from './backlog.ts';
import { latestChange } from './backlog-facts.ts';
import { demandHandlers } from './demand.ts';
import { requireTeam } from './situation.ts';
import { todayOf } from './today.ts';
import { workListHandlers } from './work-lists.ts';

type Asked = Parsed<'packs.weekly'>;
/** What every team's page rests on. */
type Common = {
  snapshotId: number;
  asAt: IsoDate;
  month: Month;
  withCases: boolean;
  /** Of every team: what is regular is found for the force at once. */
  findings: readonly RegularFinding[];
  people: readonly Officer[];
  ownDuties: readonly DutyStandard[];
  /** In force as at the snapshot. */
  plans: readonly PlanSummary[];
  /** Reviews that wait, by collar. */
  waiting: ReadonlyMap<string, Waiting>;
};

async function backlogOf(
  team: string,
  { snapshotId, ownDuties }: Common,
  tools: Tools,
): Promise<Pick<WeeklyTeam, 'backlog' | 'clearing'>> {
  const scope = { snapshotId, team };
  const { duties, clearing } = await backlogHandlers['backlog.get'](scope, tools);
  const points = await latestChange(tools.store, scope, ownDuties);
  return { backlog: duties.map((own) => weeklyBacklog(own, points.get(own.duty) ?? [])), clearing };
}

/** Of the plan that the team works by. */
async function movesOf(
  team: string,
  { plans, month, withCases }: Common,
  tools: Tools,
): Promise<WeeklyMoves | null> {
  const plan = plans.find((one) => isSameTeam(one.team, team));
  if (!plan) return null;
  const { items } = await workListHandlers['plans.workList']({ planId: plan.id }, tools);
  return movesDue({ planId: plan.id, asAt: plan.asAt, isStale: plan.isStale }, items, month, withCases);
}

/** People are counted to the team of the newest roster, as on the page of abstractions. */
function abstractionsOf(team: string, { findings, people, waiting }: Common): WeeklyTeam['abstractions'] {
  const own = peopleOfTeam(people, team).flatMap(({ collar }) => waiting.get(collar) ?? []);
  return {
    toReview: sum(own.map(({ total }) => total)),
    overdue: sum(own.map(({ late }) => late)),
    regular: regularOnes(findings.filter((one) => isSameTeam(one.team, team))),
  };
}

/** An extract of a month's last days speaks of the month after it. */
function monthAsked({ month }: Asked, asAt: IsoDate, today: IsoDate): Month {
  const first = monthZero(asAt);
  return month ?? (monthOf(today) > first ? monthOf(today) : first);
}

async function pageOf(
  own: DemandOfTeam,
  name: string,
  common: Common,
  tools: Tools,
): Promise<Omit<WeeklyTeam, 'peaks' | 'actions'>> {
  const scope = { snapshotId: common.snapshotId, team: name };
  return {
    team: name,
    cases: own.cases,
    ...(await backlogOf(name, common, tools)),
    moves: await movesOf(name, common, tools),
    abstractions: abstractionsOf(name, common),
    signOffs: signOffsWaiting(await backlogHandlers['signoff.get'](scope, tools)),
    checks: withoutCases((await backlogHandlers['checks.get'](scope, tools)).checks),
  };
}

async function weeklyPack(asked: Asked, tools: Tools): Promise<WeeklyPack> {
  const { store, engine } = tools;
  const today = todayOf(engine);
  const team = asked.team === undefined ? undefined : (await requireTeam(store, asked.team)).name;
  const demand = await demandHandlers['demand.get']({ snapshotId: asked.snapshotId, team }, tools);
  const { snapshotId, asAt, months, rosterAsAt, unconfirmed } = demand;
  const { findings } = await abstractionReviewHandlers['abstractions.regular']({ team }, tools);
  const month = monthAsked(asked, asAt, today);
  const withCases = asked.withCases ?? false;
  const common: Common = {
    snapshotId,
    asAt,
    month,
    withCases,
    findings,
    people: await readPeople(store),
    ownDuties: ownDuties(await readStandards(store)),
    plans: plansInForce(await listPlans(store), asAt),
    waiting: await waitingByCollar(tools),
  };
  const closedSince = addDays(today, -SHOWN_WHEN_CLOSED_DAYS);
  const actions = await actionHandlers['actions.list']({ team, closedSince }, tools);
  const teams: WeeklyTeam[] = [];
  for (const own of demand.teams) {
    if (own.team === null) continue;
    teams.push({
      ...(await pageOf(own, own.team, common, tools)),
      peaks: rosterAsAt === null ? null : peaksAhead(own, demand),
      actions: [],
    });
  }
  const { backlogTolerance, abstractions, smallCounts } = await readSettings(store);
  const pack = {
    snapshotId,
    asAt,
    rosterAsAt,
    madeOn: today,
    month,
    monthsAhead: months.length,
    tolerance: backlogTolerance,
    reviewDays: abstractions.reviewDays,
    smallCounts,
    teams,
    otherActions: [],
    unconfirmed,
  };
  return withActions(pack, actions);
}

export const packHandlers: HandlersOf<'packs.weekly' | 'packs.weeklyFile'> = {
  'packs.weekly': weeklyPack,

  async 'packs.weeklyFile'({ format, ...asked }, tools) {
    return weeklyPackFile(await weeklyPack(asked, tools), format);
  },
};
