import { riskLevels } from '#shared/domain/case.ts';
import { monthRange, monthZero, type IsoDate } from '#shared/domain/dates.ts';
import type { TeamDemand } from '#shared/domain/demand.ts';
import { isWithin, placedValues, unconfirmedValues } from '#shared/domain/standard-values.ts';
import { expectedOf } from '#shared/planning/standards-words.ts';
import {
  assumptionKeys,
  exampleStandards,
  riskFields,
  type DutyStandard,
  type Standards,
} from '#shared/domain/standards.ts';
import { hours, utilisation, type Utilisation } from '#shared/domain/units.ts';
import { demand } from '#shared/planning/demand/demand.ts';
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { readSettings, writeSettings } from '../store/settings.ts';
import { readStandards, writeStandards } from '../store/standards.ts';
import { dated } from './dated.ts';
import { readSituation } from './situation.ts';
import { todayOf } from './today.ts';

const PREVIEW_MONTHS = 12;

/** What the shape alone cannot say: keys are unique, what is followed exists, each value is what its kind asks for. */
function checkStandards(standards: Standards): void {
  const refuse = (message: string): never => {
    throw new AppError('invalid-input', message);
  };
  const { duties } = standards;
  const keys = new Set(duties.map((duty) => duty.key));
  if (keys.size < duties.length) refuse('Two duties have the same key. Give each duty a key of its own.');
  for (const duty of duties) {
    const unknown = duty.follows?.find((key) => !keys.has(key) || key === duty.key);
    if (unknown !== undefined)
      refuse(`${duty.name} follows “${unknown}”, which is not another duty of the list.`);
  }
  for (const { name, kind, value } of placedValues(standards)) {
    if (!isWithin(kind, value.value)) {
      refuse(`${name}: expected ${expectedOf(kind)}, found ${String(value.value)}. Choose another number.`);
    }
  }
}

function dateDuty(duty: DutyStandard, held: DutyStandard | undefined, today: IsoDate): DutyStandard {
  const values = structuredClone(duty.values);
  for (const risk of riskLevels) {
    for (const field of riskFields) {
      values[risk][field] = dated(duty.values[risk][field], held?.values[risk][field], today);
    }
  }
  return {
    ...duty,
    values,
    firstAssessmentDays: dated(duty.firstAssessmentDays, held?.firstAssessmentDays, today),
  };
}

function dateChanges(standards: Standards, held: Standards, today: IsoDate): Standards {
  const assumptions = { ...standards.assumptions };
  for (const key of assumptionKeys) {
    assumptions[key] = dated(standards.assumptions[key], held.assumptions[key], today);
  }
  const heldDuties = new Map(held.duties.map((duty) => [duty.key, duty]));
  return {
    duties: standards.duties.map((duty) => dateDuty(duty, heldDuties.get(duty.key), today)),
    assumptions,
  };
}

const totalLoad = (team: TeamDemand | undefined) =>
  hours(team?.load.reduce((sum, value) => sum + value, 0) ?? 0);

function highest(team: TeamDemand | undefined): Utilisation | null {
  const known = team?.utilisation.filter((value) => value !== null) ?? [];
  return known.length === 0 ? null : utilisation(Math.max(...known));
}

type Names = 'standards.get' | 'standards.preview' | 'standards.save' | 'settings.get' | 'settings.save';

export const standardsHandlers: HandlersOf<Names> = {
  async 'standards.get'(_, { store }) {
    const standards = await readStandards(store);
    return { standards, examples: exampleStandards(), unconfirmed: unconfirmedValues(standards) };
  },

  async 'standards.preview'({ standards }, { store }) {
    checkStandards(standards);
    const situation = await readSituation(store, {});
    const { asAt } = situation.snapshot;
    const input = { ...situation, asAt, months: monthRange(monthZero(asAt), PREVIEW_MONTHS) };
    const now = demand(input).teams;
    const then = new Map(demand({ ...input, standards }).teams.map((team) => [team.team, team]));
    return {
      teams: now.map((team) => ({
        team: team.team ?? '',
        hoursNow: totalLoad(team),
        hoursThen: totalLoad(then.get(team.team)),
        peakNow: highest(team),
        peakThen: highest(then.get(team.team)),
      })),
    };
  },

  async 'standards.save'({ standards }, { store, engine }) {
    checkStandards(standards);
    const today = todayOf(engine);
    await writeStandards(store, dateChanges(standards, await readStandards(store), today));
    return {};
  },

  'settings.get': (_, { store }) => readSettings(store),

  async 'settings.save'({ settings }, { store }) {
    await writeSettings(store, settings);
    return {};
  },
};
