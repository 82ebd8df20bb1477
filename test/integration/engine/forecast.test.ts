import { beforeAll, describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import type { CasesForecast } from '#shared/domain/forecast.ts';
import { caseload, importCaseload, refusal, sharedEngine } from './support.ts';

/** Making the demo is the longest there is to wait for. */
const SLOW_MACHINE_MS = 300_000;

describe('a forecast from the demo', () => {
  const engine = sharedEngine();
  let forecast: CasesForecast;
  const steps: string[] = [];

  beforeAll(async () => {
    await runJob(engine(), 'workspace.demo', {});
    const input = { years: 2, runs: 100, seed: 7 };
    forecast = await runJob(engine(), 'forecast.cases', input, ({ step }) => steps.push(step));
  }, SLOW_MACHINE_MS);

  it('starts from the newest snapshot and uses all 36', async () => {
    const [newest] = await call(engine(), 'snapshots.list', {});
    expect([forecast.asAt, forecast.now]).toEqual([newest?.asAt, newest?.cases]);
    expect(forecast.snapshots).toBe(36);
    expect(forecast.months).toHaveLength(24);
    expect(forecast.notes[0]).toContain('36 snapshots over 35 months');
  });

  it('gives ranges by team, level and in all, and the joiners of each team', () => {
    expect(forecast.teams.map(({ team }) => team)).toContain('Harbour');
    expect(forecast.teams).toHaveLength(6);
    expect(forecast.joiners).toHaveLength(30);
    for (const { median, low, high } of [forecast, ...forecast.teams, ...forecast.risks]) {
      expect([median.length, low.length, high.length]).toEqual([24, 24, 24]);
    }
  });

  it('tells its past error', () => {
    expect(forecast.pastError?.forecasts).toBeGreaterThan(20);
    expect(forecast.pastError?.mape).toBeLessThan(0.05);
    expect(forecast.pastError?.byHorizon.map(({ months }) => months)).toEqual([3, 6, 12, 24]);
  });

  it('says what it is doing, reading first', () => {
    expect(steps[0]).toBe('Reading the snapshots');
    expect(steps).toContain('Simulating');
    expect(steps).toContain('Testing on months that are known');
  });

  it('is the same again from the same seed', async () => {
    expect(await runJob(engine(), 'forecast.cases', { years: 2, runs: 100, seed: 7 })).toEqual(forecast);
  });

  it('from an earlier snapshot knows nothing of the later ones', async () => {
    const snapshots = await call(engine(), 'snapshots.list', {});
    const earlier = snapshots[12];
    const input = { snapshotId: earlier?.id ?? 0, years: 1, runs: 100 };
    const made = await runJob(engine(), 'forecast.cases', input);
    expect([made.asAt, made.now, made.snapshots]).toEqual([earlier?.asAt, earlier?.cases, 24]);
  });

  it('is ended by cancelling', async () => {
    const abort = new AbortController();
    const onProgress = ({ step }: { step: string }): void => {
      if (step === 'Simulating') abort.abort();
    };
    const running = runJob(engine(), 'forecast.cases', { years: 10, runs: 10_000 }, onProgress, abort.signal);
    await expect(running).rejects.toMatchObject({ error: { code: 'cancelled' } });
  });

  it('of a snapshot that is not held is refused', async () => {
    expect(await refusal(engine(), 'forecast.cases', { snapshotId: 999 })).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a forecast by case', () => {
  const engine = sharedEngine();

  it('needs a caseload', async () => {
    expect(await refusal(engine(), 'forecast.cases', {})).toMatchObject({ code: 'not-found' });
  });

  it('of one snapshot says that its rates are assumed', async () => {
    await importCaseload(engine(), caseload({ reference: 'D100001' }, { reference: 'D100002' }));
    const forecast = await runJob(engine(), 'forecast.cases', { runs: 100 });
    expect([forecast.now, forecast.months.length, forecast.months[0]]).toEqual([2, 60, '2026-11']);
    expect(forecast.notes[0]).toContain('mostly assumed');
    expect(forecast.pastError).toBeNull();
  });
});

describe('a forecast from totals', () => {
  const engine = sharedEngine();

  beforeAll(() => call(engine(), 'workspace.close', {}));

  const csv = 'year,count\n2019,1980\n2020,2036\n2021,2065\n2022,2090\n2023,2032\n2024,2202\n';
  const totals = (input: { csv?: string; rows?: Array<{ year: number; count: number }>; years?: number }) =>
    call(engine(), 'forecast.totals', input);

  it('needs no workspace, and is the same from a file and from rows', async () => {
    const rows = [1980, 2036, 2065, 2090, 2032, 2202].map((count, index) => ({ year: 2019 + index, count }));
    const made = await totals({ csv, years: 3 });
    expect(made.years).toEqual([2025, 2026, 2027]);
    expect(await totals({ rows, years: 3 })).toEqual(made);
  });

  it('reads headings, thousands and years as they are usually written', async () => {
    const made = await totals({
      csv: 'Area;Year;RSOs\nNorth;2021/22;"2,090"\nNorth;2022/23;2032\nNorth;2023/24;"2,202"\n',
    });
    expect(made.years[0]).toBe(2025);
    expect((await totals({ csv: '2022,2090\n2023,2032\n2024,2202\n' })).mean).toEqual(made.mean);
  });

  it('says which row holds no year or no count, and that a year stands twice', async () => {
    const refused = (text: string) => refusal(engine(), 'forecast.totals', { csv: text });
    expect(await refused('year,count\n2022,2090\n2023,many\n')).toMatchObject({
      code: 'import-rejected',
      details: { row: 3 },
    });
    expect((await refused('year,count\nlately,2090\n')).message).toContain('Row 2 holds no year');
    expect((await refused('colour,size\nred,3\n')).message).toContain('columns year and count');
    expect((await refused('year,count\n2022,1\n2022,2\n')).message).toContain('2022 twice');
    expect((await refused('year,count\n')).message).toContain('at least one year');
    expect(await refusal(engine(), 'forecast.totals', {})).toMatchObject({ code: 'invalid-input' });
  });
});
