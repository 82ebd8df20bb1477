import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import { choosePair } from '#shared/planning/changes/pair.ts';

const held = (id: number, asAt: string) => ({ id, asAt: isoDate(asAt), purgedAt: null });
const [october, september, august] = [
  held(3, '2026-10-31'),
  held(2, '2026-09-30'),
  held(1, '2026-08-31'),
] as const;
const all = [october, september, august];

describe('the two snapshots compared', () => {
  it('are the newest and the one before, unless chosen', () => {
    expect(choosePair(all, {})).toMatchObject({ to: october, from: september });
    expect(choosePair(all, { from: 1 })).toMatchObject({ to: october, from: august });
    expect(choosePair(all, { to: 2 })).toMatchObject({ to: september, from: august, earlier: [august] });
  });

  it('an earlier one that is not earlier counts as not chosen; the oldest has none before it', () => {
    expect(choosePair(all, { from: 3, to: 2 })).toMatchObject({ from: august });
    expect(choosePair(all, { to: 1 })).toMatchObject({ to: august, from: null });
    expect(choosePair([], {})).toBeNull();
  });

  it('leave out as earlier one a snapshot whose cases were purged', () => {
    const purged = { ...september, purgedAt: '2026-11-02T09:00:00.000Z' };
    expect(choosePair([october, purged, august], {})).toMatchObject({ from: august, earlier: [august] });
  });
});
