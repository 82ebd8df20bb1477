import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/registry.ts';
import type { Operation } from '#shared/contract/operation.ts';
import {
  aboutEntry,
  asked,
  entryTime,
  noFilter,
  operationName,
} from '../../../../renderer/features/log/model.ts';

describe('an entry of the log', () => {
  it('says what it was about in words, leaving out what is not so', () => {
    const facts = {
      snapshotId: 3,
      asAt: '2026-10-31',
      alsoPlans: true,
      alreadyLoaded: false,
      team: 'Harbour',
    };
    expect(aboutEntry({ facts })).toBe('snapshot 3 · as at 31 Oct 2026 · with its plans · team Harbour');
    expect(aboutEntry({ facts: {} })).toBe('');
  });

  it('shows its time by the clock on the wall', () => {
    const at = new Date(2026, 10, 25, 9, 5, 7);
    expect(entryTime(at.toISOString())).toBe('25 Nov 2026 09:05:07');
  });

  it('names every operation that is logged', () => {
    const logged = Object.entries<Operation>(contract).filter(
      ([, { logged: action }]) => action !== 'nothing',
    );
    const unnamed = logged.map(([name]) => name).filter((name) => operationName(name) === name);
    expect(unnamed).toEqual(['keys.openAndRemember', 'keys.openRemembered']);
  });
});

describe('the filter of the log', () => {
  it('asks only for what was chosen', () => {
    expect(asked(noFilter)).toEqual({});
    expect(asked({ action: 'view', user: 'di', from: '2026-11-01', to: 'not a day' })).toEqual({
      action: 'view',
      user: 'di',
      from: '2026-11-01',
    });
  });
});
