import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleStandards, type Standards } from '#shared/domain/standards.ts';
import { defaultSettings, type Settings } from '#shared/domain/settings.ts';
import { run } from './evenkeel.ts';

let folder: string;
let open: string[];

const start = (...args: string[]) => run([...args, ...open], join(folder, 'data'));

async function json<T = Record<string, unknown>>(...args: string[]): Promise<T> {
  const ended = await start(...args, '--json');
  expect([ended.code, ended.err], ended.out).toEqual([0, '']);
  return JSON.parse(ended.out) as T;
}

/** The end of a command that is refused: its code, and what is said on it. */
async function refused(...args: string[]): Promise<{ code: number | null; message: string }> {
  const { code, out } = await start(...args, '--json');
  return { code, message: (JSON.parse(out) as { error: { message: string } }).error.message };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const held = async (): Promise<Standards> => (await json<{ standards: Standards }>('standards')).standards;
const heldSettings = async (): Promise<Settings> => (await json<{ settings: Settings }>('settings')).settings;
const visit = ({ duties }: Standards) => duties.find(({ key }) => key === 'visit');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-cli-'));
  open = [
    '--workspace',
    join(folder, 'force.evenkeel'),
    '--passphrase-file',
    file('key.txt', 'correct horse battery\n'),
  ];
  await json('init');
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('standards', () => {
  it('are shown as the page has them: each value, its unit, source and tick', async () => {
    const shown = await json('standards');
    expect(shown).toEqual({ standards: exampleStandards(), unconfirmed: expect.any(Array) as unknown });
    const { out } = await start('standards');
    expect(out).toMatch(/visit\.interval +1 +3 +6 +12 +months +no +Example: national intervals/);
    expect(out).toMatch(/sicknessRate +Expected sickness +0\.05 +share +no/);
    expect(out).toContain('owed by active cases in the community');
    expect(out).toContain(`${String((shown.unconfirmed as string[]).length)} values not confirmed.`);
    expect(out).not.toContain('notification.window');
  });

  it('are set one by one or for all levels, with source and tick', async () => {
    const before = (await json<{ unconfirmed: string[] }>('standards')).unconfirmed.length;
    const set = ['visit.high.interval=2', 'visit.hours=6.5', 'sicknessRate=0.06'];
    const reply = await json<{ changed: string[]; standards: Standards; unconfirmed: string[] }>(
      'standards',
      'set',
      ...set,
      '--source',
      'Force policy 7',
      '--confirm',
    );
    expect(reply.changed).toHaveLength(6);
    expect(reply.unconfirmed).toHaveLength(before - 6);
    const today = expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string;
    const said = { source: 'Force policy 7', confirmed: true, setOn: today };
    expect(visit(reply.standards)?.values.high.interval).toEqual({ value: 2, ...said });
    expect(visit(reply.standards)?.values.low.hours).toEqual({ value: 6.5, ...said });
    expect(reply.standards.assumptions.sicknessRate).toEqual({ value: 0.06, ...said });
    expect(await held()).toEqual(reply.standards);

    const ticked = await start('standards', 'set', 'visit.high.interval', '--no-confirm');
    expect(ticked.out).toMatch(/visit\.high\.interval +2 +2 +months +no +Force policy 7/);
    const other = await json<{ standards: Standards }>('standards', 'set', 'visit.high.interval=4');
    expect(visit(other.standards)?.values.high.interval.source).toContain('source not given');
    expect(await json('standards', 'set', 'visit.high.interval=4')).toMatchObject({ changed: [] });
  });

  it('are confirmed by duty, all values that mean something', async () => {
    const { changed, unconfirmed } = await json<{ changed: string[]; unconfirmed: string[] }>(
      'standards',
      'set',
      'notification',
      '--confirm',
    );
    expect(changed).toHaveLength(9);
    expect(unconfirmed.filter((name) => name.startsWith('Notification'))).toEqual([]);
  });

  it('stay as they are when one of the values given cannot be', async () => {
    const before = await held();
    expect(await refused('standards', 'set', 'arms.hours=9', 'visit.interval=0.5')).toEqual({
      code: 1,
      message: expect.stringContaining('expected a whole number from 1 to 120 (months), found 0.5') as string,
    });
    expect(await refused('standards', 'set', 'arms.hours=9', 'visit.hihg.interval=3')).toMatchObject({
      code: 1,
    });
    expect(await refused('standards', 'set', 'arms.hours=9', 'visit.interval')).toMatchObject({ code: 2 });
    expect(await held()).toEqual(before);
  });

  it('are carried to another workspace by a file, rules and duties of its own included', async () => {
    const standards = await held();
    const own = { ...visit(standards), key: 'bail-check', name: 'Bail check' };
    const rules = standards.duties.map((duty) =>
      duty.key === 'rmp' ? { ...duty, reset: { rule: 'tolerance', tolerance: 1, factor: 0.5 } } : duty,
    );
    const path = file('standards.json', { standards: { ...standards, duties: [...rules, own] } });
    const { out } = await start('standards', 'load', path);
    expect(out).toContain('Duty bail-check: added.\nDuty rmp: other rules.');
    const loaded = await held();
    expect(loaded.duties.map(({ key }) => key)).toContain('bail-check');
    expect(loaded.duties.find(({ key }) => key === 'rmp')?.reset.rule).toBe('tolerance');
    expect(await json('standards', 'load', file('same.json', await json('standards')))).toMatchObject({
      changed: [],
    });
  });

  it('are not loaded from a file that does not hold them', async () => {
    const before = await held();
    const broken = structuredClone(before);
    const [first] = broken.duties;
    if (first) first.values.low.hours.value = -1;
    const negative = await refused('standards', 'load', file('negative.json', { standards: broken }));
    expect(negative).toMatchObject({ code: 1 });
    expect(negative.message).toMatch(/duties\.0\.values\.low\.hours\.value: .*>=0, found -1/);
    const none = await refused('standards', 'load', file('none.json', '{"settings": {}}'));
    expect(none.message).toContain('Expected standards as "standards --json" prints them');
    const text = await refused('standards', 'load', file('text.json', 'visit: 3'));
    expect(text.message).toContain('it is not JSON');
    const gone = await refused('standards', 'load', join(folder, 'gone.json'));
    expect(gone.message).toContain('there is no such file');
    expect(await held()).toEqual(before);
  });
});

describe('settings', () => {
  it('are shown, with what each is', async () => {
    expect(await json('settings')).toEqual({ settings: defaultSettings });
    const { out } = await start('settings');
    expect(out).toMatch(/peakOverCapacity +1 +a month is a peak above this load ÷ capacity \(1 is 100 %\)/);
  });

  it('are set together, posts of teams among them', async () => {
    const { changed, settings } = await json<{ changed: string[]; settings: Settings }>(
      'settings',
      'set',
      'forceName=Any force',
      'peakOverCapacity=0.95',
      'abstractions.reviewKinds=leave,sickness',
      'abstractions.chance=none',
      'smallCounts.handling=withhold',
      "establishedFte.St Mary's=6.5",
    );
    expect(changed).toHaveLength(6);
    expect(settings).toEqual({
      ...defaultSettings,
      forceName: 'Any force',
      peakOverCapacity: 0.95,
      abstractions: { ...defaultSettings.abstractions, reviewKinds: ['leave', 'sickness'], chance: null },
      smallCounts: { ...defaultSettings.smallCounts, handling: 'withhold' },
      establishedFte: { "St Mary's": 6.5 },
    });
    expect(await heldSettings()).toEqual(settings);
    const gone = await start('settings', 'set', 'establishedFte.st marys=none');
    expect(gone.out).toMatch(/establishedFte\.St Mary's +6\.5 +–/);
    expect((await heldSettings()).establishedFte).toEqual({});
  });

  it('stay as they are when one of the values given cannot be', async () => {
    const before = await heldSettings();
    expect(await refused('settings', 'set', 'ratioLimit=40', 'horizonMonths=61')).toEqual({
      code: 2,
      message: expect.stringContaining('expected a whole number from 12 to 60, found "61"') as string,
    });
    expect(await heldSettings()).toEqual(before);
  });

  it('are carried to another workspace by a file that holds all of them', async () => {
    const printed = join(folder, 'settings.json');
    writeFileSync(printed, JSON.stringify(await json('settings')));
    await json('settings', 'set', 'ratioLimit=40');
    expect(await json('settings', 'load', printed)).toMatchObject({ changed: ['ratioLimit'] });
    const wrong = readFileSync(printed, 'utf8').replace('"horizonMonths":24', '"horizonMonths":99');
    const before = await heldSettings();
    expect((await refused('settings', 'load', file('wrong.json', wrong))).message).toMatch(
      /settings\.horizonMonths: .*<=60, found 99\. Correct it/,
    );
    expect(await heldSettings()).toEqual(before);
  });
});

describe('with a caseload held', () => {
  beforeAll(async () => {
    const rows = [
      'Reference,Team,Offender manager,Risk,Status,Management,Last visit,Next visit due',
      "R1,St Mary's,1001,High,Community,Active,14/09/2026,14/12/2026",
    ];
    const imported = await start('import', 'caseload', file('caseload-2026-10-31.csv', rows.join('\n')));
    expect(imported.code, imported.err).toBe(0);
  });

  it('what a change would do to each team is shown, and nothing saved', async () => {
    const before = await held();
    const { changed, teams } = await json<{
      changed: string[];
      teams: Array<{ team: string; hoursNow: number; hoursThen: number }>;
    }>('standards', 'set', 'visit.hours=13', '--preview');
    expect(changed).toHaveLength(4);
    expect(teams).toMatchObject([{ team: "St Mary's" }]);
    expect(teams[0]?.hoursThen).toBeGreaterThan(teams[0]?.hoursNow ?? Infinity);
    expect(await held()).toEqual(before);
  });

  it('posts are those of its teams, as it spells them', async () => {
    await json('settings', 'set', 'establishedFte.ST MARYS=3');
    expect((await heldSettings()).establishedFte).toEqual({ "St Mary's": 3 });
    expect(await refused('settings', 'set', 'establishedFte.Nowhere=3')).toEqual({
      code: 1,
      message: expect.stringContaining("Teams held: St Mary's") as string,
    });
  });
});
