import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { caseloadCsv, staffCsv } from '../../../../fixtures/extracts.ts';
import { caseOf, dutyState, officerOf } from '../../../../fixtures/records.ts';

const read = (text: string) => parse<Record<string, string>>(text, { bom: true, columns: true });
const cases = Array.from({ length: 60 }, (_, index) =>
  caseOf(`D${String(100_001 + index)}`, {
    team: 'Moor, "North"',
    duties: [dutyState('visit', '2026-03-07', '2026-09-07', { interval: 6 })],
  }),
);

describe('a caseload written as CSV', () => {
  it('has a byte order mark, CRLF, UK dates and quoted cells', () => {
    const { text, truth } = caseloadCsv(cases);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.split('\r\n')).toHaveLength(62);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    const [first] = read(text);
    expect(first).toMatchObject({
      Reference: 'D100001',
      Team: 'Moor, "North"',
      'Risk Level': 'Medium',
      'Last Visit': '07/03/2026',
      'Registration End': 'Indefinite',
    });
    expect(truth).toMatchObject({ rowsRead: 60, accepted: 60 });
  });

  it('holds exactly the dirt it says', () => {
    const dirt = {
      seed: 7,
      exactDuplicates: 4,
      conflictingDuplicates: 3,
      noReference: 2,
      noTeam: 2,
      badDates: 5,
      unknownRisk: 3,
    };
    const { text, truth } = caseloadCsv(cases, dirt);
    expect(caseloadCsv(cases, dirt).text).toBe(text);
    const rows = read(text);
    expect(rows).toHaveLength(truth.rowsRead);
    expect(truth).toMatchObject({ rowsRead: 60 + 4 + 3 + 2, accepted: 58 });
    expect(rows.filter((row) => row.Reference === '')).toHaveLength(2);
    expect(rows.filter((row) => row.Team === '')).toHaveLength(2);
    expect(rows.filter((row) => row['Next ARMS Due'] !== '')).toHaveLength(5);
    expect(rows.filter((row) => /N\/K|TBC/.test(row['Risk Level'] ?? ''))).toHaveLength(3);
    const named = rows.filter((row) => row.Reference !== '');
    const copies = [...Map.groupBy(named, (row) => row.Reference).values()].filter(
      (group) => group.length > 1,
    );
    const exact = copies.filter(([a, b]) => JSON.stringify(a) === JSON.stringify(b));
    expect([exact.length, copies.length - exact.length]).toEqual([4, 3]);
  });

  it('refuses more dirt than there are rows', () => {
    expect(() => caseloadCsv(cases.slice(0, 2), { badDates: 3 })).toThrow(
      'Expected at most 2 rows to spoil, found 3.',
    );
  });
});

it('a staff list is written the same way', () => {
  const officers = [
    officerOf('8101', { contract: 'staff', fte: 0.6, start: '2024-02-01' }),
    officerOf('8199', { role: 'supervisor' }),
  ];
  expect(read(staffCsv(officers))).toEqual([
    {
      'Collar No': '8101',
      Team: 'Harbour',
      Role: 'Offender manager',
      Contract: 'Staff',
      FTE: '0.6',
      Start: '01/02/2024',
      Leaving: '',
    },
    {
      'Collar No': '8199',
      Team: 'Harbour',
      Role: 'Supervisor',
      Contract: 'Officer',
      FTE: '1',
      Start: '',
      Leaving: '',
    },
  ]);
});
