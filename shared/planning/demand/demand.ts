/** Demand: each team's unmoved load against its capacity, its peaks, and the cases behind them (planning §2). */
import type { CaseRecord } from '#shared/domain/case.ts';
import { monthRange, monthZero, type Month } from '#shared/domain/dates.ts';
import type { TeamDemand } from '#shared/domain/demand.ts';
import type { Officer, OfficerRole } from '#shared/domain/officer.ts';
import type { Standards } from '#shared/domain/standards.ts';
import { teamKey } from '#shared/domain/team.ts';
import { hours, type Hours } from '#shared/domain/units.ts';
import { contractedHours, teamCapacity } from '../capacity.ts';
import { hasRoster, type DemandInput } from './input.ts';
import { addUp, MEAN_MONTHS, rollOut, type Work } from './load.ts';
import { findPeaks, meanUtilisation, utilisationOf } from './peaks.ts';
import { demandWarnings } from './warnings.ts';

/** A team rolled out over at least the twelve months that its mean needs. */
type Rolled = {
  team: string | null;
  cases: number;
  work: Work;
  capacity: Hours[];
  supervisorCapacity: Hours[];
  officers: readonly Officer[];
};

/** A horizon shorter than a year would change the mean, and with it the peaks. */
const rolledMonths = (input: DemandInput): Month[] =>
  monthRange(monthZero(input.asAt), Math.max(MEAN_MONTHS, input.months.length));

function rollTeam(team: string, input: DemandInput): Rolled {
  const { cases, standards, settings, asAt, officers, abstractions, absencesHeldTo, signOffsHeld } = input;
  const { unassessedAs } = settings;
  const months = rolledMonths(input);
  const capacityOf = (role: OfficerRole): Hours[] =>
    teamCapacity({
      officers,
      abstractions,
      absencesHeldTo,
      assumptions: standards.assumptions,
      months,
      role,
    });
  return {
    team,
    cases: cases.length,
    work: rollOut({ cases, signOffsHeld, standards, unassessedAs, asAt }, months.length),
    capacity: capacityOf('offender-manager'),
    supervisorCapacity: capacityOf('supervisor'),
    officers,
  };
}

/** Each offender manager's share of the team's contracted hours in a month. */
function officerShares({ officers }: Rolled, month: Month, standards: Standards): Map<string, number> {
  const own = officers
    .filter((officer) => officer.role === 'offender-manager')
    .map((officer) => ({
      collar: officer.collar,
      time: contractedHours(officer, month, standards.assumptions),
    }));
  const total = own.reduce((sum, { time }) => sum + time, 0);
  return new Map(total > 0 ? own.map(({ collar, time }) => [collar, time / total]) : []);
}

function describe(rolled: Rolled, input: DemandInput): TeamDemand {
  const { work, capacity } = rolled;
  const months = rolledMonths(input);
  const shown = input.months.length;
  const load = addUp(Object.values(work.loadByDuty), months.length).map(hours);
  const values = utilisationOf(load, capacity);
  const peaks = hasRoster(input)
    ? findPeaks({
        months,
        load,
        capacity,
        thresholds: input.settings,
        items: work.items,
        duties: input.standards.duties,
        officerShares: (index) => {
          const month = months[index];
          return month === undefined || rolled.team === null
            ? new Map()
            : officerShares(rolled, month, input.standards);
        },
      })
    : [];
  return {
    team: rolled.team,
    cases: rolled.cases,
    load: load.slice(0, shown),
    capacity: capacity.slice(0, shown),
    utilisation: values.slice(0, shown),
    occurrences: cut(work.counts, shown),
    loadByDuty: cut(work.loadByDuty, shown),
    supervisor: {
      load: work.supervisorLoad.slice(0, shown),
      capacity: rolled.supervisorCapacity.slice(0, shown),
    },
    meanUtilisation: meanUtilisation(values),
    peaks: peaks.filter((peak) => input.months.includes(peak.month)),
  };
}

const cut = <T>(rows: Record<string, T[]>, length: number): Record<string, T[]> =>
  Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, row.slice(0, length)]));

/** The teams added up: hours, capacity and counts are sums, and utilisation comes from the sums. */
function addTeams(teams: readonly Rolled[], input: DemandInput): Rolled {
  const months = rolledMonths(input).length;
  const sumRows = (pick: (team: Rolled) => readonly number[]): number[] => addUp(teams.map(pick), months);
  const sumByDuty = (pick: (work: Work) => Record<string, readonly number[]>): Record<string, number[]> => {
    const keys = new Set(teams.flatMap((team) => Object.keys(pick(team.work))));
    return Object.fromEntries([...keys].map((key) => [key, sumRows((team) => pick(team.work)[key] ?? [])]));
  };
  const loadByDuty = Object.entries(sumByDuty((work) => work.loadByDuty));
  return {
    team: null,
    cases: teams.reduce((total, team) => total + team.cases, 0),
    work: {
      chains: [],
      items: teams.flatMap((team) => team.work.items),
      counts: sumByDuty((work) => work.counts),
      loadByDuty: Object.fromEntries(loadByDuty.map(([key, row]) => [key, row.map(hours)])),
      supervisorLoad: sumRows((team) => team.work.supervisorLoad).map(hours),
    },
    capacity: sumRows((team) => team.capacity).map(hours),
    supervisorCapacity: sumRows((team) => team.supervisorCapacity).map(hours),
    officers: [],
  };
}

/**
 * Unmoved demand of every team named by a case or in the roster, in alphabetical order, and of the force as
 * their sum, with what a reader must know about the figures.
 */
export function demand(input: DemandInput): { teams: TeamDemand[]; force: TeamDemand; warnings: string[] } {
  const rolled = byTeam(input.cases, input.officers).map(({ team, cases, officers }) =>
    rollTeam(team, { ...input, cases, officers }),
  );
  const teams = rolled.map((one) => describe(one, input));
  const force = describe(addTeams(rolled, input), input);
  return { teams, force, warnings: demandWarnings(input, teams) };
}

/** Cases and officers by team, spellings of a team's name falling together; named as the cases spell it. */
export function byTeam(
  cases: readonly CaseRecord[],
  officers: readonly Officer[],
): Array<{ team: string; cases: CaseRecord[]; officers: Officer[] }> {
  const groups = new Map<string, { team: string; cases: CaseRecord[]; officers: Officer[] }>();
  const groupOf = (team: string): { cases: CaseRecord[]; officers: Officer[] } => {
    const key = teamKey(team);
    const group = groups.get(key) ?? { team, cases: [], officers: [] };
    groups.set(key, group);
    return group;
  };
  for (const record of cases) groupOf(record.team).cases.push(record);
  for (const officer of officers) groupOf(officer.team).officers.push(officer);
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
