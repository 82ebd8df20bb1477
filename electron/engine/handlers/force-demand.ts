/** The demand of every team with its plan in force, worked out once for all who ask until something is written. */
import type { Demand } from '#shared/contract/demand.ts';
import type { PlanSummary } from '#shared/contract/plans.ts';
import { monthRange, monthZero, type Month } from '#shared/domain/dates.ts';
import { byOutcome } from '#shared/domain/follow-up.ts';
import { unconfirmedValues } from '#shared/domain/standard-values.ts';
import { demand } from '#shared/planning/demand/demand.ts';
import { plansInForce } from '#shared/planning/follow-up/in-force.ts';
import { withReset } from '#shared/planning/levelling/steering.ts';
import { plannedDemand, plannedForce, type LaidPlan } from '#shared/planning/follow-up/planned.ts';
import { listPlans, readPlan } from '../store/plans.ts';
import type { Store } from '../store/store.ts';
import { followPlan, type Held } from './followed.ts';
import { readSituation, type Situation } from './situation.ts';

/**
 * A plan as it is laid over a snapshot. On its own it shows as it was accepted, whatever the standards have become
 * since. On a later one its open moves are laid over what the cases owe by the standards of today, so that demand
 * with the plan and without it differ by the moves alone; reset rules chosen for the plan stay its own.
 */
async function laidOver(
  store: Store,
  summary: PlanSummary,
  { snapshot, standards, settings }: Situation,
  held: Held,
): Promise<LaidPlan> {
  const { id: planId, asAt } = summary;
  if (summary.snapshotId === snapshot.id) {
    const { plan, ...own } = await readPlan(store, summary);
    const { unassessedAs } = own.settings;
    const counts = byOutcome((outcome) => (outcome === 'open' ? plan.moves.length : 0));
    return { planId, asAt, counts, moves: plan.moves, standards: own.standards, unassessedAs };
  }
  const { stored, followUp } = await followPlan(store, summary, { held, upTo: snapshot.asAt });
  return {
    planId,
    asAt,
    counts: followUp.counts,
    moves: followUp.moves.filter(({ outcome }) => outcome === 'open'),
    standards: withReset(standards, stored.steering.reset).standards,
    unassessedAs: settings.unassessedAs,
  };
}

/** The plans in force as at the snapshot, by team. */
async function plansLaidOver(store: Store, situation: Situation): Promise<Map<string, LaidPlan>> {
  const { snapshot, cases } = situation;
  const held: Held = new Map([[snapshot.id, { asAt: snapshot.asAt, cases }]]);
  const laid = new Map<string, LaidPlan>();
  for (const summary of plansInForce(await listPlans(store), snapshot.asAt))
    laid.set(summary.team, await laidOver(store, summary, situation, held));
  return laid;
}

type Choice = { snapshotId?: number | undefined; months?: number | undefined };

async function forceDemand(store: Store, situation: Situation, months: readonly Month[]): Promise<Demand> {
  const { snapshot, standards, settings, roster } = situation;
  const found = demand({ ...situation, asAt: snapshot.asAt, months });
  const plans = await plansLaidOver(store, situation);
  const teams = found.teams.map((own) => {
    const plan = plans.get(own.team ?? '');
    if (!plan) return { ...own, planned: null };
    const ofTeam = situation.cases.filter((record) => record.team === own.team);
    return { ...own, planned: plannedDemand(plan, ofTeam, snapshot.asAt, own.capacity) };
  });
  return {
    snapshotId: snapshot.id,
    asAt: snapshot.asAt,
    months: [...months],
    rosterAsAt: roster?.asAt ?? null,
    duties: standards.duties.map(({ key, name, hoursOf, movable }) => ({ key, name, hoursOf, movable })),
    thresholds: {
      peakOverCapacity: settings.peakOverCapacity,
      peakAboveMean: settings.peakAboveMean,
    },
    teams,
    force: { ...found.force, planned: plannedForce(found.force, teams) },
    unconfirmed: unconfirmedValues(standards),
    warnings: found.warnings,
  };
}

/** @param choice months ahead as settings have them unless said otherwise */
export async function readForceDemand(store: Store, choice: Choice): Promise<Demand> {
  const situation = await readSituation(store, { snapshotId: choice.snapshotId });
  const { snapshot, settings } = situation;
  const months = monthRange(monthZero(snapshot.asAt), choice.months ?? settings.horizonMonths);
  return store.remember(`demand ${String(snapshot.id)} ${String(months.length)}`, () =>
    forceDemand(store, situation, months),
  );
}
