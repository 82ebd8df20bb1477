/** Puts the invented force into a new workspace, one transaction per snapshot. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { EngineContext } from '../context.ts';
import type { JobControl } from '../jobs.ts';
import { countTeams } from '../import/finish.ts';
import { setProperty } from '../store/properties.ts';
import { addAbstractions } from '../store/abstractions.ts';
import { addRoster } from '../store/rosters.ts';
import { addSnapshot } from '../store/snapshots.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Invented data come from no file: the account says so, and reconciles like any other. */
const accountOf = (what: string, asAt: IsoDate, records: ReadonlyArray<{ team: string }>): ImportAccount => ({
  fileName: `${what}, invented`,
  asAt,
  asAtFrom: 'given',
  encoding: 'none',
  delimiter: 'none',
  sheet: null,
  mapping: 'Invented data',
  columns: [],
  titleLines: [],
  totalsLines: [],
  rowsRead: records.length,
  accepted: records.length,
  furtherRows: 0,
  duplicates: { exact: 0, conflicting: 0 },
  conflicts: [],
  rejected: [],
  issues: [],
  notes: [],
  teams: countTeams(records),
  quality: [],
  undated: [],
});

/** @throws AppError cancelled; the workspace, which nobody has seen yet, is then thrown away */
export async function fillDemo(
  workspace: Pick<Workspace, 'write'>,
  engine: Pick<EngineContext, 'runPlanner' | 'now'>,
  job: JobControl,
  seed: number | null,
): Promise<void> {
  const force = await engine.runPlanner({ kind: 'demo', seed }, job);
  const importedAt = engine.now().toISOString();
  await workspace.write(async (store) => {
    await setProperty(store, 'is-demo', 'yes');
    for (const { asAt, officers } of force.rosters) {
      const account = accountOf('Staff', asAt, officers);
      await addRoster(store, { account, officers, contentHash: `invented ${asAt}`, importedAt });
    }
    addAbstractions(store, force.abstractions, null);
  });
  for (const [index, { asAt, cases }] of force.snapshots.entries()) {
    job.progress(`Storing the caseload of ${asAt}`, 0.3 + (0.65 * index) / force.snapshots.length);
    await nextTurn();
    job.signal.throwIfAborted();
    const account = accountOf('Caseload', asAt, cases);
    await workspace.write((store) =>
      addSnapshot(store, { account, cases, contentHash: `invented ${asAt}`, importedAt }),
    );
  }
}
