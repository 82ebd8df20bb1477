import { expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import { overlapSaid } from '#shared/planning/abstractions/overlap.ts';

const span = (from: string, to: string) => ({ from: isoDate(from), to: isoDate(to) });
const sick = (from: string, to: string) => ({ ...span(from, to), group: 'Absence', activity: 'Sickness' });

it('absences that overlap are named with the days they share, the first three of them', () => {
  const days = span('2026-12-23', '2027-01-08');
  expect(overlapSaid('3001', days, [])).toBeNull();
  expect(overlapSaid('3001', days, [sick('2026-12-21', '2027-01-04')])).toBe(
    '3001 is away on these days already: Absence: Sickness (23 Dec 2026 to 4 Jan 2027). The hours of a day count once, whatever is recorded on it.',
  );
  const court = { ...span('2027-01-08', '2027-01-08'), group: 'Court', activity: null };
  expect(overlapSaid('3001', days, [court])).toContain('Court (8 Jan 2027).');
  const many = Array.from({ length: 5 }, () => court);
  expect(overlapSaid('3001', days, many)).toContain('Court (8 Jan 2027) and 2 more.');
});
