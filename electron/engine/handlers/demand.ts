import { monthRange, monthsBetween, monthZero, type Month } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import { byTeam } from '#shared/planning/demand/demand.ts';
import { dueCases } from '#shared/planning/demand/due-cases.ts';
import { byLevel } from '#shared/planning/forecast/cases/facts.ts';
import { joinerLoad } from '#shared/planning/demand/joiner-load.ts';
import { countedCases } from '#shared/planning/staffing/counted.ts';
import { ratio } from '#shared/planning/staffing/ratio.ts';
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { readForceDemand } from './force-demand.ts';
import { ensureFutures } from './scenario-base.ts';
import { readSituation, requireTeam } from './situation.ts';

const MAX_MONTHS_AHEAD = 60;
const PAGE_SIZE = 200;

/** How many months ahead a month lies; work further off is not rolled out. */
function requireMonthAhead(month: Month, month0: Month): void {
  const index = monthsBetween(month0, month);
  if (index >= 0 && index < MAX_MONTHS_AHEAD) return;
  throw new AppError(
    'invalid-input',
    `Expected a month from ${month0} on, at most ${String(MAX_MONTHS_AHEAD)} months ahead; found ${month}.`,
  );
}

type Names = 'demand.get' | 'demand.joiners' | 'demand.cases' | 'ratio.get';

export const demandHandlers: HandlersOf<Names> = {
  async 'demand.get'({ snapshotId, team, months }, { store }) {
    const chosen = team === undefined ? null : await requireTeam(store, team);
    const force = await readForceDemand(store, { snapshotId, months });
    return chosen ? { ...force, teams: force.teams.filter((own) => own.team === chosen.name) } : force;
  },

  async 'demand.joiners'({ months, ...choice }, tools) {
    const workspace = tools.engine.session.workspace();
    const futures = await ensureFutures(workspace, choice, tools);
    const { snapshot, cases, standards, settings } = await workspace.read((store) =>
      readSituation(store, choice),
    );
    const { asAt } = snapshot;
    const horizon = monthRange(monthZero(asAt), months ?? settings.horizonMonths);
    const context = { cases, standards, unassessedAs: settings.unassessedAs, asAt };
    return {
      snapshotId: snapshot.id,
      asAt,
      months: horizon,
      runs: futures.runs,
      seed: futures.seed,
      ...joinerLoad(context, futures, horizon.length),
    };
  },

  async 'demand.cases'(input, { store }) {
    const team = input.team === undefined ? null : await requireTeam(store, input.team);
    const situation = await readSituation(store, { snapshotId: input.snapshotId, team: team?.name });
    const { cases, signOffsHeld, standards, settings, snapshot } = situation;
    requireMonthAhead(input.month, monthZero(snapshot.asAt));
    const due = dueCases({
      cases,
      signOffsHeld,
      standards,
      unassessedAs: settings.unassessedAs,
      asAt: snapshot.asAt,
      month: input.month,
      duty: input.duty,
      risk: input.risk,
      officer: input.officer,
    });
    const offset = input.offset ?? 0;
    return {
      total: due.length,
      hours: hours(due.reduce((sum, one) => sum + one.hours, 0)),
      cases: due.slice(offset, offset + (input.limit ?? PAGE_SIZE)),
    };
  },

  async 'ratio.get'({ snapshotId, team, numerator, denominator }, { store }) {
    const chosen = team === undefined ? null : await requireTeam(store, team);
    const situation = await readSituation(store, { snapshotId });
    const { snapshot, roster, officers, standards } = situation;
    const { asAt } = snapshot;
    const found = ratio({
      ...situation,
      asAt,
      officers: roster ? officers : null,
      assumptions: standards.assumptions,
      numerator,
      denominator,
    });
    return {
      ...found,
      snapshotId: snapshot.id,
      asAt,
      rosterAsAt: roster?.asAt ?? null,
      counted: byTeam(situation.cases, []).map(({ team: name, cases }) => ({
        team: name,
        levels: byLevel(cases).map((own) => countedCases(own, { numerator: found.numerator, asAt })),
      })),
      teams: chosen ? found.teams.filter((row) => row.team === chosen.name) : found.teams,
    };
  },
};
