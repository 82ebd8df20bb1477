/** The cases of a snapshot. */
import type { Selectable } from 'kysely';
import type { CaseDuty, CaseRecord } from '#shared/domain/case.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { idOfTeam } from './teams.ts';

export function storeCases(
  store: Store,
  snapshotId: number,
  teams: ReadonlyMap<string, number>,
  cases: readonly CaseRecord[],
): void {
  store.insertMany(
    'snapshot_case',
    cases.map((record) => ({
      snapshot_id: snapshotId,
      reference: record.reference,
      team_id: idOfTeam(teams, record.team),
      officer: record.officer,
      supervisor: record.supervisor,
      lead_agency: record.leadAgency,
      status: record.status,
      release_on: record.releaseOn,
      mappa_category: record.mappaCategory,
      mappa_level: record.mappaLevel,
      risk: record.risk,
      risk_set: record.riskSet,
      mode: record.mode,
      notification_start: record.notificationStart,
      notification_end: record.notificationEnd,
      indefinite: record.indefinite ? 1 : 0,
      last_visit_kind: record.lastVisitKind,
      last_visit_officers: record.lastVisitOfficers,
    })),
  );
  store.insertMany(
    'case_duty',
    cases.flatMap((record) =>
      record.duties.map((duty) => ({
        snapshot_id: snapshotId,
        reference: record.reference,
        duty: duty.duty,
        last_done: duty.lastDone,
        next_due: duty.nextDue,
        interval_months: duty.interval,
        signed_off: duty.signedOff,
      })),
    ),
  );
}

/**
 * The cases of a snapshot in the order of their references.
 * @param duty reads the state of this duty only: for who reads many snapshots
 */
export async function readCases(store: Store, snapshotId: number, duty?: string): Promise<CaseRecord[]> {
  const rows = await store.db
    .selectFrom('snapshot_case')
    .innerJoin('team', 'team.id', 'snapshot_case.team_id')
    .selectAll('snapshot_case')
    .select('team.name as team')
    .where('snapshot_id', '=', snapshotId)
    .orderBy('reference')
    .execute();
  const duties = await readDuties(store, snapshotId, duty);
  return rows.map((row) => toCase(row, duties.get(row.reference) ?? []));
}

const toCase = (
  row: Selectable<Tables['snapshot_case']> & { team: string },
  duties: CaseDuty[],
): CaseRecord => ({
  reference: row.reference,
  team: row.team,
  officer: row.officer,
  supervisor: row.supervisor,
  leadAgency: row.lead_agency,
  status: row.status,
  releaseOn: row.release_on,
  mappaCategory: row.mappa_category,
  mappaLevel: row.mappa_level,
  risk: row.risk,
  riskSet: row.risk_set,
  mode: row.mode,
  notificationStart: row.notification_start,
  notificationEnd: row.notification_end,
  indefinite: row.indefinite === 1,
  lastVisitKind: row.last_visit_kind,
  lastVisitOfficers: row.last_visit_officers,
  duties,
});

type DutyRow = Omit<Selectable<Tables['case_duty']>, 'snapshot_id' | 'reference'>;

const toDuty = (row: DutyRow): CaseDuty => ({
  duty: row.duty,
  lastDone: row.last_done,
  nextDue: row.next_due,
  interval: row.interval_months,
  signedOff: row.signed_off,
});

/**
 * Cases of a snapshot with only those duties that may have fallen overdue between two days: a due date held in
 * between, or none held and one to be worked out. A snapshot holds thousands of cases, of which these are few.
 */
export async function readFellDue(
  store: Store,
  snapshotId: number,
  after: IsoDate,
  until: IsoDate,
): Promise<CaseRecord[]> {
  const rows = await store.db
    .selectFrom('case_duty')
    .innerJoin('snapshot_case', (join) =>
      join
        .onRef('snapshot_case.snapshot_id', '=', 'case_duty.snapshot_id')
        .onRef('snapshot_case.reference', '=', 'case_duty.reference'),
    )
    .innerJoin('team', 'team.id', 'snapshot_case.team_id')
    .selectAll('snapshot_case')
    .select(['team.name as team', 'duty', 'last_done', 'next_due', 'interval_months', 'signed_off'])
    .where('case_duty.snapshot_id', '=', snapshotId)
    .where((eb) =>
      eb.or([
        eb.and([eb('next_due', '>', after), eb('next_due', '<=', until)]),
        eb.and([eb('next_due', 'is', null), eb('last_done', 'is not', null)]),
      ]),
    )
    .execute();
  const found = new Map<string, CaseRecord>();
  for (const row of rows) {
    const record = found.get(row.reference) ?? toCase(row, []);
    record.duties.push(toDuty(row));
    found.set(row.reference, record);
  }
  return [...found.values()];
}

async function readDuties(
  store: Store,
  snapshotId: number,
  duty: string | undefined,
): Promise<Map<string, CaseDuty[]>> {
  const all = store.db
    .selectFrom('case_duty')
    .select(['reference', 'duty', 'last_done', 'next_due', 'interval_months', 'signed_off'])
    .where('snapshot_id', '=', snapshotId)
    .orderBy('reference')
    .orderBy('duty');
  const rows = await (duty === undefined ? all : all.where('duty', '=', duty)).execute();
  const byReference = new Map<string, CaseDuty[]>();
  for (const row of rows) {
    const list = byReference.get(row.reference) ?? [];
    list.push(toDuty(row));
    byReference.set(row.reference, list);
  }
  return byReference;
}

/** Of a purged snapshot, the counts that are kept. */
export async function countCasesByTeam(
  store: Store,
  snapshotId: number,
): Promise<Array<{ team: string; cases: number }>> {
  const held = await store.db
    .selectFrom('snapshot_case')
    .innerJoin('team', 'team.id', 'snapshot_case.team_id')
    .select((select) => ['team.name as team', select.fn.countAll<number>().as('cases')])
    .where('snapshot_id', '=', snapshotId)
    .groupBy('team.id')
    .orderBy('team.name')
    .execute();
  if (held.length > 0) return held;
  return store.db
    .selectFrom('snapshot_count')
    .innerJoin('team', 'team.id', 'snapshot_count.team_id')
    .select((select) => ['team.name as team', select.fn.sum<number>('snapshot_count.cases').as('cases')])
    .where('snapshot_id', '=', snapshotId)
    .groupBy('team.id')
    .orderBy('team.name')
    .execute();
}
