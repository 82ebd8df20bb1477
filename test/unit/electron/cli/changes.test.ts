import { describe, expect, it } from 'vitest';
import type { Snapshot } from '#shared/contract/imports.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { pairOf } from '../../../../electron/cli/commands/changes.ts';

const held = (id: number, asAt: string, purgedAt: string | null = null): Snapshot => ({
  id,
  asAt: isoDate(asAt),
  fileName: `caseload-${asAt}.csv`,
  importedAt: `${asAt}T09:00:00.000Z`,
  cases: 4,
  purgedAt,
});
const all = [held(3, '2026-10-31'), held(2, '2026-09-30', '2026-11-02T09:00:00.000Z'), held(1, '2026-08-31')];

describe('the snapshots that a command compares', () => {
  it('are those of the page, where none is named', () => {
    expect(pairOf(all, {})).toEqual({ from: 1, to: 3 });
  });

  it('are those named, also where the engine will refuse them', () => {
    expect(pairOf(all, { from: 2 })).toEqual({ from: 2, to: 3 });
    expect(pairOf(all, { to: 9 })).toEqual({ from: 9, to: 9 });
  });

  it('are refused where there are no two', () => {
    expect(() => pairOf([], {})).toThrow(/found none/);
    expect(() => pairOf(all, { to: 1 })).toThrow(/no earlier one/);
  });
});
