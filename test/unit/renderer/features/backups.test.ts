import { describe, expect, it } from 'vitest';
import type { Backup } from '#shared/contract/backup.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { backupWords } from '../../../../renderer/features/settings/retention-model.ts';

const backup: Backup = {
  file: 'backups/force-asked-1.evenkeel',
  kind: 'asked',
  madeAt: '2026-10-31T09:05:30.000Z',
  bytes: 1_200_000,
  problem: null,
  holds: [isoDate('2026-10-31'), isoDate('2026-09-30')],
  stillHolds: [],
};

describe('a backup about to be used or removed', () => {
  it('is named by when it was made, its file and what it holds', () => {
    expect(backupWords(backup)).toBe(
      'Made 31 Oct 2026 09:05: backups/force-asked-1.evenkeel. It holds 2 snapshots.',
    );
  });

  it('says what the workspace itself no longer holds', () => {
    expect(backupWords({ ...backup, stillHolds: [isoDate('2026-09-30')] })).toContain(
      'It holds 2 snapshots; still holds 30 Sep 2026, gone from the workspace.',
    );
  });

  it('says why nobody knows what it holds', () => {
    const problem = 'It has another passphrase, or is damaged: what it holds is not known.';
    expect(backupWords({ ...backup, problem, holds: [] })).toMatch(
      /force-asked-1\.evenkeel\. It has another passphrase, or is damaged: what it holds is not known\.$/,
    );
  });
});
