import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { classify } from '#electron/engine/errors.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { readSettings, writeSettings } from '#electron/engine/store/settings.ts';
import { openDriver } from '#electron/engine/workspace/key.ts';
import { latestVersion, migrate, migrations, versionOf } from '#electron/engine/workspace/migrate.ts';
import type { Migration } from '#electron/engine/workspace/migration.ts';
import { openFile } from '#electron/engine/workspace/open.ts';
import { makeWorkspace, openWorkspace, type Workspace } from '#electron/engine/workspace/workspace.ts';
import { PASSPHRASE, temporaryFolder } from './support.ts';

async function newWorkspace(): Promise<Workspace> {
  const path = join(temporaryFolder(), 'a.evenkeel');
  await makeWorkspace(path, PASSPHRASE, (workspace) =>
    workspace.write((store) => writeSettings(store, defaultSettings)),
  );
  return openWorkspace(path, PASSPHRASE);
}

describe('migrations', () => {
  it('all together build the schema of the snapshot', async () => {
    const driver = openDriver(join(temporaryFolder(), 'schema'), PASSPHRASE, { mustExist: false });
    migrate(driver);
    const statements = driver
      .prepare(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name",
      )
      .pluck()
      .all() as string[];
    driver.close();
    await expect(`${statements.join(';\n\n')};\n`).toMatchFileSnapshot('../../fixtures/schema.sql');
  });

  it('are numbered from one without gaps', () => {
    expect(migrations.map((migration) => migration.number)).toEqual(migrations.map((_, index) => index + 1));
  });

  const next: Migration = { number: latestVersion() + 1, sql: 'CREATE TABLE later (a TEXT) STRICT' };

  it('of an older workspace run after a backup that can be opened', async () => {
    const workspace = await newWorkspace();
    await workspace.close();
    const driver = openFile(workspace.path, PASSPHRASE, [...migrations, next]);
    expect(versionOf(driver)).toBe(next.number);
    driver.close();

    const backup = `${workspace.path}.before-${String(next.number)}`;
    const copy = openWorkspace(backup, PASSPHRASE);
    expect(await copy.read(readSettings)).toEqual(defaultSettings);
    await copy.close();
    expect(existsSync(`${backup}.part`)).toBe(false);
  });

  it('date the lists of abstractions held by the latest day past when they were imported', () => {
    const path = join(temporaryFolder(), 'older');
    const driver = openDriver(path, PASSPHRASE, { mustExist: false });
    migrate(
      driver,
      migrations.filter(({ number }) => number < 10),
    );
    driver.exec(`
      INSERT INTO abstraction_list VALUES (1, 'a', 'a', '2026-10-31T09:00:00Z', 3, '{"asAt":"2027-01-31"}'),
        (2, 'b', 'b', '2026-10-31T09:00:00Z', 0, '{"asAt":"2026-08-14"}'),
        (3, 'c', 'c', '2026-10-31T09:00:00Z', 1, '{"asAt":"2026-12-04"}');
      INSERT INTO abstraction (collar, first_day, last_day, hours, reason_group, to_other_policing, list_id)
      VALUES ('1', '2026-07-13', '2026-07-17', 40, 'Sickness', 0, 1), ('1', '2026-03-01', '2027-01-31', 900, 'Leave', 0, 1),
        ('1', '2026-11-30', '2026-12-04', 40, 'Leave', 0, 1), ('1', '2026-11-30', '2026-12-04', 41, 'Leave', 0, 3);`);
    migrate(driver);
    const dates = driver.prepare('SELECT as_at FROM abstraction_list ORDER BY id').pluck().all();
    expect(dates).toEqual(['2026-07-17', '2026-08-14', null]);
    driver.close();
  });

  it('make parental leave of a list held long leave, to be reviewed where leave is', () => {
    const path = join(temporaryFolder(), 'older');
    const driver = openDriver(path, PASSPHRASE, { mustExist: false });
    migrate(
      driver,
      migrations.filter(({ number }) => number < 9),
    );
    driver.exec(`
      INSERT INTO abstraction_reason VALUES (0, 'Leave', 'Annual leave', 'leave', 0),
        (1, 'Leave', 'Parental leave', 'leave', 0), (2, 'Leave', NULL, 'leave', 0), (3, 'Court', NULL, 'court', 0);
      INSERT INTO setting VALUES ('abstractions', '{"reviewDays":28,"reviewKinds":["leave","other"]}')`);
    migrate(driver);
    const of = (query: string) => driver.prepare(query).pluck().all();
    expect(of('SELECT kind FROM abstraction_reason ORDER BY position')).toEqual([
      'leave',
      'long-leave',
      'leave',
      'court',
    ]);
    expect(of("SELECT value ->> 'reviewKinds' FROM setting")).toEqual(['["leave","other","long-leave"]']);
    driver.close();
  });

  it('that fail leave the workspace as it was', async () => {
    const workspace = await newWorkspace();
    await workspace.close();
    const broken: Migration = {
      number: next.number,
      sql: 'CREATE TABLE later (a TEXT); INSERT INTO nowhere VALUES (1)',
    };
    expect(() => openFile(workspace.path, PASSPHRASE, [...migrations, broken])).toThrow('nowhere');
    const again = openWorkspace(workspace.path, PASSPHRASE);
    const tables = await again.read((store) =>
      sql<{ name: string }>`SELECT name FROM sqlite_master WHERE name = 'later'`.execute(store.db),
    );
    expect(tables.rows).toEqual([]);
    await again.close();
  });
});

describe('an open workspace', () => {
  it('refuses to write in a read', async () => {
    const workspace = await newWorkspace();
    await expect(workspace.read((store) => writeSettings(store, defaultSettings))).rejects.toMatchObject({
      code: 'SQLITE_READONLY',
    });
    await workspace.write((store) => writeSettings(store, { ...defaultSettings, forceName: 'Still works' }));
    expect(await workspace.read(readSettings)).toMatchObject({ forceName: 'Still works' });
    await workspace.close();
  });

  it('takes back everything when a write fails half way, and goes on', async () => {
    const workspace = await newWorkspace();
    const failing = workspace.write(async (store) => {
      await writeSettings(store, { ...defaultSettings, forceName: 'Half' });
      throw new Error('stop');
    });
    const next = workspace.read(readSettings);
    await expect(failing).rejects.toThrow('stop');
    expect(await next).toEqual(defaultSettings);
    await workspace.close();
  });

  it('that is full says so and keeps what it had', async () => {
    const workspace = await newWorkspace();
    await workspace.read((store) => sql`PRAGMA max_page_count = 1`.execute(store.db));
    const writing = workspace.write(async (store) => {
      await writeSettings(store, { ...defaultSettings, forceName: 'Too much' });
      store.insertMany(
        'team',
        Array.from({ length: 5000 }, (_, index) => ({ key: `t${String(index)}`, name: 'x'.repeat(100) })),
      );
    });
    const error: unknown = await writing.catch((caught: unknown) => caught);
    expect(classify(error)).toMatchObject({ code: 'disk-full' });
    expect(await workspace.read(readSettings)).toEqual(defaultSettings);
    await workspace.close();
  });

  it('is safe: full synchronisation, foreign keys, deleted data wiped, nothing temporary on disk', async () => {
    const workspace = await newWorkspace();
    const pragma = async (name: string): Promise<unknown> => {
      const { rows } = await workspace.read((store) =>
        sql<Record<string, unknown>>`PRAGMA ${sql.raw(name)}`.execute(store.db),
      );
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('secure_delete')).toBe(1);
    expect(await pragma('temp_store')).toBe(2);
    expect(await pragma('trusted_schema')).toBe(0);
    expect(await pragma('cipher')).toBe('sqlcipher');
    await workspace.close();
    expect(readFileSync(workspace.path).subarray(0, 6).toString('latin1')).not.toBe('SQLite');
  });
});

describe('what a reading remembers', () => {
  const horizon = async (workspace: Workspace): Promise<number> => {
    const settings = await workspace.read((store) => store.remember('settings', () => readSettings(store)));
    return settings.horizonMonths;
  };
  const store36 = (workspace: Workspace): Promise<void> =>
    workspace.write((store) => writeSettings(store, { ...defaultSettings, horizonMonths: 36 }));

  it('is read once until something is written', async () => {
    const workspace = await newWorkspace();
    const read = vi.fn(() => Promise.resolve(1));
    await workspace.read((store) => store.remember('one', read));
    await workspace.read((store) => store.remember('one', read));
    await workspace.write(() => Promise.resolve('nothing'));
    await workspace.read((store) => store.remember('one', read));
    expect(read).toHaveBeenCalledTimes(1);
    expect(await horizon(workspace)).toBe(defaultSettings.horizonMonths);
    await store36(workspace);
    expect(await horizon(workspace)).toBe(36);
    await workspace.close();
  });

  it('is not what a write rests on', async () => {
    const workspace = await newWorkspace();
    await horizon(workspace);
    const within = await workspace.write(async (store) => {
      await writeSettings(store, { ...defaultSettings, horizonMonths: 36 });
      return (await store.remember('settings', () => readSettings(store))).horizonMonths;
    });
    expect(within).toBe(36);
    await workspace.close();
  });

  it('is tried again after it failed', async () => {
    const workspace = await newWorkspace();
    const failing = workspace.read((store) =>
      store.remember('one', () => Promise.reject(new Error('broken'))),
    );
    await expect(failing).rejects.toThrow('broken');
    expect(await workspace.read((store) => store.remember('one', () => Promise.resolve(1)))).toBe(1);
    await workspace.close();
  });
});
