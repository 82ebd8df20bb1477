import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '#shared/domain/case.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { chainsOf, replay } from '#shared/planning/rollout.ts';
import { signOffsDue, signOffsByMonth, signOffsHeldIn } from '#shared/planning/demand/sign-offs.ts';
import { AS_AT, caseOf, dutyState, standardsOf } from '../../../../fixtures/records.ts';

describe('sign-offs', () => {
  const standards = exampleStandards();
  const signoff = standards.duties.find((duty) => duty.key === 'signoff');
  if (!signoff) throw new Error('no sign-off in the example standards');
  const contextOf = (cases: CaseRecord[]) => ({
    cases,
    signOffsHeld: signOffsHeldIn(cases),
    unassessedAs: 'medium' as const,
    asAt: AS_AT,
  });

  it('follow each visit a month later, and what is outstanding stands in month 0', () => {
    const cases = [
      // done, not signed off
      caseOf('D1', { duties: [dutyState('visit', '2026-10-10', '2027-04-10')] }),
      // signed off
      caseOf('D2', { duties: [dutyState('visit', '2026-10-10', '2026-12-10', { signedOff: '2026-10-20' })] }),
      // signed off for an earlier visit only
      caseOf('D3', { duties: [dutyState('visit', '2026-10-10', '2027-04-10', { signedOff: '2026-05-02' })] }),
    ];
    const chains = chainsOf(cases, {
      standards: standardsOf(['visit']),
      unassessedAs: 'medium',
      asAt: AS_AT,
    });
    const { count, hours: time } = signOffsByMonth(signoff, contextOf(cases), chains, replay(chains, 8), 8);
    // visits due in December, and twice in April; D2 again in June
    expect(count).toEqual([2, 0, 1, 0, 0, 0, 2, 0]);
    expect(time[0]).toBe(1);
  });

  it('are not outstanding for a duty that the snapshot never shows as signed off', () => {
    const cases = [caseOf('D1', { duties: [dutyState('rmp', '2026-10-10', '2027-10-10')] })];
    expect(signOffsDue(signoff, contextOf(cases), [], [])).toEqual([]);
  });

  it('are outstanding for work done on somebody taken into custody since', () => {
    const done = { duties: [dutyState('visit', '2026-10-10', null)] };
    const signed = { duties: [dutyState('visit', '2026-10-10', null, { signedOff: '2026-10-20' })] };
    const cases = [caseOf('D1', { status: 'custody', ...done }), caseOf('D2', signed)];
    expect(signOffsDue(signoff, contextOf(cases), [], [])).toMatchObject([{ reference: 'D1', month: 0 }]);
  });

  it('are not outstanding for work dated after the as-at date', () => {
    const cases = [
      caseOf('D1', { duties: [dutyState('visit', '2026-11-01', '2027-05-01')] }),
      caseOf('D2', { duties: [dutyState('visit', '2026-10-10', '2027-04-10', { signedOff: '2026-10-20' })] }),
    ];
    expect(signOffsDue(signoff, contextOf(cases), [], [])).toEqual([]);
  });
});
