import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, ContractError, runJob } from '#electron/engine/call.ts';
import type { SteeringInput } from '#shared/domain/steering.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { ChangeKind } from '#shared/domain/changes.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { follow, leastPeak } from './second-opinion.ts';
import {
  engineWithWorkspace,
  importCaseload,
  importStaff,
  refusal,
  sharedEngine,
  upload,
} from './engine/support.ts';

const extracts = new URL('../../../shared/data/extracts/', import.meta.url);
const areHere = existsSync(extracts);
const read = (name: string): Buffer => readFileSync(new URL(name, extracts));
type Truth = Record<string, Record<string, number>>;
const truth = areHere ? (JSON.parse(read('truth.json').toString()) as Truth) : {};

const NEWEST = 'caseload-2026-10-31.csv';
const STAFF = 'staff-2026-10-31.csv';
const teams = [
  'Cornwall East',
  "Cornwall West & St Piran's",
  'Exeter & East Devon',
  'North & West Devon',
  'Plymouth',
  'Torbay & South Hams',
];

async function accountOf(engine: Engine, name: string) {
  return runJob(engine, 'import.previewCaseload', { uploadId: await upload(engine, name, read(name)) }).catch(
    async (error: unknown) => {
      // Another snapshot of that day is held: the account is asked of a workspace of its own.
      if (!(error instanceof ContractError) || error.error.code !== 'conflict') throw error;
      const own = await engineWithWorkspace();
      return runJob(own, 'import.previewCaseload', { uploadId: await upload(own, name, read(name)) });
    },
  );
}

describe.skipIf(!areHere)('the shared extracts (skipped where ../shared is absent)', () => {
  const engine = sharedEngine();
  const caseloads = Object.keys(truth).filter((name) => /^caseload-\d{4}-\d\d-\d\d\.csv$/.test(name));

  it.each(caseloads)('%s gives the counts that are known of it, and again changes nothing', async (name) => {
    const account = await importCaseload(engine(), read(name), name);
    const isNoDate = ({ reason }: { reason: string }): boolean => reason.startsWith('expected a date');
    const isRisk = ({ column }: { column: string }): boolean => column === 'Risk Level';
    expect({
      rowsRead: account.rowsRead,
      accepted: account.accepted,
      exactDuplicates: account.duplicates.exact,
      conflictingDuplicates: account.duplicates.conflicting,
      noReference: account.rejected.filter((row) => row.reason === 'no reference').length,
      noTeam: account.rejected.filter((row) => row.reason === 'no team').length,
      badDates: account.issues.filter(isNoDate).length,
      unknownRisk: account.issues.filter(isRisk).length,
    }).toEqual(Object.fromEntries(Object.entries(truth[name] ?? {}).filter(([key]) => key !== 'people')));
    expect(account.teams).toHaveLength(6);

    const before = await call(engine(), 'snapshots.list', {});
    const again = await importCaseload(engine(), read(name), name);
    expect(again).toEqual({ ...account, alreadyLoaded: true });
    expect(await call(engine(), 'snapshots.list', {})).toEqual(before);
  });

  it.each([
    ['caseload-2026-10-31-area-layout.csv', { titleLines: 2, totalsLines: 1 }],
    ['caseload-2026-10-31.xlsx', { titleLines: 1, totalsLines: 0 }],
    ['duties-2026-10-31.csv', { titleLines: 0, totalsLines: 0 }],
  ])('%s, another layout, gives the counts that are known of it', async (name, lines) => {
    const { account } = await accountOf(engine(), name);
    const known = truth[name] ?? {};
    expect(account.accepted).toBe(known.accepted);
    expect(account.rowsRead).toBe(known.rowsRead ?? known.people);
    expect(account.rejected).toEqual([]);
    expect(account.accepted + account.furtherRows).toBe(account.rowsRead);
    expect({
      titleLines: account.titleLines.length,
      totalsLines: account.totalsLines.length,
    }).toEqual(lines);
  });

  it('the layouts of one month hold the same cases, field by field, but for what a layout lacks', async () => {
    const own = await engineWithWorkspace();
    const load = async (name: string, day: string) => {
      const input = { uploadId: await upload(own, name, read(name)), asAt: isoDate(day) };
      return (await runJob(own, 'import.caseload', input)).snapshotId;
    };
    // As at three days in turn, so that what differs between layouts shows as change.
    const duties = await load('duties-2026-10-31.csv', '2026-10-31');
    const area = await load('caseload-2026-10-31-area-layout.csv', '2026-11-01');
    const excel = await load('caseload-2026-10-31.xlsx', '2026-11-02');
    const differing = async (from: number, to: number, ...lacking: ChangeKind[]) => {
      const { changes } = await call(own, 'changes.cases', { from, to });
      return changes.filter(({ kind }) => !lacking.includes(kind));
    };
    // The workbook has neither status nor management mode, by which some owe no visit.
    expect(await differing(area, excel, 'mode', 'no-longer-owed', 'still-outstanding')).toEqual([]);
    // The list by duty has the cases that hold a duty only, and last dates of visits, ARMS and RMP only.
    const others = await differing(duties, area, 'joined', 'still-outstanding', 'done-undated');
    expect(others).toEqual([]);
  });

  it('the abstractions are read whole, and again none is doubled', async () => {
    const name = 'abstractions-2026-10-31.csv';
    const load = async (bytes: Uint8Array) =>
      runJob(engine(), 'import.abstractions', { uploadId: await upload(engine(), name, bytes) });
    expect(await load(read(name))).toMatchObject({ accepted: 448, stored: 448, rejected: [], issues: [] });
    expect(await load(read(name))).toMatchObject({ alreadyLoaded: true, stored: 0 });
    const more = Buffer.concat([read(name), Buffer.from('3001,09/10/2026,,8,Training,Driving,,N\r\n')]);
    expect(await load(more)).toMatchObject({ accepted: 449, stored: 1, alreadyHeld: 448 });
  });

  it('the staff list is read whole', async () => {
    expect(await importStaff(engine(), read(STAFF))).toMatchObject({
      accepted: truth[STAFF]?.people,
      issues: [],
      rejected: [],
    });
  });

  it('half a caseload is refused as cut off', async () => {
    const bytes = read(NEWEST);
    const uploadId = await upload(engine(), NEWEST, bytes.subarray(0, Math.floor(bytes.length / 2)));
    const error = await refusal(engine(), 'import.caseload', { uploadId });
    expect(error.message).toContain('cut off in the middle of row');
  });
});

describe.skipIf(!areHere)('levelling the shared extract (skipped where ../shared is absent)', () => {
  const engine = sharedEngine();
  beforeAll(async () => {
    await importCaseload(engine(), read(NEWEST), NEWEST);
    await importStaff(engine(), read(STAFF));
  });
  const propose = async (
    team: string,
    more: { months?: number; target?: number; steering?: SteeringInput } = {},
  ) => {
    const input = { team, withProblem: true, ...more };
    const { plan, problem } = await runJob(engine(), 'levelling.level', input);
    if (!problem) throw new Error('Expected the problem with the plan.');
    return { plan, problem };
  };

  it('covers every team of the extract', async () => {
    expect((await call(engine(), 'teams.list', {})).map(({ team }) => team)).toEqual(teams);
  });

  it.each(teams)(
    '%s: obeys the rules, shows the load it makes, near the least peak, twice the same',
    async (team) => {
      const { plan, problem } = await propose(team);
      const { load, broken } = follow(problem, plan);
      expect(broken).toEqual([]);
      for (const [month, hours] of load.entries()) expect(plan.after[month]).toBeCloseTo(hours, 6);

      const unmoved = follow(problem, { ...plan, moves: [] });
      for (const [month, hours] of unmoved.load.entries()) expect(plan.before[month]).toBeCloseTo(hours, 6);

      const least = await leastPeak(problem);
      expect(plan.lowerBound).toBeCloseTo(least, 5);
      expect(plan.peakAfter).toBeLessThanOrEqual(1.005 * least);
      expect(plan.peakAfter).toBeLessThan(plan.peakBefore ?? 0);
      expect(JSON.stringify(await propose(team))).toBe(JSON.stringify({ plan, problem }));
    },
  );

  it.each([{ months: 12 }, { months: 60 }, { target: 0.9 }, { target: 3 }, { target: 0.1 }])(
    'obeys the rules with %o too',
    async (more) => {
      const { plan, problem } = await propose('Exeter & East Devon', more);
      const { load, broken } = follow(problem, plan);
      expect(broken).toEqual([]);
      for (const [month, hours] of load.entries()) expect(plan.after[month]).toBeCloseTo(hours, 6);
      const isMet = plan.peakAfter !== null && plan.peakAfter <= (more.target ?? Infinity) + 1e-6;
      if (more.target !== undefined) expect(plan.status).toBe(isMet ? 'target-met' : 'target-not-reached');
    },
  );

  it('has a curve for every team, each point within 0.5 % of what is proven, and the same again', async () => {
    const first = await runJob(engine(), 'levelling.frontier', {});
    expect(first.teams.map(({ team }) => team)).toEqual(teams);
    for (const { team, points, status } of first.teams) {
      expect(status, team).toBe('found');
      expect(points[0]?.moves, team).toBe(0);
      for (const [index, { peak, bound, moves }] of points.entries()) {
        expect(peak, team).toBeLessThanOrEqual(bound * 1.005);
        expect(peak, team).toBeLessThan(points[index - 1]?.peak ?? Infinity);
        expect(moves, team).toBeGreaterThan(points[index - 1]?.moves ?? -1);
      }
    }
    const again = await runJob(engine(), 'levelling.frontier', { team: 'Plymouth' });
    expect(again.teams).toEqual(first.teams.filter(({ team }) => team === 'Plymouth'));
  });

  it.each(teams)(
    '%s: a point of its curve agrees with a second opinion, and levelling reaches it',
    async (team) => {
      const { teams: found } = await runJob(engine(), 'levelling.frontier', { team });
      const { points = [], kneeIndex } = found[0] ?? {};
      const point = points[kneeIndex ?? 0];
      if (!point) throw new Error('Expected a point.');
      const { plan, problem } = await propose(team, { steering: { caps: { moves: point.moves } } });
      const least = await leastPeak(problem, point.moves);
      expect(point.bound).toBeGreaterThanOrEqual(least - 1e-6);
      expect(point.peak).toBeGreaterThanOrEqual(least - 1e-6);
      expect(plan.lowerBound).toBeCloseTo(least, 5);
      expect(plan.moves.length).toBeLessThanOrEqual(point.moves);
      expect(plan.peakAfter).toBeLessThanOrEqual(point.peak * 1.005);
      expect(follow(problem, plan).broken).toEqual([]);
      expect(plan.certificate?.months.length).toBeGreaterThan(0);
    },
  );
});
