import { describe, expect, it } from 'vitest';
import { defaultCheckSettings, type CheckKey } from '#shared/domain/backlog.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { practiceChecks } from '#shared/planning/backlog/checks.ts';
import { AS_AT, caseOf, dutyState } from '../../../../fixtures/records.ts';

const check = (key: CheckKey, cases: CaseRecord[], scope = {}, settings = defaultCheckSettings) => {
  const input = { cases, standards: exampleStandards(), unassessedAs: 'medium' as const, asAt: AS_AT };
  const found = practiceChecks(input, settings, scope).find((one) => one.key === key);
  if (!found) throw new Error(`Expected the check ${key}.`);
  return found;
};
const references = ({ cases }: { cases: Array<{ reference: string }> }) =>
  cases.map(({ reference }) => reference);
const visit = (last: string | null, interval?: number) =>
  dutyState('visit', last, null, interval === undefined ? {} : { interval });

describe('practice checks', () => {
  it('count announced visits among those whose kind is held', () => {
    const found = check('unannounced', [
      caseOf('A', { lastVisitKind: 'announced', duties: [visit('2026-09-01')] }),
      caseOf('B', { lastVisitKind: 'unannounced', duties: [visit('2026-09-01')] }),
      caseOf('C', { duties: [visit('2026-09-01')] }),
      caseOf('never visited'),
    ]);
    expect(found).toMatchObject({ isHeld: true, found: 1, of: 2, missing: 1, target: 0.85 });
    expect(found.cases).toMatchObject([{ reference: 'A', finding: 'visited on 1 Sep 2026, announced' }]);
  });

  it('say that a field is not held instead of counting nought', () => {
    const cases = [caseOf('A', { duties: [visit('2026-09-01')] })];
    for (const key of ['unannounced', 'single-crewed', 'pnd-age'] as const) {
      expect(check(key, cases), key).toMatchObject({ isHeld: false, found: null, of: null, cases: [] });
    }
    expect(check('single-crewed', [caseOf('A')])).toMatchObject({ isHeld: false, found: null });
  });

  it('ask the whole extract what it holds, and count only whom they are asked about', () => {
    const cases = [
      caseOf('A', { lastVisitOfficers: 1 }),
      caseOf('B', { lastVisitOfficers: 2 }),
      caseOf('C', { team: 'Moor', duties: [visit('2026-09-01')] }),
    ];
    expect(check('single-crewed', cases)).toMatchObject({ found: 1, of: 2, missing: 1 });
    expect(check('single-crewed', cases, { team: 'Moor' })).toMatchObject({
      isHeld: true,
      found: 0,
      of: 0,
      missing: 1,
    });
  });

  it('find reactive cases that are not low, or not yet low for three years', () => {
    const reactive = (reference: string, changes: Partial<CaseRecord>) =>
      caseOf(reference, { mode: 'reactive', risk: 'low', ...changes });
    const found = check('reactive-conditions', [
      reactive('three years', { riskSet: isoDate('2023-10-31') }),
      reactive('a day short', { riskSet: isoDate('2023-11-01') }),
      reactive('medium', { risk: 'medium' }),
      reactive('no date', {}),
      caseOf('active'),
    ]);
    expect(references(found)).toEqual(['a day short', 'medium']);
    expect(found).toMatchObject({ found: 2, of: 3, missing: 1 });
  });

  it('check against what the force has set', () => {
    const settings = { unannouncedShare: 0.9, monthsAtLow: 12 };
    const low = [caseOf('two years', { mode: 'reactive', risk: 'low', riskSet: isoDate('2024-10-31') })];
    const reactive = check('reactive-conditions', low, {}, settings);
    expect(reactive).toMatchObject({ found: 0, of: 1 });
    expect(reactive.about).toContain('for less than 12 months');
    expect(check('unannounced', low, {}, settings).target).toBe(0.9);
  });

  it('find PND checks older than a year, to the day', () => {
    const pnd = (reference: string, last: string | null) =>
      caseOf(reference, { duties: [dutyState('pnd', last, null)] });
    const found = check('pnd-age', [
      pnd('a year', '2025-10-31'),
      pnd('a day more', '2025-10-30'),
      pnd('none', null),
    ]);
    expect(references(found)).toEqual(['a day more']);
    expect(found).toMatchObject({ found: 1, of: 2, missing: 1 });
  });

  it('find high-risk cases not visited in twice their own or the standard interval', () => {
    const high = (reference: string, last: string | null, interval?: number) =>
      caseOf(reference, { risk: 'high', duties: [visit(last, interval)] });
    const found = check('high-risk-unvisited', [
      high('six months', '2026-05-01'),
      high('more', '2026-04-30'),
      high('own interval', '2026-08-30', 1),
      high('never', null),
      caseOf('medium', { duties: [visit('2020-01-01')] }),
    ]);
    expect(references(found)).toEqual(['more', 'own interval']);
    expect(found).toMatchObject({ of: 3, missing: 1 });
  });

  it('list the cases not assessed yet, with the level they are planned at', () => {
    const found = check('not-assessed', [
      caseOf('A', { risk: 'unassessed' }),
      caseOf('B', { risk: 'low' }),
      caseOf('C', { risk: 'unassessed', team: 'Moor' }),
    ]);
    expect(found).toMatchObject({ isHeld: true, found: 2, of: 3, missing: 0, target: null });
    expect(found.cases).toMatchObject([
      { reference: 'A', finding: 'planned as medium risk' },
      { reference: 'C', team: 'Moor' },
    ]);
  });
});
