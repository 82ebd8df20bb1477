import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import { horizons } from '../../../../renderer/app/horizons.ts';
import { snapshotNotice } from '../../../../renderer/app/snapshot-age.ts';

const october = { asAt: isoDate('2026-10-31') };

describe('the notice on a snapshot', () => {
  it('is silent up to 35 days and speaks from the 36th', () => {
    expect(snapshotNotice(october, october, isoDate('2026-12-05'))).toBeNull();
    expect(snapshotNotice(october, october, isoDate('2026-12-06'))).toEqual({
      text: expect.stringContaining('36 days old') as string,
      hasNewer: false,
    });
  });

  it('says when an earlier one is shown', () => {
    const september = { asAt: isoDate('2026-09-30') };
    expect(snapshotNotice(september, october, isoDate('2026-11-01'))).toEqual({
      text: 'An earlier snapshot, as at 30 Sep 2026, is shown. The newest is as at 31 Oct 2026.',
      hasNewer: true,
    });
  });
});

describe('the horizons offered', () => {
  it('hold the usual one and the one in the address, in order and once', () => {
    expect(horizons(24)).toEqual([12, 24, 36, 60]);
    expect(horizons(18, 48)).toEqual([12, 18, 24, 36, 48, 60]);
  });
});
