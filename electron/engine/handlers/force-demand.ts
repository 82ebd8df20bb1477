/** The demand of every team with its plan in force, worked out once for all who ask until something is written. */
import type { Demand } from '#shared/contract/demand.ts';
import { monthRange, monthZero, type Month } from '#shared/domain/dates.ts';
import type { DemandOfTeam, TeamDemand } from '#shared/domain/demand.ts';
import { unconfirmedValues } from '#shared/domain/standards.ts';
import { demand } from '#shared/planning/demand.ts';
import { plansOfSnapshot, type StoredPlan } from '../store/plans.ts';
import type { Store } from '../store/store.ts';
import { plannedDemand, plannedForce } from './planned.ts';
import { readSituation, type Situation } from './situation.ts';

function withPlan(
  own: TeamDemand,
  plan: StoredPlan | undefined,
  { cases, snapshot }: Situation,
): DemandOfTeam {
  if (!plan) return { ...own, planned: null };
  const ofTeam = cases.filter((record) => record.team === own.team);
  return { ...own, planned: plannedDemand(plan, ofTeam, snapshot.asAt, own.capacity) };
}

type Choice = { snapshotId?: number | undefined; months?: number | undefined };

async function forceDemand(store: Store, situation: Situation, months: readonly Month[]): Promise<Demand> {
  const { snapshot, standards, settings, roster } = situation;
  const found = demand({ ...situation, asAt: snapshot.asAt, months });
  const plans = await plansOfSnapshot(store, snapshot.id);
  const teams = found.teams.map((own) => withPlan(own, plans.get(own.team ?? ''), situation));
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
