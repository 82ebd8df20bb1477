/** Scenarios: kept, run, compared, swept and sought; and what people cost. */
import { z } from 'zod';
import { Month } from '#shared/domain/dates.ts';
import { Contract } from '#shared/domain/officer.ts';
import { PayTable } from '#shared/domain/pay.ts';
import { Scenario, ScenarioDraft, ScenarioName } from '#shared/domain/scenario.ts';
import {
  Comparison,
  FigureKey,
  ScenarioResult,
  Sought,
  Sweep,
  Tornado,
} from '#shared/domain/scenario-result.ts';
import { command, id, job, nothing, query, snapshotChoice, teamName } from './operation.ts';

/** The simulated futures that scenarios rest on. The same for all scenarios that are held against each other. */
export const futures = {
  ...snapshotChoice,
  /** 1,000 unless said otherwise. */
  runs: z.number().int().min(100).max(2000).optional(),
  /** 1 unless said otherwise. */
  seed: z.number().int().min(0).max(2_147_483_647).optional(),
};

/** A scenario kept, by its number; or one as it stands in a form or a file, saved or not. */
export const ScenarioRef = z.union([
  z.strictObject({ scenarioId: id }),
  z.strictObject({ draft: ScenarioDraft }),
]);
export type ScenarioRef = z.infer<typeof ScenarioRef>;

/** How the posts of a sweep or a search start. */
export const postStart = {
  contract: Contract.optional(),
  /** Month from which recruiting may begin; month 0 when absent. */
  from: Month.optional(),
  /** 6 unless said otherwise. */
  leadMonths: z.number().int().min(0).max(36).optional(),
  /** 3 unless said otherwise. */
  trainingMonths: z.number().int().min(0).max(36).optional(),
  /** 0.5 unless said otherwise. */
  productivity: z.number().min(0).max(1).optional(),
};

const newPosts = {
  ...postStart,
  /** Absent: the force, posts shared out over its teams. */
  team: teamName.optional(),
  /** First month in which limits are looked at; absent: when the first newcomers could count in full. */
  first: Month.optional(),
  /** Last such month; the last of the 60 when absent. */
  last: Month.optional(),
};

export const scenariosContract = {
  /** Those not archived first, by name. */
  'scenarios.list': query({ input: nothing, output: z.array(Scenario) }),
  'scenarios.get': query({ input: z.strictObject({ scenarioId: id }), output: Scenario }),
  /** Keeps a new scenario, or changes one. Refused (conflict) where another that is not archived has the name. */
  'scenarios.save': command(
    { input: ScenarioDraft.extend({ scenarioId: id.optional() }), output: Scenario },
    { logged: 'edit', changes: ['scenarios'] },
  ),
  'scenarios.copy': command(
    { input: z.strictObject({ scenarioId: id, name: ScenarioName }), output: Scenario },
    { logged: 'edit', changes: ['scenarios'] },
  ),
  /** Nothing is deleted: an archived scenario can be taken back. */
  'scenarios.archive': command(
    { input: z.strictObject({ scenarioId: id, archived: z.boolean() }), output: Scenario },
    { logged: 'edit', changes: ['scenarios'] },
  ),
  /**
   * Simulates the futures that scenarios rest on, once for a snapshot; `scenarios.run` answers from them. At once
   * where they are held already. The result is the unchanged state of things with ranges.
   */
  'scenarios.prepare': job({ input: z.strictObject(futures), output: ScenarioResult }, { logged: 'nothing' }),
  /**
   * The middle path of a scenario as it is being written: no ranges, no chances, quick. Refused (unavailable, details
   * `needs: 'futures'`) until `scenarios.prepare` has been run with the same snapshot, runs and seed.
   */
  'scenarios.run': query({
    input: z.strictObject({ ...futures, scenario: ScenarioRef }),
    output: ScenarioResult,
  }),
  /** The same with ranges and chances over all futures; prepares them where they are not held. */
  'scenarios.simulate': job(
    {
      input: z.strictObject({ ...futures, scenario: ScenarioRef }),
      output: ScenarioResult,
    },
    { logged: 'nothing' },
  ),
  /** Scenarios beside one baseline: differing assumptions, figures, and every result with ranges. */
  'scenarios.compare': job(
    {
      input: z.strictObject({
        ...futures,
        /** The unchanged state of things when absent. */
        baseline: ScenarioRef.optional(),
        scenarios: z.array(ScenarioRef).min(1).max(12),
        team: teamName.optional(),
      }),
      output: Comparison,
    },
    { logged: 'nothing' },
  ),
  /** Which assumption moves a figure most: one at a time, low to high, on the middle path. */
  'scenarios.tornado': job(
    {
      input: z.strictObject({
        ...futures,
        scenario: ScenarioRef,
        figure: FigureKey,
        team: teamName.optional(),
      }),
      output: Tornado,
    },
    { logged: 'nothing' },
  ),
  /** The scenario with 0 … `most` further posts, one at a time. */
  'scenarios.sweep': job(
    {
      input: z.strictObject({
        ...futures,
        scenario: ScenarioRef,
        ...newPosts,
        /** 20 unless said otherwise. */
        most: z.number().int().min(1).max(60).optional(),
      }),
      output: Sweep,
    },
    { logged: 'nothing' },
  ),
  /** Fewest further posts, and the latest start, with which the scenario stays within a limit. */
  'scenarios.seek': job(
    {
      input: z.strictObject({
        ...futures,
        scenario: ScenarioRef,
        ...newPosts,
        goal: z.enum(['ratio', 'capacity']),
        /** Share of futures that must stay within in every month looked at; 0.8 unless said otherwise. */
        probability: z.number().min(0.01).max(1).optional(),
        /** 60 unless said otherwise. */
        most: z.number().int().min(1).max(200).optional(),
      }),
      output: Sought,
    },
    { logged: 'nothing' },
  ),
  'payRates.get': query({
    input: nothing,
    output: z.object({ table: PayTable, examples: PayTable, unconfirmed: z.array(z.string()) }),
  }),
  /** Replaces the table. A value that was changed carries the day. */
  'payRates.save': command(
    { input: z.strictObject({ table: PayTable }), output: nothing },
    { logged: 'edit', changes: ['settings'] },
  ),
};
