/** What is outstanding at a snapshot, worked out once for all who ask, and how that led from one snapshot to the next. */
import type { BacklogPoint, OutstandingCase } from '#shared/domain/backlog.ts';
import { byReference } from '#shared/domain/case.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { shareOf } from '#shared/planning/backlog/matrix.ts';
import {
  isInScope,
  outstandingCases,
  type BacklogInput,
  type Scope,
} from '#shared/planning/backlog/outstanding.ts';
import {
  backlogChange,
  backlogState,
  type BacklogState,
  type SnapshotBacklog,
} from '#shared/planning/backlog/trend.ts';
import { readSettings } from '../store/settings.ts';
import { readCases } from '../store/cases.ts';
import { snapshotsWithCases } from '../store/snapshots.ts';
import { readStandards } from '../store/standards.ts';
import type { Store } from '../store/store.ts';
import { readSituation, requireSnapshot, type Situation } from './situation.ts';

export type Asked = Scope & { snapshotId?: number | undefined };

export const planningInput = ({ cases, standards, settings, snapshot }: Situation): BacklogInput => ({
  cases,
  standards,
  unassessedAs: settings.unassessedAs,
  asAt: snapshot.asAt,
});

/** A snapshot of the list with its outstanding work of every duty; read once for all trends of two snapshots. */
const readBacklog = (store: Store, snapshotId: number): Promise<SnapshotBacklog> =>
  store.remember(`backlog ${String(snapshotId)}`, async () => {
    const situation = await readSituation(store, { snapshotId });
    return {
      asAt: situation.snapshot.asAt,
      cases: byReference(situation.cases),
      outstanding: outstandingCases(planningInput(situation)),
    };
  });

/** The work outstanding in the scope, in the order of {@link outstandingCases}. */
export async function readOutstanding(
  store: Store,
  snapshotId: number,
  scope: Scope,
): Promise<OutstandingCase[]> {
  return (await readBacklog(store, snapshotId)).outstanding.filter((one) => isInScope(one, scope));
}

/** Over many snapshots: no more is read, worked out and kept than the duty asks for. */
async function readBacklogOf(store: Store, held: Held, duty: DutyStandard): Promise<SnapshotBacklog> {
  const cases = await readCases(store, held.id, duty.key);
  const standards = await readStandards(store);
  const { unassessedAs } = await readSettings(store);
  const input = { cases, standards: { ...standards, duties: [duty] }, unassessedAs, asAt: held.asAt };
  return { asAt: held.asAt, cases: byReference(cases), outstanding: outstandingCases(input) };
}

type Held = { id: number; asAt: IsoDate };

/** The snapshots that a trend up to the one asked for rests on, oldest first. */
async function snapshotsOfTrend(store: Store, asked: Asked, most: number): Promise<Held[]> {
  const newest = await requireSnapshot(store, asked.snapshotId);
  const held = (await snapshotsWithCases(store)).filter(({ asAt }) => asAt <= newest.asAt);
  return held.slice(0, most).reverse();
}

async function pointsOf(
  held: readonly Held[],
  duty: DutyStandard,
  scope: Scope,
  read: (held: Held) => Promise<SnapshotBacklog>,
): Promise<BacklogPoint[]> {
  const points: BacklogPoint[] = [];
  let before: BacklogState | null = null;
  for (const one of held) {
    const state = backlogState(await read(one), duty, scope);
    const { owing, outstanding } = state;
    points.push({
      snapshotId: one.id,
      asAt: one.asAt,
      owing,
      outstanding: outstanding.size,
      share: shareOf(outstanding.size, owing),
      change: before && backlogChange(before, state, duty, scope),
    });
    before = state;
  }
  return points;
}

export async function trendPoints(
  store: Store,
  asked: Asked,
  duty: DutyStandard,
  most: number,
): Promise<BacklogPoint[]> {
  const held = await snapshotsOfTrend(store, asked, most);
  return pointsOf(held, duty, asked, (one) => readBacklogOf(store, one, duty));
}

/** From the snapshot before to this one, of each duty. */
export async function latestChange(
  store: Store,
  asked: Asked,
  duties: readonly DutyStandard[],
): Promise<Map<string, BacklogPoint[]>> {
  const held = await snapshotsOfTrend(store, asked, 2);
  const points = new Map<string, BacklogPoint[]>();
  for (const duty of duties)
    points.set(duty.key, await pointsOf(held, duty, asked, ({ id }) => readBacklog(store, id)));
  return points;
}
