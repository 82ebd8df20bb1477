/** The ratio of RSOs to offender managers, its numerator and denominator chosen and said (planning §4). */
import type { KindedAbstraction } from '#shared/domain/abstraction.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import { showDate, type IsoDate } from '#shared/domain/dates.ts';
import type { RatioFigure } from '#shared/domain/demand.ts';
import { inPost, type Officer } from '#shared/domain/officer.ts';
import type { Denominator, Numerator, Settings } from '#shared/domain/settings.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { unreachable } from '#shared/domain/units.ts';
import { abstractionRate, type Assumptions } from '../capacity.ts';
import { byTeam } from '../demand/demand.ts';
import { counted, listed } from '../wording.ts';
import { fteNeeded } from './need.ts';
import { countsIn, filtersOf } from './numerator.ts';

export type RatioInput = {
  cases: readonly CaseRecord[];
  /** Null when no roster is loaded. */
  officers: readonly Officer[] | null;
  abstractions: readonly KindedAbstraction[];
  absencesHeldTo: IsoDate;
  assumptions: Assumptions;
  settings: Settings;
  /** Absent: as the settings say. */
  numerator?: Numerator | undefined;
  denominator?: Denominator | undefined;
  asAt: IsoDate;
};

export type RatioResult = {
  numerator: Numerator;
  denominator: Denominator;
  /** What is divided by what, in words; to be printed with every figure. */
  definition: string;
  teams: RatioFigure[];
  force: RatioFigure;
  warnings: string[];
};

const managersInWords: Record<Denominator, string> = {
  'in-post-fte': 'offender manager in post (full-time equivalent)',
  'in-post-headcount': 'offender manager in post (headcount)',
  'effective-fte': 'offender manager in post after abstraction (full-time equivalent)',
  'established-fte': 'established offender manager post (full-time equivalent)',
};

/** What a ratio divides by what, in words. */
export function ratioDefinition(
  numerator: Numerator,
  denominator: Denominator,
  limit: number,
  asAt: IsoDate,
): string {
  const which = filtersOf(numerator).map((filter) => filter.words);
  const offenders = which.length === 0 ? 'All RSOs' : `RSOs ${listed(which)}`;
  return (
    `${offenders} per ${managersInWords[denominator]} as at ${showDate(asAt)}; ` +
    `supervisors are not counted; limit 1:${String(limit)}.`
  );
}

/** Offender managers of one team by the denominator chosen; null when not known. */
function managersOf(
  team: string,
  officers: readonly Officer[],
  input: RatioInput,
  by: Denominator,
): number | null {
  if (by === 'established-fte') {
    return (
      Object.entries(input.settings.establishedFte).find(([name]) => isSameTeam(name, team))?.[1] ?? null
    );
  }
  if (input.officers === null) return null;
  const people = officers.filter((one) => one.role === 'offender-manager' && inPost(one, input.asAt));
  const full = people.reduce((total, one) => total + one.fte, 0);
  switch (by) {
    case 'in-post-fte':
      return full;
    case 'in-post-headcount':
      return people.length;
    case 'effective-fte': {
      const { abstractions, assumptions, absencesHeldTo } = input;
      const { rate } = abstractionRate({
        officers,
        abstractions,
        assumptions,
        role: 'offender-manager',
        absencesHeldTo,
      });
      return full * (1 - rate);
    }
    default:
      return unreachable(by);
  }
}

function figure(team: string | null, offenders: number, managers: number | null, limit: number): RatioFigure {
  const needed = fteNeeded(offenders, limit);
  return {
    team,
    offenders,
    managers,
    ratio: managers !== null && managers > 0 ? offenders / managers : null,
    limit,
    fteNeeded: needed,
    shortBy: managers === null ? null : Math.max(0, needed - managers),
  };
}

/**
 * RSOs per offender manager of each team and of the force. Supervisors never count. The force's managers are
 * the sum of the teams', and are not known as soon as one team's are not.
 *
 * @example 2,202 RSOs and 42.4 FTE give 1:51.9; 44.04 FTE are needed for 1:50
 */
export function ratio(input: RatioInput): RatioResult {
  const { settings, asAt } = input;
  const numerator = input.numerator ?? settings.ratioNumerator;
  const denominator = input.denominator ?? settings.ratioDenominator;
  const limit = settings.ratioLimit;
  const teams = byTeam(input.cases, input.officers ?? []).map(({ team, cases, officers }) => {
    const offenders = cases.filter((record) => countsIn(record, numerator)).length;
    return figure(team, offenders, managersOf(team, officers, input, denominator), limit);
  });
  const offenders = teams.reduce((total, team) => total + team.offenders, 0);
  const known = teams.map((team) => team.managers).filter((managers) => managers !== null);
  const managers =
    known.length === teams.length && teams.length > 0
      ? known.reduce((total, value) => total + value, 0)
      : null;
  return {
    numerator,
    denominator,
    definition: ratioDefinition(numerator, denominator, limit, asAt),
    teams,
    force: figure(null, offenders, managers, limit),
    warnings: warningsOf(input, numerator, denominator, teams),
  };
}

function warningsOf(
  input: RatioInput,
  numerator: Numerator,
  denominator: Denominator,
  teams: readonly RatioFigure[],
): string[] {
  const warnings: string[] = [];
  const unknown = input.cases.filter(
    (record) =>
      countsIn(record, numerator) && filtersOf(numerator).some((filter) => filter.test(record) === null),
  ).length;
  if (unknown > 0) {
    warnings.push(
      `${counted(unknown, 'RSO')} counted although a value that decides it is missing from the snapshot.`,
    );
  }
  const over = input.cases.filter(
    (record) =>
      record.notificationEnd !== null && record.notificationEnd < input.asAt && countsIn(record, numerator),
  ).length;
  if (over > 0) {
    warnings.push(
      `${counted(over, 'RSO')} counted although the notification held ended before ${showDate(input.asAt)}: the register still holds them.`,
    );
  }
  if (denominator === 'established-fte') {
    const missing = teams.filter((team) => team.managers === null).map((team) => team.team ?? '');
    if (missing.length > 0) {
      warnings.push(`No establishment is set for ${listed(missing)}: enter it in the settings.`);
    }
  } else if (input.officers === null) {
    warnings.push('No staff list is loaded: managers are not known. Import one.');
  }
  return warnings;
}
