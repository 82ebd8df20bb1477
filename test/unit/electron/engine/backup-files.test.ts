import { describe, expect, it } from 'vitest';
import { thinnable, type BackupFile } from '#electron/engine/workspace/backup-files.ts';

const made = (day: string, kind: BackupFile['kind'] = 'daily'): BackupFile => ({
  file: `${day} ${kind}`,
  kind,
  madeAt: `${day}T09:00:00.000Z`,
  bytes: 1,
});

/** One a day for so many days, newest first. */
const days = (count: number): BackupFile[] =>
  Array.from({ length: count }, (_, index) =>
    made(new Date(Date.UTC(2026, 10, 25) - index * 86_400_000).toISOString().slice(0, 10)),
  );

describe('thinning', () => {
  it('keeps the last seven days, then the newest of four weeks and of six months', () => {
    const files = days(365);
    const gone = new Set(thinnable(files));
    const kept = files.filter((file) => !gone.has(file)).map(({ madeAt }) => madeAt.slice(0, 10));
    expect(kept).toEqual([
      '2026-11-25',
      '2026-11-24',
      '2026-11-23',
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
      '2026-11-19',
      '2026-11-15',
      '2026-11-08',
      '2026-10-31',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
    ]);
  });

  it('keeps what a person asked for, and three each of those before migrations and restores', () => {
    const files = [5, 4, 3, 2, 1].flatMap((day) =>
      (['asked', 'migration', 'replaced'] as const).map((kind) => made(`2026-01-0${String(day)}`, kind)),
    );
    expect(thinnable(files).map(({ file }) => file)).toEqual([
      '2026-01-02 migration',
      '2026-01-02 replaced',
      '2026-01-01 migration',
      '2026-01-01 replaced',
    ]);
  });
});
