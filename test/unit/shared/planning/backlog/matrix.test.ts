import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lateBands } from '#shared/domain/backlog.ts';
import { Risk, type CaseRecord } from '#shared/domain/case.ts';
import { addDays, isoDate } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { backlogMatrix, inCell, shownBands } from '#shared/planning/backlog/matrix.ts';
import { outstandingCases, type BacklogInput } from '#shared/planning/backlog/outstanding.ts';
import { AS_AT, caseOf, dutyState, standardsOf } from '../../../../fixtures/records.ts';

const input = (cases: CaseRecord[], duties = ['visit']): BacklogInput => ({
  cases,
  standards: standardsOf(duties),
  unassessedAs: 'medium',
  asAt: AS_AT,
});
const due = (reference: string, nextDue: string | null, changes: Partial<CaseRecord> = {}) =>
  caseOf(reference, { duties: [dutyState('visit', '2026-01-31', nextDue)], ...changes });
const late = (reference: string, days: number, changes: Partial<CaseRecord> = {}) =>
  due(reference, addDays(AS_AT, -days), changes);

describe('the backlog of a duty', () => {
  it('puts work due that day, 1, 7, 8, 28, 29, 90 and 91 days late into its band, and none due tomorrow', () => {
    const cases = [-1, 0, 1, 7, 8, 28, 29, 90, 91].map((days, index) => late(`D${String(index)}`, days));
    const [visit] = backlogMatrix(input(cases), 0.05);
    expect(visit).toMatchObject({
      outstanding: 8,
      owing: 9,
      bands: { 'due-that-day': 1, '1-7': 2, '8-28': 2, '29-90': 2, 'over-90': 1 },
      oldest: { reference: 'D8', daysLate: 91 },
      // 8 visits of 7 h
      hours: 56,
      isOverTolerance: true,
    });
    expect(visit?.share).toBeCloseTo(8 / 9, 12);
  });

  it('holds what fell due before a notification ended, not what fell due after it, also within one month', () => {
    const asAt = isoDate('2026-10-15');
    const ends = ['2026-10-02', '2026-10-09', '2026-10-10', '2026-10-12', '2026-10-31'].map((end) =>
      due(end, '2026-10-10', { notificationEnd: isoDate(end), indefinite: false }),
    );
    const found = outstandingCases({ ...input(ends), asAt });
    expect(found.map(({ reference }) => reference)).toEqual(['2026-10-10', '2026-10-12', '2026-10-31']);
  });

  it('divides by the cases owing the duty only, and one in twenty is within 5 %', () => {
    const owing = Array.from({ length: 20 }, (_, index) => late(`D${String(index)}`, index === 0 ? 3 : -30));
    const apart = [
      late('R', 50, { mode: 'reactive' }),
      late('C', 50, { status: 'custody' }),
      late('E', 50, { notificationEnd: isoDate('2026-10-15'), indefinite: false }),
    ];
    const [visit] = backlogMatrix(input([...owing, ...apart]), 0.05);
    expect(visit).toMatchObject({ outstanding: 1, owing: 20, share: 0.05, isOverTolerance: false });
  });

  it('has no share where nobody owes the duty', () => {
    expect(backlogMatrix(input([]), 0.05)[0]).toMatchObject({
      owing: 0,
      outstanding: 0,
      share: null,
      oldest: null,
    });
  });

  it('counts a missing due date from the last done, and a case never visited as not due yet', () => {
    const cases = [due('D1', null), caseOf('D2')];
    // Last done 31 Jan 2026 + 6 months = 31 July: 92 days before 31 October.
    expect(outstandingCases(input(cases))).toMatchObject([
      { reference: 'D1', dueDate: '2026-07-31', daysLate: 92, band: 'over-90' },
    ]);
  });

  it('keeps unassessed cases in a row of their own', () => {
    const [visit] = backlogMatrix(input([late('D1', 3, { risk: 'unassessed' })]), 0.05);
    expect(visit?.rows.find(({ risk }) => risk === 'unassessed')).toMatchObject({ outstanding: 1, owing: 1 });
  });

  it('shows the band of work due that day only where there is some', () => {
    const [none] = backlogMatrix(input([late('D1', 3)]), 0.05);
    expect(none && shownBands(none.bands)).toEqual(['1-7', '8-28', '29-90', 'over-90']);
  });
});

describe('the list to act on', () => {
  it('goes by risk, then by how late, then by reference', () => {
    const cases = [
      late('D1', 90, { risk: 'low' }),
      late('D2', 2, { risk: 'very-high' }),
      late('D3', 40, { risk: 'high' }),
      late('D5', 60, { risk: 'high' }),
      late('D4', 60, { risk: 'high' }),
      late('D6', 300, { risk: 'unassessed' }),
    ];
    expect(outstandingCases(input(cases)).map(({ reference }) => reference)).toEqual([
      'D2',
      'D4',
      'D5',
      'D3',
      'D6',
      'D1',
    ]);
  });
});

const anyCase = fc.record({
  risk: fc.constantFrom(...Risk.options),
  mode: fc.constantFrom('active' as const, 'reactive' as const, null),
  status: fc.constantFrom('community' as const, 'custody' as const, null),
  days: fc.record({
    visit: fc.option(fc.integer({ min: -100, max: 200 })),
    arms: fc.option(fc.integer({ min: -100, max: 200 })),
  }),
});

describe('whatever the cases', () => {
  it('every cell of the matrix counts the cases it opens to, and rows and columns add up', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 30 }), (facts) => {
        const cases = facts.map(({ days, ...rest }, index) =>
          caseOf(`D${String(index)}`, {
            ...rest,
            duties: (['visit', 'arms'] as const).map((duty) => {
              const late = days[duty];
              return dutyState(duty, '2025-06-30', late === null ? null : addDays(AS_AT, -late));
            }),
          }),
        );
        const all = { ...input(cases), standards: exampleStandards() };
        const list = outstandingCases(all);
        const matrix = backlogMatrix(all, 0.05);
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(matrix.map(({ outstanding }) => outstanding))).toBe(list.length);
        for (const { duty, rows, bands, outstanding, owing } of matrix) {
          expect(sum(rows.map((row) => row.outstanding))).toBe(outstanding);
          expect(sum(rows.map((row) => row.owing))).toBe(owing);
          expect(outstanding).toBeLessThanOrEqual(owing);
          for (const band of lateBands) {
            expect(sum(rows.map((row) => row.bands[band]))).toBe(bands[band]);
            for (const { risk, bands: own } of rows) {
              expect(inCell(list, { duty, risk, band })).toHaveLength(own[band]);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
