/** The little that a forecast needs of each case, from many snapshots at once. */
import type { CaseFacts } from '#shared/planning/forecast/cases/facts.ts';
import type { Store } from './store.ts';

export async function readCaseFacts(store: Store, snapshotId: number): Promise<CaseFacts[]> {
  const rows = await store.db
    .selectFrom('snapshot_case')
    .innerJoin('team', 'team.id', 'snapshot_case.team_id')
    .select([
      'reference',
      'team.name as team',
      'risk',
      'notification_start',
      'notification_end',
      'indefinite',
    ])
    .where('snapshot_id', '=', snapshotId)
    .orderBy('reference')
    .execute();
  return rows.map((row) => ({
    reference: row.reference,
    team: row.team,
    risk: row.risk,
    notificationStart: row.notification_start,
    notificationEnd: row.notification_end,
    indefinite: row.indefinite === 1,
  }));
}
