import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import { follow, leastPeak } from './second-opinion.ts';
import { importCaseload, importStaff, refusal, sharedEngine, upload } from './engine/support.ts';

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
  const propose = async (team: string, more: { months?: number; target?: number } = {}) => {
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
});
