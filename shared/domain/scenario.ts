/** A scenario: a named list of changes to the snapshot, roster, standards and forecast that it is run on. */
import { z } from 'zod';
import { RiskLevel } from './case.ts';
import { IsoDate, Month } from './dates.ts';
import { Contract, OfficerRole } from './officer.ts';
import { AssumptionKey } from './standards.ts';

const share = z.number().min(0).max(1);
const months = z.number().int().min(0).max(60);
/** As the snapshot spells it; null for all teams. */
const team = z.string().min(1).max(120).nullable();

/** How a newcomer starts: what is lost before they count in full. */
const training = {
  /** Months in post before they count in full. */
  trainingMonths: months,
  /** Share of a full-time equivalent that they count as meanwhile. */
  productivity: share,
};

const PostsChange = z.strictObject({
  kind: z.literal('posts'),
  /** Null: shared out over the teams by their RSOs that the ratio counts, as at the snapshot. */
  team,
  /** Full-time equivalents; below 0 for posts taken away. */
  posts: z.number().min(-500).max(500),
  /** Supervisors and others cost and bring no capacity. */
  role: OfficerRole,
  contract: Contract,
  /** Month from which recruiting begins; for posts taken away the first month without them. */
  from: Month,
  /** Months from then until they are in post; no bearing on posts taken away. */
  leadMonths: months,
  ...training,
  /** Last month of a post for a time; null for good. */
  until: Month.nullable(),
});

const AttritionChange = z.strictObject({
  kind: z.literal('attrition'),
  team,
  /** Share of the offender managers in post who leave in a year, beyond the leaving dates held. */
  yearly: share,
});

const VacanciesChange = z.strictObject({
  kind: z.literal('vacancies'),
  team,
  /** Months until a leaver (by date held, or by attrition) is replaced. */
  leadMonths: months,
  ...training,
  /** Whether posts established and open at the snapshot are filled too, where the settings hold the number. */
  openToo: z.boolean(),
});

const AbstractionChange = z.strictObject({
  kind: z.literal('abstraction'),
  team,
  /** Expected share of contracted hours, leave and training apart. */
  rate: share,
});

const CapacityChange = z.strictObject({
  kind: z.literal('capacity'),
  /** Any of the capacity assumptions, for all teams. */
  key: AssumptionKey,
  value: z.number().min(0).max(400),
});

const GrowthChange = z.strictObject({
  kind: z.literal('growth'),
  team,
  /** Growth of the number of RSOs a year beyond the forecast's: 0.02 is two points more. */
  extra: z.number().min(-0.3).max(0.5),
});

const RiskMixChange = z.strictObject({
  kind: z.literal('risk-mix'),
  team,
  /** The share of the cases of one level that is at another instead. */
  share,
  fromRisk: RiskLevel,
  toRisk: RiskLevel,
  from: Month,
});

const ReactiveChange = z.strictObject({
  kind: z.literal('reactive'),
  team,
  risk: RiskLevel,
  /** Share of the active cases of the level that go to reactive management. */
  share,
  from: Month,
});

const IntervalChange = z.strictObject({
  kind: z.literal('interval'),
  /** Key of the duty. */
  duty: z.string().min(1).max(40),
  /** Null for all levels. */
  risk: RiskLevel.nullable(),
  months: z.number().int().min(1).max(120),
  /** Whether it also replaces the intervals that cases hold of their own. */
  ownToo: z.boolean(),
});

const HoursChange = z.strictObject({
  kind: z.literal('hours'),
  duty: z.string().min(1).max(40),
  risk: RiskLevel.nullable(),
  hours: z.number().min(0).max(1000),
});

const LevellingChange = z.strictObject({
  kind: z.literal('levelling'),
  /** Null for all teams. */
  team,
});

const PayChange = z.strictObject({
  kind: z.literal('pay'),
  role: OfficerRole,
  contract: Contract,
  /** Pounds a year; null leaves it as in the pay table. */
  pay: z.number().min(0).max(1_000_000).nullable(),
  /** Share of pay; null leaves it as in the pay table. */
  onCost: z.number().min(0).max(5).nullable(),
});

const PayRiseChange = z.strictObject({
  kind: z.literal('pay-rise'),
  /** Rise of all pay a year, each April from the second financial year on. Without it costs are in today's prices. */
  yearly: z.number().min(-0.2).max(0.5),
});

export const ScenarioChange = z.discriminatedUnion('kind', [
  PostsChange,
  AttritionChange,
  VacanciesChange,
  AbstractionChange,
  CapacityChange,
  GrowthChange,
  RiskMixChange,
  ReactiveChange,
  IntervalChange,
  HoursChange,
  LevellingChange,
  PayChange,
  PayRiseChange,
]);
/** One assumption that a scenario makes otherwise. Of two of a kind for the same thing the later one stands; posts add up. */
export type ScenarioChange = z.infer<typeof ScenarioChange>;
export type ChangeOf<K extends ScenarioChange['kind']> = Extract<ScenarioChange, { kind: K }>;

export const ScenarioName = z.string().trim().min(1).max(80);
export const ScenarioDraft = z.strictObject({
  name: ScenarioName,
  description: z.string().max(2000),
  changes: z.array(ScenarioChange).max(100),
});
/** What a person writes of a scenario. Without changes it is the baseline: all as the workspace holds it. */
export type ScenarioDraft = z.infer<typeof ScenarioDraft>;

export const Scenario = ScenarioDraft.extend({
  id: z.number().int().positive(),
  /** The scenario it was copied from; null when it was not, or that one is gone. */
  copiedFrom: z.number().int().positive().nullable(),
  /** As-at date of the newest snapshot when it was last saved; null without any. */
  asAt: IsoDate.nullable(),
  /** ISO instants. */
  createdAt: z.string(),
  changedAt: z.string(),
  archivedAt: z.string().nullable(),
});
/** A scenario kept. */
export type Scenario = z.infer<typeof Scenario>;

/** The name under which the unchanged state of things stands beside scenarios. */
export const BASELINE_NAME = 'Baseline';
export const baseline: ScenarioDraft = { name: BASELINE_NAME, description: '', changes: [] };

/**
 * People to be recruited, until the force has said its own: months from the decision to the first day in post,
 * months of training, and the share of a full officer's work done while training. Examples, and shown as such.
 */
export const newcomer = { leadMonths: 6, trainingMonths: 3, productivity: 0.5 };
