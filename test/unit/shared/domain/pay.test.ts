import { describe, expect, it } from 'vitest';
import { entered, examplePayTable } from '#shared/domain/pay.ts';

describe('a pay that a person enters', () => {
  const [officer, staff] = examplePayTable().rates;
  if (!officer || !staff) throw new Error('two contracts');

  it('no longer has as its source that none is published', () => {
    expect(staff.pay.source).toContain('No published figure');
    expect(entered(staff.pay, 36_400)).toEqual({ value: 36_400, source: '' });
    expect(entered(staff.pay, null).source).toBe(staff.pay.source);
  });

  it('keeps a source that is one', () => {
    expect(entered(officer.pay, 51_000)).toEqual({ value: 51_000, source: officer.pay.source });
  });
});
