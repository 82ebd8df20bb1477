/** Reasons to choose from, and findings of regularity that were set aside. */
import { exampleReasons, type Reason } from '#shared/domain/abstraction.ts';
import type { Store } from './store.ts';

/** The force's list; the examples until it has one of its own. */
export async function readReasons(store: Store): Promise<readonly Reason[]> {
  const rows = await store.db.selectFrom('abstraction_reason').selectAll().orderBy('position').execute();
  if (rows.length === 0) return exampleReasons;
  return rows.map((row) => ({
    group: row.reason_group,
    activity: row.activity,
    kind: row.kind,
    toOtherPolicing: row.to_other_policing === 1,
  }));
}

export async function writeReasons(store: Store, reasons: readonly Reason[]): Promise<void> {
  await store.db.deleteFrom('abstraction_reason').execute();
  store.insertMany(
    'abstraction_reason',
    reasons.map(({ group, activity, kind, toOtherPolicing }, position) => ({
      position,
      reason_group: group,
      activity,
      kind,
      to_other_policing: toOtherPolicing ? 1 : 0,
    })),
  );
}

export type Dismissal = { by: string; at: string; why: string };

export async function readDismissals(store: Store): Promise<Map<string, Dismissal>> {
  const rows = await store.db.selectFrom('dismissed_finding').selectAll().execute();
  return new Map(rows.map((row) => [row.key, { by: row.dismissed_by, at: row.dismissed_at, why: row.why }]));
}

/** @param dismissal null takes an earlier one back */
export async function writeDismissal(store: Store, key: string, dismissal: Dismissal | null): Promise<void> {
  await store.db.deleteFrom('dismissed_finding').where('key', '=', key).execute();
  if (!dismissal) return;
  const { by, at, why } = dismissal;
  await store.db
    .insertInto('dismissed_finding')
    .values({ key, dismissed_by: by, dismissed_at: at, why })
    .execute();
}
