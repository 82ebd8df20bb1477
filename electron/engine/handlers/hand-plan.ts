import { monthRange } from '#shared/domain/dates.ts';
import { unconfirmedValues } from '#shared/domain/standard-values.ts';
import { replayHandPlan } from '#shared/planning/levelling/hand-plan.ts';
import type { HandlersOf } from '../context.ts';
import { readHandPlan } from '../import/hand-plan.ts';
import { prepare } from './levelling.ts';

export const handPlanHandlers: HandlersOf<'levelling.replay'> = {
  async 'levelling.replay'({ csv, ...choice }, { store }) {
    const rows = await readHandPlan(csv);
    const { team, snapshot, standards, facts, problem } = await prepare(store, choice);
    return {
      team: team.name,
      asAt: snapshot.asAt,
      months: monthRange(facts.month0, problem.months),
      capacity: problem.capacity,
      ...replayHandPlan(problem, rows, facts),
      unconfirmed: unconfirmedValues(standards),
    };
  },
};
