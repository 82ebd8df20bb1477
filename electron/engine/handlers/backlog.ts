import type { Backlog, BacklogCounts } from '#shared/contract/backlog.ts';
import type { Demand } from '#shared/contract/demand.ts';
import type { OutstandingCase, TeamBacklog } from '#shared/domain/backlog.ts';
import { Risk, type CaseRecord } from '#shared/domain/case.ts';
import { unconfirmedValues } from '#shared/domain/standard-values.ts';
import { type DutyStandard, type Standards } from '#shared/domain/standards.ts';
import { isSameTeam, partOf } from '#shared/domain/team.ts';
import { hours } from '#shared/domain/units.ts';
import { practiceChecks } from '#shared/planning/backlog/checks.ts';
import { clearing, clearingOfAll, outstandingHours } from '#shared/planning/backlog/clearing.ts';
import { backlogMatrix, inCell } from '#shared/planning/backlog/matrix.ts';
import { isInScope, ownDuties, type BacklogInput } from '#shared/planning/backlog/outstanding.ts';
import { shareSignOffs, supervisorsInScope, waitingSignOffs } from '#shared/planning/backlog/sign-off.ts';
import { byTeam } from '#shared/planning/demand/demand.ts';
import type { HandlersOf } from '../context.ts';
import { listSnapshots } from '../store/snapshots.ts';
import { readStandards } from '../store/standards.ts';
import type { Store } from '../store/store.ts';
import { planningInput, readOutstanding, trendPoints, type Asked } from './backlog-facts.ts';
import { readForceDemand } from './force-demand.ts';
import { findDuty, requirePeople } from './narrowed.ts';
import { readSituation, requireTeam, type Situation } from './situation.ts';

const PAGE_SIZE = 200;
/** A year and the month before it. */
const TREND_SNAPSHOTS = 13;

/** The situation of the team asked for, and its cases of the officer and supervisor asked for. */
async function readScope(store: Store, asked: Asked): Promise<{ situation: Situation; own: CaseRecord[] }> {
  const team = asked.team === undefined ? undefined : await requireTeam(store, asked.team);
  const situation = await readSituation(store, { snapshotId: asked.snapshotId, team: team?.name });
  const own = situation.cases.filter((record) => isInScope(record, asked));
  requirePeople(asked, own);
  return { situation, own };
}

function requireDuty(standards: Standards, key: string | undefined): DutyStandard {
  const duties = ownDuties(standards);
  return findDuty(duties, key ?? duties[0]?.key ?? '', 'duty with due dates of its own called');
}

/** Capacity is a team's: of one officer or supervisor no clearing is told. */
function teamsOf(
  situation: Situation,
  own: readonly CaseRecord[],
  allOutstanding: readonly OutstandingCase[],
  demand: Demand | null,
): TeamBacklog[] {
  const { settings, standards } = situation;
  const withCases = byTeam(own, situation.officers).filter(({ cases }) => cases.length > 0);
  return withCases.map(({ team, cases }) => {
    const input = { ...planningInput(situation), cases };
    const outstanding = allOutstanding.filter((one) => isSameTeam(one.team, team));
    const ahead = demand && partOf(demand, team);
    return {
      team,
      duties: backlogMatrix(input, settings.backlogTolerance, outstanding).map(
        ({ duty, owing, outstanding: count, share, isOverTolerance }) => ({
          duty,
          owing,
          outstanding: count,
          share,
          isOverTolerance,
        }),
      ),
      clearing: clearing(
        outstandingHours(outstanding, standards),
        demand?.months ?? [],
        ahead?.load ?? [],
        ahead?.capacity ?? null,
      ),
    };
  });
}

const namesOf = (values: ReadonlyArray<string | null>): string[] =>
  [...new Set(values.filter((value) => value !== null))].sort();

async function getBacklog(store: Store, asked: Asked & { duty?: string | undefined }): Promise<Backlog> {
  const { situation, own } = await readScope(store, asked);
  const { snapshot, standards, settings, roster, cases } = situation;
  const chosen = asked.duty === undefined ? null : requireDuty(standards, asked.duty);
  const isOnePerson = asked.officer !== undefined || asked.supervisor !== undefined;
  const input = { ...planningInput(situation), cases: own };
  const outstanding = await readOutstanding(store, snapshot.id, asked);
  const isCapacityKnown = roster !== null && !isOnePerson;
  const demand = isCapacityKnown ? await readForceDemand(store, { snapshotId: snapshot.id }) : null;
  const teams = teamsOf(situation, own, outstanding, demand);
  const matrix = backlogMatrix(input, settings.backlogTolerance, outstanding);
  return {
    snapshotId: snapshot.id,
    asAt: snapshot.asAt,
    rosterAsAt: roster?.asAt ?? null,
    tolerance: settings.backlogTolerance,
    duties: matrix.filter(({ duty }) => chosen === null || duty === chosen.key),
    teams,
    clearing: clearingOfAll(teams.map((one) => one.clearing)),
    people: {
      officers: namesOf(cases.map(({ officer }) => officer)),
      supervisors: namesOf(cases.map(({ supervisor }) => supervisor)),
    },
    unconfirmed: unconfirmedValues(standards),
  };
}

type Names =
  | 'backlog.counts'
  | 'signoff.counts'
  | 'backlog.get'
  | 'backlog.cases'
  | 'backlog.trend'
  | 'signoff.get'
  | 'checks.get';

/** Done work of the scope that waits for its sign-off; `untold` by the names of duties. */
function readWaiting(situation: Situation, asked: Asked) {
  const { standards, signOffsHeld } = situation;
  const { waiting, untold } = waitingSignOffs({ ...planningInput(situation), signOffsHeld }, asked);
  const nameOf = (key: string): string => standards.duties.find((duty) => duty.key === key)?.name ?? key;
  return {
    untold: untold.map(nameOf),
    waiting,
    overLimit: waiting.filter(({ band }) => band === 'over-limit').length,
  };
}

async function countBacklog(store: Store, asked: Asked): Promise<BacklogCounts> {
  const { situation } = await readScope(store, asked);
  const outstanding = await readOutstanding(store, situation.snapshot.id, asked);
  return {
    snapshotId: situation.snapshot.id,
    asAt: situation.snapshot.asAt,
    outstanding: outstanding.length,
    byRisk: Risk.options.map((risk) => ({
      risk,
      outstanding: outstanding.filter((one) => one.risk === risk).length,
    })),
  };
}

export const backlogHandlers: HandlersOf<Names> = {
  'backlog.counts': (input, { store }) => countBacklog(store, input),

  'backlog.get': (input, { store }) => getBacklog(store, input),

  async 'backlog.cases'(input, { store }) {
    const { standards, snapshot } = (await readScope(store, input)).situation;
    if (input.duty !== undefined) requireDuty(standards, input.duty);
    const found = inCell(await readOutstanding(store, snapshot.id, input), input);
    const offset = input.offset ?? 0;
    return {
      total: found.length,
      hours: hours(found.reduce((sum, one) => sum + one.hours, 0)),
      cases: found.slice(offset, offset + (input.limit ?? PAGE_SIZE)),
    };
  },

  async 'backlog.trend'(input, { store }) {
    if (input.team !== undefined) await requireTeam(store, input.team);
    const duty = requireDuty(await readStandards(store), input.duty);
    const most = input.snapshots ?? TREND_SNAPSHOTS;
    const points = await trendPoints(store, input, duty, most);
    const newest = points.at(-1)?.asAt;
    const listed = (await listSnapshots(store)).filter(({ asAt }) => newest !== undefined && asAt <= newest);
    const purged = listed.slice(0, most).filter(({ purgedAt }) => purgedAt !== null);
    return { duty: { key: duty.key, name: duty.name }, points, purged: purged.map(({ asAt }) => asAt) };
  },

  async 'signoff.counts'(input, { store }) {
    const { situation } = await readScope(store, input);
    const { waiting, ...counts } = readWaiting(situation, input);
    return { ...counts, waiting: waiting.length, isNoneHeld: situation.signOffsHeld.size === 0 };
  },

  async 'signoff.get'(input, { store }) {
    const { situation } = await readScope(store, input);
    const { snapshot, standards, officers } = situation;
    const { waiting, overLimit, untold } = readWaiting(situation, input);
    // Whose hands are free is a question to the whole team, whichever officer or supervisor is looked at.
    const supervisors = supervisorsInScope(situation.cases, officers, { team: input.team }, snapshot.asAt);
    const { bySupervisor, shares } = shareSignOffs(waiting, supervisors);
    return {
      snapshotId: snapshot.id,
      asAt: snapshot.asAt,
      duties: standards.duties.map(({ key, name }) => ({ key, name })),
      untold,
      waiting,
      overLimit,
      bySupervisor,
      shares,
    };
  },

  async 'checks.get'(input, { store }) {
    const { situation } = await readScope(store, input);
    const checks = practiceChecks(await forceInput(store, situation), situation.settings.checks, input);
    return { snapshotId: situation.snapshot.id, asAt: situation.snapshot.asAt, checks };
  },
};

/** What an extract holds at all is a question to the whole snapshot. */
async function forceInput(store: Store, situation: Situation): Promise<BacklogInput> {
  return planningInput(await readSituation(store, { snapshotId: situation.snapshot.id }));
}
