import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entry, evenkeel, run } from './evenkeel.ts';
import type { Ended } from './evenkeel.ts';

let folder: string;
let workspace: string;
let open: string[];

const start = (...args: string[]): Promise<Ended> => run(args, join(folder, 'data'));
const parse = (ended: Ended): unknown => JSON.parse(ended.out);
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const caseload = [
  'Reference,Team,Offender manager,Risk,Status,Management,Last visit,Next visit due',
  "R1,St Mary's,1001,High,Community,Active,01/09/2026,01/12/2026",
  'R2,ST MARYS,1002,Medium,Community,Active,21/08/2026,01/02/2027',
  'R3,North,1003,Low,Community,Active,32/08/2026,01/03/2027',
].join('\n');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-cli-'));
  workspace = join(folder, 'force.evenkeel');
  const key = file('key.txt', 'correct horse battery\n');
  open = ['--workspace', workspace, '--passphrase-file', key];
  const made = await start('init', ...open, '--json');
  expect([made.code, made.err]).toEqual([0, '']);
  expect(parse(made)).toEqual({ workspace });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('init', () => {
  it('makes an encrypted file', () => {
    expect(readFileSync(workspace).subarray(0, 15).toString()).not.toBe('SQLite format 3');
  });

  it('leaves a workspace that is there alone', async () => {
    const before = readFileSync(workspace);
    const again = await start('init', ...open, '--json');
    expect(again.code).toBe(1);
    expect(parse(again)).toMatchObject({ error: { code: 'conflict' } });
    expect(readFileSync(workspace).equals(before)).toBe(true);
  });

  it('takes no short passphrase', async () => {
    const path = join(folder, 'short.evenkeel');
    const short = await start(
      'init',
      '--workspace',
      path,
      '--passphrase-file',
      file('short.txt', 'abc'),
      '--json',
    );
    expect([short.code, parse(short)]).toMatchObject([1, { error: { code: 'invalid-input' } }]);
    expect(existsSync(path)).toBe(false);
  });
});

describe('refusals: exit 1', () => {
  it('for a wrong passphrase', async () => {
    const wrong = file('wrong.txt', 'wrong horse battery');
    const ended = await start('demand', '--workspace', workspace, '--passphrase-file', wrong, '--json');
    expect([ended.code, parse(ended)]).toMatchObject([1, { error: { code: 'key-wrong', details: {} } }]);
    const plain = await start('demand', '--workspace', workspace, '--passphrase-file', wrong);
    expect([plain.code, plain.out]).toEqual([1, '']);
    expect(plain.err).toMatch(/^evenkeel: .*passphrase/i);
  });

  it('for a workspace, passphrase file or extract that is not there', async () => {
    const key = open.slice(2);
    const missing = [
      await start('demand', '--workspace', join(folder, 'gone.evenkeel'), ...key, '--json'),
      await start(
        'demand',
        '--workspace',
        workspace,
        '--passphrase-file',
        join(folder, 'gone.txt'),
        '--json',
      ),
      await start('import', 'caseload', join(folder, 'gone.csv'), ...open, '--json'),
    ];
    for (const ended of missing) {
      expect([ended.code, parse(ended)]).toMatchObject([1, { error: { code: 'not-found' } }]);
    }
  });

  it('for a passphrase file with nothing in it, by its name', async () => {
    const empty = file('empty.txt', '\n');
    const ended = await start('demand', '--workspace', workspace, '--passphrase-file', empty, '--json');
    expect([ended.code, parse(ended)]).toMatchObject([1, { error: { code: 'invalid-input' } }]);
    expect(ended.out).toContain('empty.txt');
  });

  it.skipIf(!existsSync('/dev/full'))('for a reply that cannot be written, in a line', () => {
    const full = openSync('/dev/full', 'w');
    const made = ['init', '--workspace', join(folder, 'lost.evenkeel'), ...open.slice(2), '--json'];
    const lost = spawnSync(process.execPath, [entry, ...made], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect([lost.status, lost.stderr]).toEqual([1, expect.stringContaining('could not be written (ENOSPC)')]);
    expect(lost.stderr).not.toContain('    at ');
  });

  it.skipIf(!existsSync('/dev/zero'))('for files without an end', async () => {
    const endless = ['--passphrase-file', '/dev/zero', '--workspace', workspace];
    const passphrase = await start('demand', ...endless, '--json');
    expect([passphrase.code, parse(passphrase)]).toMatchObject([1, { error: { code: 'invalid-input' } }]);
    const extract = await start('import', 'caseload', '/dev/zero', ...open, '--json');
    expect([extract.code, parse(extract)]).toMatchObject([1, { error: { code: 'import-rejected' } }]);
  });

  it('for a file that is no caseload', async () => {
    const ended = await start(
      'import',
      'caseload',
      file('other-2026-10-31.csv', 'a,b\n1,2\n'),
      ...open,
      '--json',
    );
    expect([ended.code, parse(ended)]).toMatchObject([1, { error: { code: 'import-rejected' } }]);
  });
});

describe('wrong usage', () => {
  it('ends with 2 and says what was expected', async () => {
    const ended = await start('dance', '--json');
    expect([ended.code, parse(ended)]).toMatchObject([2, { error: { code: 'invalid-input' } }]);
    const unasked = await start('demand', '--workspace', workspace);
    expect([unasked.code, unasked.out]).toEqual([2, '']);
    expect(unasked.err).toContain('--passphrase-file');
  });
});

describe('a month of work', () => {
  it('goes from the extract to the ratio', async () => {
    const extract = file('caseload-2026-10-31.csv', caseload);
    const first = await start('import', 'caseload', extract, ...open, '--json');
    expect(first.code).toBe(0);
    expect(parse(first)).toMatchObject({
      asAt: '2026-10-31',
      rowsRead: 3,
      accepted: 3,
      duplicates: { exact: 0, conflicting: 0 },
      rejected: [],
      alreadyLoaded: false,
    });
    expect((parse(first) as { issues: unknown[] }).issues).toHaveLength(1);
    const again = await start('import', 'caseload', extract, ...open, '--json');
    expect([again.code, parse(again)]).toMatchObject([0, { alreadyLoaded: true }]);

    const demand = await start('demand', '--months', '12', '--team', 'st marys', ...open, '--json');
    expect([demand.code, parse(demand)]).toMatchObject([
      0,
      { asAt: '2026-10-31', teams: [{ team: "St Mary's" }] },
    ]);
    expect((parse(demand) as { months: string[] }).months).toHaveLength(12);

    const unknown = await start('level', '--team', 'Nowhere', ...open, '--json');
    expect(unknown.code).toBe(1);
    expect(parse(unknown)).toMatchObject({
      error: { code: 'not-found', details: { team: 'Nowhere', teams: ['North', "St Mary's"] } },
    });

    const ratio = await start('ratio', ...open, '--json');
    expect([ratio.code, parse(ratio)]).toMatchObject([
      0,
      { force: { offenders: 3, managers: null, ratio: null } },
    ]);
    const text = await start('ratio', ...open);
    expect([text.code, text.out]).toEqual([0, expect.stringContaining("St Mary's")]);
  });

  it('steers a plan, and replays one made by hand', async () => {
    const pin = ['--pin', 'R1/visit:2026-12=2026-11'];
    const level = await start('level', '--team', "St Mary's", ...pin, ...open, '--json');
    expect([level.code, parse(level)]).toMatchObject([
      0,
      { steering: { pins: [{ chain: 'R1/visit', due: '2026-12', to: '2026-11' }] } },
    ]);
    const plan = file('plan.csv', 'ref,duty,due,to\nR1,visit,2026-12,2026-11\nR1,visit,2026-12,2026-10\n');
    const replay = await start('replay', plan, '--team', "St Mary's", ...open, '--json');
    expect([replay.code, parse(replay)]).toMatchObject([
      0,
      {
        rows: [{ ref: 'R1', isApplied: true }, { broken: [{ rule: 'listed-twice' }] }],
        delivers: { moves: 1 },
      },
    ]);
    const told = await start('replay', plan, '--team', "St Mary's", ...open);
    expect(told.out).toContain('Row 3, R1 visit: Row 2 places the same work.');
    expect((await start('level', '--team', 'x', '--pin', 'R1', ...open, '--json')).code).toBe(2);
  });
});

describe('two snapshots', () => {
  type Listed = { snapshots: Array<{ id: number; asAt: string }> };
  const november = caseload
    .replace(/R1,.*/, "R1,St Mary's,1001,Medium,Community,Active,30/11/2026,01/06/2027")
    .replace(/R2,.*/, 'R4,North,1002,Medium,Community,Active,21/08/2026,01/02/2027');

  beforeAll(async () => {
    await start('import', 'caseload', file('caseload-2026-10-31.csv', caseload), ...open, '--json');
  });

  it('one alone cannot be compared', async () => {
    const alone = await start('changes', ...open, '--json');
    expect([alone.code, parse(alone)]).toMatchObject([1, { error: { code: 'not-found' } }]);
  });

  it('are listed, compared, and the newer rolled back', async () => {
    await start('import', 'caseload', file('caseload-2026-11-30.csv', november), ...open, '--json');
    const { snapshots } = parse(await start('snapshots', ...open, '--json')) as Listed;
    expect(snapshots.map(({ asAt }) => asAt)).toEqual(['2026-11-30', '2026-10-31']);
    const [newer, older] = snapshots.map(({ id }) => String(id));

    const changes = await start('changes', ...open, '--json');
    expect([changes.code, changes.err]).toEqual([0, '']);
    expect(parse(changes)).toMatchObject({
      from: { asAt: '2026-10-31' },
      to: { asAt: '2026-11-30' },
      joined: ['R4'],
      left: ['R2'],
      vanished: ['R2'],
      riskChanged: ['R1'],
      doneEarly: ['R1'],
      doneLate: [],
      totals: { casesThen: 3, casesNow: 3 },
    });
    const named = await start('changes', '--from', older ?? '', '--to', newer ?? '', ...open, '--json');
    expect(named.out).toBe(changes.out);
    const text = await start('changes', ...open);
    expect([text.code, text.out]).toEqual([0, expect.stringMatching(/Force +3 +1 +1 +1 +0 +0 +3/)]);
    const turned = await start('changes', '--from', newer ?? '', '--to', older ?? '', ...open, '--json');
    expect([turned.code, parse(turned)]).toMatchObject([1, { error: { code: 'invalid-input' } }]);

    const removed = await start('import', 'rollback', '--snapshot', newer ?? '', ...open, '--json');
    expect([removed.code, parse(removed)]).toMatchObject([
      0,
      { removed: { snapshotId: Number(newer), asAt: '2026-11-30', cases: 3, plans: 0 } },
    ]);
    const gone = await start('import', 'rollback', '--snapshot', newer ?? '', ...open, '--json');
    expect([gone.code, parse(gone)]).toMatchObject([1, { error: { code: 'not-found' } }]);
  });
});

describe('what is imported beside a caseload', () => {
  it('is listed and rolled back by its number; one thing at a time is taken out', async () => {
    const file = join(folder, 'abstractions.csv');
    writeFileSync(file, 'Collar,From,To,Hours,Reason\nC100,13/10/2026,14/10/2026,16,Annual leave\n');
    const imported = await start('import', 'abstractions', file, ...open, '--json');
    expect([imported.code, parse(imported)]).toMatchObject([0, { stored: 1 }]);
    const listed = parse(await start('import', 'lists', ...open, '--json')) as {
      lists: Array<{ id: number }>;
    };
    expect(listed).toMatchObject({ lists: [{ fileName: 'abstractions.csv', records: 1 }] });

    const list = String(listed.lists[0]?.id);
    const both = await start('import', 'rollback', '--list', list, '--snapshot', '1', ...open);
    expect([both.code, both.err]).toEqual([
      2,
      expect.stringContaining('one of --snapshot, --list or --roster'),
    ]);
    const removed = await start('import', 'rollback', '--list', list, ...open, '--json');
    expect([removed.code, parse(removed)]).toMatchObject([0, { removed: { records: 1 } }]);
    expect(parse(await start('import', 'lists', ...open, '--json'))).toEqual({ lists: [] });

    const staff = join(folder, 'staff-2020-01-31.csv');
    writeFileSync(staff, 'Collar,Team,Role,FTE\nC900,Elsewhere,Offender Manager,1\n');
    const roster = parse(await start('import', 'staff', staff, ...open, '--json')) as { rosterId: number };
    const text = await start('import', 'rosters', ...open);
    expect(text.out).toMatch(new RegExp(`${String(roster.rosterId)} +staff-2020-01-31.csv +2020-01-31`));
    const out = await start('import', 'rollback', '--roster', String(roster.rosterId), ...open);
    expect([out.code, out.out.trim()]).toEqual([
      0,
      'Rolled back the staff roster as at 2020-01-31: 1 person removed.',
    ]);
    expect((await start('import', 'rosters', ...open)).out).not.toContain('2020-01-31');
  });

  it('has its references replaced where that is set, which is not changed once snapshots are held', async () => {
    const apart = [...open.slice(2), '--workspace', join(folder, 'apart.evenkeel')];
    await start('init', ...apart);
    expect(parse(await start('pseudonyms', ...apart, '--json'))).toEqual({ isOn: false, canChange: true });
    expect(parse(await start('pseudonyms', 'on', ...apart, '--json'))).toMatchObject({ isOn: true });
    const held = await start('pseudonyms', 'on', ...open, '--json');
    expect([held.code, parse(held)]).toMatchObject([1, { error: { code: 'conflict' } }]);
  });
});

describe('a reader that has had enough', () => {
  it.each([['ratio'], ['--help']])('of %s ends it quietly', async (command) => {
    const { child, ended } = evenkeel([command, ...open], join(folder, 'data'));
    child.stdout.destroy();
    child.stderr.destroy();
    expect((await ended).code).toBe(0);
  });
});

describe('Ctrl+C', () => {
  it('cancels a job and leaves nothing behind', async () => {
    const path = join(folder, 'cancelled.evenkeel');
    const { child, ended } = evenkeel(['demo', '--workspace', path, '--json'], join(folder, 'data'));
    child.stderr.once('data', () => child.kill('SIGINT'));
    const { code, out } = await ended;
    expect([code, JSON.parse(out)]).toMatchObject([1, { error: { code: 'cancelled' } }]);
    expect(existsSync(path)).toBe(false);
  });
});

describe('serve', () => {
  it('serves until it is told to stop', async () => {
    const page = new URL('../../../dist/page/index.html', import.meta.url);
    const { child, ended } = evenkeel(['serve', '--json'], join(folder, 'data'));
    if (!existsSync(page)) {
      const { code, out } = await ended;
      expect([code, JSON.parse(out)]).toMatchObject([1, { error: { code: 'unavailable' } }]);
      return;
    }
    const line = await new Promise<string>((resolve) => child.stdout.once('data', resolve));
    const { url, address } = JSON.parse(line) as { url: string; address: string };
    expect(url.startsWith(`${address}/?token=`)).toBe(true);
    expect((await fetch(address)).status).toBe(403);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });
});
